"""Recognizers-Text's DateTime specifications: share of sentences understood, per language.

Each is read with the day of its context. A sentence is understood when each time it expects is touched by one of ours
that means one of the values it allows, and nothing is found where it expects nothing: the same day, or the same first
and last day (their stretches end the day after, or on the first day of the last month or year); the same time of day;
of a stretch of hours, the day, and its beginning if ours has an hour; as many seconds; and of a repeating time, that it
repeats. Cases their own implementation does not pass are left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.eval.dates.histories import archive
from benchmarks.eval.dates.phrases import seconds
from benchmarks.eval.tables import Figures, members, show
from tocsin.claims.extraction import Document, Time
from tocsin.claims.extraction.times import find
from tocsin.lib import edtf

SET, ARCHIVE = "recognizers-text-specs", "specs.tar.xz"
LANGUAGES = {
    "English": "en",
    "Spanish": "es",
    "French": "fr",
    "German": "de",
    "Italian": "it",
    "Portuguese": "pt",
    "Turkish": "tr",
    "Arabic": "ar",
}


def cases(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the language and the case of each sentence."""
    for name, content in members(archive(data, SET, ARCHIVE)):
        *_, folder, file = name.split("/")
        if file == "DateTimeModel.json" and "/DateTime/" in name and folder in LANGUAGES:
            for case in json.loads(content.decode("utf-8-sig")):
                if "dotnet" not in str(case.get("NotSupported", "")).lower():
                    yield folder, case


def understood(case: dict[str, Any], times: list[Time]) -> bool:
    """Tell whether *times* are what the case expects."""
    results = case["Results"]
    if not results:
        return not times
    return all(
        any(_touch(time, result) and _means(time, result) for time in times)
        for result in results
        if "Start" in result and "TypeName" in result
    )


def _touch(time: Time, result: dict[str, Any]) -> bool:
    return bool(time.start <= result["End"] and result["Start"] < time.end)


def _means(time: Time, result: dict[str, Any]) -> bool:
    kind = str(result.get("TypeName", "")).partition(".")[2]
    return any(_agrees(time, kind, value) for value in (result.get("Resolution") or {}).get("values") or [])


def _agrees(time: Time, kind: str, value: dict[str, str]) -> bool:
    if kind == "set":
        return time.kind == "set"
    if kind == "duration" or time.kind in ("duration", "set"):
        return kind == time.kind and value.get("value") == f"{seconds(time.value) or 0:.0f}"
    first, last = value.get("start", value.get("value", "")), value.get("end", "")
    if kind in ("time", "timerange"):
        return time.kind == "time" and ("T" not in time.value or first[:5] in time.value)
    if kind == "datetime" and f"T{first[11:16]}" not in time.value and value.get("timex") != "PRESENT_REF":
        return False
    begin, end = time.value.split("/") if "/" in time.value else (time.value, time.value)
    if "start" not in value and "end" not in value:
        return _days(time.value) == (_day(first), _day(first))
    return _begins(begin, _day(first), is_open=end == "..") and _ends(end, _day(last))


def _begins(part: str, wanted: date | None, *, is_open: bool) -> bool:
    """Tell whether a stretch that begins with *part* begins on *wanted*; "after 2018" may begin when 2018 is over."""
    if wanted is None or part == "..":
        return wanted is None and part == ".."
    days = _days(part)
    return days is not None and (days[0] == wanted or (is_open and _following(days[1]) == wanted))


def _ends(part: str, wanted: date | None) -> bool:
    """Tell whether a stretch ends as wanted: theirs end on the day after, or with the first day of the last part."""
    if wanted is None or part == "..":
        return wanted is None and part == ".."
    days = _days(part)
    return days is not None and wanted in (*days, _following(days[1]))


def _following(day: date | None) -> date | None:
    return day + timedelta(days=1) if day and day < date.max else None


def _days(value: str) -> tuple[date | None, date | None] | None:
    try:
        days = edtf.read(value)
    except edtf.BadEdtf:
        return None
    return days.start, days.end


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def run(data: Path) -> Figures:
    """Print the table; return our figures."""
    counts: Counter[str] = Counter()
    for language, case in cases(data):
        told = str((case.get("Context") or {}).get("ReferenceDateTime", ""))
        document = Document(case["Input"], language=LANGUAGES[language], published=_day(told))
        counts[language] += 1
        counts[f"{language} right"] += understood(case, find(document))
    rows: list[tuple[str, list[float | str]]] = [
        (language, [str(counts[language]), counts[f"{language} right"] / (counts[language] or 1)])
        for language in LANGUAGES
        if counts[language]
    ]
    show(
        f"{SET}: DateTimeModel, share understood; Recognizers-Text passes by construction", ("sentences", "share"), rows
    )
    return {
        f"recognizers_{code}": counts[f"{name} right"] / (counts[name] or 1)
        for name, code in LANGUAGES.items()
        if counts[name]
    }
