"""Which place a name stands for: by its size, by the countries of the text, by what contains it, by what is near."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tocsin.claims.extraction.places import areas, gazetteer
from tocsin.claims.extraction.places.areas import Named
from tocsin.claims.extraction.places.compile import TRANSLITERATED
from tocsin.claims.extraction.places.gazetteer import Candidate
from tocsin.claims.extraction.places.shares import SMALL, Shares
from tocsin.claims.extraction.places.spans import Reading, Span
from tocsin.claims.extraction.places.spelling import misspelt

_COUNTRY, _NEIGHBOUR, _CONTAINED, _NEAR = 2.5, 1.3, 5.0, 1.0
"""What speaks for a candidate: its country is the text's; it borders on it; it lies in what is named after it; ..."""
_WORLD_CITY, _FAME = 1_000_000, 1.5
"""Cities so large are meant in stories on other countries too, where a village there has their name."""
_NEAR_KM, _BESIDE_KM, _SEAT_KM = 150, 100, 100
_TOWN = 50_000
"""A town so large goes before the province called the same."""
_STRANGE = 0.2
"""How much more the text must speak of a province's country than of that of a town called the same."""
_PAIR = 2
_AND = frozenset({"and", "or", "y", "та", "й", "і", "и"})
_MANY = 40
"""Other places looked at for nearness, so that a gazetteer's length of names stays cheap."""
_EARTH_KM, _DEGREE_KM = 6371.0, 111.0
FINER = frozenset({"PS"})
"""Countries whose provinces are finer than GeoNames' first order."""


@dataclass(slots=True)
class Resolved:
    """A span with what it stands for: a settlement, an area, or neither.

    *fits* is 1 where what is named right after the name does hold it or lies beside it, -1 where it does not.
    """

    span: Span
    town: Candidate | None = None
    area: Named | None = None
    admin1: str = ""
    fits: int = 0

    @property
    def country(self) -> str:
        if self.town is not None:
            return self.town.country
        return self.area.country if self.area is not None else ""


def kilometres(one: Candidate, other: Candidate) -> float:
    """Return the distance, good enough to compare."""
    north = math.radians(one.lat - other.lat)
    east = math.radians((one.lon - other.lon + 180) % 360 - 180) * math.cos(math.radians((one.lat + other.lat) / 2))
    return _EARTH_KM * math.hypot(north, east)


def _close(one: Candidate, other: Candidate, limit: float) -> bool:
    return abs(one.lat - other.lat) < limit / _DEGREE_KM and kilometres(one, other) < limit


def resolve(reading: Reading, spans: list[Span], shares: Shares) -> list[Resolved]:
    """Return what each span stands for."""
    sorts = {(span.key, span.role): span for span in spans}
    chosen = {sort: _choose(span, shares, None, []) for sort, span in sorts.items()}
    first = [replace(chosen[span.key, span.role], span=span) for span in spans]
    towns = {one.town: one for one in first if one.town is not None and one.town.population > 0}
    settled = list(towns.values())[:_MANY]
    listed = _listed(reading, first)
    found: list[Resolved] = []
    alike: dict[tuple[str, str], Resolved] = {}
    for index in range(len(spans) - 1, -1, -1):
        span = spans[index]
        if index not in listed and found and _introduces(reading, span, spans[index + 1]):
            found.append(_choose(span, shares, found[-1], settled))
            continue
        known = alike.get((span.key, span.role))
        if known is None:
            known = alike[span.key, span.role] = _choose(span, shares, None, settled)
        found.append(replace(known, span=span))
    return found[::-1]


def _listed(reading: Reading, found: list[Resolved]) -> set[int]:
    """Return which names stand in a list of towns, where none tells where another is: ``Paris, London and Rome``."""
    listed: set[int] = set()
    run: list[int] = []
    for index, one in enumerate(found):
        run.append(index)
        if index + 1 < len(found) and _introduces(reading, one.span, found[index + 1].span):
            continue
        following = reading.key(one.span.last + 1)
        if one.area is None and len(run) > 1 and (len(run) > _PAIR or following in _AND):
            listed.update(run)
        run = []
    return listed


def _introduces(reading: Reading, span: Span, following: Span) -> bool:
    """Tell whether the next name tells where this one is: ``Paris, Texas``; ``Paris (Texas)``."""
    gap = reading.text[span.end : following.start]
    return gap.strip(" '’\t") in {",", "(", ", the", ", in", "(the"}


