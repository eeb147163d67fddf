"""While there is no index, titles are searched in the database: everything a reader chose is heeded, nothing is an error."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.search.queries import simple
from tocsin.search.query import read
from tocsin.search.records import Answer, Options, Order


@pytest.fixture
def texts(home: HomePage) -> None:
    days = {"Bridge one": 2020, "Bridge two": 2022, "Bridge three": 2021}
    for title, year in days.items():
        made = make.article(
            title, language="uk" if year == 2021 else "en", tags=[f"of {year}"], by=[make.contributor(f"Author {year}")]
        )
        ArticlePage.objects.filter(pk=made.pk).update(published_at=datetime(year, 3, 5, tzinfo=UTC))
    source = make.source("Bridge report", published_on="2021-06")
    make.article("Ferry", body=[make.paragraph(f"Text.{make.marker(source)}")])
    make.section("Bridges")


def titles(text: str, order: Order = Order.RELEVANCE, limit: int = 10, offset: int = 0, **chosen: object) -> list[str]:
    answer = simple(read(text), Options(order=order, **chosen), limit=limit, offset=offset)  # type: ignore[arg-type]
    return [hit.record.title for hit in answer.hits]


def test_the_newest_or_the_oldest_first_across_types_and_what_has_no_day_last(texts: None) -> None:
    newest = ["Bridge two", "Bridge report", "Bridge three", "Bridge one", "Bridges"]
    assert titles("bridge", Order.NEWEST) == newest
    assert titles("bridge", Order.OLDEST) == [*newest[3::-1], "Bridges"]
    assert [titles("bridge", Order.NEWEST, limit=2, offset=at) for at in (0, 2, 4)] == [
        newest[:2],
        newest[2:4],
        newest[4:],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bridge after:2022", ["Bridge two"]),
        ("bridge after:2021 before:2021", ["Bridge report", "Bridge three"]),
        ("bridge before:2020-03-05", ["Bridge one"]),
        ("bridge type:source", ["Bridge report"]),
        ("bridge type:article lang:uk", ["Bridge three"]),
        ("bridge author:2020", ["Bridge one"]),
        ('tag:"of 2022"', ["Bridge two"]),
        ("type:section", ["Bridges"]),
        ("bridge -three -one -report type:article", ["Bridge two"]),
        ("zeppelin", []),
        ("-zeppelin type:source", ["Bridge report"]),
    ],
)
def test_every_way_to_narrow_is_heeded(texts: None, text: str, wanted: list[str]) -> None:
    assert sorted(titles(text)) == wanted


def test_chosen_types_and_language_are_heeded_and_types_are_counted(texts: None) -> None:
    answer = simple(read("bridge"), Options(types=("source",)))
    assert [hit.record.title for hit in answer.hits] == ["Bridge report"]
    assert answer.types == {"article": 3, "source": 1, "section": 1}
    assert titles("bridge", language="uk") == ["Bridge three"]
    assert simple(read("bridge"), Options(in_title=False)) == Answer()


def test_the_page_narrows_by_the_days_of_the_form_too(texts: None, client: Client) -> None:
    found = client.get("/search.json?q=bridge&after=2022-01-01&sort=oldest").json()
    assert [hit["title"] for hit in found["hits"]] == ["Bridge two"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(["\ud800", "\0", "%", "_", "'", '"', "-", "OR", "NEAR", "a*", "after:0001", "before:9999"])
        ).map(" ".join),
    ),
    st.sampled_from(list(Order)),
    st.integers(min_value=0),
)
def test_no_query_is_an_error(home: HomePage, text: str, order: Order, offset: int) -> None:
    assert simple(read(text), Options(order=order), offset=offset).full >= 0
