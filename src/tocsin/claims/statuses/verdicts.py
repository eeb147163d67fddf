"""What the record says of a claim. Computed (``verdict.judge``), never typed."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where a claim stands on the record. The words of the newsroom's vocabulary."""

    UNSOURCED = "unsourced", _("Unsourced")
    REPORTED = "reported", _("Reported")
    CORROBORATED = "corroborated", _("Corroborated")
    CONTESTED = "contested", _("Contested")
    REFUTED = "refuted", _("Refuted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Currency(TextChoices):
    """Whether a claim still speaks of now. An older true figure is superseded, never refuted."""

    CURRENT = "current", _("Current")
    SUPERSEDED = "superseded", _("Superseded")
    EXPIRED = "expired", _("Expired")


class Flag(TextChoices):
    """What a reader of the status should know beside it."""

    DENIAL_ON_RECORD = "denial_on_record", _("A denial is on record")
    DENIAL_ALONE = "denial_alone", _("Denied, and nobody on record who asserts it")
    SINGLE_SIDE = "single_side", _("Only one side says so")
    REFERENCE_LOST = "reference_lost", _("A reference is lost")
    BOUND_MISMATCH = "bound_mismatch", _("The bound differs from the source's")
    DEFINITION_MISMATCH = "definition_mismatch", _("A figure with another definition is on record")
    DATE_CONFLICT = "date_conflict", _("Its date disagrees with a known one")
    EDITOR_OVERRIDE = "editor_override", _("Set by an editor")


class Audience(TextChoices):
    """Whose record a status is computed from. Readers get one that they could recompute."""

    READERS = "readers", _("Readers")
    NEWSROOM = "newsroom", _("Newsroom")
