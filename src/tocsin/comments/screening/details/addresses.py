"""Where somebody lives: streets with a house number, flats, postcodes with a place, boxes at the post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tocsin.comments.screening.details import streets
from tocsin.comments.screening.details.detail import Found

_TOKEN = re.compile(r"\d{1,40}|\n|[^\s\d\x00-\x26\x28-\x40\x5b-\x60\x7b-\x7f،؛。，、«»“”„‘’№]{1,60}|[^\s]")
_NAME_LENGTH = 6

_STATES = "|".join(streets.STATES)
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĞĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽΑ-ΩΆ-ΏА-ЯЁІЇЄҐ]"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?:{_STATES}),? \d{{4,5}}(?:-\d{{4}})?(?!\w|[.,]\d)",
        r"(?<!\w)(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?!\w)",  # Britain
        r"(?<!\w)[ABCEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d(?!\w)",  # Canada
        r"(?<!\w)[AC-FHKNPRTV-Y]\d[\dW] ?(?=[A-Z\d]{0,3}\d)(?=[A-Z\d]{0,3}[A-Z])[A-Z\d]{4}(?!\w)",  # Ireland
        rf"(?<![\d-])(?:\d\d-\d{{3}}|\d{{5}}-\d{{3}}|\d{{4}}-\d{{3}}) {_UPPER}\w",  # Poland, Brazil, Portugal
        rf"(?<![\d.,])\d{{1,5}}[^\W\d]?(?:[/-]\d{{1,5}})?[^\W\d]?\.?[ ,]{{0,3}}[\n,][ \n]{{0,3}}(?:[A-Z]{{1,2}}-|ΤΚ )?"
        rf"(?:\d{{3}} \d\d|\d{{4}} ?[A-Z]{{2}}|\d{{4,6}})(?:[ ,]{{1,2}}|\s?\n){_UPPER}\w",
        rf"(?<!\w){_UPPER}[\w.'’() -]{{1,40}}, \d{{5,7}}(?=\s?(?:$|[\n;.]))",
        rf"(?<!\w){_UPPER}[^\W\d]{{2,30}}[ -]\d{{6}}(?![\d%]|[.,-]\d|\s?[^\W\d])",  # India
        rf"[^\W\d_]\n\d{{4,6}} {_UPPER}\w",
        r"(?:استان|شهرستان|روستای|باغات|شمال|جنوب|غرب|شرق)[^\n\d]{2,60} \d{4,10}(?!\w|[.,]\d)(?=\s?(?:$|[\n.]))",
        r"[\u0900-\u0dff][ -]\d{5,6}(?![\d%]|[.,-]\d|\s?[^\W\d])",
        r"\b(?:ТКТК|ΤΚ|Τ\.Κ\.|индекс|індекс|CEP|C\.?P\.?|PLZ|CAP|کد ?پستی|الرمز البريدي|רמת מיקוד|מיקוד)[ :.]{1,3}\d[\d -]{3,9}",
        r"(?<!\w)\d{1,4}[A-Za-z]{0,2} ?# ?\d{1,4}[A-Za-z]{0,2} ?- ?\d{1,4}|# ?\d{1,4}[A-Z]? ?- ?\d{1,4}",  # Colombia
        r"[路街巷弄道段村里坊][^\W\d_]{0,4}\d{1,8}(?:[号號弄巷座楼樓室]|之\d)|[路街巷弄道][A-Za-z]座|\d{1,5}(?:号楼|号院|單元|单元|號之\d)",
        r"\d{1,3}丁目|[町村区市]\w{0,8}\d{1,4}(?:番地?|-\d{1,4}-\d{1,4})",
        r"[가-힣\d]{1,10}(?:[^으\W]로|길|대로|거리|[0-9]가)\s?(?:지하)?\d{1,4}(?:-\d{1,4})?(?=\s?(?:$|[\n(,.]|번지|호|층))",
        r"(?<!\w)(?:ถนน|ถ\.|ซอย|หมู่|ต\.)[^\n]{0,60}\d{5}(?!\d)|(?<![\d/])\d{1,4}(?:/\d{1,4})? (?:หมู่ ?\d{1,3} )?(?:ถนน|ถ\.|ซอย)",
        r"(?:^|[\s,])(?:Số|số nhà|Khóm|Khu|Ấp|Tổ) \d{1,4}(?:/\d{1,4})?(?!\w)",
        r"(?<!\w)(?:B|Block|Blk) ?\d{1,3},? (?:L|Lot) ?\d{1,3}(?!\w)|(?<!\w)\d{1,2}(?:st|nd|rd|th) Floor,?\s[A-Z]",
        r"[ქք]\. ?\d{1,4}(?!\d)|(?<!\w)բն\. ?\d{1,4}",
        r"(?<!\w)(?:д|буд|кв|б|m)\. ?№? ?\d{1,4}(?:[/-]\d{1,4})?(?!\d|[.,]\d|\s?(?:млн|тис|тыс|руб|грн))",
        r"(?<!\w)(?:г|м|с|смт|п|д)\. ?[А-ЯІЇЄҐ][\w' -]{1,40}, ?(?:ул|вул|пер|пров|просп|пр|ш|наб|бул)\.? ?[А-ЯІЇЄҐ\d]",
        rf"(?i:(?<!\w)(?:{streets.BOXES})\s?[:#№]?\s?\d{{1,6}}(?!\d|[.,]\d))",
        r"(?<!\w)RD \d{1,2}(?!\d)",
        rf"{_UPPER}\w{{1,30}}, [Ss]/[Nn](?!\w)",
    )
)


class _Token(NamedTuple):
    text: str
    lower: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha() or self.lower in streets.NUMBER

    @property
    def is_name(self) -> bool:
        """Whether it may be part of a street's name: a capital, or a script that has none."""
        return self.text[0].isalpha() and (self.text[0] != self.text[0].lower() or self.text[0].upper() == self.text[0])


