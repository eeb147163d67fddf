"""Who says what, measured on PolNeAR (English), ADAQ (Czech, Russian), German Wikinews and the coded article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.eval.attributions import adaq, article, german, polnear
from benchmarks.eval.tables import Figures, Skipped

_SETS: tuple[Callable[[Path], Figures], ...] = (polnear.run, adaq.run, german.run, article.run)


def run(data: Path) -> Figures:
    """Print a table for each set that is there; return our figures."""
    figures: Figures = {}
    absent = []
    for one in _SETS:
        try:
            figures |= one(data)
        except Skipped as reason:
            absent.append(str(reason))
            print(f"skipped: {reason}")
    if len(absent) == len(_SETS):
        raise Skipped("; ".join(absent))
    return figures
