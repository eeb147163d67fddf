"""Water: rivers, floods, storms, rain."""
# ruff: noqa: PLR2004 - a drawing is made of coordinates

from __future__ import annotations

import math
from itertools import pairwise

from tocsin.importers.demo.pictures.kit import HEIGHT, WIDTH, Board, Point, Stops, contours, curve, hills, mix, veil


def ripples(board: Board, top: float, colour: str, *, count: int = 260, bottom: float = HEIGHT) -> None:
    """Short level strokes, longer the nearer they are."""
    for _ in range(count):
        near = board.rng.random() ** 0.7
        y = top + (bottom - top) * near
        x = board.rng.uniform(-60, WIDTH)
        board.line([(x, y), (x + 20 + 190 * near, y)], veil(colour, 0.12 + 0.2 * board.rng.random()), 1 + 3 * near)


def wadi(board: Board) -> None:
    """From above: lines of height, and a river that cuts through them to the sea."""
    board.sky([(0, "#d8b98c"), (1, "#c48b5a")])
    land = hills(board.rng, 20)

    def height(x: float, y: float) -> float:
        bed = 800 + 210 * math.sin(y / 190) + 60 * math.sin(y / 71)
        return land(x, y) + min(1.6, abs(x - bed) / 330) + (y - 330) / 900

    for number, one, other in contours(height, [level / 7 for level in range(-12, 26)], cell=14):
        strong = number % 5 == 0
        board.line([one, other], veil("#5a2a1c", 0.85 if strong else 0.45), 2.6 if strong else 1.3)
    banks = [(800 + 210 * math.sin(y / 190) + 60 * math.sin(y / 71), y) for y in range(150, HEIGHT + 20, 8)]
    for width, colour in ((64, veil("#7b3a22", 0.35)), (44, "#6d4a3a"), (30, "#3f7480"), (10, "#7fb0b3")):
        board.line(banks, colour, width)
    shore = [(x, 205 + 42 * math.sin(x / 210) + 13 * math.sin(x / 47)) for x in range(0, WIDTH + 10, 10)]
    board.wash([(0, 0), (WIDTH, 0), *reversed(shore)], [(0, "#173743"), (1, "#3f7480")])
    for step in range(1, 7):
        board.line([(x, y - step * 17) for x, y in shore], veil("#dbe7e0", 0.5 - step * 0.065), 2.4)
    mouth = banks[5][0]
    for step in range(9):
        plume = [
            (
                mouth + (30 + step * 27) * math.cos(turn / 10 * math.pi),
                214 - (16 + step * 12) * math.sin(turn / 10 * math.pi),
            )
            for turn in range(11)
        ]
        board.polygon(plume, veil("#c9a27a", 0.13))


def _valley(board: Board, sky: Stops, walls: tuple[str, str], bed: tuple[str, str]) -> None:
    """Steps of rock on both sides, lower and nearer together the farther away, and a bed between them."""
    board.sky(sky, bottom=600)
    board.wash([(0, 468), (WIDTH, 468), (WIDTH, 640), (0, 640)], [(0, mix(sky[-1][1], walls[1], 0.35)), (1, bed[0])])
    board.line([(0, 468), (WIDTH, 468)], veil("#ffffff", 0.35), 2)
    for index in range(8):
        share = index / 7
        tone = mix(walls[0], walls[1], share)
        for side in (-1, 1):
            swing = board.rng.uniform(0, 6)
            half = 34 + 640 * share**1.7
            foot = 552 + 515 * share**1.35
            top = 452 - 330 * share**1.2 - board.rng.uniform(0, 40)
            reach = 70 + 130 * share
            crest: list[Point] = []
            for step in range(41):
                out = step / 40
                rise = min(1.0, out * 4.2) ** 0.75
                y = foot - (foot - top) * rise - 26 * (1 + 3 * share) * math.sin(out * 5 + swing) * out
                crest.append((800 + side * (half + reach * min(1.0, out * 4.2) + out * (WIDTH - half)), y))
            shape = [*crest, (crest[-1][0], HEIGHT), (800 + side * half, HEIGHT)]
            board.wash(shape, [(0, mix(tone, "#fff4dc", 0.12)), (1, mix(tone, "#120d0c", 0.5))])
            for line in range(1, 9):
                fall = line * (foot - top) / 9
                board.line([(x, min(y + fall, foot + 4)) for x, y in crest[6:]], veil("#120d0c", 0.11), 1.5 + 3 * share)
    edge = [(34 + 640 * (step / 20) ** 1.7, 552 + 515 * (step / 20) ** 1.35) for step in range(21)]
    board.wash(
        [*((800 - x, y) for x, y in edge), *((800 + x, y) for x, y in reversed(edge))], [(0, bed[0]), (1, bed[1])]
    )
    for side in (-1, 1):
        board.line([(800 + side * x, y) for x, y in edge], veil("#120d0c", 0.35), 5)


