"""Quantities: NewsQuant, parallel news, Ukrainian spans, and the example phrases of three libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.eval.figures import examples, ner_uk, newsquant, ntrex
from benchmarks.eval.tables import Figures, Skipped

_SETS: dict[str, Callable[[Path], Figures]] = {
    "newsquant": newsquant.run,
    "ntrex": ntrex.run,
    "ner_uk": ner_uk.run,
    "examples": examples.run,
}


def run(data: Path) -> Figures:
    """Print the tables of every set that is there; return our figures."""
    found: Figures = {}
    for name, evaluate in _SETS.items():
        try:
            found |= {f"{name}_{key}": value for key, value in evaluate(data).items()}
        except Skipped as reason:
            print(f"skipped: {name}: {reason}")
    if not found:
        raise Skipped("none of the sets of quantities is there")
    return found
