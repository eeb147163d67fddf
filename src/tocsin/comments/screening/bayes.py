"""How likely a text is spam, by what this newsroom called spam, and which words say so.

A word's weight is its share of spam among the comments it stood in, pulled towards an even chance while little is
known of it (Robinson); the weights are joined by Fisher's method. Nothing is known but what the newsroom taught: counts
of words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.comments.screening.letters import folded

LEAST = 10
"""So many comments of either kind are taught before anything is said."""
MOST = 40
"""So many of the most telling words are weighed."""
STRENGTH = 0.6
"""How many comments an even chance counts for."""
TELLING = 0.1
"""A word tells something when its weight is so far from an even chance."""
_LONGEST, _LETTERS_READ = 40, 8_000
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Judgement:
    """*probability* that it is spam, 0 to 1; *telling* words, the most telling first, each with its own probability."""

    probability: float
    telling: list[tuple[str, float]] = field(default_factory=list)


def words(text: str) -> set[str]:
    """Return the words of *text* that are counted: letters alone, without case and accents.

    What is written without spaces between words counts by pairs of letters; of an address each part counts.
    """
    found: set[str] = set()
    for match in _WORD.finditer(folded(text[:_LETTERS_READ])):
        word = match.group()
        if _UNSPACED.search(word):
            found.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif 1 < len(word) <= _LONGEST:
            found.add(word)
    return found


def judge(text: str, counts: Mapping[str, tuple[int, int]]) -> Judgement | None:
    """Return how likely *text* is spam; nothing while too little was taught.

    *counts* are (spam, good) of each word, and of the empty word those of all comments taught.
    """
    spam, good = counts.get("", (0, 0))
    if spam < LEAST or good < LEAST:
        return None
    weighed = [(word, _weight(*counts[word], spam, good)) for word in words(text) if word in counts]
    telling = sorted(
        (one for one in weighed if abs(one[1] - 0.5) >= TELLING), key=lambda one: (-abs(one[1] - 0.5), one[0])
    )[:MOST]
    return Judgement(_joined([weight for _word, weight in telling]), telling)


def _weight(in_spam: int, in_good: int, spam: int, good: int) -> float:
    seen = in_spam + in_good
    if not seen:
        return 0.5
    of_spam, of_good = min(1.0, in_spam / spam), min(1.0, in_good / good)
    share = of_spam / (of_spam + of_good)
    return (STRENGTH * 0.5 + seen * share) / (STRENGTH + seen)


def _joined(weights: list[float]) -> float:
    """Join *weights* by Fisher's method: near 1 where they agree on spam, near 0 on good, a half where they do not."""
    if not weights:
        return 0.5
    kept = [min(max(one, 1e-6), 1 - 1e-6) for one in weights]
    looks_spam = _tail(-2 * sum(math.log(1 - one) for one in kept), len(kept))
    looks_good = _tail(-2 * sum(math.log(one) for one in kept), len(kept))
    return (1 + looks_good - looks_spam) / 2


def _tail(chi: float, half: int) -> float:
    """Return how likely a chi-square of ``2 * half`` degrees is above *chi*."""
    term = total = math.exp(-chi / 2)
    for step in range(1, half):
        term *= chi / 2 / step
        total += term
    return min(total, 1.0)
