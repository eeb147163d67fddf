"""Figures of people killed, injured and kidnapped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Document
from tocsin.claims.extraction.claims import casualties

pytestmark = needs_parser


def found(text: str) -> list[tuple[float | None, float | None, str]]:
    """Return the bounds and the harm of each figure found."""
    claims = casualties.find(Document(text))
    return [(one.figure.low, one.figure.high, one.figure.item.rsplit(" ", 1)[-1]) for one in claims if one.figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The blast killed at least 7 people.", (7, None, "killed")),
        ("Seven people, including three children, were killed.", (7, 7, "killed")),
        ("The death toll rose to 45 on Monday.", (45, 45, "killed")),
        ("Between 7 and 10 villagers died.", (7, 10, "killed")),
        ("A couple and their two sons died.", (4, 4, "killed")),
        ("Anna Rossi, her husband and their five children were killed.", (7, 7, "killed")),
        ("The bomb left 3 dead and 10 wounded.", (10, 10, "injured")),
        ("The explosion claimed the lives of five workers.", (5, 5, "killed")),
        ("They found the bodies of five men near the river.", (5, 5, "killed")),
        ("No casualties were reported.", (0, 0, "killed")),
        ("The murder of six priests shocked the city.", (6, 6, "killed")),
        ("Rebels kidnapped two engineers.", (2, 2, "kidnapped")),
        ("An air raid killed Hani Rossi alongside 11 members of his family.", (12, 12, "killed")),
        ("Two reporters, Juan Perez and Luis Gomez, were killed.", (2, 2, "killed")),
        ("Eight others were hurt.", (8, 8, "injured")),
        ("The death of Pablo Gomez was confirmed.", (1, 1, "killed")),
    ],
)
def test_a_number_of_people_harmed_is_a_figure(text: str, figure: tuple[float, float | None, str]):
    assert figure in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team struck a deal worth two million.",
        "Sales hit a record in May.",
        "Three houses were destroyed by the storm.",
        "He died laughing at the joke, his friends say, but he lives in Oslo.",
    ],
)
def test_other_senses_give_no_number_of_dead(text: str):
    assert all(harm != "killed" or low in (1, 2) for low, _high, harm in found(text))


def test_the_parts_of_a_number_are_told_beside_it():
    assert found("Rebels kidnapped two engineers and a driver.") == [
        (3, 3, "kidnapped"),
        (2, 2, "kidnapped"),
        (1, 1, "kidnapped"),
    ]


def test_names_after_a_number_are_not_added_to_it():
    figures = found("Two reporters, Juan Perez and Luis Gomez, were killed.")

    assert sorted(figures) == [(1, 1, "killed"), (1, 1, "killed"), (2, 2, "killed")]


def test_the_agent_of_an_act_is_accused():
    [claim] = casualties.find(Document("The soldiers were killed by rebels of the XLN."))

    assert claim.accused is not None
    assert claim.accused.text == "rebels of the XLN"


def test_doubt_is_a_hedge():
    [claim, *_] = casualties.find(Document("Two farmers were killed by suspected rebels."))

    assert claim.publisher_stance == "hedge"


@pytest.mark.parametrize(
    ("text", "accused", "speaker"),
    [
        ("The XLN claimed responsibility for the attack.", "The XLN", "The XLN"),
        ("The army blamed the rebels for the attack.", "the rebels", "The army"),
        ("The minister accused the police of murder.", "the police", "The minister"),
    ],
)
def test_responsibility_is_an_accusation(text: str, accused: str, speaker: str):
    claims = [one for one in casualties.find(Document(text)) if one.type == "accusation"]

    assert [(one.accused and one.accused.text, one.speaker and one.speaker.text) for one in claims] == [
        (accused, speaker)
    ]


WORDS = st.sampled_from(
    ["killed", "by", "the", "two", "men", "and", "of", "bodies", "dead", "bomb", "army", ",", ".", "Rossi", "7", "\n"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
def test_spans_are_exact_and_nothing_is_raised(text: str):
    document = Document(text)

    for claim in casualties.find(document):
        assert text[claim.start : claim.end] == claim.text
        for part in (claim.figure, claim.accused, claim.speaker, claim.cue, claim.place, claim.date):
            assert part is None or text[part.start : part.end] == part.text

    assert casualties.find(Document(text)) == casualties.find(document)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Two Norwegian harbour pilots were killed.", "Norwegian harbour pilots killed"),
        ("The blast left 3 dead and 10 wounded.", "killed"),
        ("At least 12 villagers were kidnapped on Monday.", "villagers kidnapped"),
    ],
)
def test_the_item_of_a_figure_is_without_its_number(text: str, item: str):
    assert item in [one.figure.item for one in casualties.find(Document(text)) if one.figure]
