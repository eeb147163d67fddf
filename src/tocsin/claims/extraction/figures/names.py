"""Numbers that belong to a name: ``Section 427``, ``Windows 10``, ``the 737 Max``, ``10 Mill Road``."""

from __future__ import annotations

from tocsin.claims.extraction.figures.around import Around
from tocsin.claims.extraction.figures.numbers import Number

NUMBERED = frozenset("#№§")
_LETTERS = 3
_QUOTES = frozenset("\"“”«»„’‘'")
_OPENERS = frozenset('.!?:;«“"')


class Names(Around):
    """Tells whether a number in digits is part of a name."""

    def named(self, number: Number) -> bool:
        plain = self.row[number.last - 1].text.isdecimal()
        return (plain and self._name(number)) or self._listed(number) or self._model(number) or self._address(number)

    def _name(self, number: Number) -> bool:
        """Digits after a name or a heading's noun: ``Section 427``, ``Windows 10``."""
        place = number.first
        before = self.row[place - 1] if place else None
        if before is None or before.kind not in {"word", "cjk"} or self.language.bounds.before(self.row, place):
            shortened = self.low(place - 1) == "." and len(self.low(place - 2)) <= _LETTERS
            return self.low(place - 1) in NUMBERED or (shortened and self.low(place - 2) in self.language.names)
        after = self.low(number.last)
        if after in _QUOTES and self._quoted_name(place):
            return True
        if before.low in self.language.names or after in self.language.persons | self.language.counters:
            return after not in self.language.persons | self.language.counters
        if (
            self.language.noun_capitals
            or not any(letter.isupper() for letter in before.text)
            or before.low in self.language.stops | self.language.articles
            or before.low in self.language.months
        ):
            return False
        if not self.counted(number.last):
            return True
        led = self.low(place - 2) in self.language.dated or place == 1 or self.low(place - 2) in _OPENERS
        return self.language.decimal == "." and not led

    def _address(self, number: Number) -> bool:
        """Tell whether the number is a house's: ``вул. Нова, 28``, ``10 Mill Road``."""
        first, last = number.first, number.last
        if self.language.decimal == ".":
            ahead = self.row[last : last + 3]
            named = bool(ahead) and ahead[0].capital
            return named and any(token.capital and token.low in self.language.streets for token in ahead[1:])
        led = self.low(first - 1) == "," and first > 1 and self.row[first - 2].capital
        return led and any(self.low(back) in self.language.streets for back in range(first - 6, first - 2))

    def _model(self, number: Number) -> bool:
        """Tell whether a number names what follows: ``the 737 Max``, ``its own 787 Dreamliner``."""
        after = self.row[number.last] if number.last < len(self.row) else None
        text = self.row[number.first].text
        if (
            after is None
            or not after.capital
            or after.kind != "word"
            or after.low.endswith("s")
            or not text.isdecimal()
        ):
            return False
        led = (
            number.first > 0 and self.row[number.first - 1].low in self.language.determiners | self.language.possessives
        )
        plain = number.value >= 100 and number.value % 10 != 0  # noqa: PLR2004
        return led and plain and after.low not in self.language.persons

    def _quoted_name(self, place: int) -> bool:
        """Tell whether a name in quotation marks ends with the number: ``«Північний потік 2»``."""
        for back in range(place - 1, max(0, place - 5), -1):
            if self.row[back - 1].low in _QUOTES:
                return self.row[back].capital
        return False

    def _listed(self, number: Number) -> bool:
        """The number of a list's item: a numeral and a full stop at the start of a line."""
        place = number.first
        token = self.row[place]
        return place == 0 and self.low(1) in {".", ")"} and token.text.isdecimal()
