"""Rows of numerals that are no quantities: dates, hours, telephones, versions, footnotes, scores."""

from __future__ import annotations

import re

from tocsin.claims.extraction.figures.around import Around
from tocsin.claims.extraction.figures.numbers import HYPHENS

_YEARS = range(1000, 2101)
_FOUR = 4
_POINTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}$")
_LONGEST = 15
"""A longer row of digits without marks is an identifier."""
_DAY = 31


class Sequences(Around):
    """Finds where such a row ends."""

    def until(self, place: int) -> int:
        """Return the end of the telephone number, date, footnote or clock time at *place*; *place* if there is none."""
        if self.row[place].kind != "numeral":
            return place
        if spaced := self._spaced_score(place):
            return spaced
        return max(place, self._chain(place), self._footnote(place), self._dated(place), self._in_year(place))

    def _in_year(self, place: int) -> int:
        """Pass over ``2019 року``: a year and the word for it."""
        named = is_year(self.row[place].text) and self.low(place + 1) in self.language.year_words
        return place + 2 if named else place

    def _chain(self, place: int) -> int:
        """Numerals joined by points, strokes, colons or hyphens: dates, hours, telephones, addresses, versions."""
        last, signs = place + 1, ""
        while last + 1 < len(self.row) and self.touching(last) and self.touching(last + 1):
            if self.row[last].low not in "-/:.‑–&" or self.row[last + 1].kind != "numeral":
                break
            signs += self.row[last].low
            last += 2
        digits = [self.row[k].text for k in range(place, last, 2)]
        if len(digits) == 1 and (spaced := self._spaced_telephone(place)):
            return spaced
        if "&" in signs or ":" in signs or len(signs) > 1 or self._pair(digits, signs, last) or _code(digits):
            return last
        if place and self.row[place - 1].low == "+" and self.touching(place) and len(digits[0]) != _FOUR:
            return self._telephone(place)
        return place

    def _pair(self, digits: list[str], sign: str, last: int) -> bool:
        """Tell whether two numerals and the sign between them are a score, a month of a year, or years."""
        if not sign or sign not in "-–/":
            return False
        if self._beaten(digits, last):
            return True
        if sign == "/":
            return len(digits[1]) == _FOUR
        return is_year(digits[0]) and (is_year(digits[1]) or len(digits[1]) <= 2)  # noqa: PLR2004

    def _spaced_score(self, place: int) -> int:
        """Return the end of ``Ayr 38 - 17 Melrose``: small numbers between names, a hyphen apart; 0 if it is none."""
        if place + 3 >= len(self.row) or self.low(place + 1) not in "-–—&:" or self.row[place + 2].kind != "numeral":
            return 0
        digits = [self.row[place].text, self.row[place + 2].text]
        if not all(part.isdecimal() and len(part) < 4 for part in digits):  # noqa: PLR2004
            return 0
        if self.low(place + 1) == "&":
            return place + 3
        before, after = self.row[place - 1] if place else None, self.row[place + 3]
        named = before is not None and (before.capital or before.low in '»"”') and (after.capital or after.low in '«"“')
        return place + 3 if named and not self.touching(place + 1) else 0

    def _beaten(self, digits: list[str], last: int) -> bool:
        """Tell whether two numerals joined by a hyphen go down or are equal, as scores do."""
        plain = all(part.isdecimal() and len(part) < 4 for part in digits)  # noqa: PLR2004
        return plain and int(digits[0]) >= int(digits[1]) and self.low(last) not in self.language.scales

    def _telephone(self, place: int) -> int:
        last = place + 1
        while last < len(self.row) and (self.row[last].kind == "numeral" or self.row[last].low in "-()"):
            last += 1
        digits = sum(len(token.text) for token in self.row[place:last] if token.kind == "numeral")
        return last if digits >= 9 else place  # noqa: PLR2004

    def _spaced_telephone(self, place: int) -> int:
        """Return the end of ``0800 123 456``: groups of digits a space apart, the first with a nought in front."""
        first, last = self.row[place], place + 1
        if not (first.text.startswith("0") and first.text.isdecimal() and len(first.text) > 2):  # noqa: PLR2004
            return 0
        while last < len(self.row) and self.row[last].kind == "numeral" and not self.row[last].opens:
            last += 1
        digits = sum(letter.isdigit() for token in self.row[place:last] for letter in token.text)
        return last if digits >= 9 else 0  # noqa: PLR2004

    def _footnote(self, place: int) -> int:
        inside = self.low(place - 1) == "[" and self.low(place + 1) == "]"
        return place + 2 if inside and self.row[place].text.isdecimal() else place

    def _dated(self, place: int) -> int:
        """Days beside months: ``March 7``, ``7 de marzo``, ``1-3 May``."""
        months, number = self.language.months, self.row[place].text
        if not _day(number):
            return place
        before = place - 1 - (self.low(place - 1) in {".", "of", "the"})
        english = self.language.decimal == "."
        if english and self.low(before) in months and self.row[before].kind == "word" and not self._plural(place + 1):
            return self._days(place + 1)
        end = self._days(place + 1)
        after = end + (self.low(end) in self.language.endings and self.low(end) not in months)
        after += self.low(after) in {"de", "of", "."}
        if self.low(after) in months and (self.row[after].capital or not english):
            return after + 1 + self._short_year(after + 1)
        return place

    def _short_year(self, place: int) -> int:
        """Count the year of ``12 Nov 89``."""
        token = self.row[place] if place < len(self.row) else None
        return int(token is not None and token.text.isdecimal() and len(token.text) in {2, _FOUR})

    def _days(self, place: int) -> int:
        """Pass over the second day of ``1-3``, ``1 and 3``, ``1 to 3``."""
        links = HYPHENS | self.language.to | self.language.and_ | {"–", "—", ","}
        ahead = self.row[place + 1] if place + 1 < len(self.row) else None
        if self.low(place) in links and ahead and _day(ahead.text):
            spelled = self.low(place + 2) in self.language.months or self.low(place) in HYPHENS | {"–"}
            return place + 2 if spelled else place
        return place

    def _plural(self, place: int) -> bool:
        return self.low(place) in self.language.persons


def _code(digits: list[str]) -> bool:
    """Tell whether numerals are a key, ``007`` or a date in points."""
    first = digits[0]
    padded = first.startswith("0") and len(first) > 1 and first.isdecimal()
    return padded or len(digits[-1]) > _LONGEST or _POINTED.match(first) is not None


def _day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 0 < int(text) <= _DAY  # noqa: PLR2004


def is_year(text: str) -> bool:
    return len(text) == _FOUR and text.isdecimal() and int(text) in _YEARS
