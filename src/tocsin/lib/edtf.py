"""Dates as imprecise as they are known: EDTF (ISO 8601-2), levels 0 to 2, as days from and to.

``2022``, ``2022-03``, ``2022-03-05``, ``2022-03-05~`` (about), ``2022-02-24/2022-03-03`` (from, to),
``../2022-03-05`` (open), ``/2022-03-05`` (start not known).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import struct_time

from tocsin.lib.errors import TocsinError

LONGEST = 60
FIRST, LAST = 1000, 2999
"""The years a date can lie in."""


class BadEdtf(TocsinError):
    """A date is not written in the form asked for."""


@dataclass(frozen=True)
class Days:
    """The first and the last day a date can mean; ``None`` where it is open or not known."""

    start: date | None
    end: date | None

    def contains(self, other: Days) -> bool:
        """Whether every day of *other* is one of these."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends


@lru_cache(maxsize=4096)
def read(text: str) -> Days:
    """Return the days *text* can mean. Raises ``BadEdtf`` when it is in another form or no such day exists."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    text = text.strip()
    try:
        if not text or len(text) > LONGEST:
            raise ValueError  # noqa: TRY301 - one refusal for all reasons
        found = parse_edtf(text)
        start = None if text.startswith(("/", "../")) else _day(found.lower_strict())
        end = None if text.endswith(("/", "/..")) else _day(found.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        raise BadEdtf(
            f"{text[:LONGEST]!r} is not a date: write 2022, 2022-03, 2022-03-05, or from/to as 2022-02-24/2022-03-03."
        ) from None
    if any(day and not FIRST <= day.year <= LAST for day in (start, end)):
        raise BadEdtf(f"{text!r} lies too far away: years run from {FIRST} to {LAST}.")
    if start and end and start > end:
        raise BadEdtf(f"{text!r} ends before it starts.")
    return Days(start, end)


def _day(moment: struct_time | float) -> date | None:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if isinstance(moment, struct_time) else None