def wadi_before(board: Board) -> None:
    """A dry valley between steps of ochre rock, the sea a strip behind."""
    _valley(board, [(0, "#a9c4c6"), (1, "#efe3c8")], ("#d9b183", "#a8663c"), ("#e8d3ab", "#c79a68"))
    for _ in range(520):
        near = board.rng.random() ** 0.8
        x, y = 800 + board.rng.uniform(-1, 1) * (26 + 600 * near**1.7), 560 + 500 * near**1.35
        size = 1 + 9 * near * board.rng.random()
        board.disc(x, y, size, veil(board.rng.choice(["#7c4c2c", "#f6e8c8", "#a8764a"]), 0.5))


def wadi_night(board: Board) -> None:
    """The same valley at night, filled by a flood."""
    _valley(board, [(0, "#0c141d"), (1, "#24384a")], ("#33465a", "#14202c"), ("#6f7f84", "#2a3b46"))
    for _ in range(900):
        near = board.rng.random() ** 0.8
        y, half = 556 + 515 * near**1.35, 30 + 630 * near**1.7
        x = 800 + board.rng.uniform(-1, 1) * half
        long = 14 + 150 * near
        wave = [(x + long * step / 6, y + (1 + 9 * near) * math.sin(step * 1.1)) for step in range(7)]
        wave = [(at, high) for at, high in wave if abs(at - 800) < half]
        if len(wave) > 1:
            board.line(wave, veil(board.rng.choice(["#e3e8e2", "#0c141d", "#8fa3aa"]), 0.4), 1 + 4 * near)
    for _ in range(420):
        x, y = board.rng.uniform(-80, WIDTH), board.rng.uniform(-80, HEIGHT)
        board.line([(x, y), (x + 16, y + 52)], veil("#b9cbd2", 0.17), 1.3)


def wadi_after(board: Board) -> None:
    """The same valley in grey light; a brown river, and pale stumps where the dam was."""
    _valley(board, [(0, "#9aa3a5"), (1, "#d8d2c6")], ("#b1a393", "#6b5d52"), ("#b39a7d", "#8a6a4c"))
    river = [
        (800 + 26 * math.sin(step / 3) * step / 20 - (8 + step**1.7), 556 + 515 * (step / 20) ** 1.35)
        for step in range(21)
    ]
    other = [(x + 2 * (8 + step**1.7), y) for step, (x, y) in enumerate(river)]
    board.wash([*river, *reversed(other)], [(0, "#8f7350"), (1, "#5d452e")])
    for _ in range(70):
        near = board.rng.random()
        x, y = 800 + board.rng.uniform(-120, 110) * near, 560 + 500 * near**1.35
        board.line([(x, y), (x + 14 + 40 * near, y + 3)], veil("#e0cba3", 0.4), 1 + 2 * near)
    for side in (-1, 1):
        inner, outer = 800 + side * 205, 800 + side * 470
        board.wash(
            [
                (inner, 690),
                (inner + side * 34, 676),
                (outer, 640),
                (outer, 838),
                (inner + side * 70, 846),
                (inner + side * 20, 790),
            ],
            [(0, "#efe9dd"), (1, "#958b7d")],
        )
        for step in range(5):
            x = inner + side * (70 + step * 42)
            board.line([(x, 676 - step * 6), (x, 842)], veil("#3a332c", 0.35), 2)


