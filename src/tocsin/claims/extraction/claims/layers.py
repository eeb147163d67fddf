"""The findings of the lower layers, asked for by stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from tocsin.claims.extraction import attributions, figures, places, times
from tocsin.claims.extraction.claims.portions import portions
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Figure, Place, Stretch, Time

Found = TypeVar("Found", Figure, Time, Place)


class Row(Generic[Found]):
    def __init__(self, found: Sequence[Found]) -> None:
        self.found: list[Found] = sorted(found, key=lambda one: one.start)
        self._starts = [one.start for one in self.found]

    def within(self, stretch: Stretch) -> list[Found]:
        """Return those that lie whole in *stretch*."""
        first, last = bisect_left(self._starts, stretch[0]), bisect_left(self._starts, stretch[1])
        return [one for one in self.found[first:last] if one.end <= stretch[1]]


class Layers:
    def __init__(self, document: Document) -> None:
        self.figures = Row(portions(document, figures.find(document)))
        self.times = Row(times.find(document))
        self.places = Row(places.find(document))
        self.attributions = attributions.find(document)


def layers(document: Document) -> Layers:
    return document.once("claims.layers", Layers)
