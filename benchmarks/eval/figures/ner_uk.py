"""NER-UK 2.0: the spans of money, percent and quantities with a unit of measure in Ukrainian texts (no values).

A span is exact when start and end agree, and overlaps when a code point is shared. The scheme tags no counts ("3
apples"), so of our figures those count as found that have a unit: money as MON, percent as PCT, the others, save time
people and households, as QUANT; periods are the times layer's.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from benchmarks.eval.tables import Figures, f1, folder, members, show
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.figures import find
from tocsin.claims.extraction.results import PEOPLE, Figure, Stretch

SET = "ner-uk-2.0"
ARCHIVE = "ner-uk.tar.xz"
KINDS = ("MON", "PCT", "QUANT")
_TAG = re.compile(r"T\d+\t(\w+)[ \t](\d+)[ \t](\d+)\t")
_MONEY = frozenset(
    [
        "hryvnia",
        "kopiyka",
        "dollar",
        "euro",
        "pound",
        "rouble",
        "zloty",
        "yuan",
        "yen",
        "cent",
        "franc",
        "rupee",
        "lira",
        "krona",
        "penny",
        "shekel",
        "tenge",
        "won",
        "peso",
    ]
)
_TIME = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"])


def run(data: Path) -> Figures:
    files = dict(members(folder(data, SET, ARCHIVE) / ARCHIVE))
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for name, raw in files.items():
        if not name.endswith(".txt") or name.replace(".txt", ".ann") not in files:
            continue
        text = raw.decode("utf-8")
        tagged = tags(files[name.replace(".txt", ".ann")].decode("utf-8"))
        found = [(kind(figure), (figure.start, figure.end)) for figure in find(Document(text, language="uk"))]
        for one in KINDS:
            count(
                counts[one],
                [span for name, span in tagged if name == one],
                [span for name, span in found if name == one],
            )
    counts["all"] = sum(counts.values(), Counter())
    rows = [(one, (*rates(counts[one], "exact"), *rates(counts[one], "overlap"))) for one in counts]
    show(
        f"{SET}: spans, exact and overlapping",
        ("P exact", "R exact", "F1 exact", "P overlap", "R overlap", "F1 overlap"),
        rows,
    )
    return {
        **{f"{one.lower()}_overlap": rates(counts[one], "overlap")[2] for one in counts},
        "exact": rates(counts["all"], "exact")[2],
    }


def tags(text: str) -> list[tuple[str, Stretch]]:
    return [(match[1], (int(match[2]), int(match[3]))) for match in map(_TAG.match, text.splitlines()) if match]


def kind(figure: Figure) -> str:
    unit = figure.unit.split(" per ")[0].rsplit(" ", 1)[-1]
    if figure.unit.startswith("percent"):
        return "PCT"
    if unit in _MONEY:
        return "MON"
    return "" if not unit or unit in PEOPLE or unit in _TIME or figure.unit == "year of age" else "QUANT"


def count(counts: Counter[str], tagged: list[Stretch], found: list[Stretch]) -> None:
    exact = len(set(tagged) & set(found))
    counts.update(gold=len(tagged), found=len(found), exact_gold=exact, exact_found=exact)
    counts["overlap_gold"] += sum(any(_meet(span, other) for other in found) for span in tagged)
    counts["overlap_found"] += sum(any(_meet(span, other) for other in tagged) for span in found)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def rates(counts: Counter[str], rule: str) -> tuple[float, float, float]:
    precision = counts[f"{rule}_found"] / (counts["found"] or 1)
    recall = counts[f"{rule}_gold"] / (counts["gold"] or 1)
    return precision, recall, f1(precision, recall)
