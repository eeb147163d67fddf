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
