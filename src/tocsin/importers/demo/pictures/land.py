"""Earth and fire: borders, roads, faults, slopes."""
# ruff: noqa: PLR2004 - a drawing is made of coordinates

from __future__ import annotations

import math
from collections.abc import Sequence

from tocsin.importers.demo.pictures.kit import HEIGHT, WIDTH, Board, Point, contours, curve, hills, mix, veil


def border(board: Board) -> None:
    """Paths come down from dark hills to one narrow gap and fan out behind it."""
    board.sky([(0, "#22343f"), (1, "#182730")])
    for number, one, other in contours(hills(board.rng), [level / 9 for level in range(-14, 15)]):
        if (one[0] + other[0]) / 2 < 890:
            board.line([one, other], veil("#8fb0b5", 0.30 if number % 4 else 0.6), 1.4 if number % 4 else 2)
    board.wash([(910, 0), (WIDTH, 0), (WIDTH, HEIGHT), (910, HEIGHT)], [(0, "#e9dcc4"), (1, "#dcc7a3")])
    gap = 560.0
    for index in range(46):
        start = (board.rng.uniform(-60, 320), board.rng.uniform(-120, HEIGHT + 120))
        turn = (board.rng.uniform(480, 700), start[1] + board.rng.uniform(-140, 140))
        through = gap + (index - 23) * 1.5
        colour = "#e4b363" if index % 5 == 0 else "#efe6d6"
        board.line(curve(start, turn, (820, through), (912, through)), veil(colour, 0.75), 2.2)
    for index in range(46):
        through = gap + (index - 23) * 1.5
        end = (WIDTH + 40, -160 + index * 31 + board.rng.uniform(-14, 14))
        colour = "#b5482a" if index % 5 == 0 else "#4f6470"
        board.line(
            curve((912, through), (1010, through), (1230, end[1]), end),
            veil(colour, 0.85 if index % 5 == 0 else 0.55),
            2.2,
        )
    board.box(900, 0, 924, gap - 42, "#b5482a")
    board.box(900, gap + 42, 924, HEIGHT, "#b5482a")


def dust_road(board: Board) -> None:
    """A line of small figures crosses a ridge under a pale sun."""
    board.sky([(0, "#d9b98a"), (0.45, "#f0dcb4"), (1, "#e7c48c")])
    board.glow(1130, 330, 430, "#fff4d6", strength=0.9)
    board.disc(1130, 330, 92, "#fdf3dc")
    tones = ["#d8b17a", "#c79a60", "#ad7d48", "#8a5f38"]
    lines: list[list[Point]] = []
    for index, tone in enumerate(tones):
        swing = board.rng.uniform(0, 6)
        level = 560 + index * 118
        lines.append(
            [
                (x, level + 46 * math.sin(x / (300 + 55 * index) + swing) + 16 * math.sin(x / 117 + swing * 2))
                for x in range(0, WIDTH + 20, 20)
            ]
        )
        board.land(lines[-1], [(0, tone), (0.5, mix(tone, "#5b3c22", 0.25)), (1, mix(tone, "#3b2716", 0.55))])
        for step in range(10):
            lower = [(x, y + 16 + step * (12 + index * 3)) for x, y in lines[-1]]
            board.line(lower, veil("#3b2716", 0.05), 3)
    _walkers(board, lines[2])


