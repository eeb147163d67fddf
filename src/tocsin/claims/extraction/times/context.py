"""What is known where words of time stand, and what they turn out to mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tocsin.claims.extraction.times import calendar
from tocsin.claims.extraction.times.anchors import EVENT, Anchor
from tocsin.claims.extraction.times.calendar import Stretch

Told = tuple[int, int | None, int | None]
"""A date told in the text: year and, if known, month and day."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where the words stand.

    *told* is the date told before. *narrative* is a text on the past, whose dates hang on one another; *here* is set
    when the date told before is in the same sentence. *ahead* is set for words on what is to come, *open* where no verb
    tells, *bare* for words that stand alone.
    """

    anchor: Anchor
    told: Told | None = None
    narrative: bool = False
    here: bool = False
    ahead: bool = False
    open: bool = False
    bare: bool = False
    week_based: bool = False

    @property
    def told_day(self) -> tuple[date | None, str]:
        """The day told before."""
        if self.told and self.told[1] and self.told[0] > 0:
            return date(self.told[0], self.told[1], self.told[2] or 1), EVENT
        return None, ""

    @property
    def base(self) -> tuple[date | None, str]:
        """The day relative words count from, and why."""
        if self.narrative and self.told_day[0]:
            return self.told_day
        return self.anchor.day, self.anchor.basis


@dataclass(frozen=True, slots=True)
class Meaning:
    """A stretch, None if it is not known, why it is that one, and the date it tells to what comes after."""

    stretch: Stretch | None
    basis: str = ""
    told: Told | None = None


UNKNOWN = Meaning(None)


def one_day(day: date | None, basis: str) -> Meaning:
    if day is None:
        return UNKNOWN
    return Meaning(Stretch.of(calendar.day_text(day)), basis, (day.year, day.month, day.day))


def day_of(told: Told | None) -> date | None:
    """Return the day that *told* is, None where it is less than a day or before Christ."""
    if told is None or told[1] is None or told[2] is None or told[0] < 1:
        return None
    return date(told[0], told[1], told[2])
