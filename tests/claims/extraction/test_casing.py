"""Texts in capitals are read in ordinary case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction.casing import readable


def test_a_text_in_ordinary_case_is_left_alone():
    text = "The mayor of Lima spoke to UNESCO on Monday."

    assert readable(text) == text


@needs_parser
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "REBELS OF THE XLN ATTACKED A TOWN NEAR LIMA ON MONDAY, THE PERUVIAN ARMY SAID.",
            "Rebels of the XLN attacked a town near Lima on Monday, the Peruvian army said.",
        ),
        (
            "THE POPULAR LIBERATION FRONT (FPL) AND THE ARMY SIGNED A TRUCE IN SAN SALVADOR YESTERDAY.",
            "The Popular Liberation Front (FPL) and the army signed a truce in San Salvador yesterday.",
        ),
        (
            "THE POLICE FOUND TWO BODIES. THE WOMEN WERE KILLED ON 3 MAY, HE SAID.",
            "The police found two bodies. The women were killed on 3 May, he said.",
        ),
    ],
)
def test_names_months_and_acronyms_keep_their_capitals(text: str, expected: str):
    assert readable(text) == expected


def test_capitals_of_other_scripts_become_small_but_at_starts():
    assert readable("РАКЕТА ПОПАЛА В ДОМ. ДВОЕ РАНЕНЫ.") == "Ракета попала в дом. Двое ранены."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_the_length_never_changes(text: str):
    assert len(readable(text)) == len(text)
    assert len(readable(text.upper())) == len(text.upper())
