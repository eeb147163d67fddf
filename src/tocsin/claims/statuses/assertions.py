"""How a speaker stands to a claim, and what speaks for the speaker."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Stance(TextChoices):
    """The speaker's stance (RumourEval: support, deny, query, comment)."""

    SUPPORT = "support", _("Says so")
    DENY = "deny", _("Denies it")
    QUERY = "query", _("Questions it")
    COMMENT = "comment", _("Comments on it")


class PublisherStance(TextChoices):
    """What our own text does with what the speaker says."""

    ENDORSE = "endorse", _("States it as its own")
    RELAY = "relay", _("Passes it on")
    DISTANCE = "distance", _("Keeps its distance")
    QUERY = "query", _("Questions it")
    HEDGE = "hedge", _("Hedges it")
    REJECT = "reject", _("Rejects it")


class SpeechAct(TextChoices):
    """What the speaker does in speaking (after PLOVER's verbs)."""

    STATE = "state", _("States")
    REPORT = "report", _("Reports")
    ESTIMATE = "estimate", _("Estimates")
    WARN = "warn", _("Warns")
    ANNOUNCE = "announce", _("Announces")
    ACCUSE = "accuse", _("Accuses")
    DENY = "deny", _("Denies")
    ADMIT = "admit", _("Admits")
    CORRECT = "correct", _("Corrects")
    RETRACT = "retract", _("Retracts")
    PROMISE = "promise", _("Promises")


class Certainty(TextChoices):
    """How sure the words are (after Wikidata's P5102 and P1480)."""

    ASSERTED = "asserted", _("Asserted")
    ESTIMATED = "estimated", _("Estimated")
    APPARENT = "apparent", _("Apparent")
    POSSIBLE = "possible", _("Possible")
    CONDITIONAL = "conditional", _("Conditional")


class Origin(TextChoices):
    """Whether the speaker is where the statement comes from (UCDP GED ``source_original``)."""

    ROOT = "root", _("Says it first hand")
    REPEATS = "repeats", _("Repeats another")
    UNKNOWN = "unknown", _("Not known")


class Interest(TextChoices):
    """Whether the speaker gains if believed."""

    NONE = "none", _("None")
    FOR = "for", _("Gains if believed")
    AGAINST = "against", _("Speaks against its own interest")


class EvidenceBasis(TextChoices):
    """How the speaker knows (Every Casualty's kinds of source, DEEP's collection techniques)."""

    WITNESSED = "witnessed", _("Witnessed")
    OFFICIAL_RECORD = "official_record", _("Official record")
    REGISTRATION = "registration", _("Registration")
    SURVEY = "survey", _("Survey")
    MEDIA_VERIFIED = "media_verified", _("Verified pictures or recordings")
    INFERRED = "inferred", _("Inferred")
    HEARSAY = "hearsay", _("Hearsay")
    UNKNOWN = "unknown", _("Not known")


class Credibility(IntegerChoices):
    """Credibility of the information (Admiralty scale). Only for what the newsroom has itself checked."""

    CONFIRMED = 1, _("1 Confirmed by other sources")
    PROBABLY_TRUE = 2, _("2 Probably true")
    POSSIBLY_TRUE = 3, _("3 Possibly true")
    DOUBTFUL = 4, _("4 Doubtful")
    IMPROBABLE = 5, _("5 Improbable")
    CANNOT_BE_JUDGED = 6, _("6 Cannot be judged")
