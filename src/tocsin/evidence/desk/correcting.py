"""The form in which an editor corrects a proposal: what was read of it beyond the claim itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tocsin.claims.statuses import PublisherStance, Quantifier, Stance
from tocsin.evidence.forms import Suggesting, speaker_names
from tocsin.evidence.judging import WITH_A_FIGURE, flat
from tocsin.evidence.ports import Proposal

_NONE = ("", "—")
_WORDS = {"dir": "auto"}


def _number(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, required=False, max_digits=20, decimal_places=4)


class CorrectedForm(forms.Form):
    """Who says so, and the number, as they were read out of the text."""

    speaker = forms.CharField(label=_("Speaker"), max_length=200, required=False, widget=Suggesting(attrs=_WORDS))
    stance = forms.ChoiceField(label=_("Stance"), choices=[_NONE, *Stance.choices], required=False)
    cue = forms.CharField(label=_("Cue"), max_length=200, required=False, help_text=_("As: according to."))
    publisher_stance = forms.ChoiceField(
        label=_("What our text does with it"), choices=[_NONE, *PublisherStance.choices], required=False
    )
    accused = forms.CharField(label=_("Accused"), max_length=200, required=False)
    low, high = _number(_("At least")), _number(_("At most"))
    quantifier = forms.ChoiceField(label=_("Quantifier"), choices=[_NONE, *Quantifier.choices], required=False)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    definition = forms.CharField(label=_("What the number counts"), max_length=300, required=False)
    reported = forms.CharField(label=_("As printed"), max_length=200, required=False)

    figure = ("low", "high", "quantifier", "unit", "definition", "reported")

    def __init__(self, one: Proposal, data: Any = None, *, private: bool) -> None:
        super().__init__(data, initial=flat(one))
        self.one = one
        self.fields["speaker"].widget.names = speaker_names(private=private)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("low"), cleaned.get("high")
        if low is not None and high is not None and low > high:
            self.add_error("high", _("The numbers run from the lowest to the highest."))
        return cleaned

    @property
    def voice_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.figure]

    @property
    def figure_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.figure]

    @property
    def has_figure(self) -> bool:
        return self.one.type in WITH_A_FIGURE or any(name in self.errors for name in self.figure)

    def as_it_is(self, claim: dict[str, Any], *, start: int, end: int) -> Proposal:
        """The proposal put right, with the fields of the *claim* as its form was given them."""
        said = self.cleaned_data
        places = tuple(part.strip() for part in claim["places"].split(";") if part.strip())
        return replace(
            self.one,
            start=start,
            end=end,
            **{name: claim[name] for name in ("type", "date_text", "date", "polarity", "modality")},
            places=places,
            **{name: said[name] for name in ("speaker", "cue", "publisher_stance", "accused")},
            stance=(said["stance"] or Stance.SUPPORT.value) if said["speaker"] else "",
            figure=self._figure(),
        )

    def _figure(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in self.figure}
        if all(given[name] in {None, ""} for name in ("low", "high", "reported")):
            return {}
        return {
            **given,
            "quantifier": given["quantifier"] or Quantifier.EXACT.value,
            "unit": given["unit"] or "person",
            "low": _plain(given["low"]),
            "high": _plain(given["high"]),
        }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
