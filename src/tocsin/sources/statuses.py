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


class Reliability(TextChoices):
    """Reliability of a source (Admiralty scale; *g* after MISP)."""

    A = "a", _("A Completely reliable")
    B = "b", _("B Usually reliable")
    C = "c", _("C Fairly reliable")
    D = "d", _("D Not usually reliable")
    E = "e", _("E Unreliable")
    F = "f", _("F Cannot be judged")
    G = "g", _("G Deliberately deceptive")


class Confidentiality(TextChoices):
    """Who may know of a source (DEEP ``Lead.Confidentiality``)."""

    UNPROTECTED = "unprotected", _("Readers may know")
    RESTRICTED = "restricted", _("The newsroom alone")
    CONFIDENTIAL = "confidential", _("Those who need it")


class Scale(TextChoices):
    """How far a source looks (ACLED ``source_scale``)."""

    LOCAL = "local", _("Local")
    SUBNATIONAL = "subnational", _("Subnational")
    NATIONAL = "national", _("National")
    REGIONAL = "regional", _("Regional")
    INTERNATIONAL = "international", _("International")
    NEW_MEDIA = "new_media", _("New media")
    OTHER = "other", _("Other")
