"""When two readings say the same."""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.eval.tables import f1
from tocsin.importers.prose.elements import words


def same_title(expected: str, found: str) -> bool:
    return words(expected) == words(found)


def same_names(expected: str, found: str) -> bool:
    """The same words but for *by*, in any order."""
    little = {"by", "and", "von", "und", "par", "por", "et", "y"}
    return set(words(expected)) - little == set(words(found)) - little


def same_day(expected: str, found: str) -> bool:
    return bool(found) and re.sub(r"\D", "", expected)[:8] == found.replace("-", "")


def overlap(expected: str, found: str) -> tuple[float, float, float]:
    """Return precision, recall and F of the runs of four words that both texts have."""
    wanted, given = _fours(expected), _fours(found)
    common = sum((wanted & given).values())
    if not wanted and not given:
        return 1.0, 1.0, 1.0
    precision, recall = common / (given.total() or 1), common / (wanted.total() or 1)
    return precision, recall, f1(precision, recall)


def _fours(text: str) -> Counter[tuple[str, ...]]:
    said = words(text)
    if len(said) < 4:
        return Counter([tuple(said)] if said else [])
    return Counter(zip(said, said[1:], said[2:], said[3:], strict=False))
