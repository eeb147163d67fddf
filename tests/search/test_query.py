"""The query language: every input is a query."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.search.query import MAX_TERMS, Kind, Query, Term, read

PHRASE, PREFIX, NEAR = Kind.PHRASE, Kind.PREFIX, Kind.NEAR


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("aid convoy", Query(((Term("aid"),), (Term("convoy"),)))),
        ('"aid convoy"', Query(((Term("aid convoy", PHRASE),),))),
        ("«гуманітарний конвой»", Query(((Term("гуманітарний конвой", PHRASE),),))),
        ('aid "left open', Query(((Term("aid"),), (Term("left open", PHRASE),)))),
        ("aid -rain", Query(((Term("aid"),),), (Term("rain"),))),
        ('-"heavy rain"', Query((), (Term("heavy rain", PHRASE),))),
        ("Kyiv OR Kharkiv convoy", Query(((Term("Kyiv"), Term("Kharkiv")), (Term("convoy"),)))),
        ("bridge NEAR blown", Query(((Term("bridge", NEAR, other="blown"),),))),
        ("or near", Query(((Term("or"),), (Term("near"),)))),
        ("OR aid", Query(((Term("OR"),), (Term("aid"),)))),
        ("refug*", Query(((Term("refug", PREFIX),),))),
        ("title:peace", Query(((Term("peace", field="title"),),))),
        ('title:"peace talks"', Query(((Term("peace talks", PHRASE, "title"),),))),
        ("tag:Aid tag:peace", Query(filters={"tag": ("aid", "peace")})),
        ('section:"On the ground"', Query(filters={"section": ("on the ground",)})),
        ("after:2022-02-24 before:2022", Query(after=date(2022, 2, 24), before=date(2022, 12, 31))),
        ("before:2024-02", Query(before=date(2024, 2, 29))),
        ("after:yesterday", Query(((Term("after:yesterday"),),))),
        ("before:2022-02-30", Query(((Term("before:2022-02-30"),),))),
        ("foo:bar", Query(((Term("foo:bar"),),))),
        ("", Query()),
        ('"', Query()),
        ('- "" * -- !?', Query()),
    ],
)
def test_what_is_read(text: str, query: Query) -> None:
    assert read(text) == query


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                ["a", '"b"', '"', "-", "*", "OR", "NEAR", "title:", "after:9999-12", "(", ")", "\\", ":", "é"]
            )
        ).map(" ".join),
    )
)
def test_any_text_is_a_query(text: str) -> None:
    query = read(text)
    assert sum(len(alternatives) for alternatives in query.wanted) <= MAX_TERMS
    assert all(any(letter.isalnum() for letter in word) for word in query.words)


def test_a_very_long_query_is_cut() -> None:
    assert len(read("word " * 100_000).wanted) == MAX_TERMS
