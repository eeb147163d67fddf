"""How long: numbers with units, written as ISO 8601 durations."""

from __future__ import annotations

import re
from typing import Any

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.patterns import Build, Found

_MARKS = {
    "year": ("", "Y"),
    "month": ("", "M"),
    "week": ("", "W"),
    "day": ("", "D"),
    "hour": ("T", "H"),
    "minute": ("T", "M"),
    "second": ("T", "S"),
}
_WHOLE = re.compile(r"P(?:[\dX]+Y)?(?:[\dX]+M)?(?:[\dX]+W)?(?:[\dX]+D)?(?:T(?:[\dX]+H)?(?:[\dX]+M)?(?:[\dX]+S)?)?")
_TIMES = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "quarter": (3, "month"),
    "night": (1, "day"),
    "weekend": (2, "day"),
}
_SMALLER = {
    "year": (12, "month"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
    "week": (7, "day"),
}


def amount(value: Any) -> float | None:
    """Return a count as a number, None if it is not told ("several")."""
    return None if value in (0, None) else float(value)


def duration(count: float | None, unit: str) -> str:
    """Return the ISO 8601 duration. X stands for a count that is not told."""
    times, unit = _TIMES.get(unit, (1, unit))
    before, letter = _MARKS[unit]
    if count is None:
        return f"P{before}X{letter}"
    count *= times
    if unit == "second":
        count = round(count)
    if count == int(count):
        return f"P{before}{int(count)}{letter}"
    smaller, name = _SMALLER.get(unit, (30, "day"))
    whole, rest = int(count), round((count - int(count)) * smaller)
    below, small = _MARKS[name]
    head = f"P{before}{whole}{letter}" if whole else "P"
    return f"{head}{below if below not in head else ''}{rest}{small}"


def _plain(found: Found) -> list[Atom] | None:
    meaning = found.atom("unit").meaning("UJC")
    unit = meaning if isinstance(meaning, str) else "century"
    return found.one("V", duration(amount(found["count"]), unit))


def _ready(found: Found) -> list[Atom]:
    return found.one("V", found["ready"])


def _joined(found: Found) -> list[Atom] | None:
    parts = [atom.value[1:].partition("T") for atom in found.whole if atom.letter == "V"]
    date, time = "".join(part[0] for part in parts), "".join(part[2] for part in parts)
    whole = f"P{date}{'T' if time else ''}{time}"
    return found.one("V", whole) if _WHOLE.fullmatch(whole) else None


def _half_more(found: Found) -> list[Atom] | None:
    meaning = found.atom("unit").meaning("UJC")
    unit = meaning if isinstance(meaning, str) else "century"
    return found.one("V", duration(float(found["count"]) + 0.5, unit))


def _every(found: Found) -> list[Atom]:
    """Return a set, an ISO 8601 repeating interval that has no fixed start."""
    if found.has("ready"):
        return found.one("$", f"R/{found['ready']}")
    meaning = found.atom("unit").meaning("UJCWP")
    unit = meaning if meaning in _MARKS or meaning in _TIMES else "week" if isinstance(meaning, int) else "day"
    return found.one("$", f"R/{duration(amount(found['count']) if found.has('count') else 1, unit)}")


def _age(found: Found) -> list[Atom]:
    return found.one("_", None)


SETS: list[tuple[str, Build]] = [
    (r"[N9]-?[UJ]-?4", _age),
    (r"e(?P<count>N)?(?P<unit>[UJCWP])", _every),
    (r"(?P<ready>[$])", _every),
]


def _half_unit(found: Found) -> list[Atom] | None:
    name = found.atom("half").meaning("Q")
    if name is None or name[0] != "half":
        return None
    meaning = found.atom("unit").meaning("UJC")
    return found.one("V", duration(0.5, meaning if isinstance(meaning, str) else "century"))


def _between(found: Found) -> list[Atom] | None:
    """Three to six years: two durations."""
    meaning = found.atom("unit").meaning("UJC")
    unit = meaning if isinstance(meaning, str) else "century"
    first, last = duration(amount(found["first"]), unit), duration(amount(found["last"]), unit)
    return found.one("V", f"{first}/{last}")


PLAIN: list[tuple[str, Build]] = [
    (r"(?P<count>[N1])a1?Q(?P<unit>[UJC])", _half_more),
    (r"(?P<count>[N1])(?P<unit>[UJC])a1?Q", _half_more),
    (r"(?P<first>[N9])(?:[-tuo])(?P<last>[N9])-?(?P<unit>[UJC])", _between),
    (r"(?P<half>Q)-?(?P<unit>[UJC])", _half_unit),
    (r"(?P<count>[N9])-?(?P<unit>[UJC])", _plain),
    (r"(?P<count>[1v])(?P<unit>[UJC])", _plain),
    (r"(?P<ready>V)", _ready),
]
JOINED: list[tuple[str, Build]] = [
    (r"V(?:,?a?V){1,5}", _joined),
]
