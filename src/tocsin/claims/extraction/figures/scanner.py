"""Quantities in a row of tokens: numbers joined to ranges, with their unit and their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.claims.extraction.figures.bounds import Bound, bound_after, bound_before
from tocsin.claims.extraction.figures.exclusions import Exclusions
from tocsin.claims.extraction.figures.numbers import HYPHENS, MINUS, Number, Reader
from tocsin.claims.extraction.figures.ranges import Amount, bounds, fits, link
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.units import Unit, money_before, unit_after
from tocsin.claims.extraction.figures.words.language import Language

_LETTERS = 4
_MILLION = 1e6
_ROUND = frozenset({5e5, 1e6, 5e8, 1e9, 1e12})
_PARTS = {
    "foot": ("inch", 12), "metre": ("centimetre", 100), "dollar": ("cent", 100), "euro": ("cent", 100),
    "pound": ("penny", 100), "rouble": ("kopek", 100), "hryvnia": ("kopiyka", 100),
}  # fmt: skip
"""The smaller part of a measure or of money that is told with it, and how many make one."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range and its unit. *first* and *last* are its tokens, *outer* and *end* those with its bounds."""

    first: int
    last: int
    outer: int
    end: int
    low: float
    high: float
    kind: str
    unit: str = ""
    bound: str = ""
    ranged: bool = False
    rounded: bool = False
    """A million, or half of one, in words: a round number."""
    later: float | None = None
    """The second of two numbers of which a verb tells that the first became it: ``rose from 12 to 18``."""


