"""NewsQuant: the quantities of news sentences, tagged by the authors of CQE.

A value matches within 1e-5, a range as a range; each tagged quantity is matched at most once. A plural whose upper
bound we leave open (``dozens``, tagged ``12-120``) is compared by its lower bound. A measure matches by name after
spelling and country are made alike; a counted noun matches when the last word of either stands in the other, number
aside. A change matches when ``=``, ``<``, ``>``, ``~``, ``up`` or ``down`` is the same, a rise or fall counting before
a bound, as tagged. The concept matches in part when the item and the tagged words share one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.eval.tables import Figures, f1, folder, show
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.figures import find
from tocsin.claims.extraction.results import Figure

SET = "newsquant"
PUBLISHED = {
    "value": {"CQE": (0.920, 0.919, 0.920), "quantulum3": (0.650, 0.833, 0.730)},
    "value+unit": {"CQE": (0.856, 0.855, 0.856), "quantulum3": (0.421, 0.539, 0.472)},
    "value+change": {"CQE": (0.882, 0.881, 0.881), "Illinois Quantifier": (0.442, 0.576, 0.500)},
    "value+concept, in part": {"CQE": (0.762, 0.761, 0.761), "GPT-3": (0.559, 0.537, 0.548)},
}
ALIKE = {
    "age-model": (0.933, 0.933), "currency-model": (0.842, 0.796), "dimension-model": (0.865, 0.792),
    "temperature-model": (0.957, 0.928),
}  # fmt: skip
"""Sets in the same form, made from Recognizers-Text: CQE's F1 of value and of value and unit."""
_SIGNS = {"EXACT": "=", "APPROXIMATELY": "~", "MORE_THAN": ">", "LESS_THAN": "<"}
_SAME = {
    "percentage": "percent", "metric ton": "tonne", "pound-mass": "pound", "pound mass": "pound", "pound sterling":
    "pound", "british pound": "pound", "united states dollar": "dollar", "united states dollar per barrel":
    "dollar per barrel", "chinese yuan": "yuan", "japanese yen": "yen", "indian rupee": "rupee", "russian ruble":
    "rouble", "israeli shekel": "shekel", "turkish lira": "lira", "malaysian ringgit": "ringgit",
    "mexican peso": "peso",
}  # fmt: skip
_NEAR = 1e-5
Gold = dict[str, Any]


def run(data: Path) -> Figures:
    items = json.loads((folder(data, SET, "NewsQuant.json") / "NewsQuant.json").read_text(encoding="utf-8"))
    read = [(item["quantities"], find(Document(item["text"]))) for item in items]
    scores: Figures = {}
    rows: list[tuple[str, tuple[float, float, float]]] = []
    for name, also in MEASURES.items():
        mine = rates(read, also)
        scores[name] = mine[2]
        rows += [(f"{name}: tocsin", mine), *((f"{name}: {who}", told) for who, told in PUBLISHED[name].items())]
    show(f"{SET}: {len(items)} sentences; value within 1e-5, range as a range", ("P", "R", "F1"), rows)
    empty = [found for gold, found in read if not gold]
    alarms = sum(bool(found) for found in empty)
    show(
        f"{SET}: sentences without a figure",
        ("sentences", "with a false alarm"),
        [("tocsin", (str(len(empty)), str(alarms)))],
    )
    return {**scores, "quiet": 1 - alarms / (len(empty) or 1), **alike(data)}


def alike(data: Path) -> Figures:
    """Print the sets of one kind of quantity each; return our F1 of value and unit."""
    scores: Figures = {}
    rows: list[tuple[str, tuple[float, ...]]] = []
    for name, told in ALIKE.items():
        path = folder(data, SET, "NewsQuant.json") / f"{name}.json"
        if path.is_file():
            items = json.loads(path.read_text(encoding="utf-8"))
            read = [(item["quantities"], find(Document(item["text"]))) for item in items]
            mine = [rates(read, MEASURES[measure])[2] for measure in ("value", "value+unit")]
            rows.append((name, (mine[0], told[0], mine[1], told[1])))
            scores[name] = mine[1]
    show(f"{SET}: sets of one kind, F1", ("value", "CQE", "value+unit", "CQE"), rows)
    return scores


