"""Claims of articles against claims coded by hand, the calibration of their confidence, and a test by renaming.

Every folder with a ``page.txt`` and a ``claims.jsonl`` is read, as of the day its ``SOURCE.txt`` names (``--date``).
A proposal and a coded row match one to one where their words overlap by half (intersection over union), the closest
pairs first. Slots are compared among matched rows: speaker and cue by common words, bounds of figures and stances by
equality, places by name or number, dates by value against publication; a place counts where the row's text names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.eval import marks, renaming
from benchmarks.eval.tables import Figures, Skipped, f1, show
from tocsin.claims.extraction import Claim, Document, claims

_OVERLAP = 0.5
_WORD = re.compile(r"\w+")
_DAYS = {"week": 7.0, "day": 1.0}
Row = dict[str, Any]


def run(data: Path) -> Figures:
    """Print the tables; return our figures."""
    figures: Figures = {}
    judged: list[tuple[float, bool]] = []
    articles = list(_articles(data))
    if articles:
        figures |= _coded(articles, judged)
    judged += marks.judged(data)
    if judged:
        error = marks.calibration_error(judged)
        figures["calibration"] = 1 - error
        marks.print_bins(judged, error)
    texts = marks.texts(data) + [document for _, document, _ in articles]
    if texts:
        figures["renaming"] = renaming.kept(texts)
        show(
            f"names and numbers exchanged in {len(texts)} texts: share of claims with the same span, type and slots",
            ("kept",),
            [("tocsin", (figures["renaming"],))],
        )
    if not figures:
        raise Skipped(f"no folder with page.txt and claims.jsonl in {data}")
    return figures


def _articles(data: Path) -> Iterator[tuple[str, Document, list[Row]]]:
    for coded in sorted([*data.glob("*/claims.jsonl"), *data.glob("*/*/claims.jsonl")]):
        page = coded.with_name("page.txt")
        if not page.is_file():
            continue
        about = next((p for p in (coded.with_name("SOURCE.txt"), coded.parents[1] / "SOURCE.txt") if p.is_file()), None)
        said = about.read_text(encoding="utf-8") if about else ""
        day = re.search(r"--date (\d{4}-\d\d-\d\d)", said)
        language = re.search(r"--lang (\w\w)", said)
        document = Document(
            page.read_text(encoding="utf-8"),
            language=language[1] if language else "en",
            published=date.fromisoformat(day[1]) if day else None,
        )
        rows = [json.loads(line) for line in coded.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield str(coded.parent.relative_to(data)), document, rows


def _coded(articles: list[tuple[str, Document, list[Row]]], judged: list[tuple[float, bool]]) -> Figures:
    lines = []
    total: Figures = {}
    for name, document, rows in articles:
        found = claims.find(document)
        pairs = match(document.text, found, rows)
        right = {id(claim) for claim, row in pairs if claim.type == row["type"]}
        judged += [(claim.confidence, id(claim) in right) for claim in found]
        scores = _scores(document.text, found, rows, pairs)
        lines.append((f"{name} ({len(rows)} rows, {len(found)} proposals)", scores))
        for key, score in scores.items():
            total[key] = total.get(key, 0.0) + score / len(articles)
    main = ("precision", "recall", "f1", "exact", "type", "quiet")
    slots = ("speaker", "cue", "stance", "publisher_stance", "figure", "place", "date")
    title = "spans match where half of their words are common, one to one"
    show(f"coded articles; {title}", main, [(name, [scores[key] for key in main]) for name, scores in lines])
    show("coded articles; slots right among matched", slots, [(n, [s[key] for key in slots]) for n, s in lines])
    return total


def match(text: str, found: list[Claim], rows: list[Row]) -> list[tuple[Claim, Row]]:
    """Return the pairs whose words overlap by half, the closest first, each side once."""
    ours = [_words(text, claim.start, claim.end) for claim in found]
    theirs = [_words(text, row["start"], row["end"]) for row in rows]
    near = sorted(
        (
            (-len(a & b) / len(a | b), found[i].type != rows[j]["type"], i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if a & b and len(a & b) >= _OVERLAP * len(a | b)
        ),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _closeness, _type, i, j in near:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((found[i], rows[j]))
    return pairs


def _words(text: str, start: int, end: int) -> set[int]:
    return {start + word.start() for word in _WORD.finditer(text[start:end])}


def _scores(text: str, found: list[Claim], rows: list[Row], pairs: list[tuple[Claim, Row]]) -> Figures:
    precision, recall = len(pairs) / (len(found) or 1), len(pairs) / (len(rows) or 1)
    scores = {
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "exact": _share([(claim.start, claim.end) == (row["start"], row["end"]) for claim, row in pairs]),
        "type": _share([claim.type == row["type"] for claim, row in pairs]),
        "quiet": _quiet(text, found, rows),
    }
    for name, agree in (
        ("speaker", _same_speaker),
        ("cue", _same_cue),
        ("stance", _same_stance),
        ("publisher_stance", _same_publisher_stance),
        ("figure", _same_figure),
        ("place", _same_place),
        ("date", _same_date),
    ):
        judged = [agree(claim, row) for claim, row in pairs]
        scores[name] = _share([right for right in judged if right is not None])
    return scores


def _share(right: list[bool]) -> float:
    return sum(right) / len(right) if right else 1.0


def _quiet(text: str, found: list[Claim], rows: list[Row]) -> float:
    """The share of the lines without a coded row (furniture, slogans, notes) of which nothing is proposed."""
    quiet = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip() and not any(start <= row["start"] <= end for row in rows):
            quiet.append(not any(start <= claim.start <= end for claim in found))
        start = end + 1
    return _share(quiet)


def _common(ours: str | None, theirs: str | None) -> bool:
    if not ours or not theirs:
        return not ours and not theirs
    a, b = set(_WORD.findall(ours.casefold())), set(_WORD.findall(theirs.casefold()))
    return bool(a & b) and len(a & b) >= _OVERLAP * min(len(a), len(b))


def _same_speaker(claim: Claim, row: Row) -> bool | None:
    return _common(claim.speaker.text if claim.speaker else None, row["speaker"])


def _same_cue(claim: Claim, row: Row) -> bool | None:
    return _common(claim.cue.text if claim.cue else None, row["cue"])


def _same_stance(claim: Claim, row: Row) -> bool | None:
    return claim.stance == row["stance"]


def _same_publisher_stance(claim: Claim, row: Row) -> bool | None:
    return claim.publisher_stance == row["publisher_stance"] if row["publisher_stance"] else None


def _same_figure(claim: Claim, row: Row) -> bool | None:
    theirs, ours = row["figure"], claim.figure
    if not theirs or not ours:
        return not theirs and not ours
    scale = _DAYS.get(ours.unit, 1.0) if str(theirs.get("unit", "")).startswith("day") else 1.0
    low, high = (bound and bound * scale for bound in (ours.low, ours.high))
    return (low, high) == (theirs["low"], theirs["high"])


def _same_place(claim: Claim, row: Row) -> bool | None:
    if not row["place"] or not _WORD.findall(row["text"]):
        return None
    named = [name for name in re.split(r"[;,()→–]| of ", row["place"]) if name.strip() and name.strip() in row["text"]]
    if not named:
        return None
    return claim.place is not None and (
        claim.place.text in row["place"] or f"{claim.place.geonameid}" in re.findall(r"\d+", row["place"])
    )


def _same_date(claim: Claim, row: Row) -> bool | None:
    if not row["date"]:
        return None
    return claim.date is not None and row["date"].get("against_publication") == claim.date.value
