"""Quotations by their marks, of every kind: “ ”, „ “, « », ‹ ›, 「 」, " ", ' ' and two apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_CLOSING = {
    "“": '”"“',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "''": "''",
    "'": "'",
}
_MARK = re.compile(r"''|``|[“”„‟«»‹›「」『』‘’‚\"']")
_LONGEST = 5000
_SINGLE = "'‘‚"
_SINGLE_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between marks, the marks included. *closed* is false where the paragraph ends before the quotation."""

    start: int
    end: int
    closed: bool = True


def find(text: str) -> list[Quote]:
    """Return the outermost quotations in order; one without a closing mark ends with its paragraph."""
    found: list[Quote] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found += _in_paragraph(text, paragraph.start(), paragraph.end())
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    opened, closing = -1, ""
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        at, after = mark.span()
        before = text[at - 1] if at > start else " "
        following = text[after] if after < end else " "
        if opened >= 0 and text[opened] in _SINGLE and (sign in '“"' or at - opened > _SINGLE_LONGEST):
            opened = -1
        if opened >= 0:
            if (sign in closing or ('"' in closing and sign == '"')) and _closes(sign, before, following):
                found.append(Quote(opened, after))
                opened = -1
        elif _opens(sign, before, following):
            opened = at
            closing = _CLOSING["''" if sign == "``" else sign]
            closing = closing if len(sign) == 1 else "''"
    if opened >= 0 and text[opened] not in "'‘‚»›" and end - opened < _LONGEST:
        whole = text[opened:end].rstrip()
        found.append(Quote(opened, opened + len(whole), closed=False))
    return found


def _opens(sign: str, before: str, following: str) -> bool:
    if sign in {"”", "’", "」", "』", "›"}:
        return False
    if sign in {"“", "„", "«", "「", "『", "‟", "‹", "‚"}:
        return True
    if sign in {"»", "'", "‘", "‚"} and not following.isalpha() and following not in "[(.…":
        return False
    return before.isspace() or before in "([{—–-:/‐-―"


def _closes(sign: str, before: str, following: str) -> bool:
    if sign in {"'", "’", "‘"}:
        return not following.isalnum() and (not before.isspace())
    if sign == "“":
        return not (before.isspace() or following.isalnum())
    if sign in {'"', "''"}:
        return not (before.isspace() and following.isalnum())
    return True


class Quotes:
    """The quotations of a text, asked by place."""

    def __init__(self, text: str) -> None:
        self.all = find(text)
        self._starts = [quote.start for quote in self.all]

    def at(self, place: int) -> Quote | None:
        """Return the quotation that *place* is in."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self.all[index].end:
            return self.all[index]
        return None

    def between(self, start: int, end: int) -> list[Quote]:
        """Return the quotations that start in the stretch."""
        return [
            quote
            for quote in self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]
            if quote.start >= start
        ]
