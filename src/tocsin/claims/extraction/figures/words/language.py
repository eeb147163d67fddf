"""What the reader of quantities must know of a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tocsin.claims.extraction.figures.tokens import Token, tokens

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with what each stands for, looked up where one begins or ends in a list of tokens."""

    def __init__(self, meant: Mapping[str, T]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meant.items():
            words = tuple(token.low for token in tokens(phrase))
            self._first.setdefault(words[0], []).append((words, meaning))
            self._last.setdefault(words[-1], []).append((words, meaning))
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, row: list[Token], place: int) -> tuple[int, T] | None:
        """Return the length and the meaning of the longest phrase that begins at *place*."""
        if place >= len(row):
            return None
        for words, meaning in self._first.get(row[place].low, ()):
            end = place + len(words)
            if end <= len(row) and all(row[place + k].low == word for k, word in enumerate(words)):
                return len(words), meaning
        return None

    def before(self, row: list[Token], place: int) -> tuple[int, T] | None:
        """Return the length and the meaning of the longest phrase that ends just before *place*."""
        if place < 1:
            return None
        for words, meaning in self._last.get(row[place - 1].low, ()):
            start = place - len(words)
            if start >= 0 and all(row[start + k].low == word for k, word in enumerate(words)):
                return len(words), meaning
        return None


NONE: Phrases[str] = Phrases({})


@dataclass(frozen=True)
class Language:
    """The words of quantity in one language, in small letters and every form they take.

    *numbers* are added (``twenty``, ``двісті``), *scales* multiply what stands before them (``hundred``, ``million``),
    *vague* are plurals with a lower bound only (ACLED: tens 10, dozens 12, hundreds 100). *bounds* and *after* are the
    words before and after a number that turn it into a bound; their meanings are the quantifiers, with ``UP_TO`` for
    an upper bound that is reached. *units* are measures and money; *persons* are the words for people.
    """

    decimal: str = ","
    numbers: Mapping[str, float] = field(default_factory=dict)
    ones: frozenset[str] = frozenset()
    scales: Mapping[str, float] = field(default_factory=dict)
    minus: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    half_joiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    parts: Mapping[str, float] = field(default_factory=dict)
    vague: Phrases[float] = field(default_factory=lambda: Phrases({}))
    whole: Phrases[float] = field(default_factory=lambda: Phrases({}))
    times: Phrases[float] = field(default_factory=lambda: Phrases({}))
    bounds: Phrases[str] = NONE
    after: Phrases[str] = NONE
    between: frozenset[str] = frozenset()
    and_: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    or_: frozenset[str] = frozenset()
    changes: Phrases[str] = NONE
    of: frozenset[str] = frozenset()
    units: Phrases[str] = NONE
    persons: frozenset[str] = frozenset()
    casualties: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    dated_bounds: frozenset[str] = frozenset()
    exact_hours: bool = False
    hours: Phrases[str] = NONE
    at_hours: Phrases[str] = NONE
    ordinal_after: frozenset[str] = frozenset()
    decades: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    prefixes: Phrases[str] = NONE
    attached: frozenset[str] = frozenset()
    dated_after: frozenset[str] = frozenset()
    slash: bool = False
    dotted: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    tolls: Phrases[str] = NONE
    pronouns: frozenset[str] = frozenset()
    hour_words: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    noun_capitals: bool = False
    dotted_ordinals: bool = False
    points_group: bool = True
    streets: frozenset[str] = frozenset()
    not_millions: frozenset[str] = frozenset()
    ages: Phrases[str] = NONE
    more: frozenset[str] = frozenset()
    elided: frozenset[str] = frozenset()
    not_before_one: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    scores: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    cardinals: frozenset[str] = frozenset()
    compounds: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    adjectives: tuple[str, ...] = ()


def forms(*patterns: str) -> set[str]:
    """Return the forms of words written as ``stem|ending ending``; a lone ``-`` is no ending.

    >>> sorted(forms("кілометр|- а ів"))
    ['кілометр', 'кілометра', 'кілометрів']
    """
    found = set()
    for pattern in patterns:
        stem, _, endings = pattern.partition("|")
        found |= {stem + ("" if ending == "-" else ending) for ending in endings.split()} if endings else {stem}
    return found


def table(entries: Mapping[T, str | Iterable[str]]) -> dict[str, T]:
    """Turn ``{meaning: words}`` about, words being patterns of ``forms`` with ``;`` between them."""
    return {
        form: meaning
        for meaning, words in entries.items()
        for pattern in (words.split(";") if isinstance(words, str) else words)
        for form in forms(pattern.strip())
    }


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def adjectives(numbers: Mapping[str, float], stems: Mapping[str, str], endings: str) -> dict[str, tuple[float, str]]:
    """Return the compound adjectives of number and measure in one word, with value and unit: ``п'ятирічний``."""
    genitives = [word for word in numbers if word.endswith(("и", "ох", "ух", "ёх", "ех", "о", "а")) and len(word) > 3]  # noqa: PLR2004
    return {
        f"{number}{stem}{ending}": (numbers[number], unit)
        for number in genitives
        if 1 < numbers[number] <= 100  # noqa: PLR2004
        for stem, unit in stems.items()
        for ending in endings.split()
    }


def listed(text: str, by: str | None = None) -> list[str]:
    """Return the words of *text* in their order."""
    return text.split(by)
