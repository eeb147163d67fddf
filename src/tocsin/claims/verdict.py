"""The status of a claim: a pure function of its record and an instant. Plain Python.

The rules, in the order in which they are applied:

1. What is known at the instant is taken; what was withdrawn by then is dropped.
2. Each speaker is one group, whose latest assertion counts; a comment takes no position and moves nothing. A repeat
   moves nothing, whenever it arrives. A group for whose position nothing was said first hand (its origin is not known)
   can make a claim reported or contested, and never more.
3. A side is strong with two groups of which one gains nothing if believed; with one whose direct evidence the
   newsroom verified; or with groups of two opposing camps.
4. Both strong: contested. One strong: corroborated or refuted. Neither, and both there: contested. Only support:
   reported. Only denial: contested, and flagged. Neither: unsourced, or withdrawn when support was taken back.
5. A figure supports or denies another only with the same definition and date; otherwise it comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tocsin.claims.record import Appraisal, Assertion, Clock, Dated, Figure, Record
from tocsin.claims.statuses import Currency, Flag, Interest, Origin, Quantifier, Stance, Status


@dataclass(frozen=True)
class Tally:
    """What was counted, from which the reason is written (``reasons.sentence``)."""

    supporting: int = 0
    """Groups that say so, those of unknown origin included."""
    denying: int = 0
    querying: int = 0
    unknown: int = 0
    """Of the supporting, those of unknown origin: no independent origin is known of them."""
    publishers: int = 0
    """Who carries the support, repeats included: publishers, or speakers where none is named."""
    support_by: str = ""
    """Why the support is strong: ``disinterested``, ``verified``, ``opposing``; empty where it is not."""
    denial_by: str = ""
    against_interest: bool = False
    """Whether a speaker supports it against its own interest."""


@dataclass(frozen=True)
class Verdict:
    """Where a claim stands at an instant."""

    status: Status
    currency: Currency
    flags: frozenset[Flag] = frozenset()
    tally: Tally = field(default_factory=Tally)
    computed: Status | None = None
    """What the rules say, where an editor's word stands in its place."""


@dataclass(frozen=True)
class _Voice:
    """A group's present position."""

    stance: Stance
    appraisal: Appraisal

    @property
    def counts(self) -> bool:
        """Whether it can make a side strong."""
        return self.appraisal.origin is Origin.ROOT


def judge(record: Record, at: datetime, clock: Clock = Clock.PUBLIC) -> Verdict:
    """Return where the claim stood at *at* (aware). The order of the record's parts does not matter."""
    live = [(one, one.appraised(at, clock)) for one in record.assertions if _is_live(one, at, clock)]
    voices = _voices(record, live)
    support = [one for one in voices if one.stance is Stance.SUPPORT]
    denial = [one for one in voices if one.stance is Stance.DENY]
    tally = Tally(
        supporting=len(support),
        denying=len(denial),
        querying=sum(one.stance is Stance.QUERY for one in voices),
        unknown=sum(not one.counts for one in support),
        publishers=_publishers(record, live),
        support_by=_strength(support),
        denial_by=_strength(denial),
        against_interest=any(one.appraisal.interest is Interest.AGAINST for one in support),
    )
    own = [one for one, appraisal in live if appraisal.origin is not Origin.REPEATS]
    computed = _status(tally, withdrawn=not own and _was_supported(record, at, clock))
    flags = _flags(record, live, support, tally, computed)
    status = computed
    if override := _override(record, at, clock):
        status, flags = override, flags | {Flag.EDITOR_OVERRIDE}
    return Verdict(status, _currency(record, at, clock), frozenset(flags), tally, computed)


def changes(record: Record, clock: Clock = Clock.PUBLIC) -> list[datetime]:
    """Return every instant at which the status may change, in order."""
    instants: set[datetime] = set()
    for one in record.assertions:
        instants |= {_when(part, clock) for part in (one, *one.appraisals, *one.withdrawals)}
    instants |= {_when(part, clock) for part in (*record.later, *record.overrides)}
    instants |= {end for one in record.later for end in (one.until, one.until_recorded) if end}
    instants |= {one.until for one in record.overrides} | {one.lifted for one in record.overrides if one.lifted}
    if record.valid_to:
        instants.add(record.valid_to)
    return sorted(instants)


def _when(part: Dated, clock: Clock) -> datetime:
    return part.public_at if clock is Clock.PUBLIC else part.recorded_at


def _is_live(one: Assertion, at: datetime, clock: Clock) -> bool:
    return one.known(at, clock) and not any(gone.known(at, clock) for gone in one.withdrawals)


def _was_supported(record: Record, at: datetime, clock: Clock) -> bool:
    return any(
        one.known(at, clock)
        and one.appraised(at, clock).origin is not Origin.REPEATS
        and effective_stance(record, one) is Stance.SUPPORT
        for one in record.assertions
    )