class Scanner:
    """Finds the quantities of a row of tokens, each token read a bounded number of times."""

    def __init__(self, row: list[Token], language: Language) -> None:
        self.row = row
        self.language = language
        self.reader = Reader(row, language)
        self.excluded = Exclusions(row, language)

    def quantities(self) -> Iterator[Quantity]:
        place = 0
        while place < len(self.row):
            skip = self.excluded.until(place)
            if skip > place:
                place = skip
                continue
            found = self.quantity(place)
            if found is None:
                place += 1
            elif isinstance(found, int):
                place = max(found, place + 1)
            else:
                yield found
                place = max(found.end, found.last)

    def quantity(self, place: int) -> Quantity | int | None:
        """Return the quantity that begins at *place*; or where to go on after what is none; or None."""
        one = self.amount(place)
        if one is None:
            return None
        number, unit = one
        if self.excluded.number(number, unit):
            return number.last
        ranged = self._range(Amount(number, unit))
        if isinstance(ranged, int):
            return ranged
        made = ranged or self._made(number, unit, unit.first if unit else number.first)
        return self._inverted(self._bounded(self._hanging(made)))

    def _range(self, one: Amount) -> Quantity | int | None:
        """Return the range that *one* begins, the place after it if it is a score, or None."""
        found = link(self.reader, one)
        second = self.amount(found.place) if found else None
        if found is None or second is None:
            return None
        two = Amount(*second)
        if found.how == "hyphen" and self.excluded.score(one.number, two.number, one.unit or two.unit):
            return two.number.last
        if found.how in {"to", "from"} and one.number.value == two.number.value:
            return two.number.last
        if self.excluded.number(two.number, two.unit) or not fits(found.how, one, two):
            return None
        low, high = bounds(one.number, two.number)
        became = found.how == "from" and self.language.changes.before(self.row, one.first - 1)
        later = two.number.value if became else None
        first = one.first - 1 if found.how in {"between", "from"} else one.first
        unit = two.unit or one.unit
        name = unit.name if unit else ""
        return Quantity(
            one.first, two.last, first, two.over, low, high, one.number.kind, name, ranged=True, later=later
        )

    def amount(self, place: int) -> tuple[Number, Unit | None] | None:
        """Return the number at *place*, with the money sign before it or the unit after it, and its minus."""
        if place >= len(self.row):
            return None
        before = money_before(self.row, place, self.language)
        start = before.last if before else place
        negative = self._minus(start)
        if start + negative >= len(self.row):
            return None
        number = self.reader.read(start + negative)
        if number is None:
            return None
        if negative:
            number = replace(number, first=start, value=-number.value)
        many = number.kind == "vague" or number.scale >= _MILLION
        unit = unit_after(self.row, number.last, self.language, after=before, many=many)
        if unit is None and self._percent(number.first):
            unit = Unit("percent", number.first, number.last)
        return self._and_inches(number, unit)

    def _percent(self, first: int) -> bool:
        """Tell whether the word for percent stands before the number: ``yüzde 30``, ``百分之30``."""
        return self.language.prefixes.before(self.row, first) is not None

    def _and_inches(self, number: Number, unit: Unit | None) -> tuple[Number, Unit | None]:
        """Read ``6-foot-6``, ``6ft 6in``, ``1 m 82 cm`` and ``two dollars fifty cents``."""
        if unit is None or unit.name not in _PARTS or number.kind == "vague":
            return number, unit
        part, share = _PARTS[unit.name]
        place = unit.over + (self.reader.low(unit.over) in HYPHENS or self.reader.low(unit.over) in self.language.and_)
        few = self.reader.read(place) if place < len(self.row) else None
        if few is None or few.kind not in {"digits", "words"} or not 0 < few.value < share:
            return number, unit
        named = self.language.units.at(self.row, few.last)
        if named and named[1] == part:
            last = few.last + named[0]
        elif place == unit.last or unit.name != "foot" or not self.reader.touching(place):
            return number, unit
        else:
            last = few.last
        return replace(number, value=number.value + few.value / share), replace(unit, last=last)

    def _minus_word(self, place: int) -> int:
        if self.reader.low(place) not in self.language.minus or place + 1 >= len(self.row):
            return 0
        return 1 + (self.row[place + 1].low in HYPHENS)

    def _minus(self, place: int) -> int:
        """Count the tokens of a minus at *place*: before a numeral that touches it, and after no word or numeral."""
        if place + 1 >= len(self.row) or self.row[place].low not in MINUS:
            return self._minus_word(place)
        touches = self.reader.touching(place + 1) and self.row[place + 1].kind == "numeral"
        before = self.row[place - 1] if place else None
        apart = before is None or before.end < self.row[place].start or before.low in {"(", "$", "€", "£"}
        return touches and apart

    def _made(self, number: Number, unit: Unit | None, first: int) -> Quantity:
        last = max(number.last, unit.last if unit else 0)
        first = min(first, number.first)
        name = unit.name if unit else number.unit
        end = max(last, unit.over if unit else 0)
        rounded = number.kind == "words" and number.value in _ROUND
        return Quantity(first, last, first, end, number.value, number.value, number.kind, name, rounded=rounded)

    def _prefixed(self, first: int) -> str:
        """Read the ``sub-`` of ``sub-300``."""
        hyphen = self.reader.low(first - 1) in HYPHENS and self.reader.touching(first)
        found = self.language.bounds.before(self.row, first - 1) if hyphen else None
        return found[1] if found else ""

    def _inverted(self, made: Quantity) -> Quantity:
        """Read ``кілометрів десять``: the measure first makes it about ten, and ``рублей 10``."""
        if made.unit or not self.language.inverted or made.ranged:
            return made
        place = made.first - (self.reader.low(made.first - 1) in self.language.inverted)
        unit = self.language.units.before(self.row, place)
        if not unit or unit[1] == "percent":
            return made
        start = place - unit[0]
        word = self.row[start]
        led = self.row[start - 1] if start else None
        counted = led is not None and (led.kind == "numeral" or led.low in self.language.numbers)
        if counted or len(word.text) < _LETTERS or word.kind != "word":
            return made
        return replace(
            made, first=start, outer=min(made.outer, start), unit=unit[1], bound=made.bound or "APPROXIMATELY"
        )

    def _hanging(self, made: Quantity) -> Quantity:
        """Give the ``7-`` of ``7- or 8-inch`` the unit of the second."""
        end = made.last
        if made.unit or self.reader.low(end) not in HYPHENS or not self.reader.touching(end):
            return made
        links = {",", *self.language.or_, *self.language.and_, *self.language.to}
        place = end + 1
        while place < min(len(self.row), end + _LETTERS) and self.row[place].low in links:
            place += 1
        following = self.amount(place) if place > end + 1 and place < len(self.row) else None
        unit = following[1] if following else None
        return replace(made, unit=unit.name) if unit else made

    def _bounded(self, made: Quantity) -> Quantity:
        """Add the words before and after that make a bound of it."""
        before: Bound | None = bound_before(self.row, made.outer, self.language)
        after: Bound | None = bound_after(self.row, made.end, self.language)
        outer = before.place if before else made.outer
        end = max(after.place if after else 0, made.end)
        kind = (before or after or Bound(self._prefixed(made.first), 0)).kind
        return replace(made, outer=outer, end=max(made.last, end), bound=kind)
