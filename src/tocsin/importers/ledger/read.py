"""Bytes to rows of plain values. Plain Python.

A *map* says which column gives which field, as ``{"low": "figure.low"}``; dots lead into nested values, ``*`` through a
list (``source.*.url``). Without a map a column gives the field of its own name. *Fixed* values hold for every row; in
them ``{field}`` is replaced by the row's own.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tocsin.lib.errors import TocsinError

MAX_BYTES = 64 * 1024 * 1024

FIELDS = {
    "n": "the row's own name, by which others refer to it; else its number",
    "text": "the claim in words that stand alone",
    "exact": "the words of the article that state it",
    "prefix": "words before them, where they occur more than once",
    "suffix": "words after them",
    "type": "one of the fourteen types",
    "language": "BCP 47",
    "sensitivity": "required; several separated by spaces",
    "checkability": "checkable, not_checkable, needs_editor, background",
    "polarity": "affirmed, negation",
    "modality": "actual, historical, future, hypothetical",
    "assertion_on": "the name of the row whose claim this is an assertion on",
    "speaker": "who says so",
    "speaker_kind": "Person, Organization, PublicBody, group",
    "role": "in which role",
    "side": "party to the conflict",
    "camp": "the party's camp",
    "stance": "support, deny, query, comment",
    "publisher_stance": "endorse, relay, distance, query, hedge, reject",
    "cue": "the words that attribute it",
    "origin": "root, repeats, unknown",
    "repeats": "the name of the row whose assertion it repeats",
    "interest": "none, for, against",
    "verified": "yes where the newsroom verified direct evidence",
    "private": "yes where readers must not see it",
    "said_on": "when it was said",
    "public_on": "when it could be known",
    "source_title": "what it is said in",
    "source_address": "its address",
    "source_date": "when that was published",
    "publication": "who published it",
    "quote": "the words there",
    "reference": "the article's reference, as [1]",
    "value": "one number, read by its quantifier",
    "low": "at least",
    "best": "best",
    "high": "at most",
    "quantifier": "EXACT, APPROXIMATELY, MORE_THAN, LESS_THAN, or about, more, up to",
    "reported": "the number as printed",
    "unit": "what is counted",
    "definition": "what the number counts",
    "excludes": "what it leaves out, separated by semicolons",
    "as_of": "on which date it was true",
    "series": "the name of its figure series",
    "series_kind": "stock, flow, cumulative",
    "indicator": "what the series counts",
    "date_words": "when, in the words of the text",
    "date": "when, EDTF",
    "date_anchor": "the day those words count from",
    "anchor_basis": "publication, dateline, inferred_writing_date, event",
    "date_known": "when, as known from elsewhere",
    "place": "names, separated by semicolons; precision and GeoNames number in brackets",
    "place_precision": "exact, vicinity, settlement, adm2, adm1, region, country, sea_or_air, unresolved",
    "latitude": "degrees, as readers may see them",
    "longitude": "degrees",
    "country": "ISO 3166-1 alpha-2",
}
"""Every field an import knows, and what it means."""


class Unreadable(TocsinError):
    """A file, a map or a row cannot be read."""


@dataclass(frozen=True)
class Row:
    """One row: where it stands, what it is called, its fields as text or, through ``*``, lists of text."""

    line: int
    name: str
    values: Mapping[str, str | list[str]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The field as one text; empty where it is not given."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else (value[0] if value else "")

    def several(self, name: str) -> list[str]:
        """The field as a list."""
        value = self.values.get(name, "")
        return value if isinstance(value, list) else ([value] if value else [])


def read(data: bytes, *, columns: Mapping[str, str] | None = None, fixed: Mapping[str, str] | None = None) -> list[Row]:
    """Read *data* as JSON, JSON lines or CSV. Raises ``Unreadable`` with the line and what to do."""
    columns, fixed = columns or {}, fixed or {}
    if unknown := [name for name in (*columns, *fixed) if name not in FIELDS]:
        raise Unreadable(f"There is no field {unknown[0]!r}. Fields are: {', '.join(FIELDS)}.")
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 2**20} MB. Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"The file is not UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    rows = [_row(line, record, columns, fixed) for line, record in _records(text)]
    if not rows:
        raise Unreadable("The file has no rows.")
    _refuse_twins(rows)
    return rows


def _records(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    start = text.lstrip()[:1]
    if start == "[":
        yield from enumerate(_objects(_loads(text, 1)), start=1)
    elif start == "{":
        lines = enumerate(text.split("\n"), start=1)
        yield from ((number, _object(_loads(line, number), number)) for number, line in lines if line.strip())
    else:
        yield from _cells(text)


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(found, start=1):
        yield _object(one, number)


def _object(one: Any, line: int) -> dict[str, Any]:
    if not isinstance(one, dict):
        raise Unreadable(f"Row {line} is no object with named values.")
    return one


def _loads(text: str, line: int) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise Unreadable(f"Line {line} is not JSON ({reason}).") from None


def _cells(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in first else ",", strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    raise Unreadable(f"Line {reader.line_num} has {len(cells)} cells, the header {len(header)}.")
                yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise Unreadable(f"Line {reader.line_num} is no CSV ({error}).") from None


def _row(line: int, record: dict[str, Any], columns: Mapping[str, str], fixed: Mapping[str, str]) -> Row:
    own = {name: name for name in FIELDS if name in record and name not in columns}
    values = {name: _value(record, column) for name, column in {**own, **columns}.items()}
    if missing := next((column for column in columns.values() if column.split(".")[0] not in record), None):
        raise Unreadable(f"Line {line} has no column {missing!r}. It has: {', '.join(map(str, record))}.")
    plain = {name: value if isinstance(value, str) else "; ".join(value) for name, value in values.items()}
    for name, text in fixed.items():
        values[name] = _filled(text, plain, line)
    name = str(values.get("n") or "") or str(line)
    return Row(line, name, {field: value for field, value in values.items() if value})


_BRACES = re.compile(r"\{([^{}]*)\}")


def _filled(text: str, plain: Mapping[str, str], line: int) -> str:
    def value(match: re.Match[str]) -> str:
        if match[1] not in plain:
            raise Unreadable(f"Line {line} has no value for {match[0]}: only fields the row has can stand in braces.")
        return plain[match[1]]

    return _BRACES.sub(value, text)


def _value(record: Any, path: str) -> str | list[str]:
    found: list[Any] = [record]
    several = False
    for step in path.split("."):
        if step == "*":
            found = [item for one in found if isinstance(one, list) for item in one]
            several = True
        else:
            found = [one.get(step) if isinstance(one, dict) else None for one in found]
    texts = [_text(one) for one in found]
    return texts if several else (texts[0] if texts else "")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value).strip()


def _refuse_twins(rows: list[Row]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if row.name in seen:
            raise Unreadable(
                f"Lines {seen[row.name]} and {row.line} are both called {row.name!r}. Give each its own n."
            )
        seen[row.name] = row.line
