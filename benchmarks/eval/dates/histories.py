"""WikiWarsUA: Ukrainian articles on wars, tagged with TIMEX3.

A span counts when it shares a character with one of the other side. A value counts when it is exactly the value of the
tag, over all tags of type DATE. Our EDTF becomes TIMEX3 as follows: a season or quarter ``2015-21`` is ``2015-SP``, a
year before Christ ``-0491`` is ``BC0492``, a third of a month or year (``1943-05-01/1943-05-10``, early May) is the
month or year (TIMEX3 says the rest in ``mod``), an open interval is its bound (the month, if the bound is the edge of
its third and no such day is in the words: since late May), and a range is its two ends, the first for the tag that
stands first. Words without a known day (``FUTURE_REF`` and the like) have no EDTF: they are missed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.eval.tables import Figures, Skipped, members, show
from tocsin.claims.extraction import Document, Time
from tocsin.claims.extraction.times import calendar, find

SET, ARCHIVE = "wikiwars-ukrainian", "wikiwarsua.tar.xz"
PUBLISHED = {"dateparser": (0.865, 0.734, 0.34)}
_TAG = re.compile(r"<TIMEX3(?P<attributes>[^>]*)>|</TIMEX3>")
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_WRITTEN = re.compile(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)", re.DOTALL)
_EDGES = ("10", "11", "20", "21")
"""Days at which thirds of a month end or begin."""
_SEASONS = {
    "21": "SP",
    "22": "SU",
    "23": "FA",
    "24": "WI",
    **{str(32 + q): f"Q{q}" for q in range(1, 5)},
    "40": "H1",
    "41": "H2",
}


@dataclass(frozen=True, slots=True)
class Tag:
    start: int
    end: int
    type: str
    value: str


def archive(data: Path, name: str, file: str) -> Path:
    """Return where *file* of the set *name* is, whatever its split is called."""
    for candidate in (data / name / file, *sorted((data / name).glob(f"*/{file}"))):
        if candidate.is_file():
            return candidate
    raise Skipped(f"no {file} in {data / name}")


def articles(data: Path) -> Iterator[tuple[str, Document, list[Tag]]]:
    """Yield name, text and tags of each article."""
    for name, content in members(archive(data, SET, ARCHIVE)):
        if not name.endswith(".key.xml"):
            continue
        whole = content.decode("utf-8")
        body = _BODY.search(whole)
        written = _WRITTEN.search(whole)
        if body:
            text, tags = untagged(body[1])
            published = date.fromisoformat(written[1]) if written else None
            yield name, Document(text, language="uk", published=published), tags


def untagged(marked: str) -> tuple[str, list[Tag]]:
    """Return the text without its tags, and them."""
    pieces: list[str] = []
    tags: list[Tag] = []
    opened: list[tuple[int, str]] = []
    length = place = 0
    for match in _TAG.finditer(marked):
        piece = html.unescape(marked[place : match.start()])
        pieces.append(piece)
        length += len(piece)
        place = match.end()
        if match["attributes"] is not None:
            opened.append((length, match["attributes"]))
        elif opened:
            start, attributes = opened.pop()
            told = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            tags.append(Tag(start, length, told.get("type", ""), told.get("value", "")))
    pieces.append(html.unescape(marked[place:]))
    return "".join(pieces), sorted(tags, key=lambda tag: tag.start)


def timex(value: str, text: str) -> tuple[str, ...]:
    """Return the TIMEX3 values an EDTF value of *text* may stand for, two for a range."""
    ends = value.split("/")
    for length in (7, 4):
        stem = value[:length]
        if len(ends) > 1 and len(ends[0]) == length + 3 and _is_third(value, stem):
            return (stem,)
    return tuple(_single(_whole_month(end, text)) for end in ends if end not in ("..", ""))


def _whole_month(value: str, text: str) -> str:
    edge = len(value) == len("2022-03-05") and value[8:] in _EDGES and value[8:] not in text
    return value[:7] if edge else value


def _is_third(value: str, stem: str) -> bool:
    year, month = int(stem[:4]), int(stem[5:7] or 0)
    thirds = (
        calendar.month(year, month, edge) if month else calendar.year(year, edge) for edge in ("early", "mid", "late")
    )
    return any(value == stretch.value for stretch in thirds)


def _single(value: str) -> str:
    if value.startswith("-"):
        year, _, rest = value[1:].partition("-")
        return f"BC{int(year) + 1:04}" + (f"-{_SEASONS.get(rest, rest)}" if rest else "")
    if re.fullmatch(r"\d{4}-\d\d", value) and value[5:] in _SEASONS:
        return f"{value[:4]}-{_SEASONS[value[5:]]}"
    if re.fullmatch(r"\d{3}X|\d\dXX", value):
        return value.replace("X", "0")
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value)


def values(tag: Tag, tags: list[Tag], times: list[Time]) -> tuple[str, ...]:
    """Return the TIMEX3 values of ours for *tag*."""
    found: list[str] = []
    for time in times:
        if not (time.start < tag.end and tag.start < time.end):
            continue
        inside = [one for one in tags if time.start < one.end and one.start < time.end]
        if len(inside) > 1 and "/" in time.value:
            ends = timex(time.value, time.text)
            found.append(ends[0 if tag is inside[0] else -1])
        else:
            found.extend(timex(time.value, time.text))
    return tuple(found)


def run(data: Path) -> Figures:
    """Print the table; return our figures."""
    ours = right = covered = exact = 0
    everything: list[Tag] = []
    count = 0
    for _name, document, tags in articles(data):
        times = find(document)
        count += 1
        everything += tags
        ours += len(times)
        right += sum(any(one.start < tag.end and tag.start < one.end for tag in tags) for one in times)
        covered += sum(any(one.start < tag.end and tag.start < one.end for one in times) for tag in tags)
        exact += sum(tag.value in values(tag, tags, times) for tag in tags if tag.type == "DATE")
    dates = sum(tag.type == "DATE" for tag in everything)
    row = right / (ours or 1), covered / (len(everything) or 1), exact / (dates or 1)
    show(
        f"{SET}: {count} articles, {len(everything)} tags; spans that overlap, exact value of DATE",
        ("P", "R", "value"),
        [("tocsin", row), *((f"{name} (all 25 articles)", said) for name, said in PUBLISHED.items())],
    )
    return dict(zip(("wikiwars_p", "wikiwars_r", "wikiwars_value"), row, strict=True))
