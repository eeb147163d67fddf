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
