"""Whose a claim is: nothing that somebody says, denies or nobody did is laid at another's door."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Claim, Document, claims


def read(text: str, language: str = "en") -> list[Claim]:
    return claims.find(Document(text, language=language, published=date(2024, 3, 6)))


@needs_parser
@pytest.mark.parametrize(
    "text",
    [
        "The union said Ruritania was responsible for the raid.",
        "The union said Ruritania attacked the depot and killed 12 people.",
        "Ruritania was responsible for the raid, the union said.",
        "The union said that rebels had claimed responsibility for the raid.",
    ],
)
def test_an_accusation_within_what_is_said_is_the_speakers(text: str) -> None:
    found = read(text)

    assert found
    for claim in found:
        assert claim.speaker is not None, claim
        assert claim.speaker.text.lower() == "the union"
        assert (claim.cue and claim.cue.text, claim.publisher_stance) == ("said", "relay")


@needs_parser
def test_what_is_denied_accuses_nobody() -> None:
    found = read("The army denied that Ruritania was responsible for the blast.")

    assert [claim.type for claim in found] == ["denial"]


@needs_parser
@pytest.mark.parametrize(
    "text",
    [
        "Neither Israel nor Hamas shelled the bakery.",
        "Neither side shelled the bakery.",
        "No group claimed responsibility for the blast.",
        "Nobody has claimed responsibility for the blast.",
        "None of the militias claimed responsibility for the blast.",
        "Ruritania was not responsible for the blast.",
    ],
)
def test_nobody_is_accused_where_nobody_did_it(text: str) -> None:
    for claim in read(text):
        assert claim.polarity == "negation", claim
        assert (claim.accused, claim.speaker) == (None, None)
        assert claim.type != "accusation"


@needs_parser
def test_no_fewer_than_is_no_negation() -> None:
    (claim,) = read("No fewer than 12 farmers were killed.")

    assert claim.polarity == "affirmed"
    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (12, None)


@needs_parser
@pytest.mark.parametrize(
    "text",
    [
        "Flight RX19 was shot down.",
        "Two of the three engineers were released; one was not killed.",
        "Ruritania said on Monday that it did not target civilians.",
    ],
)
def test_nobody_is_counted_as_killed_who_was_not(text: str) -> None:
    assert not [one for one in read(text) if one.figure and one.figure.item.endswith(("killed", "attacked"))]


@needs_parser
@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The plane was shot down, killing 12 people.", None),
        ("The helicopter crashed, killing four soldiers.", None),
        ("The plane was shot down by rebels, killing 12 people.", "rebels"),
        ("The rebels attacked the depot, killing two guards.", "The rebels"),
    ],
)
def test_what_is_struck_is_not_accused(text: str, accused: str | None) -> None:
    (figure,) = [one for one in read(text) if one.type == "figure"]

    assert (figure.accused and figure.accused.text) == accused


@needs_parser
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LIMA, March 5 (XNA) – At least 12 people were killed in a fire.", "At least 12 people were killed in a fire"),
        ("LIMA, 5 MAR 90 (RADIO UNO) -- [TEXT] The army killed two farmers.", "The army killed two farmers"),
        ("[SPEECH] [ROSSI] [TEXT] The army killed two farmers.", "The army killed two farmers"),
    ],
)
def test_the_dateline_is_no_part_of_a_claim(text: str, words: str) -> None:
    assert [claim.text for claim in read(text)] == [words]


@needs_parser
def test_a_denial_is_said_with_a_verb_of_saying_too() -> None:
    (claim,) = read("Ruritania said on Monday that it did not shell the port.")

    assert (claim.type, claim.stance, claim.polarity) == ("denial", "deny", "negation")


@needs_parser
def test_words_after_the_cue_do_not_take_the_speaker_away() -> None:
    found = read("Some 2.5m people need shelter, the World Food Programme said, a 40% increase on last year.")

    assert [claim.speaker and claim.speaker.text for claim in found] == ["the World Food Programme"]


@needs_parser
@pytest.mark.parametrize(
    ("text", "low", "quantifier"),
    [
        ("Nearly half of the town's 20,000 residents have fled.", 10_000, "APPROXIMATELY"),
        ("About 40% of the island's 3,000 people need shelter.", 1200, "APPROXIMATELY"),
        ("Two of the three engineers were wounded.", 2, "EXACT"),
    ],
)
def test_a_share_of_people_is_reckoned_out(text: str, low: int, quantifier: str) -> None:
    (claim,) = read(text)

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.quantifier) == (low, quantifier)
    assert text[claim.figure.start : claim.figure.end] == claim.figure.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Міністерство оборони заперечує удар по школі."),
        ("ru", "Министерство опровергло удар по школе."),
        ("es", "El ministro negó haber atacado la escuela."),
        ("es", "El gobierno desmintió el ataque contra la escuela."),
    ],
)
def test_a_deed_is_denied_in_other_languages(language: str, text: str) -> None:
    (claim,) = read(text, language)

    assert (claim.type, claim.stance, claim.polarity) == ("denial", "deny", "negation")
