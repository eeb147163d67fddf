"""What an editor types, checked before it is kept or published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from tocsin.articles import readiness
from tocsin.articles.models import Contributor, Section
from tocsin.articles.services.contributors import save_contributor
from tocsin.articles.services.sections import save_section
from tocsin.articles.services.takedown import LONGEST_REASON
from tocsin.lib import clock


class ArticleForm(WagtailAdminPageForm):
    """An article in the editor. A draft may be unfinished; what goes on to readers or reviewers may not."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "embargo_until" in cleaned and "go_live_at" in self.fields:
            self._plan_for_embargo(cleaned)
        return cleaned

    def _plan_for_embargo(self, cleaned: dict[str, Any]) -> None:
        """Show the end of the embargo as the planned time, and forget that time with the embargo."""
        until, planned, was = cleaned["embargo_until"], cleaned.get("go_live_at"), self.initial.get("embargo_until")
        if "embargo_until" in self.changed_data and was and planned == was:
            planned = None
        if until and until > clock.now() and (planned is None or planned < until):
            planned = until
        cleaned["go_live_at"] = planned

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        for field, sentence in dict.fromkeys(readiness.objections(self.instance)):
            self.add_error(field if field in self.fields else None, sentence)


class ContributorForm(WagtailAdminModelForm):
    """A contributor; the address follows from the name where it is left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def save(self, commit: bool = True) -> Contributor:
        contributor: Contributor = super().save(commit=False)
        return save_contributor(contributor) if commit else contributor


class NewContributorForm(ContributorForm):
    class Meta:
        model = Contributor
        fields = ["name", "kind"]


class SectionForm(WagtailAdminModelForm):
    """A section; its path and the paths below follow."""

    def save(self, commit: bool = True) -> Section:
        section: Section = super().save(commit=False)
        return save_section(section) if commit else section


class TakedownForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason given to readers"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_REASON, "dir": "auto"}),
        help_text=_("It stands at the article's address from now on. Name nobody who could be endangered."),
    )
