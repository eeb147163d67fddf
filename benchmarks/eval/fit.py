"""Find how much each feature of a piece counts: ``python -m benchmarks.eval.fit [--check] [DIR]``.

Learns from the pages of both test sets that are at hand and writes ``weights.toml`` beside the reader. With
``--check`` nothing is written; the pages are parted in five, and each fifth is judged by weights learnt from the
others. A plain logistic regression: every weight can be read, and the order of the pages alone decides the result.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from benchmarks.eval.__main__ import DEVELOPMENT
from benchmarks.eval.pages import SET as PAGES
from benchmarks.eval.pages import counts, rates
from benchmarks.eval.readability import SET as READABILITY
from benchmarks.eval.tables import folder, members
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage.choosing import WEIGHTS, look
from tocsin.importers.webpage.decoding import decode
from tocsin.importers.webpage.errors import PageRefused
from tocsin.importers.webpage.read import prepared
from tocsin.importers.webpage.votes import lined, vote

_TURNS, _STEP, _SHRINK, _PARTS = 30, 0.15, 2e-5, 5
_VOTES = ("vote standard", "vote recall", "vote justext", "vote readability")


@dataclass
class Lesson:
    """A page: the features of its pieces, which of them are the article where that is known, and its segments."""

    headline: str
    texts: list[str]
    features: list[dict[str, float]]
    known: dict[int, tuple[bool, float]]
    item: dict[str, list[str]] | None = None


def seen(page: bytes, url: str) -> tuple[str, list[Piece], list[dict[str, float]]]:
    text = decode(page)
    root, about, _notes, found = prepared(text, url, None)
    return about.headline, found, look(found, text, root, about)


def from_segments(data: Path) -> list[Lesson]:
    place = folder(data, PAGES, "evaldata.json")
    items = json.loads((place / "evaldata.json").read_text(encoding="utf-8"))
    pages = {Path(name).name: page for name, page in members(place / "html.tar.xz")}
    lessons = []
    for url, item in items.items():
        try:
            headline, found, features = seen(pages[item["file"]], url)
        except PageRefused:
            continue
        texts = [piece.text for piece in found]
        lessons.append(Lesson(headline, texts, features, _told(item, texts, features), item))
    return lessons


def _told(
    item: dict[str, list[str]], texts: list[str], features: list[dict[str, float]]
) -> dict[int, tuple[bool, float]]:
    """A wanted segment that stands in several pieces is in the one most readers took; an unwanted one in all."""
    wanted, unwanted = set(), set()
    for segment in item["with"]:
        holding = [place for place, text in enumerate(texts) if segment in text]
        if holding:
            wanted.add(
                max(holding, key=lambda place: (sum(features[place][name] for name in _VOTES), len(texts[place])))
            )
    for segment in item["without"]:
        unwanted |= {place for place, text in enumerate(texts) if segment in text}
    return {place: (place in wanted, 1.0) for place in sorted(wanted ^ unwanted)}


def from_readability(data: Path) -> list[Lesson]:
    place = folder(data, READABILITY, "test-pages.tar.xz")
    pages: dict[str, dict[str, bytes]] = {}
    for name, content in members(place / "test-pages.tar.xz"):
        pages.setdefault(Path(name).parent.name, {})[Path(name).name] = content
    lessons = []
    for page in pages.values():
        try:
            headline, found, features = seen(page["source.html"], "http://fakehost/test/page.html")
        except (PageRefused, KeyError):
            continue
        taken = vote(lined(html.document_fromstring(page["expected.html"].decode("utf-8"))))
        shares = {place: taken.share(piece) for place, piece in enumerate(found) if piece.words}
        known = {
            place: (share > 0.5, min(len(found[place].words), 60) / 60 + 0.05)
            for place, share in shares.items()
            if not 0.2 < share < 0.8
        }
        lessons.append(Lesson(headline, [piece.text for piece in found], features, known))
    return lessons


def learn(lessons: list[Lesson]) -> dict[str, float]:
    """Return the weights (AdaGrad; both sets count alike, though one tells of many more pieces)."""
    rows = [
        (lesson.features[place], *told, lesson.item is not None)
        for lesson in lessons
        for place, told in lesson.known.items()
    ]
    sums = {kind: sum(weight for _f, _y, weight, one in rows if one is kind) for kind in (True, False)}
    scale = sums[True] / sums[False] if all(sums.values()) else 1.0
    order = random.Random(1)
    weights: dict[str, float] = {}
    steps: dict[str, float] = {}
    for _turn in range(_TURNS):
        order.shuffle(rows)
        for features, told, weight, segments in rows:
            _adjust(
                weights, steps, features, (weight if segments else weight * scale) * (told - chance(weights, features))
            )
    return weights


def _adjust(weights: dict[str, float], steps: dict[str, float], features: dict[str, float], error: float) -> None:
    for name, value in features.items():
        if value:
            slope = error * value - _SHRINK * weights.get(name, 0.0)
            steps[name] = steps.get(name, 1e-3) + slope * slope
            weights[name] = weights.get(name, 0.0) + _STEP * slope / math.sqrt(steps[name])


def chance(weights: dict[str, float], features: dict[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in features.items() if value)
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def check(lessons: list[Lesson]) -> None:
    """Print how weights learnt from four fifths of the pages do on the fifth, before any of the reader's repairs."""
    parts = random.Random(0)
    part = [parts.randrange(_PARTS) for _lesson in lessons]
    found: Counter[str] = Counter()
    for number in range(_PARTS):
        weights = learn([lesson for lesson, one in zip(lessons, part, strict=True) if one != number])
        for lesson, one in zip(lessons, part, strict=True):
            if one == number and lesson.item is not None:
                chosen = [
                    text
                    for text, features in zip(lesson.texts, lesson.features, strict=True)
                    if chance(weights, features) > 0.5
                ]
                found += counts(lesson.item, "\n".join([lesson.headline, *chosen]))
    print("precision {:.3f}, recall {:.3f}, accuracy {:.3f}, F {:.3f}".format(*rates(found)))


def write(weights: dict[str, float]) -> None:
    lines = [f'"{name}" = {weight:.3f}' for name, weight in sorted(weights.items())]
    head = "# How much each feature counts for a piece being the article; written by `python -m benchmarks.eval.fit`."
    WEIGHTS.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def main(arguments: list[str]) -> None:
    places = [Path(one) for one in arguments if one != "--check"] or [DEVELOPMENT]
    lessons = [*from_segments(places[0]), *from_readability(places[0])]
    print(f"{len(lessons)} pages, {sum(len(lesson.known) for lesson in lessons)} pieces known")
    if "--check" in arguments:
        check(lessons)
    else:
        write(learn(lessons))


if __name__ == "__main__":
    main(sys.argv[1:])
