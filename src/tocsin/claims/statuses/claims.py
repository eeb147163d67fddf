"""What a claim is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ClaimType(TextChoices):
    """The fourteen types of claim; each has its own record in ``models.subtypes``."""

    FIGURE = "figure", _("Figure")
    EVENT = "event", _("Event")
    CONTROL = "control", _("Control")
    SERVICE_STATUS = "service_status", _("Service status")
    ACCESS = "access", _("Access")
    QUOTE = "quote", _("Quote")
    ACCUSATION = "accusation", _("Accusation")
    DENIAL = "denial", _("Denial")
    FORECAST = "forecast", _("Forecast")
    SCHEDULED_EVENT = "scheduled_event", _("Scheduled event")
    INTENT = "intent", _("Intent")
    CAUSATION = "causation", _("Causation")
    RELATION = "relation", _("Relation")
    ASSESSMENT = "assessment", _("Assessment")


class Checkability(TextChoices):
    """Whether a statement can be checked at all: an editor's word, beside the computed status."""

    CHECKABLE = "checkable", _("Checkable")
    NOT_CHECKABLE = "not_checkable", _("Not checkable as written")
    NEEDS_EDITOR = "needs_editor", _("Needs an editor")
    BACKGROUND = "background", _("Settled background")


class Polarity(TextChoices):
    """PLOVER's auxiliary mode."""

    AFFIRMED = "affirmed", _("Affirmed")
    NEGATION = "negation", _("Negated")


class Modality(TextChoices):
    """PLOVER's auxiliary modes."""

    ACTUAL = "actual", _("Actual")
    HISTORICAL = "historical", _("Historical")
    FUTURE = "future", _("Future")
    HYPOTHETICAL = "hypothetical", _("Hypothetical")


class Context(TextChoices):
    """What a claim is about (the contexts of PLOVER)."""

    MILITARY = "military", _("Military")
    HUMAN_SECURITY = "human_security", _("Human security")
    MIGRATION = "migration", _("Migration")
    HEALTH = "health", _("Health")
    DISASTERS = "disasters", _("Disasters")
    DIPLOMATIC = "diplomatic", _("Diplomatic")
    TERRITORY = "territory", _("Territory")
    MISINFORMATION = "misinformation", _("Misinformation")
    ECONOMIC = "economic", _("Economic")
    ELECTION = "election", _("Election")
    ENVIRONMENT = "environment", _("Environment")
    GOVERNMENT = "government", _("Government")
    HUMAN_RIGHTS = "human_rights", _("Human rights")
    LEGAL = "legal", _("Legal")
    PEACEKEEPING = "peacekeeping", _("Peacekeeping")
    RESOURCE = "resource", _("Resources")
    SOCIAL = "social", _("Social services")
    TERRORISM = "terrorism", _("Terrorism")
    CYBER = "cyber", _("Cyber")
    CRIME = "crime", _("Crime")


class RelationKind(TextChoices):
    """How one claim stands to another (the verbs of CiTO, the Citation Typing Ontology)."""

    SUPPORTS = "supports", _("supports")
    DISPUTES = "disputes", _("disputes")
    REFUTES = "refutes", _("refutes")
    CONFIRMS = "confirms", _("confirms")
    QUALIFIES = "qualifies", _("qualifies")
    CORRECTS = "corrects", _("corrects")
    UPDATES = "updates", _("updates")
    RETRACTS = "retracts", _("retracts")
    DERIVED_FROM = "derivedFrom", _("is derived from")
    PART_OF = "partOf", _("is part of")
    SAME_AS = "sameAs", _("is the same as")


class Sensitivity(TextChoices):
    """What handling a claim asks for (Atlos). At least one is required when a claim is recorded."""

    NOT_SENSITIVE = "not_sensitive", _("Not sensitive")
    PERSONAL = "personal", _("Personal information visible")
    GRAPHIC = "graphic", _("Graphic violence")
    DELETED = "deleted_by_source", _("Deleted by its source")
    DECEPTIVE = "deceptive", _("Deceptive or misleading")
