"""Dates as precise as they are known: ``2022``, ``2022-03`` or ``2022-03-05`` (EDTF level 0, ISO 8601-2)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from tocsin.lib.errors import TocsinError

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class BadDate(TocsinError):
    """A date is not written in the form asked for."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


def parse(text: str) -> PartialDate:
    """Read *text*. Raises ``BadDate`` when it is in another form or no such day exists."""
    match = _FORM.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError  # noqa: TRY301 - one refusal for both reasons
        found = PartialDate(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
        _ = found.first_day
    except ValueError:
        raise BadDate(f"{text!r} is not a date: write a year, year-month or year-month-day, as 2022-03-05.") from None
    return found


def instant(text: str) -> datetime | None:
    """Read an instant (ISO 8601, UTC where it names no zone) or the start of a date in UTC; nothing of nothing.

    Raises ``BadDate`` when it is in another form or there is no such instant.
    """
    text = text.strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text) if ":" in text else datetime.combine(parse(text).first_day, time())
    except ValueError:
        raise BadDate(f"{text!r} is not a date: write it as 2022-03-05, or as 2022-03-05 13:37 (UTC).") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
