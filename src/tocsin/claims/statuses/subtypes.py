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
