"""An editor's description of a source."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from tocsin.sources import services
from tocsin.sources.models import Publication, Source
from tocsin.sources.statuses import Confidentiality

FIRST = ["title", "address", "publication_name", "author", "published_on"]
"""What an editor types while writing; the rest can be added later."""
MORE = ["accessed_on", "type", "language", "quote", "locator", "note", "lost_address", "offline", "text"]
PROVENANCE = [
    *("issuer", "issued_on", "issuer_headline", "created_on", "uploaded_on"),
    *("side", "scale", "reliability", "confidentiality"),
]
"""What an editor adds on the source's own screen."""
MOST_OFFERED = 500
LARGEST_TEXT = 2 * 1024 * 1024
"""Bytes of a text that is uploaded."""


class Suggesting(forms.TextInput):
    """A line that suggests the publications already on record and takes any other."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        known = f"{name}-known"
        line = super().render(name, value, {**(attrs or {}), "list": known}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in self._names()))
        return format_html('{}<datalist id="{}">{}</datalist>', line, known, options)

    def _names(self) -> list[str]:
        return [str(one) for one in Publication.objects.all()[:MOST_OFFERED]]


class SourceForm(WagtailAdminModelForm):
    """A source, its publication by name. Saving computes the status."""

    publication_name = forms.CharField(
        label=_("Publication"),
        max_length=200,
        required=False,
        widget=Suggesting,
        help_text=_("Who published it. A new name is recorded."),
    )

    text_file = forms.FileField(
        label=_("Its text as a file"),
        required=False,
        help_text=_("Plain text in UTF-8; it takes the place of the text."),
    )

    class Meta:
        model = Source
        fields = [name for name in [*FIRST, *MORE, *PROVENANCE] if name != "publication_name"]
        widgets = {
            "title": forms.TextInput,
            "address": forms.URLInput,
            "author": forms.TextInput,
            "accessed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "quote": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
            "text": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "confidentiality" in self.fields:
            self.fields["confidentiality"].required = False  # the form in the chooser does not ask for it
        if self.instance.publication_id:
            self.initial["publication_name"] = str(self.instance.publication)

    def clean_confidentiality(self) -> str:
        """What is not said is open to readers."""
        return self.cleaned_data.get("confidentiality") or Confidentiality.UNPROTECTED

    def clean_text_file(self) -> str:
        """The words of the file. A browser sends bytes; anything but text is refused."""
        file = self.cleaned_data.get("text_file")
        if not file:
            return ""
        if file.size > LARGEST_TEXT:
            raise forms.ValidationError(_("The file is larger than 2 MB. Keep the part that is cited."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This is no plain text in UTF-8. Save it as text first.")) from None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("offline") and (cleaned.get("address") or cleaned.get("lost_address")):
            self.add_error("offline", _("It has an address. Untick this, or remove the address."))
        return cleaned

    def save(self, commit: bool = True) -> Source:
        source: Source = super().save(commit=False)
        if "publication_name" in self.cleaned_data:
            source.publication = services.publication_named(self.cleaned_data["publication_name"])
        if words := self.cleaned_data.get("text_file"):
            source.text = words
        return services.save_source(source) if commit else source

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in FIRST]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]
