"""Claims of sentences of our own: type, span, who says it, slots, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Claim, Document, claims

DAY = date(2023, 6, 14)


def read(text: str) -> list[Claim]:
    return claims.find(Document(text, published=DAY))


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.text) for claim in read(text)]


TYPED = [
    ("At least 14 people were killed in the market of Bexhill.", "figure"),
    ("The army is advancing in the north of the country.", "event"),
    ("Rebels shelled the port for three hours.", "event"),
    ("Government troops captured the border town of Tessalit.", "control"),
    ("The militia has besieged the old city since March.", "control"),
    ("Half of the district has no electricity and no running water.", "service_status"),
    ("The blast knocked out electricity in the harbour.", "service_status"),
    ("There is nowhere to flee to.", "access"),
    ("Villagers were evacuated by bus.", "access"),
    ("The minister accused the rebels of looting the warehouse.", "accusation"),
    ("Most sources attributed the strike to the coalition.", "accusation"),
    ("The governor denied the report.", "denial"),
    ("The flood could leave the valley without bread.", "forecast"),
    ("Doctors expect a second wave of patients.", "forecast"),
    ("The next round of talks is scheduled for next Tuesday.", "scheduled_event"),
    ("The prime minister wants to dissolve parliament.", "intent"),
    ("The general seems unwilling to talk.", "intent"),
    ("The landslide was caused by weeks of rain.", "causation"),
    ("Maria Duarte is the mayor of the town.", "relation"),
    ("The harvest is smaller than expected.", "assessment"),
    ("It has been a month since the ceasefire began.", "event"),
]


@needs_parser
@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_a_clause_gets_the_type_its_words_give_evidence_for(text: str, kind: str) -> None:
    assert [claim.type for claim in read(text) if claim.text == text.rstrip(".")] == [kind]


@needs_parser
def test_a_sentence_is_cut_into_its_clauses() -> None:
    text = (
        "But gunmen stormed the radio station and two days later they burnt the bridge, although the army denied this."
    )

    assert told(text) == [
        ("event", "gunmen stormed the radio station"),
        ("event", "two days later they burnt the bridge"),
        ("denial", "although the army denied this"),
    ]


@needs_parser
def test_facts_in_noun_phrases_are_claims_of_their_own() -> None:
    text = "Ana Prieto, head of the harbour authority, closed the country's main container port on Monday."

    assert told(text) == [
        ("relation", "Ana Prieto, head of the harbour authority"),
        ("access", "Ana Prieto, head of the harbour authority, closed the country's main container port on Monday"),
        ("relation", "the country's main container port"),
    ]


@needs_parser
def test_a_distance_is_a_figure() -> None:
    found = read("The column stopped 12 kilometres from the capital.")

    assert ("figure", "12 kilometres from the capital") in [(claim.type, claim.text) for claim in found]


@needs_parser
def test_an_attributed_claim_takes_in_speaker_and_cue() -> None:
    (claim,) = read("The Red Cross said that 40 families had left the camp.")

    assert (claim.text, claim.type) == ("The Red Cross said that 40 families had left the camp", "figure")
    assert claim.speaker is not None
    assert claim.cue is not None
    assert (claim.speaker.text, claim.cue.text) == ("The Red Cross", "said")
    assert (claim.stance, claim.publisher_stance) == ("support", "relay")


@needs_parser
def test_direct_speech_is_one_quote_for_a_sentence() -> None:
    found = read("“We lost everything because the river rose and nobody warned us,” said Amal Idris.")

    assert [claim.type for claim in found] == ["quote"]
    assert found[0].speaker is not None
    assert found[0].speaker.text == "Amal Idris"


@needs_parser
def test_the_narrator_is_no_speaker_and_may_hedge() -> None:
    (plain,) = read("The convoy reached the border.")
    (hedged,) = read("The convoy could reach the border.")

    assert (plain.speaker, plain.stance, plain.publisher_stance) == (None, None, "endorse")
    assert (hedged.speaker, hedged.stance, hedged.publisher_stance) == (None, None, "hedge")


@needs_parser
def test_a_denial_negates_and_an_accusation_names_the_accused() -> None:
    (denial,) = read("The ministry denied the report.")
    (accusation,) = read("The mayor blamed the militia for the fire.")

    assert (denial.polarity, denial.stance) == ("negation", "deny")
    assert accusation.accused is not None
    assert accusation.accused.text == "the militia"


@needs_parser
@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The bridge was not destroyed in the attack.", "negation", "actual"),
        ("The soldiers found no survivors.", "negation", "actual"),
        ("The ferry will return on Friday.", "affirmed", "future"),
        ("If the dam breaks, the valley would be flooded.", "affirmed", "hypothetical"),
        ("The hospital was bombed in 1999.", "affirmed", "historical"),
    ],
)
def test_polarity_and_modality(text: str, polarity: str, modality: str) -> None:
    assert {(claim.polarity, claim.modality) for claim in read(text)} == {(polarity, modality)}


LEFT_OUT = [
    "Stop the war now!",
    "We must help the people of the valley.",
    "We call on all governments to send doctors.",
    "Who blew up the bridge?",
    "The government should resign.",
    "Down with the generals!",
    "This shameful betrayal of the workers knows no limits.",
    "Thank you.",
    "See the map below.",
]


@needs_parser
@pytest.mark.parametrize("text", LEFT_OUT)
def test_opinion_slogans_questions_and_appeals_are_no_claims(text: str) -> None:
    assert read(text) == []


PAGE = """Search in title
Post Type Selectors