def rates(
    read: list[tuple[list[Gold], list[Figure]]], also: Callable[[Gold, Figure], bool]
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of values that match and of which *also* holds."""
    counts: Counter[str] = Counter()
    for gold, found in read:
        hits = len(matched(gold, found, also))
        counts.update(hit=hits, gold=len(gold), found=len(found))
    precision, recall = counts["hit"] / (counts["found"] or 1), counts["hit"] / (counts["gold"] or 1)
    return precision, recall, f1(precision, recall)


def matched(gold: list[Gold], found: list[Figure], also: Callable[[Gold, Figure], bool]) -> list[tuple[Gold, Figure]]:
    left = list(found)
    pairs = []
    for tagged in gold:
        for figure in left:
            if same_value(tagged, figure) and also(tagged, figure):
                pairs.append((tagged, figure))
                left.remove(figure)
                break
    return pairs


def same_value(tagged: Gold, figure: Figure) -> bool:
    bounds = [float(part) for part in re.findall(r"(?:(?<![\d.])-)?\d[\d.]*(?:e[-+]?\d+)?", str(tagged["value"]))]
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return len(bounds) > 1 and _near(min(bounds), low) and _near(max(bounds), high)
    value = low if low is not None else high
    if len(bounds) > 1:
        return high is None and figure.quantifier == "MORE_THAN" and _near(bounds[0], low or 0.0) and _plural(bounds)
    return bool(bounds) and value is not None and _near(bounds[0], value)


def _plural(bounds: list[float]) -> bool:
    return bounds[1] >= 10 * bounds[0] > 0


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(1.0, abs(one))


def same_unit(tagged: Gold, figure: Figure) -> bool:
    told = str(tagged.get("unit") or tagged["normalized_unit"])
    unit = "percentage" if told == "%" else tagged["normalized_unit"].removeprefix("%").strip().casefold()
    mine = figure.unit.casefold() if figure.unit and figure.unit != "person" else ""
    if mine:
        return _measure(unit) in {_measure(mine), _measure(f"{mine} of {figure.item.casefold()}")}
    if unit in {"-", "", "count"}:
        return True
    return _share(unit, figure.item) or _share(told, figure.item)


def _measure(name: str) -> str:
    spelled = re.sub(r"meter\b", "metre", name).replace("liter", "litre").replace("-", " ").removeprefix("degree ")
    return " ".join(_singular(_SAME.get(word, word)) for word in _SAME.get(spelled, spelled).split())


def _singular(word: str) -> str:
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _share(unit: str, item: str) -> bool:
    told = [_singular(word) for word in re.findall(r"\w+", unit)]
    mine = [_singular(word) for word in re.findall(r"\w+", item)]
    return bool(told and mine) and (told[-1] in mine or mine[-1] in told)


def same_change(tagged: Gold, figure: Figure) -> bool:
    return tagged["change"] == (figure.change or _SIGNS[figure.quantifier]) or (
        _plural_tag(tagged) and figure.quantifier == "MORE_THAN"
    )


def _plural_tag(tagged: Gold) -> bool:
    return "-" in tagged["value"][1:] and tagged["change"] == "="


def same_concept(tagged: Gold, figure: Figure) -> bool:
    told = {word.casefold() for word in re.findall(r"\w+", tagged["referred_concepts"])}
    return (told & {word.casefold() for word in re.findall(r"\w+", figure.item)} != set()) if told else not figure.item


MEASURES: dict[str, Callable[[Gold, Figure], bool]] = {
    "value": lambda _tagged, _figure: True,
    "value+unit": same_unit,
    "value+change": same_change,
    "value+concept, in part": same_concept,
}
