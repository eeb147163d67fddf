"""Counting tokens by role: how all sets of attributions are scored."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tocsin.claims.extraction.results import Attribution, Stretch

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Marked:
    """An attribution as stretches, ours or the annotators'."""

    source: tuple[Stretch, ...] = ()
    cue: tuple[Stretch, ...] = ()
    content: tuple[Stretch, ...] = ()

    def of(self, role: str) -> tuple[Stretch, ...]:
        found: tuple[Stretch, ...] = getattr(self, role)
        return found


@dataclass
class Tally:
    """Tokens both have, tokens we have, tokens the annotators have, by role."""

    both: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 0))
    ours: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 0))
    theirs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 0))

    def add(self, tokens: Sequence[Stretch], found: Iterable[Marked], wanted: Iterable[Marked]) -> None:
        found, wanted = list(found), list(wanted)
        for role in ROLES:
            left, right = (covered(tokens, (s for one in marks for s in one.of(role))) for marks in (found, wanted))
            self.both[role] += len(left & right)
            self.ours[role] += len(left)
            self.theirs[role] += len(right)

    def rates(self, role: str) -> tuple[float, float, float]:
        """Return precision, recall and F1."""
        return rates(self.both[role], self.ours[role], self.theirs[role])

    def row(self) -> tuple[float, ...]:
        return tuple(rate for role in ROLES for rate in self.rates(role))


def rates(both: int, ours: int, theirs: int) -> tuple[float, float, float]:
    return both / (ours or 1), both / (theirs or 1), 2 * both / ((ours + theirs) or 1)


def tokenize(text: str) -> list[Stretch]:
    """Return the tokens of *text*: words, and every other sign by itself."""
    return [match.span() for match in _TOKEN.finditer(text)]


def covered(tokens: Sequence[Stretch], stretches: Iterable[Stretch]) -> set[int]:
    """Return the numbers of the tokens that lie in the stretches, in whole or in part."""
    starts = [start for start, _ in tokens]
    found: set[int] = set()
    for start, end in stretches:
        first = bisect_left(starts, start)
        if first and tokens[first - 1][1] > start:
            first -= 1
        found.update(range(first, bisect_left(starts, end)))
    return found


def outermost(found: Sequence[Attribution]) -> list[Marked]:
    """Return the attributions whose cue does not stand in what another one says: these are what the sets hold."""
    ends = sorted({stretch for one in found for stretch in one.content})
    return [
        Marked(one.source, one.cue, one.content)
        for one in found
        if one.cue
        and not any(
            start <= one.cue[0][0] and one.cue[0][1] <= end for start, end in ends if (start, end) not in one.content
        )
    ]
