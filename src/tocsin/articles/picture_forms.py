"""The desk's form for pictures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from tocsin.articles.models import Picture
from tocsin.articles.models.media import ScrubbedFile, scrubbed_file
from tocsin.lib.pictures import PictureRefused


class PictureFormField(WagtailImageField):
    """Gives the scrubbed picture on; nothing but the scrubber opens what was uploaded."""

    def to_python(self, data: File | None) -> ScrubbedFile | None:
        upload = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            return scrubbed_file(upload)
        except PictureRefused as refusal:
            raise forms.ValidationError(_(refusal.sentence) % refusal.values, code="refused") from None


class PictureForm(BaseImageForm):
    """Every form of the desk that takes a picture in or changes one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = PictureFormField(label=given.label, required=given.required, widget=given.widget)
        self._say_what_was_removed(self.instance)

    def _say_what_was_removed(self, picture: Picture) -> None:
        if picture.pk and picture.removed:
            place = self.fields.get("file") or self.fields["title"]
            said = _("Removed from this file at upload: %(things)s.") % {"things": picture.removed_words()}
            place.help_text = f"{place.help_text} {said}".strip()

    def clean(self) -> dict[str, Any]:
        """Ask for alternative text, unless the picture is marked as decorative.

        Where several pictures are uploaded at once, the first step has no field for words; the second asks for them.
        """
        cleaned: dict[str, Any] = super().clean()
        asked = "is_decorative" in self.fields and self.add_prefix("description") in self.data
        if asked and not cleaned.get("description", "").strip() and not cleaned.get("is_decorative"):
            self.add_error("description", _("Describe what the picture shows, or mark it as decorative."))
        return cleaned

    def save(self, commit: bool = True) -> Picture:
        """Keep the picture. The background begins when a replaced file's renditions are gone."""
        with transaction.atomic():
            saved: Picture = super().save(commit)
        return saved
