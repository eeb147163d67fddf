"""The coded article: the rows that have a speaker, with cue and both stances."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.eval.tables import Figures, folder, show
from tocsin.claims.extraction import Document, attributions
from tocsin.claims.extraction.results import Attribution

SET = "first-week-article"
_COLUMNS = ("speaker", "cue", "stance", "our stance")


def run(data: Path) -> Figures:
    """Print what was found of each row with a speaker; return the shares."""
    place = folder(data, SET, "claims.jsonl")
    text = (place / "page.txt").read_text(encoding="utf-8")
    lines = (place / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["speaker"] and row["cue"]]
    found = attributions.find(Document(text))
    agreed = [_agreed(text, row, found) for row in rows]
    show(
        f"{SET}: {len(rows)} rows with a speaker; an attribution that meets the row and has the same words",
        _COLUMNS,
        [
            (f"{row['n']} {row['cue']}", tuple("yes" if one else "no" for one in has))
            for row, has in zip(rows, agreed, strict=True)
        ],
    )
    shares = [sum(column) / (len(rows) or 1) for column in zip(*agreed, strict=True)]
    return dict(zip(("article_speaker", "article_cue", "article_stance", "article_our_stance"), shares, strict=True))


def _agreed(text: str, row: dict[str, Any], found: list[Attribution]) -> tuple[bool, ...]:
    """Tell which columns agree, for the attribution that agrees best."""
    best: tuple[bool, ...] = (False,) * len(_COLUMNS)
    for one in found:
        meets = [*one.source, *one.cue, *one.content]
        if not any(start < row["end"] and row["start"] < end for start, end in meets):
            continue
        source, cue = (" ".join(text[s:e] for s, e in stretches).lower() for stretches in (one.source, one.cue))
        has = (
            bool(source) and (source in row["speaker"].lower() or row["speaker"].lower() in source),
            bool(cue) and (cue in row["cue"].lower() or row["cue"].lower() in cue),
            one.stance == row["stance"],
            one.publisher_stance == row["publisher_stance"],
        )
        best = max(best, has, key=sum) if has[0] or has[1] else best
    return best
