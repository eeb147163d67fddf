"""Spans through edits: on the same words, or listed as lost; never on others."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.articles.anchoring import carry, locate, occurrences, select

OLD = "The mayor said the city is held. A minister said the city is free. Nobody left the city."


def spans_of(text: str, words: str) -> list:
    return [select(text, at, at + len(words)) for at in occurrences(text, words)]


def test_unchanged_words_keep_their_occurrence() -> None:
    spans = spans_of(OLD, "the city")
    new = "Yesterday. " + OLD.replace("A minister said the city is free. ", "")
    found = carry(OLD, new, spans)
    assert [one and one.start for one in found] == [new.index("the city is held"), None, new.index("the city.")]


def test_words_cut_and_pasted_are_found() -> None:
    sentence = "Nobody left the city."
    new = sentence + " " + OLD.removesuffix(" " + sentence)
    found = carry(OLD, new, spans_of(OLD, sentence))[0]
    assert found is not None
    assert new[found.start : found.end] == sentence


def test_of_repeated_words_none_takes_the_place_of_the_other() -> None:
    words = "Officials said 40 people were killed"
    old = f"It was night. {words} in Bucha. {words} in Irpin. Then it was day."
    new = old.replace(f"{words} in Bucha. ", "")
    assert carry(old, new, spans_of(old, words)) == [None, None], "either may be the one that stayed"
    swapped = f"It was night. {words} in Irpin. {words} in Bucha. Then it was day."
    found = carry(old, swapped, spans_of(old, words))
    for one, town in zip(found, ("Bucha", "Irpin"), strict=True):
        assert one is None or swapped[one.end :].startswith(f" in {town}")


def test_repeated_words_stay_where_an_edit_lies_elsewhere() -> None:
    spans = spans_of(OLD, "the city")
    new = OLD.replace("The mayor", "Yesterday the mayor himself")
    assert [one and new[one.start - 5 : one.end + 4] for one in carry(OLD, new, spans)] == [
        OLD[one.start - 5 : one.end + 4] for one in spans
    ]


def test_changed_words_are_an_orphan() -> None:
    assert carry(OLD, OLD.replace("is held", "is lost"), spans_of(OLD, "the city is held")) == [None]


def test_other_quotation_marks_are_the_same_words() -> None:
    old, new = "He warned of “a catastrophe” in cities.", 'He warned of "a catastrophe"  in cities.'
    found = carry(old, new, spans_of(old, "“a catastrophe” in cities"))[0]
    assert found is not None
    assert found.exact == '"a catastrophe"  in cities'


def test_a_deleted_span_never_takes_another_occurrence() -> None:
    new = OLD.replace("The mayor said the city is held. ", "")
    assert carry(OLD, new, spans_of(OLD, "the city")[:1]) == [None]


@pytest.mark.parametrize(("words", "found"), [("is free", True), ("is gone", False), ("the city", True)])
def test_words_are_located_in_a_text_without_history(words: str, found: bool) -> None:
    selector = (
        select(OLD, OLD.find(words), OLD.find(words) + len(words)) if words in OLD else select(words, 0, len(words))
    )
    assert (locate(OLD, selector) is not None) is found


def test_one_of_several_without_its_neighbours_is_an_orphan() -> None:
    assert locate("the city, the city", select("In the city now", 3, 11)) is None


WORDS = [f"word{n}" for n in range(400)]


def _article(pick: random.Random) -> list[tuple[int, str]]:
    """A text as letters that know who they are: words of their own, and a few phrases again and again."""
    text = " ".join(pick.choice(["the city of", "said that", WORDS[n], WORDS[n]]) for n in range(300))
    return list(enumerate(text))


def _edited(letters: list[tuple[int, str]], pick: random.Random, fresh: int) -> list[tuple[int, str]]:
    at = pick.randrange(len(letters))
    kind = pick.choice(["insert", "delete", "replace", "cut and paste"])
    length = pick.choice([5, 20, 120]) if kind == "cut and paste" else pick.choice([1, 3, 12])
    new = [(fresh + n, letter) for n, letter in enumerate(f" new{fresh} and said that ")]
    if kind == "insert":
        return letters[:at] + new + letters[at:]
    if kind == "delete":
        return letters[:at] + letters[at + length :]
    if kind == "replace":
        return letters[:at] + new + letters[at + length :]
    taken, rest = letters[at : at + length], letters[:at] + letters[at + length :]
    to = pick.randrange(len(rest) + 1)
    return rest[:to] + taken + rest[to:]


@settings(max_examples=int(os.environ.get("TOCSIN_EDIT_RUNS", "1")), deadline=None)
@given(st.integers(0, 10**9))
def test_five_hundred_edits_of_fifty_spans(seed: int) -> None:
    """A span that survives stands on letters that read as its own; one whose letters were torn is lost, and stays so."""
    pick = random.Random(seed)
    letters, fresh = _article(pick), 10**6
    text = "".join(letter for _id, letter in letters)
    spans = {n: select(text, at, at + 30) for n, at in enumerate(sorted(pick.sample(range(len(text) - 30), 50)))}
    identities = {n: [letters[i][0] for i in range(one.start, one.end)] for n, one in spans.items()}
    for number in range(500):
        before = text
        letters, fresh = _edited(letters, pick, fresh), fresh + 100
        text = "".join(letter for _id, letter in letters)
        found = carry(before, text, list(spans.values()))
        position = {identity: place for place, (identity, _letter) in enumerate(letters)}
        for n, one in list(zip(spans, found, strict=True)):
            places = [position.get(identity) for identity in identities[n]]
            whole = places[0] is not None and places == list(range(places[0], places[0] + 30))
            if one is None:
                del spans[n]
                continue
            assert text[one.start : one.end] == one.exact, "where it says"
            assert one.exact.split() == spans[n].exact.split(), "on its own words, whatever the white space"
            if whole and one.exact == spans[n].exact:
                assert one.start == places[0], f"on the same occurrence, after edit {number}"
            spans[n] = one
            identities[n] = [letters[i][0] for i in range(one.start, one.end)]