def _walkers(board: Board, ground: list[Point]) -> None:
    x = 210.0
    while x < 1350:
        index = min(int(x // 20), len(ground) - 1)
        foot = ground[index][1] + 3
        tall = board.rng.choice([58, 64, 68, 40, 46, 74])
        shade = board.rng.choice(["#2b1b10", "#3a2416", "#2b1b10", "#6d2f1d"])
        lean = tall * 0.1
        board.polygon(
            [
                (x - tall * 0.15, foot),
                (x - tall * 0.1 + lean, foot - tall * 0.72),
                (x + tall * 0.14 + lean, foot - tall * 0.72),
                (x + tall * 0.17, foot),
            ],
            shade,
        )
        board.disc(x + lean * 1.3, foot - tall * 0.84, tall * 0.115, shade)
        if tall > 45 and board.rng.random() < 0.55:
            board.disc(x + lean - tall * 0.16, foot - tall * 0.62, tall * 0.16, shade)
        board.polygon([(x, foot), (x - tall * 1.5, foot + 15), (x - tall * 1.5, foot + 19)], veil("#2b1b10", 0.25))
        x += board.rng.choice([34, 40, 44, 70, 95, 140])


def fault(board: Board) -> None:
    """Layers of the earth, broken along one slanting line and moved apart."""
    board.sky([(0, "#ece3d2"), (1, "#e0d2b8")])
    layers = ["#33474f", "#5d7276", "#8a9a91", "#c9b48a", "#d59a4b", "#b5482a", "#8a3421", "#5a2a20", "#33221f"]
    for side, drop in ((0, 0.0), (1, 118.0)):
        level = 250.0 + drop
        for index, tone in enumerate(layers):
            thick = (70, 54, 96, 48, 84, 110, 60, 130, 300)[index]
            top = [
                (x, level + 17 * math.sin(x / 260 + index * 0.55) + 9 * math.sin(x / 97 + index))
                for x in range(0, WIDTH + 20, 20)
            ]
            _cut_layer(board, top, side=side, tone=tone)
            level += thick
    for step in range(-3, 4):
        board.line(
            [_fault_at(y, step * 6 + board.rng.uniform(-4, 4)) for y in range(215, HEIGHT + 30, 30)],
            veil("#1f1513", 0.5 if step else 0.95),
            7 if step == 0 else 1.6,
        )
    for radius in range(90, 1500, 58):
        board.ring(*_fault_at(640, 0), radius, veil("#fff6e2", max(0.06, 0.5 - radius / 2200)), 2.4)
    board.disc(*_fault_at(640, 0), 17, "#fff6e2")


def _fault_at(y: float, shift: float) -> Point:
    return 980 - (y - 200) * 0.42 + shift, y


def _cut_layer(board: Board, top: Sequence[Point], *, side: int, tone: str) -> None:
    edge = [_fault_at(y, 0) for y in range(HEIGHT + 20, 180, -20)]
    if side == 0:
        near = [(x, y) for x, y in top if x < _fault_at(y, 0)[0]]
        low = [point for point in edge if point[1] > near[-1][1]]
        shape = [*near, *reversed(low), (0, HEIGHT)]
    else:
        near = [(x, y) for x, y in top if x > _fault_at(y, 0)[0]]
        low = [point for point in edge if point[1] > near[0][1]]
        shape = [*near, (WIDTH, HEIGHT), *low]
    board.wash(shape, [(0, tone), (1, mix(tone, "#14100e", 0.35))])
    for step in range(3):
        board.line([(x, y + 9 + step * 13) for x, y in near], veil("#fff6e2", 0.07), 1.5)


def crossing(board: Board) -> None:
    """A pale road winds to a gap between two mountains at night."""
    board.sky([(0, "#101c2b"), (0.5, "#2b4257"), (0.75, "#b98a6a"), (1, "#d9b48a")], bottom=720)
    for _ in range(170):
        board.disc(board.rng.uniform(0, WIDTH), board.rng.uniform(0, 380), board.rng.uniform(0.6, 1.8), "#e9e4d8")
    for index, tone in enumerate(("#5b6473", "#3b4757", "#243142")):
        drop = index * 66
        left = [(x, y + drop) for x, y in board.ridge(560, 42)]
        shaped = [(x, y - 330 * abs((x - 830) / 830) ** 1.25 + 60) for x, y in left]
        board.land(shaped, [(0, tone), (1, mix(tone, "#0d141d", 0.6))])
    board.land(board.ridge(760, 12), [(0, "#1b2733"), (1, "#0d141c")])
    road: list[tuple[float, float, float]] = []
    for step in range(61):
        near = step / 60
        y = 690 + (HEIGHT + 30 - 690) * near**1.7
        road.append((835 + 250 * math.sin(near * 4.4) * near * (1.15 - near * 0.55), y, 3 + 92 * near**2.1))
    edges = [(x - wide, y) for x, y, wide in road] + [(x + wide, y) for x, y, wide in reversed(road)]
    board.wash(edges, [(0, "#f2d9a8"), (1, "#cdb088")])
    for x, y, wide in road[8::3]:
        board.disc(x - wide * 0.32, y, 1.5 + wide * 0.06, "#7b2f1c")
    board.glow(835, 690, 170, "#ffdf9e", strength=0.6)


def embers(board: Board) -> None:
    """Fire comes down a slope to a dark sea, with the wind."""
    board.sky([(0, "#1a1216"), (0.5, "#5a1f17"), (1, "#c4511f")], bottom=800)
    board.glow(1180, 560, 760, "#ff9a3c", strength=0.85)
    board.glow(1300, 620, 380, "#ffe0a0", strength=0.8)
    for index in range(120):
        y = board.rng.uniform(-60, 660)
        start = (WIDTH + 60, y - 150)
        end = (board.rng.uniform(-100, 700), y + board.rng.uniform(120, 330))
        colour = "#0f0a0c" if index % 3 else "#ffb259"
        board.line(
            curve(start, (1200, y - 60), (800, y + 160), end), veil(colour, 0.10), board.rng.choice([2, 3, 7, 12])
        )
    for tone, level, slope in (("#3d1613", 500, 0.10), ("#260f10", 600, 0.18), ("#150b0d", 730, 0.16)):
        shape = [(x, y + (WIDTH - x) * slope) for x, y in board.ridge(level, 40)]
        board.land(shape, [(0, tone), (1, "#0b0709")])
        for x, y in shape[::5]:
            if x > 420 and board.rng.random() < 0.35:
                board.disc(x, y + board.rng.uniform(0, 26), board.rng.uniform(1.5, 5), "#ffb04d")
    board.wash([(0, 905), (WIDTH, 985), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#1b2730"), (1, "#0a0f14")])
    for _ in range(90):
        x, y = board.rng.uniform(250, WIDTH), board.rng.uniform(985, HEIGHT)
        board.line([(x, y), (x + board.rng.uniform(20, 120), y + 2)], veil("#ff9a3c", 0.28), 2)
    for _ in range(330):
        x = min(WIDTH, board.rng.triangular(0, WIDTH, 1350))
        y = board.rng.uniform(60, 900)
        size = board.rng.uniform(0.8, 3.4)
        board.line([(x, y), (x - size * 5, y + size * 1.8)], veil("#ffd08a", board.rng.uniform(0.4, 1)), size)
