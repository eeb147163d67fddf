"""Near duplicates: the same text sent again with a word changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from tocsin.comments.screening.letters import folded

SIZE = 64
"""So many numbers are kept of a text."""
BANDS = 32
"""Texts that share a band of ``SIZE / BANDS`` numbers are compared."""
ALIKE = 0.4
_LETTERS = 5
_MOST = 8_000
_SKIPPED = re.compile(r"[\W\d_]+")
_LINK = re.compile(r"https?://\S+")


def fingerprint(text: str) -> list[int]:
    """Return *SIZE* numbers that two texts share in as far as they share runs of letters.

    Links, digits and marks do not count. Each run falls into one of *SIZE* bins, of which the least number is kept;
    an empty bin borrows from the next. A text without letters has its digits and marks counted; one with nothing has no
    fingerprint.
    """
    within = folded(_LINK.sub(" ", text[: 2 * _MOST]))[:_MOST]
    within = _SKIPPED.sub(" ", within).strip() or within
    if not within:
        return []
    least: dict[int, int] = {}
    for run in {within[at : at + _LETTERS] for at in range(max(1, len(within) - _LETTERS + 1))}:
        hashed = int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        place, value = hashed % SIZE, hashed >> 32
        least[place] = min(value, least.get(place, value))
    return [_borrowed(least, place) for place in range(SIZE)]


def _borrowed(least: Mapping[int, int], place: int) -> int:
    away = next(step for step in range(SIZE) if (place + step) % SIZE in least)
    return (least[(place + away) % SIZE] + away * 0x9E3779B1) & 0xFFFFFFFF


def alike(a: list[int], b: list[int]) -> float:
    """Return how alike two fingerprints are, from 0 to 1."""
    if not a or not b or len(a) != len(b):
        return 0.0
    return sum(1 for one, other in zip(a, b, strict=True) if one == other) / len(a)


def groups(fingerprints: Mapping[int, list[int]], *, least: float = ALIKE) -> list[list[int]]:
    """Return the keys of *fingerprints* in groups of what is alike; what is like nothing is alone.

    Each text is compared with the first of a group, so that a chain of small changes does not tie what is unlike.
    """
    banded: dict[tuple[int, ...], list[int]] = defaultdict(list)
    made: dict[int, list[int]] = {}
    for key, prints in fingerprints.items():
        bands = list(_bands(prints))
        best, share = None, least
        for leader in _leaders(bands, banded):
            if (now := alike(prints, fingerprints[leader])) >= share:
                best, share = leader, now
        if best is None:
            made[key] = [key]
            for band in bands:
                banded[band].append(key)
        else:
            made[best].append(key)
    return list(made.values())


def _bands(prints: list[int]) -> Iterable[tuple[int, ...]]:
    rows = SIZE // BANDS
    for at in range(0, len(prints), rows):
        yield at, *prints[at : at + rows]


def _leaders(bands: Iterable[tuple[int, ...]], banded: Mapping[tuple[int, ...], list[int]]) -> Iterable[int]:
    return dict.fromkeys(leader for band in bands for leader in banded.get(band, ())).keys()