def search(text: str) -> Iterator[Found]:
    """Yield what looks like an address of a street, a flat, or a postcode with its place."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Found("address", *match.span())
    tokens = [_Token(one.group(), one.group().lower(), *one.span()) for one in _TOKEN.finditer(text)]
    for at, token in enumerate(tokens):
        if not token.text[0].isalpha():
            continue
        for rule in (_dwelling, _led, _numbered_before, _trailed, _ended, _is_alone):
            if (span := rule(tokens, at)) is not None:
                yield Found("address", *span)
                break


_Span = tuple[int, int] | None


def _is_house(token: _Token) -> bool:
    """Whether *token* may be the number of a house; years hardly are."""
    return token.is_number and len(token.text) <= 5 and not _is_year(token)


def _is_year(token: _Token) -> bool:
    return len(token.text) == 4 and "1900" <= token.text <= "2035"


def _after(tokens: Sequence[_Token], at: int, *, skip: str) -> int:
    """Return the place after *at* of the first token that is none of the marks in *skip*."""
    at += 1
    while at < len(tokens) and tokens[at].text in skip:
        at += 1
    return at


def _dwelling(tokens: Sequence[_Token], at: int) -> _Span:
    """A flat, a door: ``Apt. 394``, ``кв. 12``."""
    if tokens[at].lower not in streets.DWELLING:
        return None
    number = _after(tokens, at, skip=".:№#")
    if number < len(tokens) and tokens[number].lower in streets.NUMBER | {"নং", "कुना"}:
        number = _after(tokens, number, skip=".:№#")
    if number >= len(tokens) or not _is_house(tokens[number]) or _is_counted(tokens, number):
        return None
    return tokens[at].start, tokens[number].end


def _is_counted(tokens: Sequence[_Token], number: int) -> bool:
    """Whether the number counts what follows: ``5 million``, ``7,5``, ``12 %``."""
    if number + 1 >= len(tokens):
        return False
    after = tokens[number + 1]
    if after.text in "%‰$€£" or (after.text in ".," and number + 2 < len(tokens) and _touching(tokens, number, 3)):
        return True
    return after.text[0].islower() and len(after.text) > 2 and after.lower not in streets.DWELLING | {"bis", "ter"}


def _touching(tokens: Sequence[_Token], at: int, count: int) -> bool:
    run = tokens[at : at + count]
    return run[-1].is_number and all(one.end == two.start for one, two in pairwise(run))


def _led(tokens: Sequence[_Token], at: int) -> _Span:
    """A kind of street, its name, its number: ``rue de la Paix 12``, ``вулиця Музична, буд. 96``, ``شارع النصر ٥``."""
    first = tokens[at]
    if first.lower not in streets.LEADING or (at and tokens[at - 1].lower == "عن"):
        return None
    doubtful = first.lower in streets.DOUBTFUL or (
        first.lower in streets.NEED_A_POINT and not (at + 1 < len(tokens) and tokens[at + 1].text == ".")
    )
    caseless = first.text.upper() == first.text.lower()
    named, place = 0, _after(tokens, at, skip=".")
    limit = min(len(tokens), place + (_NAME_LENGTH if not caseless else 4) * 2)
    while place < limit:
        token = tokens[place]
        if token.is_number and named:
            return None if doubtful and tokens[place - 1].text != "," else _closed(tokens, at, place)
        if token.text == "\n" or token.text in ".;:?!" and not _abbreviates(tokens, place):
            return None
        if token.lower in streets.NUMBER or token.text in "#№":
            number = _after(tokens, place, skip=".:№#°º")
            if number < len(tokens) and tokens[number].is_number and len(tokens[number].text) <= 5:
                return first.start, tokens[number].end
        if token.text[0].isalpha():
            if not token.is_name and token.lower not in streets.PARTICLES:
                return _lower_case(tokens, at, place)
            named += token.is_name and token.lower not in streets.PARTICLES
        place += 1
    return None


def _is_alone(tokens: Sequence[_Token], at: int) -> _Span:
    """A street without a number that has a line to itself."""
    if tokens[at].lower not in streets.LEADING or (at and tokens[at - 1].text != "\n"):
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].text != "\n":
        end += 1
    line = tokens[at + 1 : end]
    if not 1 <= len(line) <= _NAME_LENGTH or not line[-1].is_name:
        return None
    fits = all(one.is_name or one.lower in streets.PARTICLES or one.text in ".'’-" for one in line)
    return (tokens[at].start, line[-1].end) if fits else None


def _abbreviates(tokens: Sequence[_Token], place: int) -> bool:
    return tokens[place].text == "." and len(tokens[place - 1].text) <= 3


def _closed(tokens: Sequence[_Token], at: int, place: int) -> _Span:
    """The number at *place* ends the address."""
    if (
        place + 1 < len(tokens)
        and tokens[place + 1].text == "-"
        and place + 2 < len(tokens)
        and tokens[place + 2].is_word
    ):
        return None  # an ordinal: 2-й
    if not _is_house(tokens[place]) or _is_counted(tokens, place):
        return None
    return tokens[at].start, tokens[place].end


def _lower_case(tokens: Sequence[_Token], at: int, place: int) -> _Span:
    """An address written in haste, all in small letters; the number must end it."""
    end = min(len(tokens), place + 3)
    while place < end and tokens[place].text[0].isalpha():
        place += 1
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
    if place >= len(tokens) or not _is_house(tokens[place]) or len(tokens[at].text) < 3:
        return None
    closes = (
        place + 1 == len(tokens) or tokens[place + 1].text in ",.;\n/" or tokens[place + 1].lower in streets.DWELLING
    )
    return (tokens[at].start, tokens[place].end) if closes and not _is_counted(tokens, place) else None


_AFTER_NUMBER = frozenset(
    "rue avenue boulevard bd chemin impasse allée quai rang montée شارع phố đường rua calle".split()
)


def _numbered_before(tokens: Sequence[_Token], at: int) -> _Span:
    """A number, a kind of street, its name: ``104, avenue Jeannine Fouquet``."""
    place = at - 1
    if tokens[at].lower not in _AFTER_NUMBER or at + 1 >= len(tokens) or place < 0:
        return None
    if tokens[place].lower in {"bis", "ter", "b"} or tokens[place].text == ",":
        place -= 1
    if place < 0 or not _is_house(tokens[place]):
        return None
    following = tokens[at + 1]
    named = following.is_name or following.lower in streets.PARTICLES
    return (tokens[place].start, following.end) if named else None


def _numbers(tokens: Sequence[_Token], at: int, number: int) -> bool:
    """Whether the number after the kind of street at *at* is a house's; in English it stands before."""
    if not tokens[at - 1].is_name or tokens[at].lower in _ENGLISH_KINDS:
        return False
    return _is_house(tokens[number]) and not _is_counted(tokens, number)


