"""What a figure counts, and how."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Quantifier(TextChoices):
    """IDMC ``Figure.QUANTIFIER``."""

    EXACT = "EXACT", _("exactly")
    APPROXIMATELY = "APPROXIMATELY", _("about")
    MORE_THAN = "MORE_THAN", _("more than")
    LESS_THAN = "LESS_THAN", _("up to")


class SeriesKind(TextChoices):
    """Whether figures count what is there, or what was added in a time. The two are never summed together."""

    STOCK = "stock", _("Stock: how many there are")
    FLOW = "flow", _("Flow: how many were added in a time")
    CUMULATIVE = "cumulative", _("Cumulative: how many since a start")


class Category(TextChoices):
    """IDMC's 23 categories of figures (Helix ``FIGURE_CATEGORY_TYPES``)."""

    IDPS = "IDPS", _("Internally displaced people")
    NEW_DISPLACEMENT = "NEW_DISPLACEMENT", _("New displacement")
    MULTIPLE_DISPLACEMENT = "MULTIPLE_DISPLACEMENT", _("Repeated displacement")
    RETURN = "RETURN", _("Return")
    RETURNEES = "RETURNEES", _("Returnees")
    PARTIAL_STOCK = "PARTIAL_STOCK", _("Partial stock")
    PARTIAL_FLOW = "PARTIAL_FLOW", _("Partial flow")
    UNVERIFIED_STOCK = "UNVERIFIED_STOCK", _("Unverified stock")
    UNVERIFIED_FLOW = "UNVERIFIED_FLOW", _("Unverified flow")
    CROSS_BORDER_FLIGHT = "CROSS_BORDER_FLIGHT", _("Flight across a border")
    CROSS_BORDER_RETURN = "CROSS_BORDER_RETURN", _("Return across a border")
    ACROSS_BORDERS = "PEOPLE_DISPLACED_ACROSS_BORDERS", _("People displaced across borders")
    ACROSS_BORDERS_FLOW = "PEOPLE_DISPLACED_ACROSS_BORDERS_FLOW", _("People displaced across borders, flow")
    RELOCATION_ELSEWHERE = "RELOCATION_ELSEWHERE", _("Relocation elsewhere")
    LOCALLY_INTEGRATED = "LOCALLY_INTEGRATED_IDPS", _("Locally integrated")
    SETTLED_ELSEWHERE = "IDPS_SETTLED_ELSEWHERE", _("Settled elsewhere")
    LOCAL_INTEGRATION = "LOCAL_INTEGRATION", _("Local integration")
    FAILED_LOCAL_INTEGRATION = "FAILED_LOCAL_INTEGRATION", _("Failed local integration")
    FAILED_RELOCATION = "FAILED_RELOCATION_ELSEWHERE", _("Failed relocation elsewhere")
    BIRTHS = "BIRTH", _("Births")
    DEATHS = "DEATHS", _("Deaths")
    PROVISIONAL_SOLUTIONS = "PROVISIONAL_SOLUTIONS", _("Provisional solutions")
    FAILED_RETURNS = "FAILED_RETURN_RETURNEE_DISPLACEMENT", _("Failed returns")


class Term(TextChoices):
    """The word the source used (IDMC ``Figure.FIGURE_TERMS``)."""

    DEAD = "DEAD", _("Dead")
    INJURED = "INJURED", _("Injured")
    EVACUATED = "EVACUATED", _("Evacuated")
    DISPLACED = "DISPLACED", _("Displaced")
    FORCED_TO_FLEE = "FORCED_TO_FLEE", _("Forced to flee")
    RELOCATED = "RELOCATED", _("Relocated")
    SHELTERED = "SHELTERED", _("Sheltered")
    IN_RELIEF_CAMP = "IN_RELIEF_CAMP", _("In a relief camp")
    DESTROYED_HOUSING = "DESTROYED_HOUSING", _("Housing destroyed")
    PARTIALLY_DESTROYED_HOUSING = "PARTIALLY_DESTROYED_HOUSING", _("Housing partly destroyed")
    UNINHABITABLE_HOUSING = "UNINHABITABLE_HOUSING", _("Housing uninhabitable")
    HOMELESS = "HOMELESS", _("Homeless")
    AFFECTED = "AFFECTED", _("Affected")
    RETURNS = "RETURNS", _("Returns")
    MULTIPLE_OR_OTHER = "MULTIPLE_OR_OTHER", _("Several, or other")


class Population(TextChoices):
    """Whom a figure counts (UCDP GED)."""

    CIVILIAN = "civilian", _("Civilians")
    COMBATANT = "combatant", _("Combatants")
    ALL = "all", _("Everybody")
    UNKNOWN = "unknown", _("Not known")


class Displacement(TextChoices):
    """When displacement took place against a disaster (IDMC)."""

    BEFORE = "BEFORE", _("Before")
    DURING = "DURING", _("During")
    AFTER = "AFTER", _("After")
    UNKNOWN = "UNKNOWN", _("Not known")


class FigureRole(TextChoices):
    """IDMC ``Figure.ROLE``. At most one figure of a series and date is recommended."""

    RECOMMENDED = "RECOMMENDED", _("Recommended")
    TRIANGULATION = "TRIANGULATION", _("For comparison")


class Method(TextChoices):
    """How the figure was made (schema.org ``measurementMethod``)."""

    COUNT = "count", _("Count")
    REGISTRATION = "registration", _("Registration")
    SURVEY = "survey", _("Survey")
    BORDER_COUNT = "border_count", _("Count at borders")
    MODEL = "model", _("Model")
    MEDIA_COUNT = "media_count", _("Count of media reports")
    UNKNOWN = "unknown", _("Not known")
