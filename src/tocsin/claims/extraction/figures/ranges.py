"""Two numbers that bound a quantity: ``between 7 and 10``, ``from 5 to 8``, ``7-10``, ``two or three``."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.claims.extraction.figures.numbers import DASHES, HYPHENS, Number, Reader
from tocsin.claims.extraction.figures.units import Unit

_LARGE = 1000
_SINGLE = frozenset({"vague", "times", "fraction"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit, if it has one."""

    number: Number
    unit: Unit | None

    @property
    def first(self) -> int:
        return min(self.number.first, self.unit.first) if self.unit else self.number.first

    @property
    def last(self) -> int:
        return max(self.number.last, self.unit.last) if self.unit else self.number.last

    @property
    def over(self) -> int:
        return max(self.number.last, self.unit.over) if self.unit else self.number.last


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two numbers, and the place of the second."""

    how: str
    place: int


def link(reader: Reader, one: Amount) -> Link | None:
    """Return what joins *one* to a number after it, if something may."""
    language, end = reader.language, one.over
    before, word = reader.low(one.first - 1), reader.low(end)
    if before in language.determiners:
        before = reader.low(one.first - 2)
    after = end + 1 + (reader.low(end + 1) in language.determiners)
    if before in language.between and word in language.and_:
        return Link("between", after)
    if word in language.to and one.number.kind not in _SINGLE:
        return Link("from", after) if before in language.from_ else Link("to", end + 1)
    if word in language.or_:
        return Link("or", end + 1)
    return _hyphen(reader, end)


def _hyphen(reader: Reader, end: int) -> Link | None:
    """Read ``7-10``, ``7 - 10``, ``0-to-60`` and ``18- to 29``."""
    word = reader.low(end)
    if word in HYPHENS and reader.low(end + 1) in reader.language.to:
        if reader.low(end + 2) in HYPHENS:
            return Link("from", end + 3)
        if reader.touching(end):
            return Link("from", end + 2)
    if word in DASHES and reader.touching(end) == reader.touching(end + 1):
        return Link("hyphen", end + 1)
    return None


def fits(how: str, one: Amount, two: Amount) -> bool:
    """Tell whether two amounts may be the bounds of one quantity."""
    low, high = one.number.value, two.number.value
    if two.number.kind in _SINGLE or high < 0 <= low:
        return False
    if one.unit and two.unit and not _alike(one.unit.name, two.unit.name):
        return False
    if one.unit and not two.unit and not one.unit.sign and how in {"or", "to"}:
        return False
    if how == "or":
        return 0 < high - low <= max(1, low / 4)
    rises = low < high or _shared(one.number, two.number)
    return rises or how in {"between", "from"}


def _alike(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _shared(one: Number, two: Number) -> bool:
    """Tell whether the scale of the second is the first's too, as in ``2 to 3 million``."""
    return one.scale == 1 and two.scale >= _LARGE and one.value < two.value / two.scale


def bounds(one: Number, two: Number) -> tuple[float, float]:
    """Return the lower and the higher of two numbers."""
    value = one.value * two.scale if _shared(one, two) else one.value
    return min(value, two.value), max(value, two.value)
