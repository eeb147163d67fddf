"""Importing claims: all of a file or nothing of it, and the same again adds nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client

from tests import make, shared
from tocsin.claims.errors import ImportRefused
from tocsin.claims.models import Assertion, Claim, Decision, Figure, FigureSeries, Place
from tocsin.cli.claims import command
from tocsin.evidence.charts.series import points_of
from tocsin.importers.ledger.read import read
from tocsin.importers.ledger.services import Wishes, bring_in

pytestmark = pytest.mark.django_db
needs_data = shared.needs(shared.DATA)

TABLE = """\
n,text,type,sensitivity,speaker,side,stance,origin,interest,public_on,source_title,source_address,publication,quote,value,quantifier,definition,as_of
1,More than 249 were killed.,figure,not_sensitive,OHCHR,,support,root,none,2022-03-03,Update,https://example.org/u,UN,"249 killed",249,at least,verified killings,2022-03-02
2,The bridge is closed.,access,not_sensitive,,,,,,,,,,,,,,
"""


def test_a_table_becomes_claims_assertions_and_sources() -> None:
    outcome = bring_in(read(TABLE.encode()), Wishes("table"))
    claim = Claim.objects.get(imported_as="table:1")
    said = claim.assertions.get()
    assert (outcome.claims, outcome.assertions) == (2, 1)
    assert (claim.figure.low, claim.figure.high, claim.figure.quantifier) == (249, None, "MORE_THAN")
    assert (said.said_by, said.source.publication.name, said.citation.exact) == ("OHCHR", "UN", "249 killed")
    assert claim.standings.get(audience="newsroom").reason == "Reported: 1 publisher, 1 origin"


def test_a_dry_run_keeps_nothing() -> None:
    outcome = bring_in(read(TABLE.encode()), Wishes("table", dry_run=True))
    assert (outcome.claims, Claim.objects.count(), Place.objects.count(), Decision.objects.count()) == (2, 0, 0, 0)


def test_one_wrong_row_keeps_nothing_and_names_its_line() -> None:
    table = TABLE + "3,A figure,figure,not_sensitive,,,,,,,,,,,many,,,\n"
    with pytest.raises(ImportRefused, match=r"Line 4: 'many' is no number"):
        bring_in(read(table.encode()), Wishes("table"))
    assert Claim.objects.count() == 0


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("3,A,fable,not_sensitive", "no type"),
        ("3,A,event,", "sensitivity"),
        ("3,A,event,harmless", "sensitivity"),
        ("3,,event,not_sensitive", "text"),
    ],
)
def test_a_wrong_row_is_said_in_a_line(row: str, says: str) -> None:
    with pytest.raises(ImportRefused, match=says):
        bring_in(read(f"n,text,type,sensitivity\n{row}\n".encode()), Wishes("table"))


def test_words_that_stand_twice_need_a_person() -> None:
    article = make.article(body=[make.paragraph("It fell. It fell.")], live=False)
    outcome = bring_in(
        read(b"text,exact,type,sensitivity\nIt fell.,It fell.,event,not_sensitive\n"), Wishes("table", article)
    )
    assert (outcome.spans, outcome.doubts) == (0, ["Line 2: its words stand in the article 2 times: It fell."])


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(TABLE)
    for expected in ("Would record 2 claims", "Recorded 2 claims"):
        arguments = ["import", str(file), *(["--dry-run"] if expected.startswith("Would") else [])]
        result = CliRunner().invoke(command, arguments, catch_exceptions=False)
        assert expected in result.output
    result = CliRunner().invoke(command, ["status", str(Claim.objects.get(imported_as="table:1").pk), "--newsroom"])
    assert "Reported: 1 publisher, 1 origin" in result.output


@needs_data
def test_the_daily_losses_become_a_series_with_chart_table_and_exports(client: Client) -> None:
    every_day = json.loads((shared.DATA / "ukraine-war-losses" / "russia_losses_personnel.json").read_bytes())
    source = every_day[:: -int(os.environ.get("TOCSIN_LOSSES_STEP", "8"))][::-1]
    data = json.dumps(source).encode()
    columns = {"n": "date", "as_of": "date", "value": "personnel", "quantifier": "personnel*", "public_on": "date"}
    fixed = {
        "type": "figure",
        "sensitivity": "not_sensitive",
        "text": "Losses of personnel by {as_of}: {value}",
        "series": "Personnel lost",
        "series_kind": "cumulative",
        "indicator": "personnel losses",
        "definition": "as the general staff counts",
        "speaker": "General Staff",
        "speaker_kind": "PublicBody",
        "stance": "support",
        "origin": "root",
        "interest": "for",
    }
    outcome = bring_in(read(data, columns=columns, fixed=fixed), Wishes("losses", open_to_readers=True))
    assert (outcome.claims, Figure.objects.count()) == (len(source), len(source))
    series = FigureSeries.objects.get()
    points = points_of(list(series.figures.select_related("claim").by_date()))
    flags = {"about": "APPROXIMATELY", "more": "MORE_THAN"}
    assert [(str(p.day), p.value, p.quantifier) for p in points] == [
        (row["date"], float(row["personnel"]), flags[row["personnel*"]]) for row in source
    ]
    current = Claim.objects.filter(standings__audience="readers", standings__currency="current")
    assert list(current.values_list("imported_as", flat=True)) == [f"losses:{source[-1]['date']}"]
    page = client.get(f"/figures/{series.slug}/").content.decode()
    assert f"{len(source):,} figures" in page or f"{len(source)} figures" in page
    rows = b"".join(client.get(f"/data/series-{series.slug}/figures.csv").streaming_content).decode().splitlines()
    assert len(rows) == len(source) + 1


@needs_data
def test_current_events_become_claims_with_their_sources() -> None:
    data = (shared.DATA / "current-events-2015-09" / "wikitimes_CEP.json").read_bytes()
    source = json.loads(data)
    columns = {
        "n": "id",
        "text": "description",
        "date": "date",
        "public_on": "date",
        "source_address": "source.*.url",
        "publication": "source.*.sourceName",
    }
    fixed = {"type": "event", "sensitivity": "not_sensitive", "language": "en"}
    outcome = bring_in(read(data, columns=columns, fixed=fixed), Wishes("events"))
    expected = sum(len(row["source"]) for row in source)
    assert (outcome.claims, outcome.assertions) == (len(source), expected)
    assert not Assertion.objects.filter(source=None).exists()


def test_an_import_of_many_costs_little_more_than_it_must(django_assert_max_num_queries: Any) -> None:
    rows = "".join(f"{n},Claim {n},event,not_sensitive\n" for n in range(20))
    with django_assert_max_num_queries(20 * 25):
        bring_in(read(f"n,text,type,sensitivity\n{rows}".encode()), Wishes("table"))
