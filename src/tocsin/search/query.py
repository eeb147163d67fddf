"""The query language: what a reader types, as data. Every input is a query; nothing is ever an error.

Words, ``"a phrase"``, ``-without``, ``one OR other``, ``prefix*``, ``this NEAR that``, and fields: ``title:``,
``author:``, ``section:``, ``tag:``, ``type:``, ``lang:``, ``after:2022-02-24``, ``before:2022``. The operators are
written in capitals, so that *or* and *near* stay words. What cannot be what it looks like is taken as words: a lone
quotation mark, a field nobody knows, a day that is none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

MAX_LENGTH = 2000
"""Code points of a query that are read; the rest is left off."""
MAX_TERMS = 100
"""Words, phrases and filters of a query that are read; the rest is left off."""
NEARNESS = 10
"""Words that may stand between the two sides of ``NEAR``."""

FIELDS = ("title", "author", "section", "tag", "type", "lang", "after", "before")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_PIECE = re.compile(
    r"""(?P<minus>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))""",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z", re.ASCII)


class Kind(StrEnum):
    """How the text of a term is looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for; *field* is empty for any field. Of a *near* term, *other* is the second side."""

    text: str
    kind: Kind = Kind.WORD
    field: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """All of *wanted* (in each, one of the alternatives), none of *unwanted*, within the filters.

    *after* and *before* are days, both included. Values of one filter are alternatives.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None

    @property
    def narrowed(self) -> bool:
        """Tell whether something is asked for that is no word to be found."""
        return bool(self.unwanted or self.filters or self.after or self.before)

    @property
    def words(self) -> list[str]:
        """Return the texts looked for, for highlighting."""
        terms = [term for alternatives in self.wanted for term in alternatives]
        return [text for term in terms for text in (term.text, term.other) if text]


@dataclass(slots=True)
class _Reading:
    wanted: list[list[Term]] = field(default_factory=list)
    unwanted: list[Term] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    joining: str = ""

    def add(self, term: Term) -> None:
        """Take a term in, joined to the one before where OR or NEAR stands between them."""
        before = self.wanted[-1] if self.wanted else None
        if self.joining == "OR" and before:
            before.append(term)
        elif self.joining == "NEAR" and before and before[-1].kind != Kind.NEAR:
            left = before.pop()
            before.append(Term(left.text, Kind.NEAR, left.field or term.field, other=term.text))
        else:
            self.wanted.append([term])
        self.joining = ""


def read(text: str) -> Query:
    """Return the query that *text* is."""
    reading = _Reading()
    for count, match in enumerate(_PIECE.finditer(_plain(text))):
        if count >= MAX_TERMS:
            break
        _take(reading, match)
    return Query(
        tuple(tuple(alternatives) for alternatives in reading.wanted),
        tuple(reading.unwanted),
        {name: tuple(values) for name, values in reading.filters.items()},
        reading.days.get("after"),
        reading.days.get("before"),
    )


def whole(text: str) -> Query:
    """Return the query for *text* as it stands, quotation marks and all: exact matches only."""
    phrase = " ".join(_plain(text).split())
    return Query(((Term(phrase, Kind.PHRASE),),)) if any(letter.isalnum() for letter in phrase) else Query()


def _plain(text: str) -> str:
    spaced = "".join(" " if unicodedata.category(letter) in {"Cc", "Zs", "Zl", "Zp"} else letter for letter in text)
    return unicodedata.normalize("NFC", spaced[:MAX_LENGTH]).translate(_QUOTES)


def _take(reading: _Reading, match: re.Match[str]) -> None:
    minus, name = bool(match["minus"]), (match["field"] or "").lower()
    phrase, word = match["phrase"], match["word"] or ""
    if phrase is None and not minus and not name and word in {"OR", "NEAR"} and reading.wanted:
        reading.joining = word
        return
    if name and name not in FIELDS:
        name, word, phrase = "", match.group().lstrip("-"), None
    value = word if phrase is None else " ".join(phrase.split())
    if name in {"after", "before"}:
        day = _day(value, last=name == "before")
        if day is not None and not minus:
            reading.days[name] = day
            return
        name, value = "", match.group().lstrip("-")
    if name in {"section", "tag", "type", "lang", "author"} and value and not minus:
        reading.filters.setdefault(name, []).append(value.casefold())
        return
    term = _term(value, name if name == "title" else "", quoted=phrase is not None)
    if term is None:
        return
    if minus:
        reading.unwanted.append(term)
    else:
        reading.add(term)


def _term(value: str, name: str, *, quoted: bool) -> Term | None:
    """Return the term, or None where there is no letter and no digit in it."""
    if not any(letter.isalnum() for letter in value):
        return None
    if quoted:
        return Term(value, Kind.PHRASE, name)
    if value.endswith("*") and value.rstrip("*"):
        return Term(value.rstrip("*"), Kind.PREFIX, name)
    return Term(value, Kind.WORD, name)


def _day(value: str, *, last: bool) -> date | None:
    """Return the day of ``2022``, ``2022-03`` or ``2022-03-05``: its first or its last; None if it is none."""
    match = _DAY.match(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if not last or day:
            return first
        if month:
            return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return date(first.year, 12, 31)
    except (ValueError, OverflowError):
        return None
