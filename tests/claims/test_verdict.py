"""The status rules: the vectors every change must keep, and what must hold of any record whatever."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tocsin.claims.intervals import Interval
from tocsin.claims.record import Appraisal, Assertion, Clock, Figure, Later, Override, Record, Withdrawal
from tocsin.claims.statuses import Currency, Flag, Interest, Origin, Quantifier, Stance, Status
from tocsin.claims.verdict import changes, judge

START = datetime(2022, 2, 24, tzinfo=UTC)
END = START + timedelta(days=400)
_keys = itertools.count(1)


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def said(speaker: str, stance: Stance = Stance.SUPPORT, *, on: float = 1, **judged: Any) -> Assertion:
    """An assertion first hand, public and recorded on a day."""
    fields = {
        name: judged.pop(name) for name in ("figure", "reference_lost", "publisher", "withdrawals") if name in judged
    }
    judged.setdefault("origin", Origin.ROOT)
    at = day(on)
    return Assertion(at, at, next(_keys), speaker, stance, at, (Appraisal(at, at, **judged),), **fields)


def status(*assertions: Assertion, at: float = 30, **record: Any) -> Status:
    return judge(Record(assertions, **record), day(at)).status


FOR, AGAINST = Interest.FOR, Interest.AGAINST
MINISTRY = said("Russian ministry", interest=FOR, camp="RU", on=6.2)
ADVISER = said("adviser to the president", Stance.DENY, interest=FOR, camp="UA", on=6.6)
MAYOR_DENIES = said("mayor", Stance.DENY, interest=FOR, camp="UA", on=6.6)
OFFICIAL_QUERIES = said("US official", Stance.QUERY, on=6.7)
MAYOR_ADMITS = said("mayor", interest=AGAINST, camp="UA", on=7.5)
KHERSON = (MINISTRY, ADVISER, MAYOR_DENIES, OFFICIAL_QUERIES, MAYOR_ADMITS)


def test_one_party_alone_is_reported() -> None:
    assert status(*KHERSON, at=6.3) is Status.REPORTED


def test_denied_by_the_other_party_is_contested() -> None:
    assert status(*KHERSON, at=6.9) is Status.CONTESTED


def test_an_admission_against_interest_corroborates_and_the_denial_stays_on_record() -> None:
    verdict = judge(Record(KHERSON), day(9))
    assert (verdict.status, Flag.DENIAL_ON_RECORD in verdict.flags) == (Status.CORROBORATED, True)


def test_six_outlets_repeating_one_service_are_one_origin() -> None:
    outlets = [said(f"outlet {n}", origin=Origin.REPEATS, publisher=f"outlet {n}", on=2) for n in range(6)]
    verdict = judge(Record((said("emergency service", camp="UA", interest=FOR, publisher="service"), *outlets)), day(9))
    assert (verdict.status, verdict.tally.supporting, verdict.tally.publishers) == (Status.REPORTED, 1, 7)


def test_both_delegations_agree() -> None:
    one, other = (said(name, camp=camp, interest=FOR) for name, camp in (("Podolyak", "UA"), ("Medinsky", "RU")))
    assert status(one, other) is Status.CORROBORATED


def test_two_spokespeople_of_one_side_are_reported_only() -> None:
    verdict = judge(Record(tuple(said(name, camp="UA", interest=FOR) for name in ("one", "two"))), day(9))
    assert (verdict.status, Flag.SINGLE_SIDE in verdict.flags) == (Status.REPORTED, True)


def test_verified_evidence_against_a_party_refutes() -> None:
    assert status(said("party", interest=FOR, camp="RU"), said("video", Stance.DENY, verified=True)) is Status.REFUTED


def test_verified_evidence_on_both_sides_is_contested() -> None:
    assert status(said("one", verified=True), said("two", Stance.DENY, verified=True)) is Status.CONTESTED


def test_the_only_supporter_withdraws() -> None:
    gone = said("mayor", withdrawals=(Withdrawal(day(3), day(3)),))
    assert [status(gone, at=at) for at in (2, 4)] == [Status.REPORTED, Status.WITHDRAWN]


def figure(
    low: int | None, high: int | None = None, *, definition: str = "dead", as_of: str = "2022-03-02", **more: Any
) -> Figure:
    bounds = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    quantifier = more.pop("quantifier", Quantifier.MORE_THAN if high is None else Quantifier.EXACT)
    return Figure(Interval(*bounds), quantifier, definition, as_of, **more)


def test_a_verified_minimum_does_not_deny_an_estimate_of_all() -> None:
    ohchr = said("OHCHR", Stance.DENY, figure=figure(249, 249, definition="verified dead"))
    verdict = judge(Record((said("service", camp="UA", interest=FOR), ohchr), figure=figure(2000)), day(9))
    assert (verdict.status, Flag.DEFINITION_MISMATCH in verdict.flags) == (Status.REPORTED, True)


# What the vectors leave open ------------------------------------------------------------------------------------


def test_nobody_on_record_is_unsourced() -> None:
    assert status() is Status.UNSOURCED


def test_only_questions_leave_a_claim_unsourced() -> None:
    assert status(said("reader", Stance.QUERY)) is Status.UNSOURCED


def test_only_a_denial_is_contested_and_flagged() -> None:
    verdict = judge(Record((said("ministry", Stance.DENY),)), day(9))
    assert (verdict.status, Flag.DENIAL_ALONE in verdict.flags) == (Status.CONTESTED, True)


def test_many_of_unknown_origin_stay_reported() -> None:
    assert status(*(said(f"outlet {n}", origin=Origin.UNKNOWN, verified=True) for n in range(5))) is Status.REPORTED


def test_origin_found_out_later_changes_the_status_from_then_on() -> None:
    first, second = said("agency"), said("paper", origin=Origin.UNKNOWN)
    known = replace(second, appraisals=(*second.appraisals, Appraisal(day(9), day(9), origin=Origin.ROOT)))
    assert [status(first, known, at=at) for at in (8, 10)] == [Status.REPORTED, Status.CORROBORATED]


def test_a_comment_does_not_unseat_what_its_speaker_said() -> None:
    assert status(said("mayor"), said("mayor", Stance.COMMENT, on=5)) is Status.REPORTED


def test_what_we_knew_then_goes_by_the_day_it_was_recorded() -> None:
    late = replace(said("mayor", on=1), recorded_at=day(20))
    late = replace(late, appraisals=tuple(replace(one, recorded_at=day(20)) for one in late.appraisals))
    record = Record((late,))
    assert judge(record, day(5)).status is Status.REPORTED
    assert judge(record, day(5), Clock.RECORDED).status is Status.UNSOURCED


def test_a_later_figure_supersedes_and_never_refutes() -> None:
    record = Record((said("service"),), figure=figure(2000), later=(Later(day(4), day(4)),))
    assert [judge(record, day(at)).currency for at in (3, 5)] == [Currency.CURRENT, Currency.SUPERSEDED]
    assert judge(record, day(5)).status is Status.REPORTED


def test_a_claim_expires_at_the_end_of_its_time() -> None:
    record = Record((said("service"),), valid_to=day(3))
    assert [judge(record, day(at)).currency for at in (2.9, 3)] == [Currency.CURRENT, Currency.EXPIRED]


def test_an_override_shows_beside_the_computed_status_and_ends_on_its_day() -> None:
    record = Record((said("service"),), overrides=(Override(day(2), day(2), Status.REFUTED, day(10)),))
    verdict = judge(record, day(5))
    assert (verdict.status, verdict.computed, Flag.EDITOR_OVERRIDE in verdict.flags) == (
        Status.REFUTED,
        Status.REPORTED,
        True,
    )
    assert judge(record, day(10)).status is Status.REPORTED


def test_up_to_turned_into_more_than_is_flagged_and_still_support() -> None:
    up_to = figure(None, 4_000_000, quantifier=Quantifier.LESS_THAN)
    verdict = judge(Record((said("UNHCR", figure=up_to),), figure=figure(4_000_000)), day(9))
    assert (verdict.status, Flag.BOUND_MISMATCH in verdict.flags) == (Status.REPORTED, True)


def test_at_least_lost_is_flagged() -> None:
    verdict = judge(Record((said("UNHCR", figure=figure(1_000_000)),), figure=figure(1_000_000, 1_000_000)), day(9))
    assert Flag.BOUND_MISMATCH in verdict.flags


def test_the_same_bound_is_not_flagged() -> None:
    verdict = judge(Record((said("UNHCR", figure=figure(1_000_000)),), figure=figure(1_000_000)), day(9))
    assert verdict.flags == frozenset()


# What holds of any record ---------------------------------------------------------------------------------------

moments = st.integers(0, 40).map(day)
appraisals = st.builds(
    lambda at, late, **judged: Appraisal(at, at + timedelta(days=late), **judged),
    moments,
    st.integers(0, 5),
    origin=st.sampled_from([Origin.ROOT, Origin.UNKNOWN]),
    interest=st.sampled_from(Interest),
    camp=st.sampled_from(["", "RU", "UA"]),
    verified=st.booleans(),
)
figures = st.builds(
    lambda low, width, **more: Figure(Interval(Decimal(low), Decimal(low + width)), Quantifier.EXACT, **more),
    st.integers(0, 20),
    st.integers(0, 5),
    definition=st.sampled_from(["dead", "verified dead"]),
    as_of=st.sampled_from(["2022-03-01", "2022-03-02"]),
)
assertions = st.builds(
    lambda at, late, speaker, stance, judged, withdrawn, given_figure: Assertion(
        at,
        at + timedelta(days=late),
        next(_keys),
        speaker,
        stance,
        at,
        tuple(judged),
        tuple(Withdrawal(at + timedelta(days=gap), at + timedelta(days=gap)) for gap in withdrawn),
        given_figure,
    ),
    moments,
    st.integers(0, 5),
    st.sampled_from("abcd"),
    st.sampled_from(Stance),
    st.lists(appraisals, min_size=1, max_size=2),
    st.lists(st.integers(1, 20), max_size=1),
    st.none() | figures,
)
records = st.builds(
    lambda parts, own, later: Record(tuple(parts), figure=own, later=tuple(Later(at, at) for at in later)),
    st.lists(assertions, max_size=7),
    st.none() | figures,
    st.lists(moments, max_size=2),
)


@given(records, moments, st.randoms(use_true_random=False), st.sampled_from(Clock))
def test_the_order_of_arrival_does_not_matter(record: Record, at: datetime, random: Any, clock: Clock) -> None:
    parts = list(record.assertions)
    random.shuffle(parts)
    assert judge(replace(record, assertions=tuple(parts)), at, clock) == judge(record, at, clock)


@given(records, moments, assertions, st.sampled_from(Clock))
def test_a_repeat_never_changes_a_status_whenever_it_arrives(
    record: Record, at: datetime, one: Assertion, clock: Clock
) -> None:
    early = Appraisal(START, START, origin=Origin.REPEATS, verified=True)
    repeat = replace(one, appraisals=(early,), figure=None, reference_lost=False)
    assert (
        judge(replace(record, assertions=(*record.assertions, repeat)), at, clock).status
        is judge(record, at, clock).status
    )


@given(records, moments, assertions)
def test_withdrawn_and_added_again_returns(record: Record, at: datetime, one: Assertion) -> None:
    one = replace(one, withdrawals=())
    gone = replace(one, withdrawals=(Withdrawal(one.public_at, one.recorded_at),), key=next(_keys))
    before = judge(replace(record, assertions=(*record.assertions, one)), at)
    assert judge(replace(record, assertions=(*record.assertions, gone, one)), at) == before


@given(records, moments, st.lists(assertions, max_size=4), st.sampled_from(Clock))
def test_a_past_status_never_depends_on_later_facts(
    record: Record, at: datetime, later: list[Assertion], clock: Clock
) -> None:
    after = tuple(
        replace(
            one,
            public_at=max(one.public_at, at) + timedelta(hours=1),
            recorded_at=max(one.recorded_at, at) + timedelta(hours=1),
        )
        for one in later
    )
    assert judge(replace(record, assertions=(*record.assertions, *after)), at, clock) == judge(record, at, clock)


@given(figures, figures)
def test_figures_deny_each_other_only_with_one_definition_and_date(own: Figure, other: Figure) -> None:
    denied = judge(Record((said("counter", figure=other),), figure=own), day(30)).tally.denying == 1
    comparable = (own.definition, own.as_of) == (other.definition, other.as_of)
    assert denied == (comparable and not own.interval.meets(other.interval))


@given(records, st.sampled_from(Clock))
def test_a_status_changes_only_at_its_changes(record: Record, clock: Clock) -> None:
    instants = [START - timedelta(days=1), *changes(record, clock), END]
    for first, second in itertools.pairwise(instants):
        if first < second:
            just_before = second - timedelta(microseconds=1)
            assert judge(record, first, clock) == judge(record, just_before, clock)
