"""Several readers look at the same page; how much of each piece each of them took is its vote."""

from __future__ import annotations

import logging
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

import trafilatura
from trafilatura.external import justext_rescue, try_readability
from trafilatura.settings import Extractor

from tocsin.importers.prose.elements import BLOCKS, Element, words
from tocsin.importers.prose.piece import Piece

_log = logging.getLogger(__name__)

READERS = ("standard", "precision", "recall", "fast", "readability", "justext")


@dataclass(frozen=True)
class Vote:
    """What one reader took for the article: its lines and its runs of three words."""

    lines: frozenset[str]
    threes: frozenset[tuple[str, ...]]
    count: int

    def share(self, piece: Piece) -> float:
        """Return how much of *piece* this reader took, from 0 to 1."""
        found = threes(piece.words)
        if not found:
            return float(bool(piece.words) and " ".join(piece.words) in self.lines)
        return sum(three in self.threes for three in found) / len(found)


def threes(said: list[str]) -> list[tuple[str, ...]]:
    return list(zip(said, said[1:], said[2:], strict=False))


def vote(text: str | None) -> Vote:
    lines = [words(line) for line in (text or "").splitlines()]
    flat = [word for line in lines for word in line]
    return Vote(frozenset(" ".join(line) for line in lines), frozenset(threes(flat)), len(flat))


def votes(source: str, root: Element) -> dict[str, Vote]:
    """Return the vote of each reader on the page, given as it came and as a cleaned tree."""
    ask: dict[str, Callable[[], str | None]] = {
        "standard": lambda: trafilatura.extract(source, include_comments=False),
        "precision": lambda: trafilatura.extract(source, include_comments=False, favor_precision=True),
        "recall": lambda: trafilatura.extract(source, include_comments=False, favor_recall=True),
        "fast": lambda: trafilatura.extract(source, include_comments=False, fast=True),
        "readability": lambda: lined(try_readability(deepcopy(root))),
        "justext": lambda: lined(justext_rescue(deepcopy(root), Extractor())[0]),
    }
    return {name: _asked(ask[name]) for name in READERS}


def _asked(ask: Callable[[], str | None]) -> Vote:
    """Let another reader speak; one that stumbles over a page has no vote on it."""
    try:
        return vote(ask())
    except Exception:  # noqa: BLE001 - the edge to readers that are not ours
        _log.info("A reader stumbled over a page and has no vote.", exc_info=True)
        return vote("")


def lined(root: Element) -> str:
    """Return the text under *root*, each block on a line of its own."""
    parts: list[str] = []
    for element in root.iter():
        if element.tag in BLOCKS or element.tag == "br":
            parts.append("\n")
        parts.append(element.text or "")
        if element.tail:
            parts.append(f"\n{element.tail}" if element.tag in BLOCKS else element.tail)
    return "".join(parts)
