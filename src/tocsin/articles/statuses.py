"""The words articles and what surrounds them are kept in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ContributorKind(TextChoices):
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class CorrectionKind(TextChoices):
    """How a change is announced to readers."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")


class MenuPlace(TextChoices):
    TOP = "top", _("Top of the page")
    FOOT = "foot", _("Foot of the page")


class LedgerKind(TextChoices):
    """What of the ledger can stand in an article."""

    CLAIM = "claim", _("A claim, with who says so and who denies it")
    FIGURE = "figure", _("A figure, with its date")
    CHART = "chart", _("A figure series as a chart")
    MAP = "map", _("A map of claims")
    TIMELINE = "timeline", _("A timeline of claims")


# The features an editor has in running text; each is stored as HTML that Wagtail's whitelist lets through.
INLINE_FEATURES = [
    "bold",
    "italic",
    "link",
    "document-link",
    "superscript",
    "subscript",
    "strikethrough",
    "reference",
]
TEXT_FEATURES = [*INLINE_FEATURES]
NOTE_FEATURES = ["bold", "italic", "link"]
