"""A figure series as a grid: every number in its cell, new ones in the empty rows, all saved at once or none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from tocsin.accounts.models import User
from tocsin.claims import services as ledger
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Claim, Figure, FigureSeries
from tocsin.claims.statuses import ClaimType, Origin, Quantifier, Sensitivity, SeriesKind, Stance
from tocsin.evidence import queries
from tocsin.evidence.charts import chart_of
from tocsin.lib import clock, edtf
from tocsin.lib.errors import TocsinError

ROWS, EMPTY = 50, 3
_NUMBERS = ("low", "best", "high")


class RowForm(forms.Form):
    """One figure of the series; an empty row is passed over."""

    claim = forms.IntegerField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    as_of = forms.CharField(label=gettext_lazy("As of"), max_length=edtf.LONGEST, required=False)
    quantifier = forms.ChoiceField(label=gettext_lazy("Quantifier"), choices=Quantifier.choices, required=False)
    low = forms.DecimalField(label=gettext_lazy("At least"), required=False, max_digits=20, decimal_places=4)
    best = forms.DecimalField(label=gettext_lazy("Best"), required=False, max_digits=20, decimal_places=4)
    high = forms.DecimalField(label=gettext_lazy("At most"), required=False, max_digits=20, decimal_places=4)
    reported = forms.CharField(label=gettext_lazy("As printed"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = field.label or name

    @property
    def numbers(self) -> dict[str, Decimal | None]:
        return {name: self.cleaned_data.get(name) for name in _NUMBERS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        numbers = [cleaned.get(name) for name in _NUMBERS]
        given = [one for one in numbers if one is not None]
        if given and not cleaned.get("as_of"):
            self.add_error("as_of", _("Say on which date this was true."))
        if cleaned.get("as_of"):
            try:
                edtf.read(cleaned["as_of"])
            except edtf.BadEdtf as error:
                self.add_error("as_of", str(error))
            if not given:
                self.add_error("best", _("Give a number, or empty the row. A number that is not known is not zero."))
        if given != sorted(given):
            self.add_error("high", _("The numbers run from the lowest to the highest."))
        return cleaned


GridSet = forms.formset_factory(RowForm, extra=EMPTY)


def grid(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the series as a grid and save it."""
    user, series = request.user, get_object_or_404(FigureSeries.objects.select_related("origin", "place"), pk=pk)
    if not isinstance(user, User) or not user.has_perm("claims.change_figureseries"):
        raise PermissionDenied
    figures = series.figures.filter(claim__merged_into=None).select_related("claim").order_by("-as_of_end", "-pk")  # type: ignore[attr-defined]
    listing = queries.page_of(figures, queries.page_number(request.GET.get("p", "1")), per_page=ROWS)
    if listing is None:
        raise Http404
    rows = GridSet(request.POST or None, initial=[_row(one) for one in listing.object_list])
    if request.method == "POST" and rows.is_valid():
        try:
            changed = save(series, rows.forms, by=user)
        except (TocsinError, ValidationError) as refusal:
            messages.error(
                request, " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
            )
        else:
            messages.success(request, _("%d figures were saved.") % changed)
            return redirect(f"{reverse('series_grid', args=[pk])}?p={listing.number}")
    drawn = list(series.figures.select_related("claim").by_date())  # type: ignore[attr-defined]
    context = {
        "series": series,
        "rows": rows,
        "listing": listing,
        "chart": chart_of(series, drawn),
        "falls": falls(series, drawn),
    }
    return render(request, "desk/grid.html", context)


def _row(figure: Figure) -> dict[str, Any]:
    values = {name: getattr(figure, name) for name in ("as_of", "quantifier", "reported")}
    numbers = {name: _plain(getattr(figure, name)) for name in _NUMBERS}
    return {"claim": figure.claim_id, "version": figure.claim.version, **values, **numbers}


def _plain(value: Decimal | None) -> Decimal | None:
    return value if value is None or value % 1 else value.quantize(Decimal(1))


@transaction.atomic
def save(series: FigureSeries, rows: list[RowForm], *, by: User) -> int:
    """Save the rows that were changed; return how many. One that cannot be saved leaves all as they were.

    Raises ``ChangedMeanwhile`` for a row somebody else has saved since, and ``ClaimRefused`` for one that was emptied.
    """
    changed = [row for row in rows if row.has_changed()]
    with ledger.deferred():
        for row in changed:
            _save(series, row, by=by)
    return len(changed)


def _save(series: FigureSeries, row: RowForm, *, by: User) -> None:
    given = row.cleaned_data
    record = {
        **row.numbers,
        "as_of": given["as_of"],
        "quantifier": given["quantifier"] or Quantifier.EXACT,
        "reported": given["reported"],
    }
    if given.get("claim"):
        claim = get_object_or_404(Claim, pk=given["claim"], figure__series=series)
        if not given["as_of"]:
            raise ClaimRefused(_("A figure on record is not deleted. Withdraw what was said of it, on its claim."))
        ledger.change(claim, version=given.get("version") or 0, by=by, subtype=record)
        return
    if not given.get("as_of"):
        return
    fields = {"series": series, "unit": series.unit, "kind": series.kind, "definition": series.definition}
    claim = ledger.record_claim(
        text=f"{series.name}, {given['as_of']}: {_words(row)}",
        type=ClaimType.FIGURE,
        sensitivity=[Sensitivity.NOT_SENSITIVE],
        by=by,
        subtype={**record, **fields},
    )
    if series.origin:
        now = clock.now()
        ledger.record_assertion(
            claim,
            stance=Stance.SUPPORT,
            by=by,
            speaker=series.origin,
            origin=Origin.ROOT,
            asserted_at=now,
            public_at=now,
        )


def _words(row: RowForm) -> str:
    numbers = [f"{value:f}" for value in row.numbers.values() if value is not None]
    return row.cleaned_data["reported"] or "–".join(dict.fromkeys(numbers))


def falls(series: FigureSeries, figures: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Where a cumulative count falls: a correction, a new phase, or an error; the editor says which."""
    if series.kind != SeriesKind.CUMULATIVE:
        return []
    known = [one for one in figures if one.as_of_end and _value(one) is not None]
    return [(one, other) for one, other in pairwise(known) if (_value(other) or 0) < (_value(one) or 0)]


def _value(figure: Figure) -> Decimal | None:
    return next((one for one in (figure.best, figure.low, figure.high) if one is not None), None)
