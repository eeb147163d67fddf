"""Test collections of information retrieval, read into documents, queries and judgments."""

from __future__ import annotations

import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.eval.tables import members


@dataclass(slots=True)
class Collection:
    """*documents* are titles and texts by number; *relevant* the judged documents of each query."""

    name: str
    documents: dict[str, tuple[str, str]] = field(default_factory=dict)
    queries: dict[str, str] = field(default_factory=dict)
    relevant: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def classic(archive: Path) -> Iterator[Collection]:
    """Yield the collections of an archive in the forms of the Glasgow group, one folder each."""
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    for name, data in members(archive):
        parts = Path(name).parts
        folders[parts[-2] if len(parts) > 1 else ""][parts[-1].lower()] = data.decode("latin-1")
    for folder, files in sorted(folders.items()):
        found = _smart(folder, files) or _npl(folder, files) or _lisa(folder, files)
        if found:
            yield found


def _smart(folder: str, files: dict[str, str]) -> Collection | None:
    """The form of the SMART system: ``.I`` number, ``.T`` title, ``.W`` text."""
    documents = [text for name, text in files.items() if ".all" in name and text.startswith(".I")]
    queries = [text for name, text in files.items() if name.endswith(".qry")]
    if not documents or not queries:
        return None
    found = Collection(folder)
    found.documents = {number: (part.get("T", ""), part.get("W", "")) for number, part in _parts(documents[0])}
    judged = next(text for name, text in files.items() if name.endswith((".rel", "qrel")))
    in_order = any(
        name.endswith("qrel") for name in files
    )  # Cranfield's judgments count the queries, not their numbers
    for place, (number, part) in enumerate(_parts(queries[0]), start=1):
        found.queries[str(place) if in_order else number] = part.get("W", "")
    for line in judged.splitlines():
        cells = line.split()
        if len(cells) >= 2 and not (in_order and cells[-1] == "-1"):
            trec = len(cells) == 4 and cells[1] == "0" and cells[3] == "1"
            found.relevant[cells[0]].add(cells[2] if trec else cells[1])
    return found


def _parts(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for entry in re.split(r"^\.I\s+", text, flags=re.MULTILINE)[1:]:
        number, _, rest = entry.partition("\n")
        pieces = re.split(r"^\.([A-Z])\s*$", rest, flags=re.MULTILINE)
        parts = {key: " ".join(value.split()) for key, value in zip(pieces[1::2], pieces[2::2], strict=False)}
        yield str(int(number.strip() or 0)), parts


def _npl(folder: str, files: dict[str, str]) -> Collection | None:
    """The form of the Vaswani collection: entries end with a stroke."""
    if not {"doc-text", "query-text", "rlv-ass"} <= set(files):
        return None
    found = Collection(folder)
    found.documents = {number: ("", text) for number, text in _stroked(files["doc-text"])}
    found.queries = dict(_stroked(files["query-text"]))
    for number, text in _stroked(files["rlv-ass"]):
        found.relevant[number] |= set(text.split())
    return found


def _stroked(text: str) -> Iterator[tuple[str, str]]:
    for entry in re.split(r"^\s*/\s*$", text, flags=re.MULTILINE):
        number, _, rest = entry.strip().partition("\n")
        if number.strip().isdecimal():
            yield number.strip(), " ".join(rest.split())


def _lisa(folder: str, files: dict[str, str]) -> Collection | None:
    """The form of the LISA collection: documents in several files, parted by stars."""
    texts = [text for name, text in sorted(files.items()) if re.fullmatch(r"lisa\d.*", name)]
    asked, judged = files.get("lisa.que"), files.get("lisa.rel") or files.get("lisarj.num")
    if not texts or not asked or not judged:
        return None
    found = Collection(folder)
    for text in texts:
        for entry in re.split(r"^\*{20,}\s*$", text, flags=re.MULTILINE):
            match = re.match(r"\s*Document\s+(\d+)\s*\n(.*)", entry, re.DOTALL)
            if match:
                title, _, body = match[2].partition("\n \n")
                found.documents[match[1]] = (" ".join(title.split()), " ".join(body.split()))
    for entry in asked.split("#"):
        number, _, rest = entry.strip().partition("\n")
        if number.strip().isdecimal():
            found.queries[number.strip()] = " ".join(rest.split())
    if "relevant refs" in judged.lower():
        for number, references in re.findall(r"Query\s+(\d+)\s+\d+\s+Relevant Refs?:\s*([\d\s]+)", judged):
            found.relevant[number] |= set(references.split())
    else:
        for line in judged.splitlines():
            cells = line.split()
            found.relevant[cells[0] if cells else ""] |= set(cells[2:])
    return found


def scifact(folder: Path) -> Iterator[Collection]:
    """Yield the collection in the form of BEIR: the corpus, and whatever queries and judgments a folder inside has."""
    corpus = folder / "corpus.jsonl.xz"
    for judged in sorted(folder.rglob("qrels*.tsv")) if corpus.is_file() else []:
        asked = next(iter(sorted(judged.parent.glob("queries*.jsonl"))), None)
        if asked is None:
            continue
        found = Collection(f"scifact {judged.stem.partition('-')[2]}".strip())
        for line in lzma.decompress(corpus.read_bytes()).decode("utf-8").splitlines():
            document = json.loads(line)
            found.documents[document["_id"]] = (document.get("title", ""), document["text"])
        for line in asked.read_text(encoding="utf-8").splitlines():
            query = json.loads(line)
            found.queries[query["_id"]] = query["text"]
        for line in judged.read_text(encoding="utf-8").splitlines()[1:]:
            query_id, document_id, score = line.split("\t")
            if int(score) > 0:
                found.relevant[query_id].add(document_id)
        yield found
