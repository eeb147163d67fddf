"""Who says what in English: source, cue, content, kind and stances, by the parse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Attribution, Document, attributions

pytestmark = needs_parser


def said(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each attribution, its stretches joined by a bar."""

    def words(part: tuple[tuple[int, int], ...]) -> str:
        return "|".join(text[start:end] for start, end in part)

    return [(words(one.source), words(one.cue), words(one.content)) for one in attributions.find(Document(text))]


def only(text: str) -> Attribution:
    (one,) = attributions.find(Document(text))
    return one


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We have no water,” the mayor said.", "the mayor", "said", "“We have no water,”"),
        ("“We have no water,” said Olena Bondar.", "Olena Bondar", "said", "“We have no water,”"),
        ("The mayor said: “We have no water.”", "The mayor", "said:", "“We have no water.”"),
        (
            "“It burned,” she said. “Nobody came to help us.”",
            "she",
            "said",
            "“It burned,”|“Nobody came to help us.”",
        ),
        (
            "Officials said that the bridge had been destroyed.",
            "Officials",
            "said",
            "that the bridge had been destroyed",
        ),
        (
            "The minister told reporters that two schools were hit.",
            "The minister",
            "told",
            "that two schools were hit",
        ),
        ("According to the agency, 12 people died.", "the agency", "According to", "12 people died"),
        ("Twelve people died, the agency said.", "the agency", "said", "Twelve people died"),
        ("The ministry denies the allegation.", "The ministry", "denies", "the allegation"),
        ("Officials warned of a famine.", "Officials", "warned of", "a famine"),
        ("The army claims to have taken the town.", "The army", "claims", "to have taken the town"),
        ("Rebels were accused of shelling the market.", "", "were accused of", "Rebels|shelling the market"),
        ("The envoy took aim at the new rules.", "The envoy", "took aim at", "the new rules"),
        (
            "KYIV, March 5 (AP) — The mayor said that the town was empty.",
            "The mayor",
            "said",
            "that the town was empty",
        ),
        ("“We won,” smiled Anna Kowal.", "Anna Kowal", "smiled", "“We won,”"),
        ("The strike reportedly killed ten people.", "", "reportedly", "The strike|killed ten people"),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert said(text) == [(source, cue, content)]


def test_one_who_speaks_twice_is_the_source_of_both() -> None:
    found = said("The governor confirmed the shelling, adding that the power was out.")
    assert found == [
        ("The governor", "confirmed", "the shelling"),
        ("The governor", "adding", "that the power was out"),
    ]


def test_an_attribution_within_another_is_found_too() -> None:
    found = said("The agency quoted the mayor as saying that 12 people had died.")
    assert [(source, cue) for source, cue, _ in found] == [("The agency", "quoted"), ("the mayor", "saying")]


def test_a_paragraph_that_is_all_quotation_belongs_to_the_speaker_before() -> None:
    text = "“We waited for days,” Anna Kowal said.\n\n“Nobody came to the village at all.”"
    assert said(text) == [
        ("Anna Kowal", "said", "“We waited for days,”|“Nobody came to the village at all.”"),
    ]


def test_what_a_colon_announces_is_in_the_next_paragraph() -> None:
    text = "The mayor wrote:\n\n“The town will be rebuilt by spring.”"
    assert said(text) == [("The mayor", "wrote:", "“The town will be rebuilt by spring.”")]


@pytest.mark.parametrize(
    ("text", "kind", "stance", "ours"),
    [
        ("“It is over,” he said.", "direct", "support", "relay"),
        ("He said it was over.", "indirect", "support", "relay"),
        ("He said it was “over and done with” for good.", "mixed", "support", "relay"),
        ("The army claims to have taken the town.", "indirect", "support", "distance"),
        ("The ministry denies that the town fell.", "indirect", "deny", "relay"),
        ("The governor confirmed that the dam had failed.", "indirect", "support", "endorse"),
        ("The court asked whether the report was true.", "indirect", "query", "relay"),
        ("The envoy blamed the rebels for the attack.", "indirect", "support", "distance"),
        ("The troops appear to be leaving.", "indirect", "support", "hedge"),
        ("The mayor did not say whether anyone had died.", "indirect", "comment", "relay"),
        ("The apparent intention is to cut the road.", "indirect", "support", "hedge"),
    ],
)
def test_kind_and_stances(text: str, kind: str, stance: str, ours: str) -> None:
    one = only(text)
    assert (one.kind, one.stance, one.publisher_stance) == (kind, stance, ours)


def test_a_pronoun_has_the_name_before_it() -> None:
    document = Document("Maria Lopez visited the camp on Monday. “We need water,” she said.")
    (one,) = attributions.find(document)
    named = attributions.speaker(document, one)
    assert named is not None
    assert (named.text, document.text[named.start : named.end]) == ("Maria Lopez", "Maria Lopez")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said that the town was empty.", "speech"),
        ("The mayor believes that the town is empty.", "thought"),
        ("The mayor wants to leave.", "will"),
        ("The mayor criticized the plan.", "judgement"),
    ],
)
def test_what_the_speaker_does(text: str, act: str) -> None:
    document = Document(text)
    assert attributions.act(document, attributions.find(document)[0]) == act


def test_force_is_no_attribution() -> None:
    assert said("Rebels attacked the northern district at dawn.") == []


def test_capitals_are_read_as_ordinary_words() -> None:
    text = "THE MINISTER SAID THAT FIVE SOLDIERS HAD BEEN KILLED IN THE NORTH OF THE COUNTRY."
    assert said(text)[0][1] == "SAID"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab “”\"'«».,:—\n said he The that who I no"), max_size=120))
def test_spans_are_exact_and_reading_is_steady(text: str) -> None:
    found = attributions.find(Document(text))
    assert found == attributions.find(Document(text))
    for one in found:
        assert one.cue
        assert one.content
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["A man and his two dogs were found dead in the cellar.", "Three miners are feared dead.", "He was left blind."],
)
def test_the_state_somebody_is_found_in_is_not_said(text: str) -> None:
    assert said(text) == []
