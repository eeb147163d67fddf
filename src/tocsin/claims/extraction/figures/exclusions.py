"""What looks like a quantity and is none: years, clock times, ordinals, names, pronouns, scores."""

from __future__ import annotations

from tocsin.claims.extraction.figures.around import Around
from tocsin.claims.extraction.figures.names import NUMBERED, Names
from tocsin.claims.extraction.figures.numbers import HYPHENS, Number
from tocsin.claims.extraction.figures.sequences import Sequences, is_year
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.units import Unit
from tocsin.claims.extraction.figures.words.language import Language

_FOUR = 4
_MODERN = 1500
_RECENT = 1900
_HOURS = 25
_LETTERS = 3
"""So many letters right after a numeral are a code or an ending, more are a word whose space was left out."""
_GLUE = HYPHENS | {".", "־"}


class Exclusions(Around):
    """Tells which of the numbers read are no quantities."""

    def __init__(self, row: list[Token], language: Language) -> None:
        super().__init__(row, language)
        self.until = Sequences(row, language).until
        self.named = Names(row, language).named

    def number(self, number: Number, unit: Unit | None) -> bool:
        """Tell whether a number that was read is no quantity where it stands."""
        if number.kind == "cardinal" or number.unit:
            return False
        if number.kind != "digits":
            return self._worded(number, unit)
        text = self.row[number.last - 1].text
        if number.last - number.first == 1 and self._ordinal(number.last):
            return True
        if self._clock(number, unit) or self._nth(number) or self._year_before_name(number, unit):
            return True
        if unit or number.scale > 1:
            return self._glued(number.first, measured=True) and not (unit and unit.sign)
        return (
            self._ratio(number)
            or self._glued(number.first)
            or self._glued_after(number.last)
            or (is_year(text) and self._is_year(number))
            or self.named(number)
            or (number.value < 0 and number.first > 0 and self.row[number.first - 1].kind == "word")
        )

    def _worded(self, number: Number, unit: Unit | None) -> bool:
        """Words: ``the third`` is no fraction, ``nineteen eighty-four`` no number; ``one`` is decided elsewhere."""
        if number.kind == "fraction":
            return not unit and self._no_half(number)
        if unit or number.kind in {"vague", "times"}:
            return False
        before = self.low(number.first - 1)
        if before in self.language.names and not self.counted(number.last):
            return True
        if number.last - number.first == 1 and self.low(number.first) in self.language.ones and self._pronoun(number):
            return True
        hyphened = before in HYPHENS and self.touching(number.first) and self.touching(number.first - 1)
        return (hyphened and self.low(number.first - 2) not in self.language.numbers) or self._clock(number)

    def _no_half(self, number: Number) -> bool:
        """Tell whether a half is none: ``half-staff``, ``the first half``, ``la media``."""
        lone = self.low(number.first) in self.language.halves
        return (
            self._compound(number.last)
            or self.low(number.first - 1) in self.language.periods
            or (lone and self.language.decimal == ",")
        )

    def _compound(self, place: int) -> bool:
        """Tell whether a hyphen and a word follow: ``six-speed``, ``half-staff``."""
        joined = self.low(place) in HYPHENS and self.touching(place) and self.touching(place + 1)
        following = self.low(place + 1)
        number = following in self.language.numbers or following in self.language.scales
        return joined and self.row[place + 1].kind == "word" and not number

    def _pronoun(self, number: Number) -> bool:
        """Tell whether ``one`` counts nothing: ``the same one``, ``no one``, ``BBC One``, ``one cannot``."""
        language, after = self.language, self.low(number.last)
        before = self.row[number.first - 1] if number.first else None
        if before and (before.low in language.not_before_one or (before.capital and self.row[number.first].capital)):
            return True
        linked = after in language.of or after in language.or_ or after in language.to or after in language.and_
        if self._compound(number.last):
            return True
        return not linked and after not in language.more and not self._word(number.last)

    def _word(self, place: int) -> bool:
        """Tell whether a word stands at *place* that may be a noun or lead to one."""
        token = self.row[place] if place < len(self.row) else None
        return token is not None and token.kind == "word" and token.low not in self.language.stops

    def _ordinal(self, place: int) -> bool:
        """Endings that touch: ``22nd``, ``90s``, ``5-й``, ``3º``."""
        touching = self.touching(place) and (self.language.decimal == "." or len(self.low(place)) > 1)
        if touching and self.low(place) in self.language.endings:
            return True
        if self.language.dotted_ordinals and self.low(place) == "." and self.touching(place):
            token = self.row[place + 1] if place + 1 < len(self.row) else None
            goes_on = token is not None and not token.opens and token.kind == "word"
            if token and goes_on and (not token.capital or self.language.noun_capitals):
                return token.low not in self.language.stops
        if self.touching(place) and self.low(place) in {"º", "ª", "°"} and self.language.decimal == ",":
            return self.low(place) != "°"
        joined = self.low(place) in _GLUE and self.touching(place) and self.touching(place + 1)
        return joined and (self.low(place + 1) in self.language.endings or self.low(place + 1) in "ºª")

    def _year_before_name(self, number: Number, unit: Unit | None) -> bool:
        """Tell whether the unit is a name after a year: ``during 2016 Stone spoke``."""
        if not unit or unit.sign or number.scale > 1 or not is_year(self.row[number.first].text):
            return False
        token = self.row[number.last] if number.last < len(self.row) else None
        named = token is not None and token.capital and token.kind == "word" and len(token.text) > _LETTERS
        return named and self.low(number.first - 1) in self.language.dated

    def _ratio(self, number: Number) -> bool:
        """Tell whether a colon joins the number to another: ``14½:13½``."""
        after = self.low(number.last) == ":" and self.touching(number.last) and self.touching(number.last + 1)
        before = self.low(number.first - 1) == ":" and self.touching(number.first) and self.touching(number.first - 1)
        return after or before

    def _nth(self, number: Number) -> bool:
        """Tell whether a word makes an ordinal or a decade of the number: ``50 aniversario``, ``años 80``."""
        if number.last - number.first > 1:
            return False
        place = number.first
        if self.low(number.last) in self.language.ordinal_after and number.value % 10 != 1:
            return True
        decade = number.value % 10 == 0 and 0 < number.value < 100  # noqa: PLR2004
        return decade and self.low(place - 1) in self.language.decades

    def _glued(self, place: int, *, measured: bool = False) -> bool:
        """A letter, or a letter and a hyphen, stands right before: ``F-16``, ``G7``, ``Covid-19``."""
        if not self.touching(place):
            return False
        before = self.row[place - 1]
        if before.kind == "word":
            if before.low in self.language.attached:
                return False
            leads = before.low in self.language.from_ or self.language.bounds.before(self.row, place) is not None
            leads = leads or len(before.text) > _LETTERS
            return not (measured and leads and before.text.islower())
        if self.low(place - 2) in self.language.attached:
            return False
        if before.low in _GLUE and self.touching(place - 1):
            return (
                self.row[place - 2].kind == "word"
                and (self.row[place - 2].capital or not self.language.bounds.before(self.row, place - 1))
                and self.row[place - 2].low not in {"minus", "to", "now", "then"}
            )
        return before.low in NUMBERED or before.low == "_"

    def _glued_after(self, place: int) -> bool:
        """A letter that is no unit stands right after: ``4K``, ``737s``."""
        if not self.touching(place) or self.row[place].kind != "word":
            return False
        if self.language.decimal == ".":
            return True
        return len(self.row[place].text) <= _LETTERS or not self.row[place].text.islower()

    def _clock(self, number: Number, unit: Unit | None = None) -> bool:
        """Tell whether the number is an hour: ``7 p.m.``, ``7 утра``, ``a las 7``, ``об 11.15``."""
        if self._four_digits(number):
            return True
        if not 0 <= number.value < _HOURS:
            return False
        if self.language.hours.at(self.row, number.last):
            return True
        if not self.language.at_hours.before(self.row, number.first):
            return False
        text = self.row[number.first].text
        return (unit is None or unit.name == "hour") and (self.language.exact_hours or text[-3:-2] == ".")

    def _four_digits(self, number: Number) -> bool:
        """Tell whether the number is an hour as soldiers write it: ``at 2340``, ``1230 GMT``."""
        text = self.row[number.first].text
        if len(text) != _FOUR or not text.isdecimal() or int(text) > 2400 or int(text[2:]) > 59:  # noqa: PLR2004
            return False
        led = self.low(number.first - 1) in self.language.hour_words and not self.counted(number.last)
        return led or self.low(number.last) in self.language.zones

    def _is_year(self, number: Number) -> bool:
        """Four digits without a mark are a year, unless what is counted follows or a bound stands before."""
        before, after = self.low(number.first - 1), self.low(number.last)
        if number.value < _MODERN and (self.counted(number.last) or before not in self.language.dated):
            return before in self.language.months or before == "©"
        if before in self.language.dated or before in self.language.months or before in {"(", "©"}:
            return after not in self.language.persons or before in self.language.months
        if self.language.bounds.before(self.row, number.first):
            return before in self.language.dated_bounds and number.value >= _MODERN and not self.counted(number.last)
        return after in self.language.dated_after or (after not in self.language.persons and self._bare_year(number))

    def _bare_year(self, number: Number) -> bool:
        """Tell whether four digits without a word that dates them are a year: round ones may count something."""
        round_one = number.value % 10 == 0 if number.value < _RECENT else number.value % 500 == 0
        return not (round_one and self.counted(number.last))

    def score(self, one: Number, two: Number, unit: Unit | None) -> bool:
        """Tell whether two numbers joined by a hyphen are a score or a vote."""
        if unit or one.kind != "digits" or two.scale > 1:
            return False
        if one.value >= two.value:
            return True
        if one.value % 1 or two.value % 1:
            return False
        after = self.low(two.last)
        before = self.row[one.first - 1] if one.first else None
        bounded = self.language.bounds.before(self.row, one.first) or (before and before.low in self.language.from_)
        return after in self.language.scores or not (
            bounded or self.counted(two.last) or after in self.language.persons
        )
