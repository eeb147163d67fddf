"""Provinces and districts called by an adjective, as in Ukrainian and Russian: ``Херсонська область``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tocsin.claims.extraction.places import areas, gazetteer
from tocsin.claims.extraction.places.areas import Named
from tocsin.claims.extraction.places.gazetteer import Candidate

if TYPE_CHECKING:
    from tocsin.claims.extraction.places.spans import Reading

_ADJECTIVE = re.compile(
    r"(.{1,40}?(?:ськ|зьк|цьк|ск|цк))(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|і|их|ими|ой|ая|ую|ое|ом|ие)\Z"
)
_LONGEST = 3
"""Words of the longest adjective, the parts about its hyphens counted."""


def adjectival(reading: Reading, at: int) -> tuple[int, tuple[Named, ...], dict[Candidate, float]] | None:
    """Return the last word of the province or district named from the word *at* on, and what it may be."""
    for last in range(at, min(at + _LONGEST, len(reading.words) - 1)):
        if last > at and reading.gap(last - 1) not in {"-", "–", "‑"}:
            return None
        kind = reading.key(last + 1)
        if reading.joined(last) and (kind in reading.lists.adm1 or kind in reading.lists.adm2):
            adjective = " ".join(reading.key(index) for index in range(at, last + 1))
            found = _named(adjective, reading.language)
            return (last + 1, *found) if found else None
    return None


def _named(adjective: str, language: str) -> tuple[tuple[Named, ...], dict[Candidate, float]] | None:
    match = _ADJECTIVE.match(adjective)
    if match is None:
        return None
    stem = match[1]
    if named := areas.named(stem, language):
        return named, {}
    towns = {town: 0.0 for name in towns_of(stem) for town in gazetteer.lookup(name)}
    return ((), towns) if towns else None


def towns_of(stem: str) -> list[str]:
    """Return what towns the stem of an adjective may come from."""
    base = stem[: -3 if stem.endswith("ьк") else -2]
    bare = base.rstrip("ь")
    names = [stem, base, *(bare + ending for ending in ("", "а", "и", "і", "ы", "е", "ь", "я", "о"))]
    names += [bare + ending for ending in ("са", "си", "сы", "ца", "ця", "ці", "цы", "га", "ів")]
    if bare.endswith("н"):
        names += [bare[:-1], bare[:-1] + "о"]
    if bare.endswith("ен"):
        names += [bare[:-2] + "но", bare[:-2] + "не", bare[:-2] + "ни"]
    if bare.endswith("ве"):
        names += [bare[:-2] + "вці"]
    return list(dict.fromkeys(names))