def effective_stance(record: Record, one: Assertion) -> Stance:
    """What *one* does to the claim: a figure supports or denies a figure only where the two compare."""
    if one.figure is None or record.figure is None or one.stance not in {Stance.SUPPORT, Stance.DENY}:
        return one.stance
    if not one.figure.compares_with(record.figure):
        return Stance.COMMENT
    return Stance.SUPPORT if agree(record.figure, one.figure) else Stance.DENY


def agree(one: Figure, other: Figure) -> bool:
    """Whether two comparable figures have a number in common within the rounding stated."""
    slack = max(one.rounding, other.rounding)
    return one.interval.widened(slack).meets(other.interval)


def _voices(record: Record, live: Sequence[tuple[Assertion, Appraisal]]) -> list[_Voice]:
    """The present position of each speaker: the latest stance, and of what was said for it the latest first hand."""
    said: dict[Hashable, list[tuple[tuple[object, ...], _Voice]]] = defaultdict(list)
    for one, appraisal in live:
        stance = effective_stance(record, one)
        if appraisal.origin is not Origin.REPEATS and stance is not Stance.COMMENT:
            order = (one.public_at, one.asserted_at, one.recorded_at, one.key)
            said[one.speaker].append((order, _Voice(stance, appraisal)))
    return [_position(several) for several in said.values()]


def _position(several: list[tuple[tuple[object, ...], _Voice]]) -> _Voice:
    several = sorted(several, key=lambda one: one[0])
    latest = several[-1][1]
    first_hand = [voice for _order, voice in several if voice.stance is latest.stance and voice.counts]
    return first_hand[-1] if first_hand else latest


def _strength(side: Iterable[_Voice]) -> str:
    """Say why *side* is strong; nothing when it is not."""
    counted = [one for one in side if one.counts]
    if any(one.appraisal.verified for one in counted):
        return "verified"
    if len({one.appraisal.camp for one in counted if one.appraisal.camp}) > 1:
        return "opposing"
    if len(counted) > 1 and any(one.appraisal.interest is not Interest.FOR for one in counted):
        return "disinterested"
    return ""


def _status(tally: Tally, *, withdrawn: bool) -> Status:
    if tally.support_by and not tally.denial_by:
        return Status.CORROBORATED
    if tally.denial_by and not tally.support_by:
        return Status.REFUTED
    if tally.denying:
        return Status.CONTESTED
    if tally.supporting:
        return Status.REPORTED
    return Status.WITHDRAWN if withdrawn else Status.UNSOURCED


def _currency(record: Record, at: datetime, clock: Clock) -> Currency:
    if any(one.holds(at, clock) for one in record.later):
        return Currency.SUPERSEDED
    return Currency.EXPIRED if record.valid_to and record.valid_to <= at else Currency.CURRENT


def _override(record: Record, at: datetime, clock: Clock) -> Status | None:
    in_force = [
        one
        for one in record.overrides
        if one.known(at, clock) and at < one.until and not (one.lifted and one.lifted <= at)
    ]
    latest = max(in_force, key=lambda one: (one.public_at, one.recorded_at), default=None)
    return latest.status if latest else None


def _publishers(record: Record, live: Sequence[tuple[Assertion, Appraisal]]) -> int:
    """Count who carries the support: a repeat is a carrier, not a voice."""
    carried = [one for one, _appraisal in live if effective_stance(record, one) is Stance.SUPPORT]
    return len({one.publisher if one.publisher is not None else ("speaker", one.speaker) for one in carried})


def _flags(
    record: Record,
    live: Sequence[tuple[Assertion, Appraisal]],
    support: Sequence[_Voice],
    tally: Tally,
    status: Status,
) -> set[Flag]:
    figures = [one.figure for one, _appraisal in live if one.figure and record.figure]
    camps = {one.appraisal.camp for one in support}
    found = {
        Flag.DENIAL_ON_RECORD: status is Status.CORROBORATED and tally.denying > 0,
        Flag.DENIAL_ALONE: tally.denying > 0 and tally.supporting == 0,
        Flag.SINGLE_SIDE: len(camps) == 1 and "" not in camps,
        Flag.REFERENCE_LOST: any(one.reference_lost for one, _appraisal in live),
        Flag.BOUND_MISMATCH: any(bound_mismatch(record.figure, one) for one in figures if record.figure),
        Flag.DEFINITION_MISMATCH: any(one.definition != record.figure.definition for one in figures if record.figure),
        Flag.DATE_CONFLICT: record.date_conflict,
    }
    return {flag for flag, holds in found.items() if holds}


def bound_mismatch(printed: Figure, given: Figure) -> bool:
    """Whether the bound was lost or turned between source and article: *up to* became *more than*, or one number."""
    if printed.definition != given.definition:
        return False
    was, now = _direction(given), _direction(printed)
    return was in {"above", "below"} and now != was


def _direction(figure: Figure) -> str:
    if figure.quantifier is Quantifier.MORE_THAN:
        return "below"
    return "above" if figure.quantifier is Quantifier.LESS_THAN else figure.interval.direction
