"""A figure series in its grid: changed, added to, never half saved; a missing number is not zero."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import make
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim, Figure, FigureSeries

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(home: Any) -> FigureSeries:
    made = ledger.series_for(
        name="Killed", indicator="killed", kind="cumulative", definition="as counted", origin=make.speaker("Agency")
    )
    for day, best in (("2022-03-01", 10), ("2022-03-02", 20)):
        record = {"best": best, "as_of": day, "series": made, "definition": "as counted", "kind": "cumulative"}
        make.assertion(make.claim(f"{best} killed", type="figure", subtype=record))
    return made


def rows(series: FigureSeries, *changes: dict[str, Any], **management: int) -> dict[str, Any]:
    """The grid as the browser would send it: the rows on record, newest first, with *changes*, then new rows."""
    figures = list(series.figures.select_related("claim").order_by("-as_of_end"))
    sent = [
        {
            "claim": one.claim_id,
            "version": one.claim.version,
            "as_of": one.as_of,
            "quantifier": one.quantifier,
            "best": int(one.best or 0),
        }
        for one in figures
    ]
    for at, change in enumerate(changes):
        sent[at : at + 1] = [{**(sent[at] if at < len(sent) else {"quantifier": "EXACT"}), **change}]
    data = {f"form-{at}-{name}": value for at, row in enumerate(sent) for name, value in row.items()}
    return {**data, "form-TOTAL_FORMS": len(sent), "form-INITIAL_FORMS": len(figures)}


def test_a_number_is_changed_and_a_row_added(desk: Client, series: FigureSeries) -> None:
    address = f"/desk/ledger/series/{series.pk}/"
    assert desk.get(address).content.decode().count('name="form-') > 20
    sent = rows(series, {"best": 25}, {}, {"as_of": "2022-03-03", "low": 30, "quantifier": "MORE_THAN"})
    assert desk.post(address, sent).status_code == 302
    found = [(one.as_of, one.low, one.best) for one in series.figures.order_by("as_of")]
    assert found == [("2022-03-01", None, 10), ("2022-03-02", None, 25), ("2022-03-03", 30, None)]
    newest = Claim.objects.get(figure__as_of="2022-03-03")
    assert (newest.assertions.get().said_by, newest.text) == ("Agency", "Killed, 2022-03-03: 30")
    assert Figure.objects.get(as_of="2022-03-02").claim.standings.get(audience="newsroom").currency == "superseded"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"best": ""}, "not zero"),
        ({"as_of": "soon"}, "is not a date"),
        ({"low": 30}, "lowest to the highest"),
        ({"as_of": "", "best": ""}, "is not deleted"),
        ({"best": 26, "version": 99}, "changed this meanwhile"),
    ],
)
def test_a_wrong_row_saves_nothing_and_says_why(
    desk: Client, series: FigureSeries, change: dict[str, Any], says: str
) -> None:
    sent = rows(series, change, {"best": 11})
    response = desk.post(f"/desk/ledger/series/{series.pk}/", sent)
    assert response.status_code == 200
    assert says in response.content.decode()
    assert sorted(int(one.best) for one in series.figures.all()) == [10, 20]


def test_a_falling_count_is_asked_about(desk: Client, series: FigureSeries) -> None:
    desk.post(f"/desk/ledger/series/{series.pk}/", rows(series, {"best": 5}))
    assert "a correction, a new phase, or an error?" in desk.get(f"/desk/ledger/series/{series.pk}/").content.decode()


def test_an_author_does_not_change_series(client: Client, series: FigureSeries) -> None:
    client.force_login(make.user("author", role="Authors"))
    assert client.get(f"/desk/ledger/series/{series.pk}/").status_code in {302, 403}