def delta(board: Board) -> None:
    """From above: a great river branches over fields until it is everywhere."""
    board.sky([(0, "#c2a36a"), (1, "#8f8a55")])
    for row in range(-1, 13):
        for column in range(-1, 19):
            x, y = column * 92 + (row % 2) * 40 + board.rng.uniform(-16, 16), row * 92 + board.rng.uniform(-16, 16)
            tone = board.rng.choice(["#b39a5c", "#a3a062", "#c9ae74", "#7f8a52", "#98824a", "#6f7f4e"])
            lean = board.rng.uniform(-14, 14)
            board.polygon([(x, y), (x + 104, y + lean), (x + 98, y + 104 + lean), (x - 6, y + 102)], tone)
            for furrow in range(1, 6):
                board.line(
                    [(x + furrow * 14, y + 4), (x + furrow * 14 - 5, y + 80)], veil(mix(tone, "#2b2a18", 0.5), 0.28), 1
                )
    branches: list[tuple[list[Point], float]] = []
    _branch(board, (760, -30), math.pi / 2, 62, branches)
    for colour, extra in (
        ("#c9b583", 30.0),
        ("#7d9a96", 15.0),
        ("#2f6571", 0.0),
        ("#5d979b", -12.0),
    ):
        for points, width in branches:
            if width + extra > 1:
                board.line(points, colour, width + extra)
                for x, y in (points[0], points[-1]):
                    board.disc(x, y, (width + extra) / 2, colour)
    for _ in range(26):
        x, y, size = board.rng.uniform(0, WIDTH), board.rng.uniform(420, HEIGHT), board.rng.uniform(20, 95)
        ring = [
            (x + size * 1.7 * math.cos(step / 3), y + size * board.rng.uniform(0.45, 0.75) * math.sin(step / 3))
            for step in range(19)
        ]
        board.polygon(ring, veil("#4d8288", 0.72))


def _branch(board: Board, at: Point, heading: float, width: float, found: list[tuple[list[Point], float]]) -> None:
    points = [at]
    x, y = at
    for _ in range(14):
        heading += board.rng.uniform(-0.24, 0.24) + 0.06 * (math.pi / 2 - heading)
        x, y = x + 17 * math.cos(heading), y + 17 * math.sin(heading)
        points.append((x, y))
    found.append((points, width))
    if y > HEIGHT + 60 or width < 3:
        return
    if width > 8 and board.rng.random() < 0.85:
        _branch(board, (x, y), heading - board.rng.uniform(0.35, 0.85), width * 0.66, found)
        _branch(board, (x, y), heading + board.rng.uniform(0.3, 0.8), width * 0.72, found)
    else:
        _branch(board, (x, y), heading, width * 0.93, found)


