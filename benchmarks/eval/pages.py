"""Main content of 990 web pages: segments that must be found and segments that must not (trafilatura's own test set).

Scored as its makers do: a segment is found when it stands in the text as it is. In the first table each reader's
headline is put before its text, because an article holds its headline apart and the makers' text output may or may
not hold it; the second table scores the text alone.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.eval.agreement import same_day, same_names, same_title
from benchmarks.eval.readers import READERS, Reading
from benchmarks.eval.tables import Figures, folder, members, show

SET = "web-trafilatura-eval"
_COLUMNS = ("precision", "recall", "accuracy", "F")
_ABOUT = ("title", "author", "date")


def run(data: Path) -> Figures:
    """Print the tables; return our figures."""
    place = folder(data, SET, "evaldata.json")
    items = json.loads((place / "evaldata.json").read_text(encoding="utf-8"))
    html = {Path(name).name: page for name, page in members(place / "html.tar.xz")}
    pages = [(url, item, html[item["file"]]) for url, item in items.items() if item["file"] in html]
    whole, bare, about, times = {}, {}, {}, {}
    for name, reader in READERS.items():
        began = time.process_time()
        readings = [reader(page, url) for url, _item, page in pages]
        times[name] = (time.process_time() - began) / len(pages)
        found = [(item, reading) for (_url, item, _page), reading in zip(pages, readings, strict=True)]
        whole[name] = rates(sum((counts(item, f"{one.headline}\n{one.text}") for item, one in found), Counter()))
        bare[name] = rates(sum((counts(item, one.text) for item, one in found), Counter()))
        about[name] = agreement(found)
    show(
        f"{SET}: {len(pages)} pages, headline and text",
        (*_COLUMNS, "s/page"),
        [(name, (*row, times[name])) for name, row in whole.items()],
    )
    show(f"{SET}: text alone", _COLUMNS, list(bare.items()))
    show(f"{SET}: metadata, share of pages that agree", _ABOUT, list(about.items()))
    return {
        **dict(zip(("precision", "recall", "accuracy", "f"), whole["tocsin"], strict=True)),
        "text_f": bare["tocsin"][3],
        **dict(zip(_ABOUT, about["tocsin"], strict=True)),
    }


def counts(item: dict[str, Any], text: str) -> Counter[str]:
    """Count found and missed segments of one page; a page without any text misses all and wrongly holds none."""
    found = Counter({"tp": 0, "fn": 0, "fp": 0, "tn": 0})
    for segment in item["with"]:
        found["tp" if segment in text else "fn"] += 1
    for segment in item["without"]:
        found["fp" if segment in text else "tn"] += 1
    return found


def rates(found: Counter[str]) -> tuple[float, float, float, float]:
    """Return precision, recall, accuracy and F."""
    tp, fn, fp, tn = (found[key] for key in ("tp", "fn", "fp", "tn"))
    precision, recall = tp / ((tp + fp) or 1), tp / ((tp + fn) or 1)
    return precision, recall, (tp + tn) / ((tp + tn + fp + fn) or 1), 2 * tp / ((2 * tp + fp + fn) or 1)


def agreement(found: list[tuple[dict[str, Any], Reading]]) -> tuple[float, ...]:
    """Return the shares of the pages with a title, author or date noted in which the reader agrees."""
    scores = []
    for field, agrees, said in (
        ("title", same_title, "headline"),
        ("author", same_names, "byline"),
        ("date", same_day, "day"),
    ):
        noted = [
            agrees(str(item.get(field) or ""), getattr(reading, said)) for item, reading in found if item.get(field)
        ]
        scores.append(sum(noted) / (len(noted) or 1))
    return tuple(scores)
