"""What a date in words is counted from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AnchorBasis(TextChoices):
    """Why the anchor of a relative date is what it is."""

    PUBLICATION = "publication", _("Day of publication")
    DATELINE = "dateline", _("Dateline")
    INFERRED_WRITING_DATE = "inferred_writing_date", _("Day it seems to have been written")
    EVENT = "event", _("Another event")
