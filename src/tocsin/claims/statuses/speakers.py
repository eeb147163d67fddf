"""Who speaks, and how a reader may know them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SpeakerKind(TextChoices):
    """FollowTheMoney's schemata, and groups as a text names them."""

    PERSON = "Person", _("Person")
    ORGANIZATION = "Organization", _("Organisation")
    PUBLIC_BODY = "PublicBody", _("Public body")
    GROUP = "group", _("Group as named in the text")


class NameKind(TextChoices):
    """FollowTheMoney's properties of ``Thing``."""

    NAME = "name", _("Name")
    ALIAS = "alias", _("Other name or spelling")
    WEAK_ALIAS = "weakAlias", _("Nickname")
    PREVIOUS = "previousName", _("Former name")


class Naming(TextChoices):
    """How readers may know a speaker."""

    NAMED = "named", _("By name")
    ROLE_ONLY = "role_only", _("By role only")
    PSEUDONYM = "pseudonym", _("By a pseudonym")
    WITHHELD = "withheld", _("Not at all")


class Sector(TextChoices):
    """PLOVER's sectors of actors."""

    COP = "COP", _("Police")
    GOV = "GOV", _("Government")
    JUD = "JUD", _("Judiciary")
    LEG = "LEG", _("Legislature")
    MIL = "MIL", _("Military")
    PRM = "PRM", _("Paramilitary")
    PTY = "PTY", _("Party")
    REB = "REB", _("Rebels")
    SPY = "SPY", _("Intelligence")
    UAF = "UAF", _("Unidentified armed force")
    UNK = "UNK", _("Unknown")
    AGR = "AGR", _("Agriculture")
    BUS = "BUS", _("Business")
    CRM = "CRM", _("Crime")
    CVL = "CVL", _("Civilians")
    EDU = "EDU", _("Education")
    ELI = "ELI", _("Elites")
    JRN = "JRN", _("Journalists")
    LAB = "LAB", _("Labour")
    MED = "MED", _("Health")
    REF = "REF", _("Refugees")
    OPP = "OPP", _("Opposition")
    PRE = "PRE", _("Partially recognised")
    REL = "REL", _("Religion")
    SOC = "SOC", _("Civil society")
