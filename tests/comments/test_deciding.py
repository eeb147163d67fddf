"""What becomes of a comment, row by row; ``deciding.decide`` is the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.comments.deciding import Known, Rules, Shut, Submission, Turn, Verdict, decide
from tocsin.comments.statuses import Kind, State, Why

FREE = Rules(hold_all=False, hold_first=False)
"""Rules that hold nothing."""
SENT = Submission("The bridge is open again.", "Olha")
KNOWN = Known()


def kept(state: State, *reasons: tuple[Why, str]) -> Verdict:
    return Verdict(state, list(reasons))


def test_what_nothing_stands_against_is_published() -> None:
    assert decide(SENT, FREE, KNOWN) == kept(State.PUBLISHED)


def test_every_comment_is_held_unless_the_site_says_otherwise() -> None:
    assert decide(SENT, Rules(), KNOWN) == kept(State.HELD, (Why.FIRST, ""), (Why.ALL, ""))


TURNED_AWAY = {
    "closed everywhere": (SENT, FREE, Known(shut=Shut.EVERYWHERE), Verdict(turn=Turn.CLOSED, about="everywhere")),
    "closed here": (SENT, FREE, Known(shut=Shut.HERE), Verdict(turn=Turn.CLOSED, about="here")),
    "closed by age": (SENT, FREE, Known(shut=Shut.OLD), Verdict(turn=Turn.CLOSED, about="old")),
    "what is answered is gone": (SENT, FREE, Known(shut=Shut.GONE), Verdict(turn=Turn.CLOSED, about="gone")),
    "no words": (Submission(" \n"), FREE, KNOWN, Verdict(turn=Turn.MISSING, about="text")),
    "no name": (Submission("Yes."), Rules(require_name=True), KNOWN, Verdict(turn=Turn.MISSING, about="name")),
    "no address": (SENT, Rules(require_email=True), KNOWN, Verdict(turn=Turn.MISSING, about="email")),
    "a long name": (Submission("Yes.", "n" * 246), FREE, KNOWN, Verdict(turn=Turn.TOO_LONG, about="name")),
    "a long address": (Submission("Yes.", email="n" * 101), FREE, KNOWN, Verdict(turn=Turn.TOO_LONG, about="email")),
    "long": (Submission("n" * 5001), FREE, KNOWN, Verdict(turn=Turn.TOO_LONG, about="text")),
    "large": (
        Submission("😀" * 16_382),
        replace(FREE, longest=20_000),
        KNOWN,
        Verdict(turn=Turn.TOO_LONG, about="text"),
    ),
    "a long passage": (
        Submission("Wrong.", kind=Kind.CORRECTION, passage="n" * 5001),
        FREE,
        KNOWN,
        Verdict(turn=Turn.TOO_LONG, about="passage"),
    ),
    "banned": (SENT, FREE, Known(is_banned=True), Verdict(turn=Turn.BANNED)),
    "sent twice": (SENT, FREE, Known(is_duplicate=True), Verdict(turn=Turn.DUPLICATE)),
    "a moment ago": (SENT, FREE, Known(seconds_since=5.0), Verdict(turn=Turn.TOO_SOON, retry_after=10)),
    "slow mode": (
        SENT,
        replace(FREE, slow_minutes=10),
        Known(seconds_since=60.0),
        Verdict(turn=Turn.TOO_SOON, retry_after=540),
    ),
    "slow mode, many strangers": (
        SENT,
        replace(FREE, slow_minutes=10),
        Known(strangers=20),
        Verdict(turn=Turn.TOO_SOON, retry_after=600),
    ),
}


@pytest.mark.parametrize("row", TURNED_AWAY.values(), ids=TURNED_AWAY)
def test_turned_away(row: tuple[Submission, Rules, Known, Verdict]) -> None:
    sent, rules, known, verdict = row
    assert decide(sent, rules, known) == verdict


JUST_TAKEN = {
    "the longest name": (Submission("Yes.", "n" * 245), FREE, KNOWN),
    "the longest address": (Submission("Yes.", email="n" * 100), FREE, KNOWN),
    "the longest text": (Submission("n" * 5000), FREE, KNOWN),
    "the largest text": (Submission("😀" * 16_381), replace(FREE, longest=20_000), KNOWN),
    "long enough ago": (SENT, FREE, Known(seconds_since=15.0)),
    "no pause asked for": (SENT, replace(FREE, flood_seconds=0), Known(seconds_since=0.0)),
    "the name is there": (SENT, replace(FREE, require_name=True), KNOWN),
    "a known writer": (SENT, replace(FREE, hold_first=True), Known(was_published=True)),
    "one link of two": (SENT, FREE, Known(links=1)),
    "links do not matter": (SENT, replace(FREE, max_links=0), Known(links=40)),
    "details do not matter": (SENT, replace(FREE, hold_details=False), Known(details=["phone"])),
    "likeness does not matter": (SENT, replace(FREE, hold_alike=False), Known(alike=9)),
    "hardly spam": (SENT, FREE, Known(spam=0.79)),
    "spam does not matter": (SENT, replace(FREE, spam_hold=0, spam_away=0), Known(spam=1.0)),
}


@pytest.mark.parametrize("row", JUST_TAKEN.values(), ids=JUST_TAKEN)
def test_just_published(row: tuple[Submission, Rules, Known]) -> None:
    assert decide(*row) == kept(State.PUBLISHED)


HELD = {
    "all": (SENT, replace(FREE, hold_all=True), KNOWN, (Why.ALL, "")),
    "a first comment": (SENT, replace(FREE, hold_first=True), KNOWN, (Why.FIRST, "")),
    "links": (SENT, FREE, Known(links=2), (Why.LINKS, "2")),
    "words": (SENT, FREE, Known(hold_words=["casino"]), (Why.WORDS, "casino")),
    "personal details": (SENT, FREE, Known(details=["phone", "email", "phone"]), (Why.DETAILS, "phone, email")),
    "somebody protected": (SENT, FREE, Known(protected=True), (Why.PROTECTED, "")),
    "likely spam": (SENT, FREE, Known(spam=0.8, telling=["pills"]), (Why.SPAM, "80%: pills")),
    "like others": (SENT, FREE, Known(alike=3), (Why.ALIKE, "3")),
    "unproven": (replace(SENT, suspicions=[(Why.UNPROVEN, "")]), FREE, KNOWN, (Why.UNPROVEN, "")),
    "slow mode": (SENT, replace(FREE, slow_minutes=10), KNOWN, (Why.SLOW, "")),
    "a report of an error": (replace(SENT, kind=Kind.CORRECTION), FREE, KNOWN, (Why.CORRECTION, "")),
    "a report of an error where all is closed": (
        replace(SENT, kind=Kind.CORRECTION),
        FREE,
        Known(shut=Shut.EVERYWHERE),
        (Why.CORRECTION, ""),
    ),
    "a report of an error without a name": (
        Submission("The date is wrong.", kind=Kind.CORRECTION),
        replace(FREE, require_name=True, require_email=True),
        KNOWN,
        (Why.CORRECTION, ""),
    ),
    "a report of an error by staff": (
        replace(SENT, kind=Kind.CORRECTION, is_staff=True),
        FREE,
        KNOWN,
        (Why.CORRECTION, ""),
    ),
    "staff who name somebody protected": (
        replace(SENT, is_staff=True),
        FREE,
        Known(protected=True),
        (Why.PROTECTED, ""),
    ),
}


@pytest.mark.parametrize("row", HELD.values(), ids=HELD)
def test_held(row: tuple[Submission, Rules, Known, tuple[Why, str]]) -> None:
    sent, rules, known, reason = row
    assert decide(sent, rules, known) == kept(State.HELD, reason)


def test_every_reason_is_told() -> None:
    known = Known(protected=True, details=["phone"], hold_words=["war"], spam=0.9, links=3, alike=1)
    reasons = [why for why, _detail in decide(SENT, Rules(slow_minutes=1), known).reasons]
    assert reasons == [
        *(Why.PROTECTED, Why.DETAILS, Why.WORDS, Why.SPAM, Why.LINKS, Why.ALIKE, Why.FIRST, Why.SLOW, Why.ALL),
    ]


STAFF = {
    "everything is held": (Rules(), KNOWN),
    "slow mode": (Rules(slow_minutes=10), Known(seconds_since=1.0)),
    "links, words, details": (Rules(), Known(links=9, hold_words=["war"], details=["phone"], alike=4)),
    "refused words": (Rules(), Known(refuse_words=["war"])),
    "spam": (Rules(), Known(spam=1.0)),
    "no name": (Rules(require_name=True, require_email=True), KNOWN),
}


@pytest.mark.parametrize("row", STAFF.values(), ids=STAFF)
def test_staff_are_published(row: tuple[Rules, Known]) -> None:
    assert decide(Submission("We corrected it.", is_staff=True), *row) == kept(State.PUBLISHED)


@pytest.mark.parametrize("known", [Known(is_duplicate=True), Known(shut=Shut.HERE)])
def test_staff_neither_repeat_themselves_nor_write_where_it_is_closed(known: Known) -> None:
    assert decide(replace(SENT, is_staff=True), FREE, known).turn in {Turn.DUPLICATE, Turn.CLOSED}


@pytest.mark.parametrize("rules", [FREE, Rules()])
def test_a_refused_word_refuses_whatever_was_decided(rules: Rules) -> None:
    known = Known(refuse_words=["casino"], hold_words=["war"], spam=1.0, was_published=True)
    assert decide(SENT, rules, known) == kept(State.REFUSED, (Why.REFUSED_WORDS, "casino"))


def test_what_is_almost_certainly_spam_is_spam() -> None:
    assert decide(SENT, FREE, Known(spam=0.99)) == kept(State.SPAM, (Why.SPAM, "99%"))


ORDER = [
    (Known(shut=Shut.HERE), Turn.CLOSED),
    (Known(is_banned=True), Turn.BANNED),
    (Known(is_duplicate=True), Turn.DUPLICATE),
    (Known(seconds_since=0.0), Turn.TOO_SOON),
]


@pytest.mark.parametrize("first", range(len(ORDER)))
def test_the_first_of_several_objections_is_told(first: int) -> None:
    fields = {
        name: getattr(known, name)
        for known, _turn in ORDER[first:]
        for name in ("shut", "is_banned", "is_duplicate", "seconds_since")
        if getattr(known, name) != getattr(KNOWN, name)
    }
    assert decide(SENT, FREE, Known(**fields)).turn == ORDER[first][1]


SUBMISSIONS = st.builds(
    Submission,
    text=st.text(max_size=20),
    name=st.text(max_size=5),
    kind=st.sampled_from(Kind),
    is_staff=st.booleans(),
    suspicions=st.lists(st.just((Why.UNPROVEN, "")), max_size=1),
)
RULES = st.builds(
    Rules,
    require_name=st.booleans(),
    hold_all=st.booleans(),
    hold_first=st.booleans(),
    max_links=st.integers(0, 3),
    hold_details=st.booleans(),
    hold_alike=st.booleans(),
    spam_hold=st.integers(0, 100),
    spam_away=st.integers(0, 100),
    slow_minutes=st.integers(0, 2),
)
FACTS = st.builds(
    Known,
    shut=st.none() | st.sampled_from(Shut),
    is_banned=st.booleans(),
    is_duplicate=st.booleans(),
    seconds_since=st.none() | st.floats(0, 300),
    was_published=st.booleans(),
    links=st.integers(0, 4),
    details=st.lists(st.just("phone"), max_size=1),
    protected=st.booleans(),
    hold_words=st.lists(st.just("war"), max_size=1),
    refuse_words=st.lists(st.just("casino"), max_size=1),
    alike=st.integers(0, 2),
    spam=st.none() | st.floats(0, 1),
)


@given(SUBMISSIONS, RULES, FACTS)
def test_whatever_is_known_a_reader_is_published_only_where_nothing_holds(
    sent: Submission, rules: Rules, known: Known
) -> None:
    verdict = decide(sent, rules, known)
    assert (verdict.turn is None) != (verdict.state is None)
    assert bool(verdict.reasons) == (verdict.state in {State.HELD, State.REFUSED, State.SPAM})
    if verdict.state == State.PUBLISHED:
        assert sent.kind == Kind.COMMENT
        assert not known.protected
        assert known.shut is None
        assert not known.is_duplicate
        if not sent.is_staff:
            assert not rules.hold_all
            assert not rules.slow_minutes
            assert not any([known.is_banned, known.refuse_words, known.hold_words, sent.suspicions])
            assert known.was_published or not rules.hold_first
            assert not (known.details and rules.hold_details)
