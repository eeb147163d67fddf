"""What relative words are counted from, and on which side of it a day lies."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.numeric import real
from tocsin.claims.extraction.times.point import Point
from tocsin.claims.extraction.times.words import LANGUAGES, module

PUBLICATION, DATELINE, EVENT = "publication", "dateline", "event"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day relative words are counted from, None if it is not known, and why it is that day."""

    day: date | None
    basis: str


_HEAD = 400
"""Code points in which a dateline is looked for."""
_BEFORE = re.compile(r"(?:^|\n|\]|\))[^\S\n]*[^\W\d_][^\n\d:;!?]{1,70}[,(]\s*$")
_AFTER = re.compile(r",?\s*+(?:\([^()\n]{1,60}\)|\[[^\]\n]{1,60}\]|\.)?\s*+(?:--|[—–:-]|\[TEXT\])")
_CLAUSE = re.compile(r"[,;]")
_REACH = 400
"""Code points in which a verb is looked for, on either side."""
_DAYS = 10
"""A dateline is from no more days before publication."""


def dateline(document: Document, items: list[Atom]) -> Anchor | None:
    """Return the day of the dateline ("KYIV, March 3 (Agency) —"), if the text begins with one."""
    for item in items:
        if item.start > _HEAD:
            return None
        point = item.value
        if item.letter != "D" or point.day is None or point.month is None:
            continue
        if not _BEFORE.search(document.text[max(0, item.start - 100) : item.start]):
            continue
        if not _AFTER.match(document.text, item.end):
            continue
        return _dated(point, document.published)
    return None


def _dated(point: Point, published: date | None) -> Anchor | None:
    years = [point.year] if point.year else [published.year, published.year - 1] if published else []
    for year in years:
        if not real(year, point.month or 0, point.day or 0):
            continue
        day = date(year, point.month or 0, point.day or 0)
        if published is None or 0 <= (published - day).days <= _DAYS:
            return Anchor(day, DATELINE)
    return None


@cache
def _verbs(language: str) -> re.Pattern[str]:
    if language not in LANGUAGES:
        return re.compile(r"(?!)(?P<future>)")
    words = module(language)
    state = getattr(words, "STATE", "(?!)")
    return re.compile(rf"\b(?:(?P<future>{words.FUTURE})|(?P<state>{state})|(?P<past>{words.PAST}))\b", re.IGNORECASE)


class Verbs:
    """Verbs of a text that tell whether it speaks of what was or of what is to come."""

    def __init__(self, document: Document) -> None:
        matches = _verbs(document.language).finditer(document.readable)
        found = [match for match in matches if match.group("state") is None]
        self._text = document.readable
        self._starts = [match.start() for match in found]
        self._ahead = [match.group("future") is not None for match in found]

    def look_ahead(self, sentence: tuple[int, int], start: int, end: int) -> bool | None:
        """Tell it of the words at *start* to *end*, by the nearest verb before or else after; None if there is none."""
        before = bisect_left(self._starts, start) - 1
        if before >= 0 and self._starts[before] >= max(sentence[0], start - _REACH):
            return self._ahead[before]
        after = bisect_left(self._starts, end)
        clause = _CLAUSE.search(self._text, end + 1, end + _REACH)
        if after < len(self._starts) and self._starts[after] < min(
            sentence[1], clause.start() if clause else end + _REACH
        ):
            return self._ahead[after]
        return None