Fighting reaches the harbour

Rebels attacked the harbour of Lagun on Monday and killed six sailors. [1] The army closed the road to the airport.

[1] The harbour office published the list of the dead.

More to explore

Miners win a strike

May 2, 2023 Joan Marsh Miners have occupied a pit in the north and the police attacked them with

Read more »

A dam breaks

April 9, 2023 Joan Marsh The dam broke and killed twelve people in the

Read more »

Leave a Comment

Your email address will not be published. Required fields are marked *"""


@needs_parser
def test_nothing_is_proposed_from_the_furniture_of_a_page() -> None:
    body = PAGE[PAGE.index("Rebels attacked") : PAGE.index("[1] The harbour office")]
    found = read(PAGE)

    assert found
    assert all(claim.text in body for claim in found)


@needs_parser
def test_datelines_are_no_part_of_a_claim() -> None:
    assert told("LAGUN, June 12 (Agency) - Rebels attacked the harbour.") == [("event", "Rebels attacked the harbour")]


@needs_parser
def test_items_of_a_list_are_read_though_they_end_without_a_full_stop() -> None:
    text = "These reports came from the valley in the course of the night:\n• Rebels attacked the old harbour\n• Home"

    assert ("event", "Rebels attacked the old harbour") in told(text)


@needs_parser
def test_marks_of_a_quotation_are_kept_whole() -> None:
    (claim,) = read("“Our homes were burnt,” said Amal Idris.")

    assert claim.text == "“Our homes were burnt,” said Amal Idris"


@needs_parser
def test_a_fact_told_twice_is_one_claim() -> None:
    text = "Rebels burnt the market of Lagun on Monday.\n\nOn Monday rebels burnt the market of Lagun."

    assert len(read(text)) == 1


def test_a_text_in_another_language_is_read_by_sentences() -> None:
    document = Document("Поліція повідомила, що загинули 7 людей. Гарний сьогодні день.", language="uk", published=DAY)
    found = claims.find(document)

    assert all(claim.text == "Поліція повідомила, що загинули 7 людей" for claim in found)


TEXT = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            ",",
            ".",
            ";",
            "-",
            "[1]",
            "who",
            "said",
            "that",
            "killed",
            "12",
            "people",
            "Kyiv",
            "because",
            "of",
            "the",
            "army",
            "!",
            "?",
            "\n",
            "will",
            "not",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(text=TEXT, language=st.sampled_from(("en", "uk", "ru", "es", "ar")))
def test_spans_are_exact_and_nothing_raises(text: str, language: str) -> None:
    found = claims.find(Document(text, language=language, published=DAY))

    assert found == claims.find(Document(text, language=language, published=DAY))
    for claim in found:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text.strip()
        assert 0 <= claim.confidence <= 1
        for part in (claim.speaker, claim.cue, claim.accused, claim.figure, claim.place, claim.date):
            assert part is None or text[part.start : part.end] == part.text
