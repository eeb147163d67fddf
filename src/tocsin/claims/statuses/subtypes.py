"""The words of the types' own records."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventType(TextChoices):
    """ACLED's six types of event; diplomacy and speech after PLOVER."""

    BATTLE = "battle", _("Battle")
    EXPLOSION = "explosion", _("Explosion or remote violence")
    VIOLENCE_AGAINST_CIVILIANS = "civilians", _("Violence against civilians")
    PROTEST = "protest", _("Protest")
    RIOT = "riot", _("Riot")
    STRATEGIC = "strategic", _("Strategic development")
    DIPLOMACY = "diplomacy", _("Diplomacy")
    DISASTER = "disaster", _("Disaster")
    OTHER = "other", _("Other")


class SubEventType(TextChoices):
    """ACLED's sub-types of event, by its six types."""

    ARMED_CLASH = "armed_clash", _("Armed clash")
    GOVERNMENT_REGAINS = "government_regains", _("Government regains territory")
    NON_STATE_OVERTAKES = "non_state_overtakes", _("Non-state actor overtakes territory")
    CHEMICAL_WEAPON = "chemical_weapon", _("Chemical weapon")
    AIR_STRIKE = "air_strike", _("Air or drone strike")
    SUICIDE_BOMB = "suicide_bomb", _("Suicide bomb")
    SHELLING = "shelling", _("Shelling, artillery or missile attack")
    REMOTE_EXPLOSIVE = "remote_explosive", _("Remote explosive, landmine or improvised device")
    GRENADE = "grenade", _("Grenade")
    SEXUAL_VIOLENCE = "sexual_violence", _("Sexual violence")
    ATTACK = "attack", _("Attack")
    ABDUCTION = "abduction", _("Abduction or forced disappearance")
    PEACEFUL_PROTEST = "peaceful_protest", _("Peaceful protest")
    PROTEST_WITH_INTERVENTION = "protest_intervention", _("Protest with intervention")
    EXCESSIVE_FORCE = "excessive_force", _("Excessive force against protesters")
    VIOLENT_DEMONSTRATION = "violent_demonstration", _("Violent demonstration")
    MOB_VIOLENCE = "mob_violence", _("Mob violence")
    AGREEMENT = "agreement", _("Agreement")
    ARRESTS = "arrests", _("Arrests")
    CHANGE_TO_GROUP = "change_to_group", _("Change to a group or its activity")
    DISRUPTED_WEAPONS_USE = "disrupted_weapons_use", _("Disrupted use of weapons")
    HEADQUARTERS = "headquarters", _("Headquarters or base established")
    LOOTING = "looting", _("Looting or destruction of property")
    NON_VIOLENT_TRANSFER = "non_violent_transfer", _("Non-violent transfer of territory")
    OTHER = "other", _("Other")


class Deed(TextChoices):
    """PLOVER's 16 categories, for speech and diplomacy."""

    AGREE = "AGREE", _("Agree")
    CONSULT = "CONSULT", _("Consult")
    SUPPORT = "SUPPORT", _("Support")
    CONCEDE = "CONCEDE", _("Concede")
    COOPERATE = "COOPERATE", _("Cooperate")
    AID = "AID", _("Aid")
    RETREAT = "RETREAT", _("Retreat")
    REQUEST = "REQUEST", _("Request")
    ACCUSE = "ACCUSE", _("Accuse")
    REJECT = "REJECT", _("Reject")
    THREATEN = "THREATEN", _("Threaten")
    PROTEST = "PROTEST", _("Protest")
    SANCTION = "SANCTION", _("Sanction")
    MOBILIZE = "MOBILIZE", _("Mobilise")
    COERCE = "COERCE", _("Coerce")
    ASSAULT = "ASSAULT", _("Assault")


class ControlStatus(TextChoices):
    HELD = "held", _("Held")
    CONTESTED = "contested", _("Contested")
    BESIEGED = "besieged", _("Besieged")
    ADVANCED_INTO = "advanced_into", _("Advanced into")
    CLAIMED_ONLY = "claimed_only", _("Claimed only")
    TRANSFERRED = "transferred", _("Handed over")
    UNKNOWN = "unknown", _("Not known")


class ControlBasis(TextChoices):
    """After the Institute for the Study of War: what is claimed is not what is assessed."""

    ASSESSED = "assessed", _("Assessed from reliable, independent information")
    CLAIMED = "claimed", _("Claimed by a source")


class Service(TextChoices):
    ELECTRICITY = "electricity", _("Electricity")
    HEATING = "heating", _("Heating")
    WATER = "water", _("Water")
    GAS = "gas", _("Gas")
    FOOD = "food", _("Food supply")
    TELECOMS = "telecoms", _("Telephone")
    INTERNET = "internet", _("Internet")
    HEALTH = "health", _("Health care")
    TRANSPORT = "transport", _("Transport")


class ServiceState(TextChoices):
    """As in the practice of assessing health facilities."""

    FUNCTIONING = "functioning", _("Functioning")
    PARTLY = "partly", _("Partly functioning")
    NOT_FUNCTIONING = "not_functioning", _("Not functioning")
    UNKNOWN = "unknown", _("Not known")


class AccessState(TextChoices):
    """HXL ``#access``."""

    OPEN = "open", _("Open")
    RESTRICTED = "restricted", _("Restricted")
    NONE = "none", _("None")


class QuoteType(TextChoices):
    DIRECT = "direct", _("Direct")
    INDIRECT = "indirect", _("Indirect")
    MIXED = "mixed", _("Partly direct")


class AccusationMode(TextChoices):
    """PLOVER's modes of ACCUSE."""

    DISAPPROVE = "disapprove", _("Disapproves")
    INVESTIGATE = "investigate", _("Investigates")
    ALLEGE = "allege", _("Alleges")


class DenialScope(TextChoices):
    WHOLE = "whole", _("All of it")
    PART = "part", _("A part of it")
    NUMBER = "number", _("Only the number")


class Likelihood(TextChoices):
    """MISP ``estimative-language``."""

    ALMOST_NO_CHANCE = "almost-no-chance", _("Almost no chance")
    VERY_UNLIKELY = "very-unlikely", _("Very unlikely")
    UNLIKELY = "unlikely", _("Unlikely")
    ROUGHLY_EVEN = "roughly-even-chance", _("Roughly even chance")
    LIKELY = "likely", _("Likely")
    VERY_LIKELY = "very-likely", _("Very likely")
    ALMOST_CERTAIN = "almost-certain", _("Almost certain")


class EventStatus(TextChoices):
    """IPTC ninjs ``eventStatus``, schema.org ``EventStatusType``."""

    PLANNED = "planned", _("Planned")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    HELD = "held", _("Took place")
    UNKNOWN = "unknown", _("Not known")


class RelationSort(TextChoices):
    OFFICE = "office", _("Office held")
    ALLIANCE = "alliance", _("Alliance")
    GEOGRAPHY = "geography", _("Geography")
    RANK = "rank", _("Rank")
    OTHER = "other", _("Other")
