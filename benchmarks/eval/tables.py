"""What evaluations share: finding their data, printing their tables."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

Figures = dict[str, float]


class Skipped(Exception):
    """The data of an evaluation is not there."""


def folder(data: Path, name: str, holding: str) -> Path:
    """Return the folder of set *name* that has the file *holding*: itself or, by whatever name, a split inside it."""
    root = data / name
    for candidate in (root, *sorted(root.glob("*/"))):
        if (candidate / holding).is_file():
            return candidate
    raise Skipped(f"no {holding} in {root} or in a folder of it")


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file in a tar archive."""
    with tarfile.open(archive) as opened:
        for member in opened:
            stream = opened.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield member.name, stream.read()


def f1(one: float, other: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are."""
    return 2 * one * other / ((one + other) or 1)


def show(title: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[float | str]]]) -> None:
    """Print an aligned table, figures with three places."""
    lines = [
        ["", *columns],
        *([name, *(said if isinstance(said, str) else f"{said:.3f}" for said in row)] for name, row in rows),
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    print(f"\n{title}")
    for line in lines:
        print(
            "  "
            + "  ".join(
                cell.ljust(width) if place == 0 else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
        )
