"""The index: tantivy in a folder, fed with records whose words were analysed here.

Fields of words hold terms parted by spaces, made by ``analysis``; what is asked goes the same way. A folder holds
complete indexes side by side; the file ``current`` names the one to read, so that a new one takes over at once.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import tantivy

from tocsin.search import analysis
from tocsin.search.errors import Busy
from tocsin.search.records import Record

VERSION = 2
"""Of the fields and of the analysis; an index of another version is built anew."""
SPACE = "␣"
HEAP = 200_000_000
"""Bytes of words gathered before they are written, at most: many small parts of an index cost each search."""
MOST_KNOWN = 20_000
_WORDS = "words"


@cache
def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in ("title", "title_stem", "body", "body_stem"):
        builder.add_text_field(name, tokenizer_name=_WORDS, index_option="position")
    for name in ("sound", "author", "tag", "section"):
        builder.add_text_field(name, tokenizer_name=_WORDS, index_option="freq")
    builder.add_text_field("letters", tokenizer_name=_WORDS, index_option="position")
    for name in ("type", "language"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic", stored=True)
    builder.add_date_field("date", fast=True, indexed=True)
    builder.add_float_field("fresh", fast=True)
    builder.add_text_field("record", tokenizer_name="raw", index_option="basic", stored=True)
    return builder.build()


def letters(title: str) -> list[str]:
    """Return each three neighbouring letters of a folded title, its ends marked, for finding any part of it."""
    return threes(f"^{spelling(title)}$$")


def threes(letters: str) -> list[str]:
    """Return each three neighbours of *letters*."""
    return [letters[place : place + 3] for place in range(len(letters) - 2)]


def spelling(text: str) -> str:
    """Return *text* with case and accents folded and white space made one visible letter; the rest stays."""
    return SPACE.join(analysis.folded(word) for word in text.split())


def _document(record: Record) -> tantivy.Document:
    title, body = analysis.words(record.title), analysis.words(record.body)
    language = record.read_in
    document = tantivy.Document()
    for name, words in (("title", title), ("body", body)):
        document.add_text(name, " ".join(map(analysis.folded, words)))
        document.add_text(f"{name}_stem", " ".join([analysis.stem(word.lower(), language) for word in words]))
    document.add_text("sound", " ".join(sorted({*map(analysis.sound, {*title, *body})} - {""})))
    document.add_text("letters", " ".join(letters(record.title)))
    for name, values in (("author", record.authors), ("tag", record.tags), ("section", (record.section,))):
        for value in values:
            document.add_text(name, " ".join(word.exact for word in analysis.tokens(value)))
    document.add_text("type", record.type)
    document.add_text("language", record.language)
    document.add_text("key", record.key)
    if record.date:
        document.add_date("date", record.date.astimezone(UTC))
    document.add_float(
        "fresh", max(0.0, (record.date.timestamp() if record.date else 0.0) / (365.25 * 86400) - 30) / 20
    )
    stored = asdict(record) | {"date": record.date.isoformat() if record.date else None}
    document.add_text("record", json.dumps(stored, ensure_ascii=False))
    return document


def key_of(document: Any) -> str:
    """Return the key of the record a found document was made of, without reading the rest."""
    return str(document.get_first("key"))


def record_of(document: Any) -> Record:
    """Return the record a found document was made of."""
    stored = json.loads(document.get_first("record"))
    day = stored["date"]
    return Record(
        **stored
        | {
            "date": datetime.fromisoformat(day) if day else None,
            "tags": tuple(stored["tags"]),
            "authors": tuple(stored["authors"]),
        }
    )


class Index:
    """A complete index in *folder*, open for reading and writing. One process at a time may write.

    Each commit is a part of the index, and many small parts are joined by the engine. With *keeps_writer* that goes on
    beside what is written next, and nobody else can write while this object lives; without, each writing waits for it.
    """

    def __init__(self, folder: Path, *, keeps_writer: bool = False) -> None:
        self.folder = folder
        self._keeps_writer = keeps_writer
        self._writer: tantivy.IndexWriter | None = None
        self._index = tantivy.Index(schema(), path=str(folder))
        self._index.register_tokenizer(_WORDS, _splitter())
        self._stamp = 0
        self._having: dict[tuple[str, str], int] = {}
        self.languages: list[str] = []
        self.types: dict[str, int] = {}
        """How many records there are of each type, the commonest first."""
        self.searcher()

    def write(self, records: Iterable[Record], gone: Iterable[str] = ()) -> None:
        """Replace *records* by their keys, take *gone* out, and commit: all of it or, after a crash, none.

        Raises ``Busy``.
        """
        writer, self._writer = self._writer or self._new_writer(), None
        try:
            for key in gone:
                writer.delete_documents_by_term("key", key)
            for record in records:
                writer.delete_documents_by_term("key", record.key)
                writer.add_document(_document(record))
            writer.commit()
        except BaseException:
            del writer  # with what it was given
            raise
        if self._keeps_writer:
            self._writer = writer
        else:
            writer.wait_merging_threads()
        self._index.reload()

    def _new_writer(self) -> tantivy.IndexWriter:
        try:
            return self._index.writer(heap_size=HEAP, num_threads=1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise Busy("Another process writes the search index.") from None
            raise

    def searcher(self) -> tantivy.Searcher:
        """Return a searcher over what was committed last, by whichever process."""
        try:
            stamp = (self.folder / "meta.json").stat().st_mtime_ns
        except FileNotFoundError:  # a newer index has taken over; what is open here still answers
            return self._index.searcher()
        if stamp != self._stamp:
            self._index.reload()
            self.languages = list(self._counted("language"))
            self.types = self._counted("type")
            self._stamp, self._having = stamp, {}
        return self._index.searcher()

    def _counted(self, field: str) -> dict[str, int]:
        """Return how many records have each value of *field*, the commonest first."""
        wanted = {"values": {"terms": {"field": field, "size": 40}}}
        found = self._index.searcher().aggregate(tantivy.Query.all_query(), wanted)
        return {bucket["key"]: int(bucket["doc_count"]) for bucket in found["values"]["buckets"]}

    def having(self, name: str, term: str) -> int:
        """Return how many records have *term* in the field *name*; while a reader types it is asked at each letter."""
        known = self._having
        found = known.get((name, term))
        if found is None:
            if len(known) >= MOST_KNOWN:
                known.clear()
            found = known[name, term] = int(self._index.searcher().doc_freq(name, term))
        return found


def _splitter() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def current(root: Path) -> Path | None:
    """Return the folder of the index to read, or None while there is none of this version."""
    folder = root / named(root)
    return folder if is_of_this_version(folder.name) and (folder / "meta.json").is_file() else None


def named(root: Path) -> str:
    """Return the name of the index that took over last, of whatever version; nothing where none did."""
    try:
        return (root / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def is_of_this_version(name: str) -> bool:
    """Tell whether the index called *name* has its words made as they are now."""
    return name.startswith(f"v{VERSION}-")


def build(root: Path, records: Iterable[Record]) -> Path:
    """Build an index of *records* beside the others, let it take over, and return its folder."""
    root.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"v{VERSION}-", dir=root))
    Index(folder).write(records)
    pointer = root / f"current.{os.getpid()}"
    pointer.write_text(folder.name, encoding="utf-8")
    pointer.replace(root / "current")
    for other in root.glob("v*-*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder
