"""Times: Ukrainian histories, Ukrainian news, and the examples of two grammars of dates in eleven languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.eval.dates import histories, news, phrases, specs
from benchmarks.eval.tables import Figures, Skipped

PARTS: tuple[Callable[[Path], Figures], ...] = (histories.run, news.run, phrases.run, specs.run)


def run(data: Path) -> Figures:
    """Print the tables; return our figures."""
    figures: Figures = {}
    for part in PARTS:
        try:
            figures |= part(data)
        except Skipped as reason:
            print(f"skipped: dates: {reason}")
    return figures
