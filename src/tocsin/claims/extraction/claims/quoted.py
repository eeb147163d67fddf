"""Clauses inside quotation marks: somebody's words, not the narrator's."""

from __future__ import annotations

from bisect import bisect_right

from tocsin.claims.extraction.attributions import quotes
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Stretch


class Quoted:
    def __init__(self, document: Document) -> None:
        self._quotes = quotes.find(document.readable)
        self._starts = [one.start for one in self._quotes]

    def holds(self, stretch: Stretch) -> bool:
        place = bisect_right(self._starts, stretch[0]) - 1
        return place >= 0 and stretch[1] <= self._quotes[place].end


_OPENING = {"“": "”", "«": "»", "„": "“”", '"': '"'}


def balanced(text: str, stretch: Stretch) -> Stretch:
    """The stretch with the mark that opens or closes a quotation in it, where that mark stands right outside."""
    start, end = stretch
    for opening, closing in _OPENING.items():
        inside = text[start:end]
        opened, closed = inside.count(opening), sum(inside.count(mark) for mark in closing)
        if opening in closing:
            opened, closed = (closed + 1) // 2, closed // 2
            before = closed != opened and text[start - 1 : start] == opening
            opened, closed = (opened - 1, closed + 1) if before else (opened, closed)
        if closed > opened and text[start - 1 : start] == opening:
            start -= 1
        elif opened > closed:
            end = next((place + 1 for place in (end, end + 1) if text[place : place + 1] in set(closing)), end)
    return start, end
