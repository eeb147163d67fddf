"""Places as people write them in a table: *Kherson (settlement, geonameid 706448); Kyiv*. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_NUMBER = re.compile(r"\b\d{5,9}\b")
_NOWHERE = re.compile(r"(not stated|unstated|unnamed|unknown|as row|none)\b", re.IGNORECASE)
_PRECISIONS = {
    "exact": "exact",
    "vicinity": "vicinity",
    "settlement": "settlement",
    "city": "settlement",
    "town": "settlement",
    "village": "settlement",
    "district": "adm2",
    "adm2": "adm2",
    "province": "adm1",
    "oblast": "adm1",
    "adm1": "adm1",
    "region": "region",
    "sea": "sea_or_air",
    "country": "country",
}


@dataclass(frozen=True)
class Named:
    """A name, how precise the place is (empty where not said), its GeoNames number, and its role."""

    name: str
    precision: str = ""
    geonames: int | None = None
    role: str = ""


def places_in(text: str) -> list[Named]:
    """Return the places *text* names; what says that no place is stated gives none."""
    found: list[Named] = []
    for part in text.split(";"):
        name, notes = part.strip(), ""
        if brackets := _BRACKETS.search(name):
            name, notes = name[: brackets.start()].strip(), brackets[1]
        name, _arrow, _to = (side.strip() for side in name.partition("→"))
        if not name or _NOWHERE.match(name):
            continue
        number = _NUMBER.search(notes)
        words = re.findall(r"[a-z]\w*", notes.lower())
        found.append(
            Named(
                name,
                next((_PRECISIONS[word] for word in words if word in _PRECISIONS), ""),
                int(number[0]) if number else None,
                "origin" if "origin" in words else "",
            )
        )
    return found
