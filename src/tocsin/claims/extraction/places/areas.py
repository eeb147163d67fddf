"""Countries, provinces, regions and seas by name, in English, Ukrainian, Russian and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.claims.extraction.places import gazetteer
from tocsin.claims.extraction.places.folding import fold
from tocsin.claims.extraction.places.words.countries import NAMES
from tocsin.claims.extraction.places.words.provinces import PROVINCES
from tocsin.claims.extraction.places.words.regions import REGIONS

_PROVINCE = re.compile(r"(?:^|,)([^=(),]+)(?:\(([^)]*)\)\s*)?=([^=,]+)")


@dataclass(frozen=True, slots=True)
class Named:
    """An area. *seat* is a town in a province, by which its code is found.

    *language* is set where the name must not be read in texts of another.
    """

    precision: str
    country: str
    lat: float | None = None
    lon: float | None = None
    seat: str = ""
    language: str = ""


def named(key: str, language: str) -> tuple[Named, ...]:
    """Return the areas whose folded name is *key* in a text in *language*."""
    return tuple(area for area in _table().get(key, ()) if area.language in {"", language})


def opens_longer(key: str) -> bool:
    """Tell whether an area's name of more words begins with the words of *key*."""
    return key in _openings()


@lru_cache(maxsize=512)
def seat_of(province: Named) -> gazetteer.Candidate | None:
    """Return the town in a province by which it is known here."""
    towns = [town for town in gazetteer.lookup(fold(province.seat)) if town.country == province.country]
    return towns[0] if towns else None


def code_of(province: Named) -> str:
    """Return the code of a province in GeoNames, or nothing."""
    seat = seat_of(province)
    return seat.admin1 if seat is not None else ""


@cache
def _table() -> dict[str, tuple[Named, ...]]:
    table: dict[str, dict[Named, None]] = {}

    def add(names: str, parting: str, area: Named) -> None:
        for name in names.split(parting):
            if key := fold(name):
                table.setdefault(key, {})[area] = None

    for line in NAMES.strip().splitlines():
        code, *languages = line.split(" | ")
        for names, language in zip(languages, ("", "", "", "es"), strict=True):
            add(names, ";", Named("country", code.strip(), language=language))
    for line in REGIONS.strip().splitlines():
        precision, country, middle, names = (part.strip() for part in line.split("|"))
        lat, lon = (float(part) for part in middle.split()) if middle else (None, None)
        add(names, ";", Named(precision, country, lat, lon))
    for country, text in PROVINCES.items():
        for name, others, seat in _PROVINCE.findall(text):
            add(f"{name},{others}", ",", Named("adm1", country, seat=seat.strip()))
    return {key: tuple(areas) for key, areas in table.items()}


@cache
def _openings() -> frozenset[str]:
    return frozenset(
        " ".join(words[:count]) for words in (key.split() for key in _table()) for count in range(1, len(words))
    )