def dam(board: Board) -> None:
    """A broken wall between a high still water and a low wild one."""
    board.sky([(0, "#c9d3cd"), (1, "#efe2c7")], bottom=330)
    board.land(board.ridge(300, 24), [(0, "#8da09b"), (1, "#6d827f")])
    board.wash([(0, 335), (WIDTH, 335), (WIDTH, 560), (0, 560)], [(0, "#7fa3a6"), (1, "#2f6571")])
    for step in range(30):
        level = 345 + step * 7
        board.line([(0, level), (WIDTH, level)], veil("#e8efe6", 0.16), 1 + step / 14)
    board.wash([(0, 690), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#3f6f77"), (1, "#12303b")])
    for left in [x for x in range(-40, WIDTH, 118) if not 520 < x < 1040]:
        board.wash([(left, 500), (left + 112, 500), (left + 112, 772), (left, 772)], [(0, "#d9d2c3"), (1, "#7c7567")])
        board.box(left + 22, 540, left + 90, 640, "#4b4a45")
        board.box(left + 22, 640, left + 90, 772, veil("#dfe8e2", 0.55))
        board.box(left - 4, 482, left + 118, 503, "#ece5d6")
    for points in (
        [(520, 482), (588, 482), (560, 560), (596, 640), (540, 780), (478, 780)],
        [(1068, 482), (1120, 482), (1160, 780), (1100, 780), (1046, 690), (1088, 590)],
    ):
        board.wash(points, [(0, "#cfc7b6"), (1, "#6d6659")])
    fall: list[Point] = [(560, 470), (1085, 470), (1150, 800), (470, 800)]
    board.wash(fall, [(0, "#5d8f97"), (0.35, "#a9c6c6"), (1, "#eef1ea")])
    for _ in range(420):
        share = board.rng.random()
        x, y = 575 + share * 500, 470 + 330 * board.rng.random() ** 0.8
        x += (share - 0.5) * 160 * (y - 470) / 330
        reach = board.rng.uniform(30, 120)
        colour = board.rng.choice(["#ffffff", "#ffffff", "#2f6571", "#dfe9e6"])
        board.line(
            [(x, y), (x + (share - 0.5) * reach * 0.5, min(y + reach, 815))], veil(colour, 0.4), board.rng.uniform(2, 6)
        )
    for _ in range(520):
        far = board.rng.gauss(0, 1)
        x, y = 810 + far * 215, 806 + abs(board.rng.gauss(0, 1)) * (58 - min(40, abs(far) * 14))
        board.disc(x, y, board.rng.uniform(3, 15), veil("#f3f4ee", board.rng.uniform(0.15, 0.6)))
    ripples(board, 800, "#e8efe6", count=180)


def drowned_street(board: Board) -> None:
    """Roofs and wires stand out of dark water."""
    board.sky([(0, "#c3b59d"), (1, "#e9d8b8")], bottom=520)
    board.land(board.ridge(440, 14), [(0, "#9a9b8c"), (1, "#7d8580")])
    board.wash(
        [(0, 480), (WIDTH, 480), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#8c9a94"), (0.35, "#46626a"), (1, "#142a35")]
    )
    roofs = [(150, 560, 210), (520, 545, 170), (1010, 552, 190), (1390, 570, 230), (300, 740, 330), (1120, 760, 370)]
    for x, y, wide in roofs:
        tall = wide * 0.42
        tone = board.rng.choice(["#a5482c", "#8a5a3c", "#6d5a50", "#b0673a"])
        for step in range(7):
            fade = step / 7
            board.line(
                [
                    (x - wide * (0.44 - fade * 0.2) + board.rng.uniform(-12, 12), y + 8 + step * tall * 0.11),
                    (x + wide * (0.44 - fade * 0.2), y + 8 + step * tall * 0.11),
                ],
                veil("#0e1f29", 0.5 - fade * 0.4),
                6,
            )
        board.wash(
            [
                (x - wide * 0.42, y - tall * 0.2),
                (x + wide * 0.42, y - tall * 0.2),
                (x + wide * 0.42, y),
                (x - wide * 0.42, y),
            ],
            [(0, "#d8ccb5"), (1, "#a89c86")],
        )
        board.wash(
            [
                (x - wide * 0.62, y - tall * 0.12),
                (x - wide * 0.2, y - tall),
                (x + wide * 0.2, y - tall),
                (x + wide * 0.62, y - tall * 0.12),
            ],
            [(0, mix(tone, "#f0d8b0", 0.25)), (1, tone)],
        )
        for step in range(9):
            share = step / 9
            board.line(
                [
                    (x - wide * (0.2 + 0.42 * share), y - tall * (1 - 0.88 * share)),
                    (x + wide * (0.2 + 0.42 * share), y - tall * (1 - 0.88 * share)),
                ],
                veil("#2b1a14", 0.22),
                2,
            )
        board.box(x + wide * 0.1, y - tall * 1.3, x + wide * 0.19, y - tall * 0.8, mix(tone, "#2b1a14", 0.4))
    poles = [(60, 330, 610), (430, 350, 640), (800, 300, 700), (1240, 270, 790), (1640, 230, 900)]
    for x, top, foot in poles:
        board.line([(x, top), (x, foot)], "#2a2622", 7)
        board.line([(x - 34, top + 26), (x + 34, top + 26)], "#2a2622", 5)
        board.line([(x, foot), (x + 8, foot + 90)], veil("#0e1c24", 0.5), 7)
    for (ax, ay, _), (bx, by, _) in pairwise(poles):
        for shift in (-30, 30):
            board.line(
                curve((ax + shift, ay + 26), (ax + 120, ay + 92), (bx - 120, by + 92), (bx + shift, by + 26)),
                "#2a2622",
                2,
            )
    ripples(board, 520, "#e9e0c8", count=330)


def rain(board: Board) -> None:
    """Slanting rain over black hills, and one pale gap of light."""
    board.sky([(0, "#1a2530"), (0.42, "#47606c"), (0.55, "#d9cfae"), (0.64, "#5d7276"), (1, "#223139")])
    for index, tone in enumerate(("#41565c", "#2b3d44", "#182429")):
        board.land(board.ridge(620 + index * 125, 60 + index * 14), [(0, tone), (1, mix(tone, "#0a1013", 0.6))])
    for _ in range(14):
        x, y, wide = board.rng.uniform(-200, WIDTH), board.rng.uniform(-60, 230), board.rng.uniform(260, 620)
        for layer in range(9):
            board.disc(
                x + board.rng.uniform(-wide, wide) * 0.5,
                y + board.rng.uniform(-40, 40),
                wide * 0.22,
                veil("#0f1820", 0.10 + layer * 0.004),
            )
    for index in range(2100):
        x, y = board.rng.uniform(-260, WIDTH), board.rng.uniform(-140, HEIGHT)
        long = board.rng.uniform(30, 170)
        colour = "#dfe8e6" if index % 5 else "#d9a441"
        board.line(
            [(x, y), (x + long * 0.34, y + long)],
            veil(colour, 0.13 if index % 5 else 0.10),
            board.rng.choice([1, 1.3, 2]),
        )
    ripples(board, 985, "#dfe8e6", count=120)


def cyclone(board: Board) -> None:
    """A spiral of cloud around one dark eye."""
    board.sky([(0, "#0f2c3b"), (1, "#0a1c29")])
    for turn in range(1500):
        angle = board.rng.uniform(0, 2 * math.pi)
        radius = 52 + 800 * board.rng.random() ** 1.25
        arm = math.sin(2 * (angle + math.log(radius / 40) * 2.1))
        if arm < board.rng.uniform(-0.9, 0.65):
            continue
        points = []
        for step in range(9):
            swing = angle + step * (0.26 - radius / 5200)
            reach = radius * (1 - step * 0.022)
            points.append((800 + reach * 1.08 * math.cos(swing), 540 + reach * 0.86 * math.sin(swing)))
        colour = mix("#7fa6b0", "#fbf8ee", max(0.0, min(1.0, 1.15 - radius / 620)))
        board.line(points, veil(colour, 0.16 + 0.25 * (turn % 3 == 0)), board.rng.choice([2, 3, 5, 9, 14]))
    board.disc(800, 540, 40, "#0a1c29")
    board.ring(800, 540, 46, veil("#ffffff", 0.7), 5)
