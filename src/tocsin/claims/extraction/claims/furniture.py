"""Which lines of a text are its body, and which the furniture of a site: labels, forms, notes, other articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from tocsin.claims.extraction.claims.words import furniture as words
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Stretch

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:;।。！？؟][\"'”’»)\]*\s]*+(?:\[\d{1,3}\]\s*+)*+[,\s]*+$")
_NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\^|\d{1,3}\.\s+\^|↑)\s*")
_MARK = re.compile(r"\[\d{1,3}\]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(words.MONTHS)})\w*\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_COUNTED = re.compile(r"\(?\d+\)?\s*")
_BULLET = re.compile(r"\s*+(?:[•·▪◦‣*–-]|\d{1,2}[.)])\s++\S")
_ITEM = 5
_LONG = 40
"""Words of a paragraph that shows that the article goes on."""
_SHORT = 8
"""Words of a line that may be a label or a heading."""
_DATED = 12
"""A line with a date and no more words is a line of dates."""
_NEAR = 4
"""Teasers follow one another within so many lines."""
_TAIL = 200


@dataclass(slots=True)
class Line:
    start: int
    end: int
    text: str
    words: int = field(init=False)
    ended: bool = field(init=False)
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = sum(1 for _ in _WORD.finditer(self.text))
        self.ended = _ENDED.search(self.text[-_TAIL:]) is not None
        self.plain = self.text.strip(" \t*•·|:>»–—-#.()[]0123456789").casefold() if self.words <= _DATED else ""


def body(document: Document) -> Body:
    """Return the stretches of the text that are its body."""
    return document.once("claims.body", lambda document: Body(_body(document.readable)))


class Body:
    """The lines of a text that are its body, in order."""

    def __init__(self, lines: list[Stretch]) -> None:
        self.lines = lines
        self._starts = [start for start, _ in lines]

    def holds(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self.lines[index][1]


def _body(text: str) -> list[Stretch]:
    lines = [Line(match.start(), match.end(), match.group()) for match in _LINE.finditer(text) if match.group().strip()]
    if len(lines) <= 1:
        return [(line.start, line.end) for line in lines]
    prose = any(line.ended and line.words > _SHORT for line in lines)
    outside = _after(lines) | _teasers(lines) | _notes(lines, text)
    return [
        (line.start, line.end)
        for number, line in enumerate(lines)
        if number not in outside and not _label(line) and (line.ended or not prose or _item(line))
    ]


def _item(line: Line) -> bool:
    """An item of a list that is long enough for a statement; those seldom end with a full stop."""
    return line.words >= _ITEM and _BULLET.match(line.text) is not None


def _label(line: Line) -> bool:
    if line.plain in words.LABEL:
        return True
    if line.words > _LONG:
        return False
    text = line.text.strip().casefold()
    return text.startswith(words.LABEL_STARTS) or any(phrase in text for phrase in words.LABEL_PARTS)


def _after(lines: list[Line]) -> set[int]:
    """Lines below "Related posts" up to the next long paragraph, and all below "Leave a comment"."""
    outside: set[int] = set()
    below = False
    for number, line in enumerate(lines):
        if line.plain in words.END and number:
            return outside | set(range(number, len(lines)))
        if line.plain in words.AFTER or line.plain in words.NOTES:
            below = True
        elif below and line.ended and line.words >= _LONG:
            below = False
        if below:
            outside.add(number)
    return outside


def _teasers(lines: list[Line]) -> set[int]:
    """Blocks of title, date and first words of other articles, where at least two stand together."""
    signs = [number for number, line in enumerate(lines) if _dated(line) or _cut(line)]
    outside: set[int] = set()
    for earlier, later in pairwise(signs):
        if later - earlier <= _NEAR and later > earlier:
            outside.update(number for number in range(max(earlier - 1, 0), later + 1) if lines[number].words < _LONG)
    return outside


def _cut(line: Line) -> bool:
    return line.words < _LONG and line.text.strip().casefold().endswith(words.TEASER_ENDS)


def _dated(line: Line) -> bool:
    """A line that is a date, with a name at most: a dateline of a teaser or a post."""
    return (
        not line.ended
        and line.words <= _DATED
        and _YEAR.search(line.text) is not None
        and _MONTH.search(line.text) is not None
    )


def _notes(lines: list[Line], text: str) -> set[int]:
    """Lines that begin with the mark of a note that an earlier line holds: the note itself."""
    outside: set[int] = set()
    seen: set[str] = set()
    for number, line in enumerate(lines):
        opening = _NOTE.match(line.text)
        if opening and (opening.group().strip() in seen or "^" in opening.group() or "↑" in opening.group()):
            outside.add(number)
            continue
        seen.update(match.group() for match in _MARK.finditer(line.text))
    return outside
