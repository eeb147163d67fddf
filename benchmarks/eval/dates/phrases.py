"""Duckling's examples of Time and Duration: share of phrases understood, per language.

Counted against 12 February 2013, the day Duckling counts from; we know no hour of writing. A phrase is understood when
one time found in it means what Duckling expects: the same first and last day (EDTF has no interval of hours within a
day), and the same hour and minute where Duckling's instant is not its own hour of reference; a duration of as many
seconds (a month of 30 days, a year of 365). A phrase Duckling refuses is understood when nothing is found in it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.eval.tables import Figures, folder, show
from tocsin.claims.extraction import Document, Time
from tocsin.claims.extraction.times import find
from tocsin.lib import edtf

SET = "duckling-examples"
TODAY = date(2013, 2, 12)
_INSTANT = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), ([\d.]+)\)")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_SECONDS = (31536000, 2592000, 604800, 86400, 3600, 60, 1)
_UNITS = dict(zip(("Year", "Month", "Week", "Day", "Hour", "Minute", "Second"), _SECONDS, strict=True)) | {
    "Quarter": 7776000
}
_MONTHS = {"Month": 1, "Quarter": 3, "Year": 12}


@dataclass(frozen=True, slots=True)
class Expected:
    """First and last day, None where open, and the hour and minute if they matter."""

    first: date | None
    last: date | None
    clock: str = ""


def expected(said: str) -> Expected | float:
    """Read Duckling's expression: days, or a duration in seconds."""
    if said.startswith("(DurationData"):
        _, count, unit = said.strip("()").split()
        return float(count) * _UNITS[unit]
    instants = [_instant(match) for match in _INSTANT.finditer(said)]
    if "OpenInterval" in said:
        day = instants[0].date()
        return Expected(day, None) if "After" in said else Expected(None, day)
    if "Interval" in said:
        return Expected(instants[0].date(), (instants[1] - timedelta(seconds=1)).date())
    grain = re.search(r"\)\s+(\w+)", said)
    return _one(instants[0], grain[1] if grain else "Day")


def _instant(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(float(part)) for part in match.groups())
    return datetime(year, max(month, 1), max(day, 1), hour, minute, second)  # noqa: DTZ001 - of no place


def _one(start: datetime, grain: str) -> Expected:
    if grain in _MONTHS:
        index = start.year * 12 + start.month - 1 + _MONTHS[grain]
        return Expected(start.date(), date(index // 12, index % 12 + 1, 1) - timedelta(days=1))
    if grain == "Week":
        return Expected(start.date(), start.date() + timedelta(days=6))
    matters = grain in ("Hour", "Minute") and (start.hour, start.minute) not in ((4, 0), (4, 30))
    return Expected(start.date(), start.date(), f"T{start:%H:%M}" if matters else "")


def seconds(duration: str) -> float | None:
    """Return the length of an ISO 8601 duration."""
    match = _DURATION.fullmatch(duration)
    return sum(int(count or 0) * unit for count, unit in zip(match.groups(), _SECONDS, strict=True)) if match else None


def understood(time: Time, wanted: Expected | float) -> bool:
    """Tell whether *time* means what is wanted."""
    if isinstance(wanted, float):
        return time.kind == "duration" and seconds(time.value) == wanted
    if time.kind in ("duration", "set") or wanted.clock not in time.value:
        return False
    try:
        days = edtf.read(time.value)
    except edtf.BadEdtf:
        return False
    return (days.start, days.end) == (wanted.first, wanted.last)


def phrases(data: Path) -> Iterator[tuple[str, str, Any, str]]:
    """Yield language, dimension, expression and phrase of each example."""
    place = folder(data, SET, "examples.jsonl") / "examples.jsonl"
    for line in place.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["dimension"] in ("Time", "Duration"):
            for text in row["texts"]:
                yield row["lang"].lower(), row["dimension"], row["expected"], text


def run(data: Path) -> Figures:
    """Print the table; return our figures."""
    counts: Counter[tuple[str, str]] = Counter()
    for language, dimension, said, text in phrases(data):
        times = find(Document(text, language=language, published=TODAY))
        if said is None:
            key, right = (
                "refused",
                not [time for time in times if (time.kind == "duration") == (dimension == "Duration")],
            )
        else:
            wanted = expected(said)
            key, right = dimension, any(understood(time, wanted) for time in times)
        counts[language, key] += 1
        counts[language, f"{key} right"] += right
    keys = ("Time", "Duration", "refused")
    languages = sorted({language for language, _ in counts})
    rows = [
        (language, [counts[language, f"{key} right"] / (counts[language, key] or 1) for key in keys])
        for language in languages
    ]
    show(
        f"{SET}: {sum(counts[language, key] for language in languages for key in keys)} phrases, share understood; "
        "Duckling passes by construction",
        keys,
        rows,
    )
    return {f"duckling_{language}_time": shares[0] for language, shares in rows}
