"""Towns: banks, harbours, houses, windows, and the figures drawn on paper about them."""
# ruff: noqa: PLR2004 - a drawing is made of coordinates

from __future__ import annotations

import math

from tocsin.importers.demo.pictures.kit import HEIGHT, WIDTH, Board, Point, mix, veil
from tocsin.importers.demo.pictures.water import ripples


def river_city(board: Board) -> None:  # noqa: C901 - one picture, drawn from top to bottom
    """A town on a high bank at dusk, standing on its head in the river."""
    board.sky([(0, "#27384d"), (0.5, "#8c7a86"), (0.8, "#e2a878"), (1, "#f3d3a0")], bottom=600)
    board.glow(1080, 560, 420, "#ffe3b0", strength=0.8)
    board.disc(1080, 520, 66, "#fbe6c0")
    board.land(board.ridge(560, 16), [(0, "#7d6a76"), (1, "#5a5262")])
    town: list[tuple[float, float, float]] = []
    x = -10.0
    while x < WIDTH:
        wide = board.rng.choice([34.0, 42.0, 50.0, 64.0, 78.0])
        tall = board.rng.choice([40, 54, 60, 72, 88, 110]) * (1.25 if 300 < x < 980 else 0.8)
        town.append((x, wide, tall))
        x += wide + board.rng.choice([0, 0, 3, 8])
    for x, wide, tall in town:
        board.box(x, 600 - tall, x + wide, 604, "#1f2836")
        for row in range(int(tall // 17)):
            for column in range(int(wide // 13)):
                if board.rng.random() < 0.16:
                    left, top = x + 5 + column * 13, 606 - tall + row * 17
                    board.box(left, top, left + 5, top + 8, "#f6c878")
    for x, tall, wide in ((420.0, 178.0, 30.0), (760.0, 214.0, 24.0)):
        board.box(x, 600 - tall * 0.6, x + wide, 600, "#1f2836")
        board.polygon(
            [(x - 6, 600 - tall * 0.6), (x + wide / 2, 600 - tall), (x + wide + 6, 600 - tall * 0.6)], "#1f2836"
        )
    for x in (1210, 1300, 1420):
        board.line([(x, 600), (x, 470)], "#1f2836", 6)
        board.line([(x - 46, 500), (x, 470), (x + 82, 492)], "#1f2836", 5)
    board.wash(
        [(0, 603), (WIDTH, 603), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#e0ab80"), (0.35, "#77707f"), (1, "#172433")]
    )
    for x, wide, tall in town:
        for step in range(12):
            top = 606 + tall * 1.5 * step / 12
            shift = board.rng.uniform(-7, 7) * (1 + step / 4)
            board.box(x + shift, top, x + wide + shift, top + tall * 0.075, veil("#1a2330", 0.62 - step * 0.04))
    for step in range(26):
        y = 615 + step * 17
        spread = 36 + step * 5 + board.rng.uniform(-20, 20)
        board.line([(1080 - spread, y), (1080 + spread, y)], veil("#ffe6b8", 0.5 - step * 0.014), 5)
    ripples(board, 640, "#f3d3a0", count=300)


def rooftops(board: Board) -> None:
    """Small houses climb a hill, each on the shoulders of the next."""
    board.sky([(0, "#c9d6d2"), (1, "#f0e2c4")])
    tones = ["#c9785a", "#d9a873", "#8fa9a0", "#6f8f96", "#c7b08c", "#b0573f", "#e3d3b2", "#7d8a6d", "#a98f86"]
    for row in range(16):
        base = 250 + row * 56 + (row * row) * 0.35
        size = 40 + row * 5.2
        x = -size * board.rng.random()
        while x < WIDTH + size:
            wide, tall = size * board.rng.uniform(0.8, 1.5), size * board.rng.uniform(0.9, 1.6)
            foot = base + 150 * math.sin((x + 200) / 560) * (1 - row / 18) + board.rng.uniform(-9, 9)
            tone = mix(board.rng.choice(tones), "#e9dcc2", 0.55 - row * 0.035)
            board.wash(
                [(x, foot - tall), (x + wide, foot - tall), (x + wide, foot + 90), (x, foot + 90)],
                [(0, tone), (1, mix(tone, "#3a2c26", 0.5))],
            )
            board.polygon(
                [
                    (x + wide, foot - tall),
                    (x + wide + size * 0.2, foot - tall + size * 0.16),
                    (x + wide + size * 0.2, foot + 90),
                    (x + wide, foot + 90),
                ],
                mix(tone, "#2a211e", 0.45),
            )
            board.line([(x - 2, foot - tall), (x + wide + 2, foot - tall)], veil("#fff7e6", 0.6), 2 + row * 0.12)
            for column in range(max(1, int(wide // (size * 0.42)))):
                left = x + size * 0.16 + column * size * 0.42
                lit = board.rng.random() < 0.12
                board.box(
                    left,
                    foot - tall * 0.72,
                    left + size * 0.17,
                    foot - tall * 0.42,
                    "#f2c46d" if lit else mix(tone, "#241d1c", 0.7),
                )
            x += wide + size * board.rng.uniform(0.0, 0.3)


def harbour(board: Board) -> None:
    """Pale silos on a quay; circle upon circle widens in a red sky."""
    board.sky([(0, "#3a1418"), (0.55, "#a8392a"), (1, "#e79a5b")], bottom=760)
    centre = (980.0, 620.0)
    board.glow(*centre, 620, "#ffd9a0", strength=0.8)
    for index in range(34):
        radius = 60 + index * 36
        board.ring(*centre, radius, veil("#fff0d4", max(0.05, 0.62 - index * 0.019)), 1.5 + (index % 4 == 0) * 4)
    board.wash(
        [(0, 760), (WIDTH, 760), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#9c4a33"), (0.4, "#45303a"), (1, "#15202b")]
    )
    board.box(0, 742, WIDTH, 776, "#241c22")
    for index in range(9):
        left = 470 + index * 66
        board.wash([(left, 400), (left + 62, 400), (left + 62, 744), (left, 744)], [(0, "#f4e7cf"), (1, "#b99a80")])
        for step in range(10):
            board.box(left + 32 + step * 3, 402, left + 35 + step * 3, 744, veil("#5a3a34", 0.05 + step * 0.05))
    board.box(462, 366, 1072, 404, "#e9d6b8")
    for x, tall in ((150, 300), (270, 240), (1260, 330), (1420, 270)):
        board.line([(x, 745), (x, 745 - tall)], "#241c22", 12)
        board.line([(x - 70, 745 - tall + 40), (x, 745 - tall), (x + 160, 745 - tall + 30)], "#241c22", 8)
        board.line([(x + 120, 745 - tall + 24), (x + 120, 745 - tall * 0.4)], "#241c22", 3)
    ripples(board, 790, "#f0b078", count=320)


def silos(board: Board) -> None:
    """A row of concrete cylinders, some broken off at the top."""
    board.sky([(0, "#b9c6c8"), (1, "#eadcc4")])
    board.glow(300, 240, 480, "#fff4dc", strength=0.7)
    for row, (wide, top, tone) in enumerate(((150, 300, "#cbbfa9"), (214, 210, "#e4d8c0"))):
        count = int(WIDTH // wide) + 2
        for index in range(count):
            left = index * wide - (row * 90)
            broken = top + (board.rng.uniform(120, 420) if index in (4 + row, 5 + row, 7) else board.rng.uniform(0, 16))
            teeth: list[Point] = []
            for step in range(13):
                bite = board.rng.uniform(-46, 46) if broken > top + 60 else 0
                teeth.append((left + wide * step / 12, broken + bite))
            board.polygon([*teeth, (left + wide, HEIGHT), (left, HEIGHT)], tone)
            for step in range(24):
                share = step / 24
                dark = abs(share - 0.3) ** 1.5
                board.box(
                    left + wide * share,
                    broken + 46,
                    left + wide * (share + 1 / 24),
                    HEIGHT,
                    veil("#3a2f2b", min(0.75, dark * 1.25)),
                )
            for level in range(int(broken) + 70, HEIGHT, 76):
                board.line([(left, level), (left + wide, level)], veil("#3a2f2b", 0.18), 2)
            if broken > top + 60:
                for _ in range(9):
                    x = board.rng.uniform(left + 8, left + wide - 8)
                    board.line(
                        [(x, broken + 40), (x + board.rng.uniform(-22, 22), broken - board.rng.uniform(30, 96))],
                        "#6b4a3c",
                        3,
                    )
    board.land([(x, y) for x, y in board.ridge(960, 40, rough=0.75)], [(0, "#8d7c6a"), (1, "#4a3d36")])


def windows(board: Board) -> None:
    """A wall of windows, lit and dark; many panes are broken."""
    board.sky([(0, "#2a3540"), (1, "#1a222b")])
    for row in range(6):
        for column in range(9):
            left, top = 34 + column * 173, 30 + row * 172
            lit = board.rng.random()
            tone = "#f0bd6a" if lit < 0.22 else ("#8a9ca3" if lit < 0.45 else "#0e151c")
            board.box(left - 8, top - 8, left + 142, top + 146, "#394650")
            board.wash(
                [(left, top), (left + 134, top), (left + 134, top + 138), (left, top + 138)],
                [(0, mix(tone, "#ffffff", 0.08)), (1, mix(tone, "#0a0e12", 0.35))],
            )
            board.box(left + 64, top, left + 70, top + 138, "#394650")
            board.box(left, top + 62, left + 134, top + 67, "#394650")
            if board.rng.random() < 0.5:
                _shatter(board, left, top)
    for _ in range(130):
        x, y, size = board.rng.uniform(0, WIDTH), board.rng.uniform(0, HEIGHT), board.rng.uniform(4, 15)
        board.polygon([(x, y), (x + size, y + size * 0.5), (x + size * 0.3, y + size * 1.3)], veil("#dfe8ea", 0.35))


def _shatter(board: Board, left: float, top: float) -> None:
    x, y = left + board.rng.uniform(30, 104), top + board.rng.uniform(30, 108)
    points = []
    for step in range(11):
        reach = board.rng.uniform(16, 52)
        points.append((x + reach * math.cos(step * 0.571), y + reach * math.sin(step * 0.571)))
    board.polygon([(min(left + 134, max(left, a)), min(top + 138, max(top, b))) for a, b in points], "#06090c")
    for a, b in points[::2]:
        end = (min(left + 134, max(left, x + (a - x) * 2.6)), min(top + 138, max(top, y + (b - y) * 2.6)))
        board.line([(a, b), end], veil("#dfe8ea", 0.6), 1.3)


def mud(board: Board) -> None:
    """Pale house fronts; a level band of mud runs across them at the height of a person."""
    board.sky([(0, "#d5d9d2"), (1, "#efe4cf")])
    x = -30.0
    tones = ["#ecd9b8", "#e3bf95", "#d9cdb8", "#dfa98a", "#c9c3a8", "#f0e3c8"]
    while x < WIDTH:
        wide, top = board.rng.choice([190, 230, 270]), board.rng.uniform(70, 220)
        tone = board.rng.choice(tones)
        board.wash([(x, top), (x + wide, top), (x + wide, 930), (x, 930)], [(0, tone), (1, mix(tone, "#a98f6c", 0.25))])
        board.box(x, top - 12, x + wide, top + 10, mix(tone, "#6d4a34", 0.45))
        for row in range(3):
            for column in range(2):
                left, up = x + wide * (0.17 + column * 0.42), top + 70 + row * 205
                if up < 560:
                    board.box(left, up, left + wide * 0.24, up + 120, "#4a555a")
                    board.box(left - 8, up + 118, left + wide * 0.24 + 8, up + 127, "#7c6a58")
                    board.line([(left - 6, up + 92), (left + wide * 0.24 + 6, up + 92)], "#39332e", 3)
        board.box(x + wide * 0.36, 640, x + wide * 0.66, 930, "#3d3a36")
        x += wide
    line = [(at, 735 + 5 * math.sin(at / 90) + board.rng.uniform(-5, 5)) for at in range(0, WIDTH + 10, 10)]
    board.polygon([*line, (WIDTH, 935), (0, 935)], veil("#6b4a2c", 0.72))
    board.line(line, veil("#4a3018", 0.8), 5)
    for _ in range(260):
        at, up = board.rng.uniform(0, WIDTH), board.rng.uniform(742, 770)
        board.line(
            [(at, up), (at + board.rng.uniform(-3, 3), up + board.rng.uniform(20, 130))],
            veil("#3f2914", 0.25),
            board.rng.uniform(1, 5),
        )
    board.wash([(0, 925), (WIDTH, 925), (WIDTH, HEIGHT), (0, HEIGHT)], [(0, "#7a5533"), (1, "#3f2914")])
    ripples(board, 935, "#c79f6d", count=130)


def districts(board: Board) -> None:
    """The same map twice: whole districts coloured, and only the water coloured."""
    board.sky([(0, "#efe6d6"), (1, "#e6d9c0")])
    step, rows, columns = 86, 11, 8
    knots = [
        [
            (120 + c * step + board.rng.uniform(-24, 24), 60 + r * step + board.rng.uniform(-24, 24))
            for c in range(columns)
        ]
        for r in range(rows + 1)
    ]

    def river(y: float) -> float:
        return 470 - (y - 60) * 0.26 + 74 * math.sin(y / 150)

    for panel in (0, 1):
        shift = panel * 745.0
        for r in range(rows):
            for c in range(columns - 1):
                cell = [knots[r][c], knots[r][c + 1], knots[r + 1][c + 1], knots[r + 1][c]]
                middle = (sum(x for x, _ in cell) / 4, sum(y for _, y in cell) / 4)
                wet = abs(middle[0] - river(middle[1])) < 46 + 0.12 * middle[1]
                fill = "#2f6f7e" if wet and panel == 0 else mix("#d6c39a", "#c3ad82", board.rng.random())
                board.polygon([(x + shift, y) for x, y in cell], fill)
                board.line([(x + shift, y) for x, y in [*cell, cell[0]]], "#efe6d6", 4)
        if panel == 1:
            for width, colour in ((46, veil("#5d98a0", 0.9)), (20, "#2f6f7e")):
                board.line([(river(y) + shift + 8 * math.sin(y / 23), y) for y in range(64, 1008, 6)], colour, width)
            for _ in range(24):
                y = board.rng.uniform(560, 960)
                board.disc(
                    river(y) + shift + board.rng.uniform(-66, 66), y, board.rng.uniform(5, 21), veil("#2f6f7e", 0.9)
                )
    board.box(796, 70, 801, 1000, veil("#5a3a2c", 0.5))


def tally(board: Board) -> None:
    """Strokes in fives on paper; one of them is red."""
    board.sky([(0, "#efe6d4"), (1, "#e2d4b8")])
    for y in range(96, HEIGHT, 58):
        board.line([(0, y), (WIDTH, y)], veil("#7a93a0", 0.30), 1.6)
    number = 0
    for row in range(5):
        x = 130.0
        while x < WIDTH - 210:
            top = 106 + row * 186
            for stroke in range(4):
                colour = "#b5482a" if number == 47 else "#1f2b36"
                left = x + stroke * 31 + board.rng.uniform(-4, 4)
                board.line(
                    [
                        (left, top + board.rng.uniform(-6, 6)),
                        (left + board.rng.uniform(-7, 7), top + 56),
                        (left + board.rng.uniform(-9, 9), top + 112),
                    ],
                    colour,
                    8,
                )
                number += 1
            if not (row == 4 and x > 900):
                board.line(
                    [(x - 28, top + 92 + board.rng.uniform(-7, 7)), (x + 122, top + 20 + board.rng.uniform(-7, 7))],
                    "#1f2b36",
                    8,
                )
                number += 1
            x += 196
            if row == 4 and x > 1110:
                break