def _trailed(tokens: Sequence[_Token], at: int) -> _Span:
    """A name, a kind of street, and a number before or after: ``12 Main Street``, ``Petőfi utca 67``, ``Гоголя ул., д. 5``."""
    last = tokens[at]
    if last.lower in streets.TRAILING and at and tokens[at - 1].text[0].isalpha():
        number = _after(tokens, at, skip=".,")
        if number < len(tokens) and tokens[number].lower in streets.NUMBER:
            number = _after(tokens, number, skip=".:№#")
            if number < len(tokens) and tokens[number].is_number and tokens[at - 1].is_name:
                return tokens[at - 1].start, tokens[number].end
        elif number < len(tokens) and number - at <= 2 and _numbers(tokens, at, number):
            return tokens[at - 1].start, tokens[number].end
    named = last.lower in streets.GENERIC | _ENGLISH_KINDS and last.text[0].isupper()
    if not named and last.lower not in _IN_SMALL_LETTERS | streets.PERSIAN:
        return None
    return _number_first(tokens, at)


_ENGLISH_KINDS = frozenset(
    "street avenue road lane drive boulevard crescent parkway highway st ave rd ln dr blvd close terrace gardens mews marg nagar".split()
)
_IN_SMALL_LETTERS = frozenset("street avenue road lane boulevard crescent".split())
_NOT_IN_A_NAME = frozenset(
    "on in at of from to the and or by for with people miles km years days percent men women as is was near en em în im bei nad "
    "di a no e y i dans à sur в у на і и за до بر در و من في إلى از".split()
)
_ORDINALS = frozenset("st nd rd th e er º".split())
_IDEOGRAPHS = re.compile(r"[\u0900-\u097f\u3040-\u30ff\u4e00-\u9fff]")


