"""The article this project began with, coded whole: fifty-two statements, their spans, their statuses then and later."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests import shared
from tocsin.articles.models import ArticlePage, Span
from tocsin.claims import queries
from tocsin.claims.models import Assertion, Claim
from tocsin.claims.statuses import Audience
from tocsin.importers.ledger.read import read
from tocsin.importers.ledger.services import Wishes, bring_in
from tocsin.importers.webpage import services as pages
from tocsin.importers.webpage.read import read as read_page
from tocsin.lib.errors import TocsinError

DATA = shared.DATA / "first-week-article"
pytestmark = [
    pytest.mark.django_db,
    shared.needs(DATA),
]

MAP = {
    "exact": "text",
    "low": "figure.low",
    "high": "figure.high",
    "quantifier": "figure.quantifier",
    "unit": "figure.unit",
    "date_words": "date.text",
    "date": "date.against_publication",
    "date_known": "date.against_2022_03_03",
}
FIXED = {
    "text": "{exact}",
    "sensitivity": "not_sensitive",
    "date_anchor": "2022-03-05",
    "anchor_basis": "publication",
    "definition": "as the article words it",
}
OUTSIDE = """\
n,assertion_on,speaker,speaker_kind,side,camp,stance,interest,origin,public_on,repeats
o1,11,Spokesman of the Russian defence ministry,Person,Russia,Russia,support,for,root,2022-03-02T06:00Z,
o2,11,Adviser to the president of Ukraine,Person,Ukraine,Ukraine,deny,for,root,2022-03-02T15:00Z,
o3,11,Mayor of Kherson,Person,Ukraine,Ukraine,deny,for,root,2022-03-02T16:00Z,
o4,11,A US official,Person,,,query,none,root,2022-03-02T17:00Z,
o5,11,Mayor of Kherson,Person,Ukraine,Ukraine,support,against,root,2022-03-03T18:00Z,
o6,2,State Emergency Service of Ukraine,PublicBody,Ukraine,Ukraine,support,for,root,2022-03-02T13:37Z,
o7,2,Relay one,Organization,,,support,none,,2022-03-02T15:00Z,o6
o8,2,Relay two,Organization,,,support,none,,2022-03-02T16:00Z,o6
o9,3,UNHCR,Organization,,,support,none,root,2022-03-03T00:30Z,
o10,39,Delegate of Ukraine,Person,Ukraine,Ukraine,support,for,root,2022-03-03T20:00Z,
o11,39,Delegate of Russia,Person,Russia,Russia,support,for,root,2022-03-03T20:00Z,
"""
FIGURES = """\
n,assertion_on,speaker,stance,interest,origin,public_on,low,high,quantifier,definition
f1,2,OHCHR,support,none,root,2022-03-03,249,,MORE_THAN,killings it has verified
f2,4,UNHCR,support,none,root,2022-03-03,,4000000,LESS_THAN,
"""


def none(address: str) -> bytes:
    raise TocsinError(address)


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def article(home: Any) -> ArticlePage:
    page = read_page((DATA / "page.txt").read_bytes(), content_type="text/plain", today=date(2026, 11, 25))
    found = pages.bring_in(page, pages.Wishes(None, date(2022, 3, 5), (), False, False), fetch=none)
    return found.article


def load(article: ArticlePage) -> Any:
    data = (DATA / "claims.jsonl").read_bytes()
    return bring_in(read(data, columns=MAP, fixed=FIXED), Wishes("first-week", article))


def named(number: int) -> Claim:
    return Claim.objects.get(imported_as=f"first-week:{number}")


def on(number: int, day: int, hour: int) -> tuple[str, set[str]]:
    verdict = queries.status_on(named(number), datetime(2022, 3, day, hour, tzinfo=UTC), Audience.NEWSROOM)
    return verdict.status.value, {flag.value for flag in verdict.flags}


def test_every_row_is_taken_and_every_span_stands_on_its_words(
    article: ArticlePage, rows: list[dict[str, Any]]
) -> None:
    outcome = load(article)
    assert (outcome.claims, outcome.spans, outcome.doubts) == (50, 52, [])
    text = article.anchored_text.text
    spans = {span.exact: span for span in Span.objects.anchored()}
    for row in rows:
        span = spans[row["text"]]
        assert text[span.start : span.end] == row["text"]
    page = (DATA / "page.txt").read_text(encoding="utf-8")
    by_page = sorted(rows, key=lambda row: (row["start"], -row["end"]))
    by_article = sorted(spans.values(), key=lambda span: (span.start, -span.end))
    assert [row["text"] for row in by_page] == [span.exact for span in by_article], "the same occurrences, in order"
    assert all(page.count(row["text"]) == 1 for row in rows)


def test_every_status_checkability_and_flag_is_as_coded(article: ArticlePage, rows: list[dict[str, Any]]) -> None:
    load(article)
    for row in rows:
        if row.get("assertion_on"):
            assert Assertion.objects.filter(imported_as=f"first-week:{row['n']}").count() == 1
            continue
        claim = named(row["n"])
        standing = claim.standings.get(audience="newsroom")
        assert claim.checkability == row["checkability"], row["n"]
        if row["expected_status"]:
            assert standing.status == row["expected_status"], row["n"]
        assert set(standing.flags) - {"single_side"} == set(row.get("flags") or []), row["n"]


def test_a_second_import_adds_nothing(article: ArticlePage) -> None:
    load(article)
    before = (Claim.objects.count(), Assertion.objects.count(), Span.objects.count())
    outcome = load(article)
    assert (outcome.claims, outcome.there) == (0, 52)
    assert (Claim.objects.count(), Assertion.objects.count(), Span.objects.count()) == before


def test_outside_evidence_moves_the_statuses_day_by_day(article: ArticlePage) -> None:
    load(article)
    for table in (OUTSIDE, FIGURES):
        bring_in(read(table.encode()), Wishes("first-week", article))
    assert on(11, 2, 7)[0] == "reported"
    assert on(11, 2, 23)[0] == "contested"
    assert on(11, 5, 23) == ("corroborated", {"denial_on_record"})
    assert on(2, 5, 23) == ("reported", {"definition_mismatch"})
    assert on(3, 5, 23)[0] == "reported"
    assert on(4, 5, 23) == ("reported", {"bound_mismatch", "reference_lost"})
    assert on(39, 5, 23) == ("corroborated", set())
