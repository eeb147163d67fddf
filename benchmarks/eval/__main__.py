"""Run the evaluations: ``python -m benchmarks.eval [--data DIR] [name ...]``.

``DIR`` holds the test sets (default: the variable DATA, or ``../shared/data`` beside the repository). A set that is
not there is skipped. Exits with 1 when a figure fell below the one accepted in ``floors.toml``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from benchmarks.eval import article, attacks, attributions, dates, figures, geography, pages, readability
from benchmarks.eval.tables import Figures, Skipped

HERE = Path(__file__).parent
DEFAULT = HERE.parents[1].parent / "shared" / "data"
EVALUATIONS: dict[str, Callable[[Path], Figures]] = {
    "pages": pages.run,
    "readability": readability.run,
    "figures": figures.run,
    "dates": dates.run,
    "geography": geography.run,
    "attributions": attributions.run,
    "article": article.run,
    "attacks": attacks.run,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATA") or DEFAULT))
    parser.add_argument("names", nargs="*", metavar="name", help=f"one or more of: {', '.join(EVALUATIONS)}")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - set(EVALUATIONS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(EVALUATIONS)}")
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    fallen = [
        line for name in chosen.names or EVALUATIONS for line in evaluate(name, chosen.data, floors.get(name, {}))
    ]
    if fallen:
        print(f"fell below the accepted figures: {'; '.join(fallen)}")
    return 1 if fallen else 0


def evaluate(name: str, data: Path, floors: dict[str, float]) -> list[str]:
    """Run one evaluation; return what fell below its floor."""
    try:
        figures = EVALUATIONS[name](data)
    except Skipped as reason:
        print(f"skipped: {name}: {reason}")
        return []
    return [
        f"{name} {figure} {figures.get(figure, 0):.3f} (accepted: {floor:.3f})"
        for figure, floor in floors.items()
        if figures.get(figure, 0) < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
