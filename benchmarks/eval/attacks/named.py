"""Names of countries as the keys write them, and days as EDTF writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from datetime import date

from tocsin.claims.extraction.claims.incidents.countries import DEMONYMS

Days = tuple[date | None, date | None]
_EXACT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")

NAMES = {
    "SV": "EL SALVADOR", "CO": "COLOMBIA", "PE": "PERU", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA",
    "BO": "BOLIVIA", "CL": "CHILE", "EC": "ECUADOR", "NI": "NICARAGUA", "PA": "PANAMA", "VE": "VENEZUELA",
    "US": "UNITED STATES", "MX": "MEXICO", "ES": "SPAIN", "CR": "COSTA RICA", "BR": "BRAZIL", "PY": "PARAGUAY",
    "UY": "URUGUAY", "CU": "CUBA", "IL": "ISRAEL", "LB": "LEBANON", "IT": "ITALY", "FR": "FRANCE",
}  # fmt: skip
"""ISO 3166-1 codes and the names the keys use."""


class _Countries:
    nine = frozenset(("SV", "CO", "PE", "GT", "HN", "AR", "BO", "CL", "EC"))
    """Those MUC asks about."""
    _codes = {name: code for code, name in NAMES.items()} | {word.upper(): code for word, code in DEMONYMS.items()}

    def named(self, text: str) -> Counter[str]:
        """Return how often each country is named in capitals, or meant by an adjective, by its code."""
        words = re.findall(r"UNITED STATES|COSTA RICA|EL SALVADOR|[A-Z]+", text)
        codes = (self._codes.get(word) or self._codes.get(word.removesuffix("S")) for word in words)
        return Counter(code for code in codes if code)


COUNTRIES = _Countries()


def edtf(value: str) -> Days:
    first, _, last = value.partition("/")
    if last:
        start, end = _bounds(first), _bounds(last)
        return (start[0] if start else None), (end[1] if end else None)
    whole = _bounds(first)
    return whole or (None, None)


def _bounds(value: str) -> tuple[date, date] | None:
    match = _EXACT.match(value)
    if not match:
        return None
    year, month, day = int(match.group(1)), match.group(2), match.group(3)
    if year < 1:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        return None
    last = monthrange(year, int(month))[1]
    if day is None:
        return date(year, int(month), 1), date(year, int(month), last)
    return (date(year, int(month), int(day)),) * 2 if 1 <= int(day) <= last else None
