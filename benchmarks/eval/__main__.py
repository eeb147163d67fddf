"""Run the evaluations: ``python -m benchmarks.eval [--data DIR] [name ...]``.

``DIR`` holds the test sets (default: the variable DATA, or ``../shared/data`` beside the repository); any root with the
same folders and file forms will do. A set that is not there is skipped. Exits with 1 when a figure fell below the one
accepted in ``floors.toml``. A run over the development data in which nothing fell writes its figures there; with other
data they are printed only, and nothing is compared.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import math
import os
import re
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.eval.tables import Figures, Skipped

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
DEVELOPMENT = HERE.parents[1].parent / "shared" / "data"
EVALUATIONS = (
    *("pages", "readability", "figures", "dates", "geography", "attributions", "article", "attacks"),
    "ranking",
)
"""The modules beside this one, each with a function ``run``."""
SLACK = 0.002
"""How far another processor's rounding may move a figure that rests on the parser."""
HEADER = """\
# The figures accepted last, on the development data; a run that falls below one of them fails. A run in which nothing
# fell writes its own here (rounded down). All are from 0 to 1, and the more the better.
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATA") or DEVELOPMENT))
    parser.add_argument("names", nargs="*", metavar="name", help=f"one or more of: {', '.join(EVALUATIONS)}")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - set(EVALUATIONS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(EVALUATIONS)}")
    measured = measure(chosen.names or list(EVALUATIONS), chosen.data)
    if chosen.data.resolve() != DEVELOPMENT.resolve():
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    if fallen := below(floors, measured):
        print(f"\nfell below the accepted figures: {'; '.join(fallen)}")
        return 1
    FLOORS.write_text(written(raised(floors, measured)), encoding="utf-8")
    return 0


def measure(names: list[str], data: Path) -> dict[str, Figures]:
    """Run the evaluations, several at a time, and print their tables in order. What was skipped is left out."""
    measured: dict[str, Figures] = {}
    with ProcessPoolExecutor(max_workers=min(len(names), os.cpu_count() or 1)) as pool:
        for name, (said, found) in zip(names, pool.map(evaluate, names, [data] * len(names)), strict=True):
            print(said, end="", flush=True)
            if found:
                measured[name] = found
    return measured


def evaluate(name: str, data: Path) -> tuple[str, Figures]:
    """Run one evaluation; return what it printed and its figures."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        try:
            found = importlib.import_module(f"benchmarks.eval.{name}").run(data)
        except Skipped as reason:
            print(f"\nskipped: {name}: {reason}")
            found = {}
    return said.getvalue(), found


def below(floors: dict[str, Figures], measured: dict[str, Figures]) -> list[str]:
    """Name the figures that are lower than accepted."""
    return [
        f"{name} {figure} {found.get(figure, 0):.3f} (accepted: {floor:.3f})"
        for name, found in measured.items()
        for figure, floor in floors.get(name, {}).items()
        if found.get(figure, 0) < floor - SLACK
    ]


def raised(floors: dict[str, Figures], measured: dict[str, Figures]) -> dict[str, Figures]:
    """Return *floors*, each figure raised to what was measured; figures no longer measured are dropped."""
    return floors | {
        name: {figure: max(value, floors.get(name, {}).get(figure, 0)) for figure, value in found.items()}
        for name, found in measured.items()
    }


def key(figure: str) -> str:
    """Return the name of a figure as a key of TOML."""
    return figure if re.fullmatch(r"[\w-]+", figure, re.ASCII) else json.dumps(figure)


def written(floors: dict[str, Figures]) -> str:
    """Return *floors* as TOML."""
    parts = [
        f"[{name}]\n"
        + "".join(f"{key(figure)} = {math.floor(value * 1000) / 1000:.3f}\n" for figure, value in found.items())
        for name, found in floors.items()
    ]
    return "\n".join([HEADER, *parts])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
