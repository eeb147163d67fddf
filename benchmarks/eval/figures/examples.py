"""Example phrases of quantulum3, Recognizers-Text and Duckling: the share understood, for each language.

A phrase is understood when every expected value is among the bounds we give, and, where nothing is expected, when we
find nothing. quantulum3 gives the mean of a range, so ours is compared by its. Values match within one part in a
million; units are not compared. Cases their makers mark as not supported in Python stay in.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.eval.tables import Figures, Skipped, folder, members, show
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.figures import find
from tocsin.claims.extraction.results import Figure

Shares = dict[str, dict[str, Counter[str]]]
LANGUAGES = {
    "English": "en", "Spanish": "es", "Arabic": "ar", "French": "fr", "German": "de", "Italian": "it",
    "Portuguese": "pt", "Turkish": "tr",
}  # fmt: skip
MODELS = re.compile(
    r"(Number|NumberWithUnit)/(\w+)/(Number|NumberRange|Percent|Age|Currency|Dimension|Temperature)Model\.json$"
)
DIMENSIONS = frozenset(["Numeral", "Quantity", "AmountOfMoney", "Distance", "Volume", "Temperature", "Duration"])
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_NEAR = 1e-6


def run(data: Path) -> Figures:
    return {**quantulum(data), **recognizers(data), **duckling(data)}


def quantulum(data: Path) -> Figures:
    try:
        place = folder(data, "quantulum3-tests", "quantities.json")
    except Skipped as reason:
        print(f"skipped: {reason}")
        return {}
    items = json.loads((place / "quantities.json").read_text(encoding="utf-8"))
    counts = Counter[str]()
    for item in items if isinstance(items, list) else items["tests"]:
        told = [float(one["value"]) for one in item["res"]]
        counts.update(understood=understood(told, [_mean(figure) for figure in find(Document(item["req"]))]), all=1)
    share = counts["understood"] / (counts["all"] or 1)
    show("quantulum3-tests: share understood", ("sentences", "share"), [("en", (str(counts["all"]), share))])
    return {"quantulum3": share}


def _mean(figure: Figure) -> Figure:
    """Return a range as its mean, which quantulum3 gives for one."""
    if figure.low is None or figure.high is None:
        return figure
    mean = (figure.low + figure.high) / 2
    return replace(figure, low=mean, high=mean)


def recognizers(data: Path) -> Figures:
    root = data / "recognizers-text-specs"
    archives = [*root.glob("specs.tar.xz"), *root.glob("*/specs.tar.xz")]
    if not archives:
        print(f"skipped: no specs.tar.xz in {root}")
        return {}
    shares: Shares = defaultdict(lambda: defaultdict(Counter))
    for name, raw in members(archives[0]):
        match = MODELS.search(name)
        if match and match[2] in LANGUAGES:
            for text, told in specs(json.loads(raw.decode("utf-8-sig"))):
                code = LANGUAGES[match[2]]
                good = understood(told, find(Document(text, language=code)))
                shares[code][match[3]].update(understood=good, all=1)
    return table("recognizers-text-specs", shares, "recognizers")


def specs(cases: list[dict[str, Any]]) -> Iterator[tuple[str, list[float]]]:
    for case in cases:
        values = [str((result.get("Resolution") or {}).get("value")) for result in case["Results"]]
        yield case["Input"], [number for value in values for number in numbers(value)]


def numbers(value: str) -> list[float]:
    """Read a value, decimals marked as in its language, or the bounds of a range, ``[7,10)``."""
    plain = value.replace(",", " ") if value[:1] in "[(" else value.replace(",", ".")
    return [float(number) for number in _NUMBER.findall(plain)]


def duckling(data: Path) -> Figures:
    try:
        place = folder(data, "duckling-examples", "examples.jsonl")
    except Skipped as reason:
        print(f"skipped: {reason}")
        return {}
    shares: Shares = defaultdict(lambda: defaultdict(Counter))
    for line in (place / "examples.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["dimension"] not in DIMENSIONS:
            continue
        told = [float(number) for number in _NUMBER.findall(re.sub(r"[A-Za-z]\w*", " ", case["expected"] or ""))]
        for text in case["texts"]:
            good = understood(told, find(Document(text, language=case["lang"].lower())))
            shares[case["lang"].lower()][case["dimension"]].update(understood=good, all=1)
    return table("duckling-examples", shares, "duckling")


def table(title: str, shares: Shares, prefix: str) -> Figures:
    kinds = sorted({kind for row in shares.values() for kind in row})
    rows: list[tuple[str, list[float | str]]] = []
    scores: Figures = {}
    for code, row in sorted(shares.items()):
        total = sum(row.values(), Counter())
        scores[f"{prefix}_{code}"] = total["understood"] / total["all"]
        cells: list[float | str] = [
            row[kind]["understood"] / row[kind]["all"] if kind in row else "-" for kind in kinds
        ]
        rows.append((code, [*cells, scores[f"{prefix}_{code}"]]))
    show(f"{title}: share of phrases understood", (*kinds, "all"), rows)
    return scores


def understood(told: list[float], found: list[Figure]) -> bool:
    bounds = [bound for figure in found for bound in {figure.low, figure.high} if bound is not None]
    if not told:
        return not bounds
    for value in told:
        match = next((bound for bound in bounds if abs(bound - value) <= _NEAR * max(1.0, abs(value))), None)
        if match is None:
            return False
        bounds.remove(match)
    return True
