"""Which country a text is about, by the names and the adjectives in it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache

from tocsin.claims.extraction.places.inflection import cyrillic
from tocsin.claims.extraction.places.spans import Reading, Span
from tocsin.claims.extraction.places.words.demonyms import DEMONYMS

SMALL = 300
"""Added to every population, so that hamlets differ little."""
_COUNTRY, _PEOPLE, _DOUBTFUL, _LEAST = 2.0, 1.0, 0.25, 0.05
"""The votes of a country's name, of its adjective, of a name that nothing marks as a place's, of a hamlet's."""
_FOREIGN = 0.15
_ENDING = re.compile(r"(ськ|зьк|цьк|ск|цк)[а-яіїє]{1,3}\Z")


class Shares:
    """How much the names of a text speak for each country: 1 for the country of the story."""

    def __init__(self, reading: Reading, spans: list[Span]) -> None:
        self._votes: dict[str, dict[str, float]] = {}
        for span in spans:
            votes = _votes(span, 1.0 if _marked(reading, span) else _DOUBTFUL)
            if sum(votes.values()) > sum(self._votes.get(span.key, {}).values()):
                self._votes[span.key] = votes
        for country in _peoples(reading):
            self._votes[f"({country})"] = {country: _PEOPLE}
        self._most: dict[str, float] = {}
        self._sum: dict[str, float] = defaultdict(float)
        for votes in self._votes.values():
            for country, vote in votes.items():
                self._sum[country] += vote

        self._first = max(self._sum, key=lambda country: self._sum[country], default="")

    def of(self, country: str, but: str = "") -> float:
        """Return the share of *country* by all names but the one with the key *but*, if there are others."""
        return max(0.0, self._sum.get(country, 0.0) - self._own(but).get(country, 0)) / max(self._top(but), 1.0)

    def foreign(self, country: str, but: str = "") -> bool:
        """Tell whether the other names speak clearly for another country, and not for this one."""
        return self._top(but) >= 1.0 and self.of(country, but) < _FOREIGN

    def _own(self, key: str) -> dict[str, float]:
        return self._votes.get(key, {}) if len(self._votes) > 1 else {}

    def _top(self, but: str) -> float:
        if but not in self._most:
            own = self._own(but)
            self._most[but] = max((votes - own.get(each, 0) for each, votes in self._sum.items()), default=0.0)
        return self._most[but]

    def first(self) -> str:
        """Return the country of the story."""
        return self._first

    def clear(self, but: str) -> str:
        """Return the country of the story if names other than the one with the key *but* tell it clearly."""
        return self._first if self._sum.get(self._first, 0.0) - self._own(but).get(self._first, 0.0) >= 1.0 else ""


def _marked(reading: Reading, span: Span) -> bool:
    """Tell whether the words around *span* make it a place's name, or it needs none."""
    if span.areas or span.role or reading.alone(span.start, span.end):
        return True
    before = reading.key(span.first - 1)
    return before in reading.lists.inside or before in reading.lists.kind_before


def _votes(span: Span, weight: float) -> dict[str, float]:
    named = {area.country for area in span.areas if area.country}
    if named:
        return dict.fromkeys(named, _COUNTRY / len(named))
    sizes: dict[str, float] = {}
    for town, cost in span.towns.items():
        sizes[town.country] = max(sizes.get(town.country, 0), (town.population + SMALL) / 10**cost)
    whole = sum(sizes.values())
    fame = weight * min(1.0, max(_LEAST, (math.log10(max(sizes.values(), default=1)) - 3) / 3))
    return {country: fame * size / whole for country, size in sizes.items()}


def _peoples(reading: Reading) -> set[str]:
    table = _table()
    found = set()
    for word in reading.words:
        if word.capital or not reading.cased or cyrillic(word.key):
            key = _ENDING.sub(r"\1", word.key) if cyrillic(word.key) else word.key
            if key in table:
                found.add(table[key])
    return found


@cache
def _table() -> dict[str, str]:
    return {word: country for country, words in DEMONYMS.items() for word in words.split()}
