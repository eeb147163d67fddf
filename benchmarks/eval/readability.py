"""Pages with the text and metadata that Mozilla's Readability reads from them: similarity, not truth."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from lxml import html

from benchmarks.eval.agreement import overlap, same_day, same_names, same_title
from benchmarks.eval.readers import READERS, Reading
from benchmarks.eval.tables import Figures, folder, members, show

SET = "web-readability-test-pages"
_COLUMNS = ("precision", "recall", "F")
_ABOUT = ("title", "byline", "language", "date")


def run(data: Path) -> Figures:
    """Print the tables; return our figures."""
    place = folder(data, SET, "test-pages.tar.xz")
    pages: dict[str, dict[str, bytes]] = {}
    for name, content in members(place / "test-pages.tar.xz"):
        pages.setdefault(Path(name).parent.name, {})[Path(name).name] = content
    whole = [page for page in pages.values() if {"source.html", "expected.html", "expected-metadata.json"} <= set(page)]
    texts, about, times = {}, {}, {}
    for name, reader in READERS.items():
        began = time.process_time()
        readings = [reader(page["source.html"], "http://fakehost/test/page.html") for page in whole]
        times[name] = (time.process_time() - began) / len(whole)
        scores = [overlap(*texts_of(page, reading)) for page, reading in zip(whole, readings, strict=True)]
        texts[name] = tuple(sum(column) / len(column) for column in zip(*scores, strict=True))
        about[name] = agreement(
            [
                (json.loads(page["expected-metadata.json"]), reading)
                for page, reading in zip(whole, readings, strict=True)
            ]
        )
    show(
        f"{SET}: {len(whole)} pages, runs of four words, mean over pages",
        (*_COLUMNS, "s/page"),
        [(name, (*row, times[name])) for name, row in texts.items()],
    )
    show(f"{SET}: metadata, share of pages that agree", _ABOUT, list(about.items()))
    return dict(zip(("precision", "recall", "f", *_ABOUT), (*texts["tocsin"], *about["tocsin"]), strict=True))


def texts_of(page: dict[str, bytes], reading: Reading) -> tuple[str, str]:
    """Return the expected and the found text; the headline, which both sides may or may not repeat, before each."""
    expected = html.document_fromstring(page["expected.html"].decode("utf-8"))
    for block in expected.iter("p", "div", "li", "h1", "h2", "h3", "h4", "td", "br", "figcaption", "pre", "blockquote"):
        block.tail = f"\n{block.tail or ''}"
    title = json.loads(page["expected-metadata.json"]).get("title") or ""
    return f"{title}\n{expected.text_content()}", f"{reading.headline}\n{reading.text}"  # type: ignore[attr-defined]


def agreement(found: list[tuple[dict[str, Any], Reading]]) -> tuple[float, ...]:
    """Return the shares of the pages with the field noted in which the reader agrees."""
    checks = (
        ("title", lambda noted, one: same_title(noted, one.headline)),
        ("byline", lambda noted, one: same_names(noted, one.byline)),
        ("lang", lambda noted, one: noted.lower().split("-")[0] == one.language.lower().split("-")[0]),
        ("publishedTime", lambda noted, one: same_day(noted, one.day)),
    )
    scores = []
    for field, agrees in checks:
        noted = [agrees(str(item[field]), reading) for item, reading in found if item.get(field)]
        scores.append(sum(noted) / (len(noted) or 1))
    return tuple(scores)
