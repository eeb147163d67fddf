"""How far the reading of an article has come, why it failed, and what an editor made of a proposal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReadingState(TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Being read")
    DONE = "done", _("Read")
    FAILED = "failed", _("Failed")


class Failure(TextChoices):
    """Why nothing came of a reading; ``REFUSED`` says it in words of its own."""

    SLOW = "slow", _("Reading took too long and was stopped.")
    ENDED = "ended", _("Reading broke off. The machine may be short of memory.")
    MISSING = "missing", _("What reads texts is not installed.")
    REFUSED = "refused", _("It was refused.")
    UNKNOWN = "unknown", _("Something went wrong; the server’s log says what.")


class Judged(TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    CORRECTED = "corrected", _("Corrected")
    REFUSED = "refused", _("Refused")