def _choose(span: Span, shares: Shares, container: Resolved | None, settled: list[Resolved]) -> Resolved:
    near = [one.town for one in settled if one.town is not None and one.span.key != span.key] if span.towns else []
    town, fits = _town(span, shares, container, near)
    if (fits < 0 and container is not None and container.admin1) or (town is None and not span.areas):
        country = container.country if container is not None else shares.first()
        meant = misspelt(span.key, country, container.admin1 if container is not None else "")
        if meant is not None:
            town, fits = meant, max(0, _fit(span.key, meant, container, shares))
    area = _area(span, shares, town, container)
    if span.role in {"adm1", "adm2"}:
        if area is not None and area.precision == "adm1":
            return Resolved(span, area=area, admin1=areas.code_of(area))
        if town is not None and fits <= 0 and shares.foreign(town.country, span.key):
            town = None
        if town is not None:
            area = Named("adm1", town.country) if span.role == "adm1" and town.country not in FINER else None
            return Resolved(span, town, area, town.admin1, fits)
    if area is not None:
        return Resolved(span, area=area, admin1=areas.code_of(area) if area.seat else "")
    return Resolved(span, town, None, town.admin1 if town else "", fits)


def _area(span: Span, shares: Shares, town: Candidate | None, container: Resolved | None) -> Named | None:
    """Return the area the name stands for, unless a town goes before it."""
    if not span.areas:
        return None
    if span.role in {"adm1", "adm2"}:
        provinces = [one for one in span.areas if one.precision == "adm1"]
        if provinces:
            return max(provinces, key=lambda one: shares.of(one.country, span.key))
    area = max(span.areas, key=lambda one: (shares.of(one.country, span.key) + (one.precision != "adm1"), one.country))
    if town is not None and (span.role == "settlement" or _in_province(span, town, container, shares)):
        return None
    if area.precision == "adm1" and town is not None and town.population >= _TOWN:
        strange = shares.of(area.country, span.key) < shares.of(town.country, span.key) + _STRANGE
        return None if town.country == area.country or strange else area
    return area


def _in_province(span: Span, town: Candidate, container: Resolved | None, shares: Shares) -> bool:
    """Tell whether a province named after it makes *town* of a country's name: ``Lebanon, Pennsylvania``."""
    named = container is not None and container.area is not None and container.area.precision == "adm1"
    return named and _fit(span.key, town, container, shares) > 0


def _town(
    span: Span, shares: Shares, container: Resolved | None, near: list[Candidate]
) -> tuple[Candidate | None, int]:
    best, highest, best_fit = None, -math.inf, 0
    beside = gazetteer.neighbours(shares.clear(span.key))
    for town, cost in span.towns.items():
        fit = _fit(span.key, town, container, shares)
        score = (
            math.log10(town.population + SMALL) - cost + _COUNTRY * shares.of(town.country, span.key) + _CONTAINED * fit
        )
        if town.population >= _WORLD_CITY and town.kind != TRANSLITERATED:
            score += _FAME
        if town.country in beside:
            score += _NEIGHBOUR
        if score + _NEAR > highest and any(_close(town, other, _NEAR_KM) for other in near):
            score += _NEAR
        if score > highest:
            best, highest, best_fit = town, score, fit
    return best, best_fit


def _fit(key: str, town: Candidate, container: Resolved | None, shares: Shares) -> int:
    """Return 1 if *town* lies in or beside the place named after it, -1 if it does not, 0 if that tells nothing."""
    if container is None:
        return 0
    if container.town is not None and container.area is None:
        return _beside(key, town, container, shares)
    if container.area is None or not container.country:
        return 0
    if town.country == container.country and (not container.admin1 or town.admin1 == container.admin1):
        return 1
    seat = container.town or (areas.seat_of(container.area) if container.area.seat else None)
    return 1 if seat is not None and _close(seat, town, _SEAT_KM) and town.country == container.country else -1


def _beside(key: str, town: Candidate, container: Resolved, shares: Shares) -> int:
    """Return the same for a town named after a town: ``Merefa, Kharkiv``, but also ``Paris, London``."""
    other = container.town
    if other is None or (container.span.role in {"", "settlement"} and other.population < town.population):
        return 0
    if kilometres(other, town) < _BESIDE_KM or _same_province(town, container):
        return 1
    return -1 if shares.of(town.country, key) < shares.of(container.country, key) / 2 else 0


def _same_province(town: Candidate, container: Resolved) -> bool:
    return town.country == container.country and town.admin1 == container.admin1
