"""A text cut into words, numerals and signs. A numeral keeps its marks of thousands and its decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
)
_CJK = "\u3400-\u9fff"
_SPACES = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"""
    (?P<numeral> (?:
        \d{{1,3}}(?:[{_SPACES}'’]\d{{3}}(?!\d))++ (?:[.,٫]\d++)?
      | \d++(?:[.,٫٬'’]\d++)*+
      | (?<![\w.])\.\d++
    ) )
  | (?P<cjk> [{_CJK}] )
  | (?P<word> [^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞¹²³⁰⁴-⁹₀-₉{_CJK}{_MARKS}][^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞¹²³⁰⁴-⁹₀-₉{_CJK}]*+
        (?:['’ʼ\u200c\u200d{_MARKS}]+[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞¹²³⁰⁴-⁹₀-₉{_CJK}]++)*+[{_MARKS}]*+ )
  | (?P<sign> \S )
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"\n[^\S\n]*+\n")
_APOSTROPHES = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, numeral or sign. *low* is the word in small letters with a plain apostrophe.

    *opens* tells that a paragraph begins with it.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    opens: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tokens(text: str) -> list[Token]:
    """Return the tokens of *text* in order."""
    found = []
    last = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        words = match.group()
        opens = match.start() - last > 1 and _BREAK.search(text, last, match.start()) is not None
        low = words.lower().translate(_APOSTROPHES)
        found.append(Token(match.start(), match.end(), words, low, kind, opens))
        last = match.end()
    return found
