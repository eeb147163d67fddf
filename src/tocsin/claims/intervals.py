"""Numbers as intervals: what was printed is seldom one number. Plain Python.

A bound that is not known is ``None``: *more than 2,000* is ``Interval(2000, None)``. None is never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tocsin.claims.statuses import Quantifier


@dataclass(frozen=True)
class Interval:
    """All numbers from *low* to *high*, both included; ``None`` is an open end."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"An interval runs from low to high, not from {self.low} to {self.high}.")

    @property
    def direction(self) -> str:
        """Which side is bounded: ``both``, ``below`` (at least …), ``above`` (up to …) or ``none``."""
        if self.low is None:
            return "none" if self.high is None else "above"
        return "below" if self.high is None else "both"

    def widened(self, by: Decimal) -> Interval:
        """The same with each bound moved outwards by *by*."""
        return Interval(
            None if self.low is None else self.low - by,
            None if self.high is None else self.high + by,
        )

    def meets(self, other: Interval) -> bool:
        """Whether a number lies in both."""
        return not (_below(self.high, other.low) or _below(other.high, self.low))


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def rounding_of(value: Decimal | None) -> Decimal:
    """Half of the last place *value* was printed to: 1,000,000 → 500,000; 2,130 → 5; 249 → 0 (a count).

    Only whole numbers that end in zeros are taken for rounded.
    """
    if value is None or value == 0 or value != value.to_integral_value():
        return Decimal(0)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros / 2 if zeros else Decimal(0)


def tolerance(interval: Interval, quantifier: str) -> Decimal:
    """By how much the bounds may be off by the rounding stated: that of a number given as *about*, else none."""
    if quantifier != Quantifier.APPROXIMATELY:
        return Decimal(0)
    return min((rounding_of(bound) for bound in (interval.low, interval.high) if bound is not None), default=Decimal(0))
