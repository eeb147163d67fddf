"""A drawing board for the demo's illustrations: shapes, washes, ridges, contour lines, paper.

Everything is drawn at twice the size and reduced, which smooths the edges; the same seed gives the same picture.
"""

from __future__ import annotations

import io
import math
import random
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 1600, 1067
SCALE = 2

Point = tuple[float, float]
Colour = str | tuple[int, ...]
Stops = Sequence[tuple[float, str]]


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """Return the colour *share* of the way from *one* to *other*."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def veil(colour: str, opacity: float) -> tuple[int, int, int, int]:
    """Return *colour* as a translucent one."""
    return (*rgb(colour), round(255 * opacity))


def ramp(stops: Stops, share: float) -> str:
    """Return the colour at *share* of a gradient."""
    for (start, low), (end, high) in pairwise(stops):
        if share <= end:
            return mix(low, high, max(0.0, share - start) / (end - start or 1))
    return stops[-1][1]


class Board:
    """One picture while it is drawn, in units of the finished picture."""

    def __init__(self, seed: str, ground: str) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - for looks, not for secrets
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self._draw = ImageDraw.Draw(self.image, "RGBA")

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points: Iterable[Point], fill: Colour, width: float = 2) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self._draw.ellipse(box, fill=fill)

    def ring(self, x: float, y: float, radius: float, fill: Colour, width: float = 2) -> None:
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self._draw.ellipse(box, outline=fill, width=max(1, round(width * SCALE)))

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        self._draw.rectangle([left * SCALE, top * SCALE, right * SCALE - 1, bottom * SCALE - 1], fill=fill)

    def wash(self, points: Sequence[Point], stops: Stops) -> None:
        """Fill a shape by a gradient that runs from the top of the shape to its bottom."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
        right, bottom = min(WIDTH, math.ceil(max(xs))), min(HEIGHT, math.ceil(max(ys)))
        if right <= left or bottom <= top:
            return
        size = ((right - left) * SCALE, (bottom - top) * SCALE)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([((x - left) * SCALE, (y - top) * SCALE) for x, y in points], fill=255)
        self.image.paste(_column(stops, size[1]).resize(size), (left * SCALE, top * SCALE), mask)

    def sky(self, stops: Stops, *, bottom: float = HEIGHT) -> None:
        self.wash([(0, 0), (WIDTH, 0), (WIDTH, bottom), (0, bottom)], stops)

    def glow(self, x: float, y: float, radius: float, colour: str, *, strength: float = 1.0) -> None:
        """A soft light around a point."""
        size = round(radius * 2 * SCALE)
        light = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda value: int(255 * max(0.0, (value - 75) / 180) ** 1.6 * strength)
        )
        corner = (round((x - radius) * SCALE), round((y - radius) * SCALE))
        self.image.paste(Image.new("RGB", (size, size), colour), corner, light.resize((size, size)))

    def ridge(self, level: float, height: float, *, steps: int = 9, rough: float = 0.55) -> list[Point]:
        """A horizon from the left edge to the right, by midpoint displacement."""
        heights = [self.rng.uniform(-1, 1), self.rng.uniform(-1, 1)]
        spread = 1.0
        for _ in range(steps):
            middles = [(a + b) / 2 + self.rng.uniform(-spread, spread) for a, b in pairwise(heights)]
            heights = [value for pair in zip(heights, [*middles, 0.0], strict=True) for value in pair][:-1]
            spread *= rough
        top = max(abs(value) for value in heights)
        step = WIDTH / (len(heights) - 1)
        return [(index * step, level - value / top * height) for index, value in enumerate(heights)]

    def land(self, horizon: Sequence[Point], stops: Stops) -> None:
        """Fill all that lies below a horizon."""
        self.wash([*horizon, (WIDTH, HEIGHT), (0, HEIGHT)], stops)

    def finish(self, *, grain: float = 0.09, edge: float = 0.22) -> Image.Image:
        """Reduce to the final size, darken the corners a little, and lay the picture on paper."""
        small = self.image.reduce(SCALE)
        shade = Image.radial_gradient("L").point(lambda value: 255 - int(max(0, value - 120) * edge * 1.8))
        small = ImageChops.multiply(small, Image.merge("RGB", [shade.resize(small.size)] * 3))
        return Image.blend(small, ImageChops.soft_light(small, self._paper(small.size)), min(1.0, grain * 6))

    def _paper(self, size: tuple[int, int]) -> Image.Image:
        noise = Image.frombytes("L", size, self.rng.randbytes(size[0] * size[1]))
        coarse = Image.frombytes("L", (400, 267), self.rng.randbytes(400 * 267)).resize(size, Image.Resampling.BICUBIC)
        both = Image.blend(noise, coarse, 0.4).point(lambda value: 128 + (value - 128) * 5 // 8)
        return Image.merge("RGB", [both] * 3)


def _column(stops: Stops, height: int) -> Image.Image:
    column = Image.new("RGB", (1, 256))
    column.putdata([rgb(ramp(stops, index / 255)) for index in range(256)])
    return column.resize((1, max(1, height)), Image.Resampling.BILINEAR)


def jpeg(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=88, subsampling=0)
    return stream.getvalue()


def curve(start: Point, first: Point, second: Point, end: Point, *, steps: int = 40) -> list[Point]:
    """Points along a cubic Bézier curve."""
    points = []
    for index in range(steps + 1):
        t = index / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return points


def hills(rng: random.Random, count: int = 14) -> Callable[[float, float], float]:
    """A smooth landscape: height by place, made of round hills and hollows."""
    made = [
        (rng.uniform(-100, WIDTH + 100), rng.uniform(-100, HEIGHT + 100), rng.uniform(140, 420), rng.uniform(-1, 1))
        for _ in range(count)
    ]

    def height(x: float, y: float) -> float:
        return sum(peak * math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * r * r)) for cx, cy, r, peak in made)

    return height


def contours(
    height: Callable[[float, float], float], levels: Sequence[float], *, cell: int = 20
) -> list[tuple[int, Point, Point]]:
    """Short strokes along the lines of equal height (marching squares), each with the number of its level."""
    columns, rows = WIDTH // cell + 2, HEIGHT // cell + 2
    field = [[height(x * cell, y * cell) for x in range(columns)] for y in range(rows)]
    strokes: list[tuple[int, Point, Point]] = []
    for y in range(rows - 1):
        for x in range(columns - 1):
            square = (field[y][x], field[y][x + 1], field[y + 1][x + 1], field[y + 1][x])
            low, high = min(square), max(square)
            for number, level in enumerate(levels):
                if low < level <= high:
                    strokes.extend((number, *ends) for ends in _cut(x, y, square, level, cell))
    return strokes


def _cut(x: int, y: int, square: Sequence[float], level: float, cell: int) -> list[tuple[Point, Point]]:
    corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
    found: list[Point] = []
    for index in range(4):
        one, other = square[index], square[(index + 1) % 4]
        if (one < level) != (other < level):
            share = (level - one) / (other - one)
            (ax, ay), (bx, by) = corners[index], corners[(index + 1) % 4]
            found.append(((ax + (bx - ax) * share) * cell, (ay + (by - ay) * share) * cell))
    return list(zip(found[::2], found[1::2], strict=False))
