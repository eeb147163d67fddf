"""Numbers: digits, number words, fractions, and scales that multiply them, as one value each."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.claims.extraction.figures import numerals
from tocsin.claims.extraction.figures.around import Around
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.signs import CODES, PREFIXED

SIGNS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−~")
MINUS = frozenset("-−–")


_DECIMALS = 12
_MOST = 1e18
"""Scales multiply no further."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value and the tokens it was read from, the last excluded.

    *kind* is ``digits``, ``words``, ``fraction``, ``vague`` (a plural with no upper bound) or ``times`` (a multiple).
    *scale* is what multiplied it, 1 if nothing did.
    """

    first: int
    last: int
    value: float
    kind: str
    scale: float = 1.0
    unit: str = ""


class Reader(Around):
    """Reads numbers out of a row of tokens in one language."""

    def read(self, place: int) -> Number | None:
        """Return the longest number that begins at *place*."""
        for kind, phrases in (
            ("times", self.language.times),
            ("vague", self.language.vague),
            ("words", self.language.whole),
        ):
            if found := phrases.at(self.row, place):
                number = Number(place, place + found[0], found[1], kind)
                return self._vague(number) if kind == "vague" else self._scaled(number) if kind == "words" else number
        token = self.row[place]
        if token.kind == "numeral":
            return self._digits(place)
        if token.low in SIGNS:
            return self._scaled(Number(place, place + 1, SIGNS[token.low], "fraction"))
        if compound := self.language.compounds.get(token.low):
            return Number(place, place + 1, compound[0], "words", 1.0, compound[1])
        return self._fraction(place) or self._words(place)

    def _vague(self, number: Number) -> Number:
        """Read ``tens of thousands``: the second plural multiplies the first."""
        place = number.last + (self.low(number.last) in self.language.of)
        following = self.language.vague.at(self.row, place)
        if not following:
            scale = self.language.scales.get(self.low(place))
            following = (1, scale) if scale and scale > number.value else None
        if not following:
            return number
        return Number(number.first, place + following[0], number.value * following[1], "vague", following[1])

    def _digits(self, place: int) -> Number | None:
        value = numerals.value(self.row[place].text, self.language.decimal, points=self.language.points_group)
        if value is None:
            return None
        last = place + 1
        kind = "digits"
        if self._cardinal(last):
            return self._scaled(Number(place, last + 2, value, "cardinal"))
        if self.low(last) in SIGNS and self.touching(last):
            value, last = value + SIGNS[self.low(last)], last + 1
        elif self.language.slash and (slashed := self._slashed(last)):
            value, last = value + slashed[0] / 10 ** len(self.row[last + 1].text), slashed[1]
        elif slashed := self._slashed(last):
            if "." not in self.row[place].text and "," not in self.row[place].text:
                value, last, kind = value / slashed[0], slashed[1], "fraction"
        elif self._mixed(place):
            top, bottom = float(self.row[last].text), float(self.row[last + 2].text)
            value, last = value + top / bottom, last + 3
        return self._scaled(Number(place, last, value, kind))

    def _cardinal(self, place: int) -> bool:
        """Tell whether the ending of a cardinal follows, as in ``20-ти``; ``90-х`` may be a decade."""
        if not (self.low(place) in HYPHENS and self.touching(place) and self.touching(place + 1)):
            return False
        decade = self.low(place + 1) == "х" and self.row[place - 1].text.endswith("0")
        return self.low(place + 1) in self.language.cardinals and not decade

    def _slashed(self, place: int) -> tuple[float, int] | None:
        """Read the ``/2`` of ``1/2``; a date has a second stroke."""
        plain = self.low(place) in {"/", "⁄"} and self.touching(place) and self.touching(place + 1)
        if not plain or not self.row[place + 1].text.isdecimal() or self.low(place + 2) == "/":
            return None
        below = float(self.row[place + 1].text)
        above = self.row[place - 1].text
        return (below, place + 2) if below > 1 and above.isdecimal() and len(above) < 4 else None  # noqa: PLR2004

    def _mixed(self, place: int) -> bool:
        """Tell whether ``2 1/2`` begins at *place*."""
        if place + 3 >= len(self.row) or not self.row[place].text.isdecimal() or self.row[place + 1].kind != "numeral":
            return False
        top, stroke, below = self.row[place + 1 : place + 4]
        return (
            stroke.low in {"/", "⁄"}
            and top.end == stroke.start
            and stroke.end == below.start
            and top.text.isdecimal()
            and below.text.isdecimal()
            and len(top.text) <= len(below.text) < 4  # noqa: PLR2004
            and 0 < int(top.text) < int(below.text)
        )

    def _fraction(self, place: int) -> Number | None:
        """Read ``half a million``, ``a third of``, ``two thirds``, ``one and a half``."""
        language = self.language
        if self.low(place) in language.lone and self.low(place) in language.parts:
            return Number(place, place + 1, language.parts[self.low(place)], "fraction")
        if self.low(place) in language.halves:
            return self._half(place)
        article = self.low(place) in language.articles
        top = Number(place, place + 1, 1.0, "words") if article else self._words(place)
        return top and (self._and_half(top) or self._parts(top, article=article))

    def _half(self, place: int) -> Number:
        after = place + 1 + (self.low(place + 1) in self.language.articles)
        scale = self.language.scales.get(self.low(after), 0.0)
        if scale > 1:
            return Number(place, after + 1, scale / 2, "words", scale)
        return Number(place, place + 1, 0.5, "fraction")

    def _parts(self, top: Number, *, article: bool) -> Number | None:
        """Read the ``thirds`` of ``two thirds``; ``a third`` is one only before ``of``."""
        below = top.last + (self.low(top.last) in HYPHENS)
        part = self.language.parts.get(self.low(below))
        whole = top.scale > 1 or top.value >= 100  # noqa: PLR2004
        if part is None or whole or (article and self.low(below + 1) not in self.language.of):
            return None
        return Number(top.first, below + 1, top.value * part, "fraction")

    def _and_half(self, whole: Number) -> Number | None:
        """Read the second part of ``two and a half million``."""
        place = whole.last
        if self.low(place) not in self.language.half_joiners:
            return None
        place += 1 + (self.low(place + 1) in self.language.articles)
        if self.low(place) in self.language.halves:
            half = Number(whole.first, place + 1, whole.value + whole.scale / 2, "words", whole.scale)
            return self._scaled(half) if whole.scale == 1 else half
        part = self.language.parts.get(self.low(place)) if self.low(place - 1) in self.language.articles else None
        return Number(whole.first, place + 1, whole.value + part, "words") if part and whole.scale == 1 else None

    def _words(self, place: int) -> Number | None:
        """Read number words from *place*: groups under a thousand, each with its scale, the scales going down."""
        language = self.language
        total, group, scale, last = 0.0, 0.0, 0.0, place
        start = place
        if self.low(place) in language.articles and language.scales.get(self.low(place + 1), 0) > 1:
            place, group = place + 1, 1.0
        while place < len(self.row) and total < _MOST:
            word = self.low(place)
            if word in language.scales:
                if self.row[place].kind == "word" and last == start and len(word) == 1:
                    break
                by = language.scales[word]
                if by < 1000:  # noqa: PLR2004
                    if group >= by:
                        break
                    group = (group or 1) * by
                elif scale and by >= scale:
                    total, group, scale = (total + group) * by, 0.0, by
                else:
                    total, group, scale = total + (group or 1) * by, 0.0, by
            elif word in language.numbers and _adds(group, language.numbers[word]):
                group += language.numbers[word]
            else:
                break
            place = last = place + 1
            place = self._joined(place, total + group)
        if last == start or (last == start + 1 and self.low(start) in language.articles):
            return None
        return self._pointed(Number(start, last, total + group, "words", scale or 1.0))

    def _pointed(self, number: Number) -> Number:
        """Read the decimals of ``two point five``."""
        place, decimals = number.last + 1, ""
        if self.low(number.last) in self.language.points:
            while (digit := self.language.numbers.get(self.low(place), 10.0)) < 10:  # noqa: PLR2004
                decimals, place = f"{decimals}{digit:.0f}", place + 1
        if not decimals or len(decimals) > _DECIMALS:
            return number
        return self._scaled(Number(number.first, place, number.value + float(f"0.{decimals}"), "words", number.scale))

    def _joined(self, place: int, so_far: float) -> int:
        """Pass over the ``and`` or the hyphen inside a number, if a number goes on after it."""
        word, following = self.low(place), self.low(place + 1)
        known = self.language.numbers.get(following, self.language.scales.get(following, 0.0))
        if word in HYPHENS and self.touching(place) and self.touching(place + 1):
            fits = 0 < known < 10 <= so_far % 100 or known >= 100  # noqa: PLR2004
            return place + 1 if fits else place
        if word in self.language.joiners and 0 < known < 100 and so_far >= 20:  # noqa: PLR2004
            return place + 1 if so_far >= 100 or self.language.decimal != "." else place  # noqa: PLR2004
        return place

    def _scaled(self, number: Number) -> Number:
        """Multiply by the scales that follow: ``3.5 million``, ``10k``, ``7 тис.``, ``300 hundred thousand``."""
        value, last, scale = number.value, number.last, 1.0
        while value < _MOST:
            hyphen = self.low(last) in HYPHENS and self.touching(last) and self.touching(last + 1)
            by = self.language.scales.get(self.low(last + hyphen))
            if not by or (by < 1000 and scale == 1 and number.kind == "words" and value >= 100):  # noqa: PLR2004
                break
            if len(self.low(last + hyphen)) == 1 and not self._letter(number, last + hyphen):
                break
            value, scale, last = value * by, scale * by, last + hyphen + 1
            if self.low(last) == "." and self.touching(last) and len(self.low(last - 1)) <= 4:  # noqa: PLR2004
                last += self._abbreviated(last)
        kind = "digits" if scale > 1 and number.kind == "fraction" else number.kind
        whole = Number(number.first, last, value, kind, scale)
        return self._added(whole) if scale >= 1000 and number.kind == "digits" else whole  # noqa: PLR2004

    def _letter(self, number: Number, place: int) -> bool:
        """Tell whether a scale of one letter is one: ``10k``, ``$5m``, ``8 B people``."""
        token = self.row[place]
        following = self.row[place + 1] if place + 1 < len(self.row) else None
        if token.kind == "cjk":
            return True
        if not self.touching(place):
            return token.text in {"M", "B"} and following is not None and following.low in self.language.persons
        if self.touching(place + 1) and following and following.kind != "sign":
            return False
        return token.low not in {"m", "b"} or token.text in {"M", "B"} or self._million(number, token, following)

    def _million(self, number: Number, token: Token, following: Token | None) -> bool:
        """Tell whether ``m`` or ``b`` is a scale: beside money or before what is counted; ``m`` may be metres."""
        before = self.low(number.first - 1)
        if before in PREFIXED or before in CODES:
            return True
        if following is None or following.kind != "word":
            return token.low == "b"
        return following.start > token.end and following.low not in self.language.not_millions

    def _abbreviated(self, place: int) -> int:
        """Count a full stop in if the sentence goes on after it with a small letter, a digit or a sign."""
        if place + 1 >= len(self.row):
            return 0
        return int(not self.row[place + 1].capital or self.language.units.at(self.row, place + 1) is not None)

    def _added(self, number: Number) -> Number:
        """Read ``2 million 300 thousand`` as one number."""
        place = number.last
        if place >= len(self.row) or self.row[place].kind != "numeral":
            return number
        more = self._digits(place)
        if more and 1 < more.scale < number.scale:
            return Number(number.first, more.last, number.value + more.value, number.kind, number.scale)
        return number


def _adds(group: float, value: float) -> bool:
    """Tell whether a number word goes on from what was read: ``twenty`` + ``one``, ``two hundred`` + ``twelve``."""
    if value == 0:
        return group == 0
    if value < 10:  # noqa: PLR2004
        return group % 10 == 0 and group % 100 != 10  # noqa: PLR2004
    if value < 100:  # noqa: PLR2004
        return group % 100 == 0
    return group == 0
