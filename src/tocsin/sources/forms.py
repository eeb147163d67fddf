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

FIRST = ["title", "address", "publication_name", "author", "published_on"]
"""What an editor types while writing; the rest can be added later."""
MORE = ["accessed_on", "type", "language", "quote", "locator", "note", "lost_address", "offline"]
MOST_OFFERED = 500


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

    class Meta:
        model = Source
        fields = [name for name in [*FIRST, *MORE] if name != "publication_name"]
        widgets = {
            "title": forms.TextInput,
            "address": forms.URLInput,
            "author": forms.TextInput,
            "accessed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "quote": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.publication_id:
            self.initial["publication_name"] = str(self.instance.publication)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("offline") and (cleaned.get("address") or cleaned.get("lost_address")):
            self.add_error("offline", _("It has an address. Untick this, or remove the address."))
        return cleaned

    def save(self, commit: bool = True) -> Source:
        source: Source = super().save(commit=False)
        if "publication_name" in self.cleaned_data:
            source.publication = services.publication_named(self.cleaned_data["publication_name"])
        return services.save_source(source) if commit else source

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in FIRST]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]
