"""Places meant by a name that is not in the gazetteer: one letter too many, too few, another, or two exchanged."""

from __future__ import annotations

from functools import lru_cache

from tocsin.claims.extraction.places import gazetteer
from tocsin.claims.extraction.places.compile import TRANSLITERATING
from tocsin.claims.extraction.places.folding import loose
from tocsin.claims.extraction.places.gazetteer import Candidate

_SHORTEST = 6
_LARGE = 3000
"""Population of the smallest place looked for in a whole country; in a province, every place is."""
_SOME = 500


@lru_cache(maxsize=2048)
def misspelt(key: str, country: str, admin1: str) -> Candidate | None:
    """Return the largest place of a country, or of its division, whose name is one slip away from *key*.

    Only of a country whose names come through another script, and so are often misspelt.
    """
    if len(key) < _SHORTEST or country not in TRANSLITERATING:
        return None
    alike = loose(key)
    found = [
        town
        for name, near, town in _names(country, key[0])
        if abs(len(near) - len(alike)) <= 1
        and (town.population >= _LARGE or admin1 == town.admin1)
        and (not admin1 or admin1 == town.admin1)
        and (one_slip(key, name) or one_slip(alike, near))
    ]
    return max(found, key=lambda town: town.population, default=None)


@lru_cache(maxsize=64)
def _names(country: str, initial: str) -> tuple[tuple[str, str, Candidate], ...]:
    return tuple((name, loose(name), town) for name, town in gazetteer.beginning(initial, country, _SOME))


def one_slip(one: str, other: str) -> bool:
    """Tell whether a letter added, left out or changed, or two neighbours exchanged, make *other* of *one*."""
    if one == other:
        return False
    shorter = min(len(one), len(other))
    head = 0
    while head < shorter and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shorter - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == 2 and left == right[::-1])  # noqa: PLR2004
