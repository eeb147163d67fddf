"""The words a source's record is kept in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceType(TextChoices):
    """What a source is (Security Force Monitor's ``source:type``)."""

    AUDIO = "audio", _("Audio")
    DATASET = "dataset", _("Dataset")
    DOCUMENT = "document", _("Document")
    IMAGE = "image", _("Image")
    MAP = "map", _("Map")
    POST = "post", _("Post or web page")
    VIDEO = "video", _("Video")


class ReferenceStatus(TextChoices):
    """Whether a reader who follows a reference arrives somewhere."""

    RESOLVED = "resolved", _("Resolved")
    LOST = "lost", _("Lost")
    RECOVERED = "recovered", _("Recovered")
