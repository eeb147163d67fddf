"""The record a status is computed from: plain values, no database. ``queries.records`` reads it from the ledger.

Three clocks run in it (times are aware): ``asserted_at``, when something was said; ``public_at``, when it could be
known; ``recorded_at``, when it entered the ledger. A past *status* goes by the second, *what we knew then* by the
third.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from tocsin.claims.intervals import Interval
from tocsin.claims.statuses import Interest, Origin, Quantifier, Stance, Status


class Clock(StrEnum):
    """By which clock the record is cut off."""

    PUBLIC = "public"
    RECORDED = "recorded"


@dataclass(frozen=True)
class Dated:
    """What could be known from ``public_at`` on, and was in the ledger from ``recorded_at`` on."""

    public_at: datetime
    recorded_at: datetime

    def known(self, at: datetime, clock: Clock) -> bool:
        """Whether it belongs to the record at the instant *at*."""
        return (self.public_at if clock is Clock.PUBLIC else self.recorded_at) <= at


@dataclass(frozen=True)
class Appraisal(Dated):
    """What the newsroom holds of an assertion from then on; the latest one counts.

    ``camp`` is the conflict party the speaker belongs to, or nothing. ``verified`` says that the newsroom itself has
    verified direct evidence behind the assertion. ``root`` names the speaker repeated, where it repeats one.
    """

    origin: Origin = Origin.UNKNOWN
    interest: Interest = Interest.NONE
    camp: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Figure:
    """A number with what it counts. Two figures compare only where definition and date are the same."""

    interval: Interval
    quantifier: Quantifier
    definition: Hashable
    as_of: str
    """EDTF; empty where none is stated."""
    rounding: Decimal = Decimal(0)

    def compares_with(self, other: Figure) -> bool:
        return self.definition == other.definition and self.as_of == other.as_of


@dataclass(frozen=True)
class Withdrawal(Dated):
    """That an assertion was taken back."""


@dataclass(frozen=True)
class Assertion(Dated):
    """One speaker's stance, once. ``speaker`` is any key that is the same for the same speaker."""

    key: int
    speaker: Hashable
    stance: Stance
    asserted_at: datetime
    appraisals: tuple[Appraisal, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    figure: Figure | None = None
    reference_lost: bool = False
    publisher: Hashable = None

    def appraised(self, at: datetime, clock: Clock) -> Appraisal:
        """The latest appraisal known at *at*; of an assertion nobody appraised the origin is unknown."""
        known = [one for one in self.appraisals if one.known(at, clock)]
        return max(known, key=lambda one: (one.public_at, one.recorded_at), default=_UNAPPRAISED)


_UNAPPRAISED = Appraisal(datetime.min, datetime.min)  # noqa: DTZ901 - never compared


@dataclass(frozen=True)
class Later(Dated):
    """That a later figure of the series, or a claim that updates this one, is on record, until it is taken back."""

    until: datetime | None = None
    until_recorded: datetime | None = None

    def holds(self, at: datetime, clock: Clock) -> bool:
        """Whether it is on record at *at* and not yet taken back."""
        end = self.until if clock is Clock.PUBLIC else self.until_recorded
        return self.known(at, clock) and not (end is not None and end <= at)


@dataclass(frozen=True)
class Override(Dated):
    """An editor's word instead of the computed one, until ``until``."""

    status: Status
    until: datetime
    lifted: datetime | None = None


@dataclass(frozen=True)
class Record:
    """Everything the status of one claim rests on."""

    assertions: tuple[Assertion, ...] = ()
    figure: Figure | None = None
    valid_to: datetime | None = None
    """The first instant at which the claim no longer holds."""
    later: tuple[Later, ...] = ()
    overrides: tuple[Override, ...] = ()
    date_conflict: bool = False
