"""The settings of the discussion, in the order a newsroom thinks of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.accounts.models import User
from tocsin.comments import services
from tocsin.comments.models import Discussion, DiscussionSettings

_PARTS: list[tuple[Any, list[str]]] = [
    (
        gettext_lazy("Where and when"),
        ["is_open", "claims_open", "close_after_days", "closed_everywhere", "slow_mode", "slow_minutes"],
    ),
    (gettext_lazy("Who"), ["require_name", "require_email", "rules_text"]),
    (
        gettext_lazy("What waits for a moderator"),
        [
            "hold_all",
            "hold_first",
            "max_links",
            "hold_words",
            "hold_details",
            "hold_alike",
            "spam_hold",
            "hold_after_reports",
        ],
    ),
    (gettext_lazy("What is turned away"), ["refuse_words", "spam_away", "flood_seconds", "longest"]),
    (gettext_lazy("How it is shown"), ["order", "per_page", "opens_on_last_page", "depth"]),
    (gettext_lazy("Writers"), ["edit_minutes", "notices", "email_days", "token_days", "refused_days"]),
    (gettext_lazy("Moderators"), ["tell_moderators"]),
]


class SettingsForm(forms.ModelForm):
    """Every option, each with its default said."""

    class Meta:
        model = DiscussionSettings
        fields = [name for _title, names in _PARTS for name in names]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            said = _("Unless changed: %(value)s.") % {"value": self._default(name)}
            field.help_text = f"{field.help_text} {said}".strip()
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs |= {"rows": 4, "dir": "auto"}

    def _default(self, name: str) -> str:
        field: Any = DiscussionSettings._meta.get_field(name)
        value = field.get_default()
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        choices = dict(field.flatchoices)
        return str(choices.get(value, value)) or _("empty")

    def parts(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for title, names in _PARTS:
            yield str(title), [self[name] for name in names]

    @transaction.atomic
    def save_as(self, user: User) -> None:
        """Keep them; what closes or slows the discussion goes by its service, so that it is on the audit trail."""
        kept = DiscussionSettings.objects.get(pk=self.instance.pk)
        closed, slow = self.cleaned_data["closed_everywhere"], self.cleaned_data["slow_mode"]
        minutes = self.cleaned_data["slow_minutes"]
        self.instance.closed_everywhere, self.instance.slow_mode = kept.closed_everywhere, kept.slow_mode
        self.instance.slow_minutes = kept.slow_minutes
        self.save()
        services.close_everything(by=user, closed=closed)
        services.slow(by=user, on=slow, minutes=minutes)


class DiscussionForm(forms.ModelForm):
    """Where one article's or claim's discussion differs from the site's."""

    class Meta:
        model = Discussion
        fields = ["opening", "holding"]
        widgets = {"opening": forms.RadioSelect, "holding": forms.RadioSelect}
