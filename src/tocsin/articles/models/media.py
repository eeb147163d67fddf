from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.base import File as BaseFile
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from tocsin.lib import file_kinds, pictures


class ScrubbedFile(ContentFile):
    """A file that came out of the scrubber, under a name of its own: a camera's tells things too.

    No name is given twice, or a file could be removed for a picture that is gone though another has come to own it.
    """

    def __init__(self, scrubbed: pictures.Scrubbed, stem: str = "") -> None:
        super().__init__(scrubbed.data, name=f"{stem or secrets.token_hex(10)}.{scrubbed.extension}")
        self.scrubbed = scrubbed


def scrubbed_file(file: BaseFile, stem: str = "") -> ScrubbedFile:
    """Return *file* scrubbed; one that has been is not written a second time. Raises ``PictureRefused``.

    It is stored as *stem*, which whoever gives one gives once.
    """
    if isinstance(file, ScrubbedFile):
        return file
    file.seek(0)
    return ScrubbedFile(pictures.scrub(file.read(pictures.MAX_BYTES + 1)), stem)


class PictureFieldFile(WagtailImageFieldFile):
    """The one way by which a picture reaches the disk: whoever stores it, only the scrubbed file is written."""

    file: BaseFile

    def get_image_dimensions(self) -> tuple[int, int]:
        """Of what is not stored yet, the scrubbed size. Raises ``PictureRefused``."""
        if self._committed:
            width, height = super().get_image_dimensions()
            return width, height
        file = scrubbed_file(self.file)
        self.file = file
        return file.scrubbed.width, file.scrubbed.height

    def save(self, name: str, content: BaseFile, save: bool = True) -> None:
        """Store *content* scrubbed, under a name of its own. Raises ``PictureRefused``; nothing is written then."""
        file = scrubbed_file(content)
        super().save(str(file.name), file, save=False)
        clean = file.scrubbed
        picture = self.instance
        picture.width, picture.height = clean.width, clean.height
        picture.file_size = len(clean.data)
        picture.file_hash = hashlib.sha1(clean.data, usedforsecurity=False).hexdigest()  # Wagtail's field is a SHA-1
        picture.removed = ", ".join(clean.removed)
        if save:
            picture.save()


class PictureField(WagtailImageField):
    attr_class = PictureFieldFile


class Picture(AbstractImage):
    """A picture without its metadata. ``description`` is its alternative text."""

    file: Any = PictureField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It adds nothing to the words; screen readers pass over it."),
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True, help_text=_("As CC BY-SA 4.0."))
    removed = models.CharField(_("removed at upload"), max_length=400, blank=True, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "is_decorative", "caption", "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def removed_words(self) -> str:
        """What the file held beside the pixels when it came, in the language of who asks."""
        return ", ".join(gettext(words) for words in self.removed.split(", ") if words)


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_per_picture_and_filter",
            )
        ]


class File(AbstractDocument):
    """A document, sound or video of our own."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def clean(self) -> None:
        """Refuse a file that is not what its name says."""
        super().clean()
        if not self.file or self.file._committed:  # noqa: SLF001 - Django's word for "already stored"
            return
        self.file.open("rb")
        if not file_kinds.is_what_it_says(self.file.name, self.file.read(file_kinds.START)):
            name = self.filename
            raise ValidationError({"file": _("“%(name)s” is not what its name says. Save it anew.") % {"name": name}})
        self.file.seek(0)
