"""ADAQ: Czech and Russian sentences marked token by token, half of them without a quotation."""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.eval.attributions.scoring import ROLES, Marked, Tally, outermost, rates
from benchmarks.eval.tables import Figures, Skipped, show
from tocsin.claims.extraction import Document, attributions
from tocsin.claims.extraction.results import Stretch

SET, FILES = "adaq-quotes-ru-cs", "*_tokens.tsv"
_COLUMNS = (*(f"{role} {rate}" for role in ROLES for rate in "PRF"), "sentence F")
_PUBLISHED = {
    "cs": (("rules", ("0.21", "0.38", "0.56", "0.55")), ("learnt", ("0.50", "0.88", "0.76", "0.94"))),
    "ru": (("rules", ("0.30", "0.47", "0.69", "0.66")), ("learnt", ("0.50", "0.75", "0.79", "0.94"))),
}
Sentence = list[tuple[str, str]]


def run(data: Path) -> Figures:
    """Print a table for each language there is; return our figures."""
    files = sorted((data / SET).glob(f"**/{FILES}"))
    if not files:
        raise Skipped(f"no {FILES} in {data / SET}")
    figures: Figures = {}
    for path in files:
        language = path.name.partition("_")[0]
        sentences = _read(path)
        tally, quoted = _measure(sentences, language)
        rows: list[tuple[str, tuple[float | str, ...]]] = [("tocsin", (*tally.row(), quoted))]
        for name, (source, cue, content, sentence) in _PUBLISHED.get(language, ()):
            rows.append((f"published, {name}", ("", "", source, "", "", cue, "", "", content, sentence)))
        show(f"{SET}: {len(sentences)} sentences in {language}, by token; sentences with a quotation", _COLUMNS, rows)
        figures |= {f"adaq_{language}_{role}_f": tally.rates(role)[2] for role in ROLES}
        figures[f"adaq_{language}_sentence_f"] = quoted
    return figures


def _read(path: Path) -> list[Sentence]:
    found: dict[str, Sentence] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found.setdefault(row["sentence_num"], []).append((row["text"], row["tags"]))
    return list(found.values())


def _measure(sentences: list[Sentence], language: str) -> tuple[Tally, float]:
    tally = Tally()
    both = ours = theirs = 0
    for sentence in sentences:
        text, tokens = _written(sentence)
        found = outermost(attributions.find(Document(text, language=language)))
        wanted = Marked(*(tuple(t for t, (_, tag) in zip(tokens, sentence, strict=True) if tag == r) for r in ROLES))
        tally.add(tokens, found, [wanted])
        has = any(tag in ROLES for _, tag in sentence)
        both += bool(found) and has
        ours += bool(found)
        theirs += has
    return tally, rates(both, ours, theirs)[2]


def _written(sentence: Sentence) -> tuple[str, list[Stretch]]:
    """Return the sentence as it is written, no space before a stop or a comma, and the places of its tokens."""
    text = ""
    tokens = []
    for word, _ in sentence:
        if text and not (len(word) == 1 and word in ".,:;?!)"):
            text += " "
        tokens.append((len(text), len(text) + len(word)))
        text += word
    return text, tokens