def _number_first(tokens: Sequence[_Token], at: int) -> _Span:
    small = tokens[at].lower in _IN_SMALL_LETTERS
    if tokens[at].lower == "st" and not tokens[at - 1].is_name:
        return None
    place = at - 1
    while place >= 0 and at - place <= 5:
        token = tokens[place]
        if token.is_number:
            return (token.start, tokens[at].end) if _may_begin(tokens, place, at) else None
        if token.text in "\n;:!?()" or token.lower in _NOT_IN_A_NAME or _IDEOGRAPHS.search(token.text):
            return None
        if token.text[0].islower() and not (small and at - place <= 2) and token.lower not in _ORDINALS:
            return None
        place -= 1
    return None


def _may_begin(tokens: Sequence[_Token], place: int, at: int) -> bool:
    """Whether the number at *place* is that of a house on the street named by what follows up to *at*."""
    ordinal = place == at - 2 and tokens[place + 1].lower in _ORDINALS
    if place == at - 1 or ordinal or not _is_house(tokens[place]):
        return False
    if tokens[place + 1].text == "," and tokens[at].lower == "st":
        return False
    return not (place and tokens[place - 1].text in "$€£,." and _stuck(tokens, place))


def _stuck(tokens: Sequence[_Token], place: int) -> bool:
    return tokens[place - 1].end == tokens[place].start


def _ended(tokens: Sequence[_Token], at: int) -> _Span:
    """A street in one word and its number: ``Wilmsenstraße 10``, ``Granvägen 6``."""
    word = tokens[at]
    number = _after(tokens, at, skip=".")
    if number >= len(tokens) or not _is_number_of_house(tokens[number]) or number - at > 2:
        return None
    ends = next((one for one in streets.ENDINGS if word.lower.endswith(one)), "")
    alone = len(word.text) <= len(ends)
    if not ends or (alone and not (at and tokens[at - 1].text in "- " or at and tokens[at - 1].is_name)):
        return None
    if not word.is_name and len(ends) < 4 or _is_counted(tokens, number):
        return None
    return word.start, tokens[number].end


def _is_number_of_house(token: _Token) -> bool:
    return token.is_number and len(token.text) <= 4 and not _is_year(token)
