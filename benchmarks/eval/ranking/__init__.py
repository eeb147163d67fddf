"""Ranking: the reader's own search beside SQLite's FTS5 and the untuned BM25 of the same engine.

MAP over 1,000 hits and nDCG at 10, as measured by TREC, over the queries that have judgments. The query goes in as a
reader would type it; the yardsticks take its words joined by OR, without 33 stop words, stemmed by Porter's rules.
"""

from __future__ import annotations

import math
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import tantivy

from benchmarks.eval.ranking.collections import Collection, classic, scifact
from benchmarks.eval.tables import Figures, Skipped, show
from tocsin.search import asking, engine, query
from tocsin.search.records import Options, Record

DEPTH = 1000
_STOP = (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
    "this to was will with"
)
STOP = frozenset(_STOP.split())
Search = Callable[[str], list[str]]


def run(data: Path) -> Figures:
    """Measure every collection found under *data*."""
    found = list(_collections(data))
    if not found:
        raise Skipped(f"no ir-classic-collections and no ir-scifact in {data}")
    figures: Figures = {}
    rows: list[tuple[str, list[float | str]]] = []
    for collection in found:
        judged = [number for number in collection.queries if collection.relevant.get(number)]
        for name, make in READERS.items():
            with tempfile.TemporaryDirectory() as folder:
                search = make(collection, Path(folder))
                ranked = {number: search(collection.queries[number]) for number in judged}
            precision = _mean(average_precision(ranked[one], collection.relevant[one]) for one in judged)
            gain = _mean(ndcg(ranked[one], collection.relevant[one]) for one in judged)
            rows.append((f"{collection.name}: {name}", [str(len(judged)), precision, gain]))
            if name == "tocsin":
                figures[f"{collection.name} MAP"], figures[f"{collection.name} nDCG@10"] = precision, gain
    show("ranking: MAP over 1,000 hits, nDCG at 10", ["queries", "MAP", "nDCG@10"], rows)
    return figures


def _collections(data: Path) -> Iterator[Collection]:
    for archive in sorted((data / "ir-classic-collections").rglob("*.tar.xz")):
        yield from classic(archive)
    yield from scifact(data / "ir-scifact")


def tocsin(collection: Collection, folder: Path) -> Search:
    """Search as a reader does: the query language, full hits first, then the best partial ones."""
    records = (
        Record(f"article:{number}", "article", title, body, "en")
        for number, (title, body) in collection.documents.items()
    )
    index = engine.Index(engine.build(folder, records))

    def search(text: str) -> list[str]:
        answer = asking.ask(index, query.read(text), Options(), limit=DEPTH)
        return [hit.record.key.partition(":")[2] for hit in answer.hits]

    return search


def fts5(collection: Collection, folder: Path) -> Search:
    """SQLite's full text: porter, bm25, OR."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(number UNINDEXED, title, body, tokenize='porter unicode61')"
    )
    rows = [(number, title, body) for number, (title, body) in collection.documents.items()]
    database.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)

    def search(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in _words(text))
        asked = "SELECT number FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?"
        return [row[0] for row in database.execute(asked, (words, DEPTH))] if words else []

    return search


def bare(collection: Collection, folder: Path) -> Search:
    """The same engine as it comes: one field, its English stemmer, BM25, OR."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("number", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for number, (title, body) in collection.documents.items():
        document = tantivy.Document()
        document.add_text("number", number)
        document.add_text("text", f"{title} {body}")
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        asked = index.parse_query(" ".join(_words(text)), ["text"])
        return [str(searcher.doc(address).get_first("number")) for _, address in searcher.search(asked, DEPTH).hits]

    return search


READERS: dict[str, Callable[[Collection, Path], Search]] = {
    "tocsin": tocsin,
    "FTS5, porter, OR": fts5,
    "tantivy, untuned": bare,
}


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.lower()) if word not in STOP]


def average_precision(ranked: list[str], relevant: set[str]) -> float:
    """Return the mean of the precisions at each relevant document."""
    found = [place for place, number in enumerate(ranked, start=1) if number in relevant]
    return sum(count / place for count, place in enumerate(found, start=1)) / len(relevant)


def ndcg(ranked: list[str], relevant: set[str], depth: int = 10) -> float:
    """Return the discounted gain of the first *depth*, of the best there could be."""
    gain = sum(1 / math.log2(place + 1) for place, number in enumerate(ranked[:depth], start=1) if number in relevant)
    return gain / sum(1 / math.log2(place + 1) for place in range(1, min(depth, len(relevant)) + 1))


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
