"""Casualty figures of Airwars assessments: are the coded low and high among those proposed, and which pair comes first.

One page is the paragraphs of an assessment. Values are the bounds of every figure claim of people killed (or injured).
The pair put first is a general rule over the claims alone: totals only (a claim inside another's words is a part of
it); the first total gives the low and, if it is a range, the high; a larger total said to be sure (a printed number)
raises the high, unless it is so much larger that it counts something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from benchmarks.eval.tables import Figures, folder, show
from tocsin.claims.extraction import Claim

SET = "airwars-gaza"
Read = Callable[[str, date | None], list[Claim]]
_TIMES, _MORE = 3, 6
"""A total more than three times the first, and more than six above it, counts something else."""
_DIGITS = re.compile(r"\d")
_WORDS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"]
)  # fmt: skip


def run(data: Path, read: Read) -> Figures:
    """Print the table; return our figures."""
    place = folder(data, SET, "incidents.jsonl")
    rows = [json.loads(line) for line in (place / "incidents.jsonl").read_text(encoding="utf-8").splitlines() if line]
    table: list[tuple[str, tuple[float, ...]]] = []
    found: dict[str, tuple[float, ...]] = {}
    pages = [("\n\n".join(row["assessment"]), row) for row in rows]
    claims = [read(text, _day(row["date"])) for text, row in pages]
    for harm in ("killed", "injured"):
        coded = [
            (row[f"{harm}_low"], row[f"{harm}_high"], harmed(claims_of, harm))
            for (_text, row), claims_of in zip(pages, claims, strict=True)
            if row.get(f"{harm}_low") is not None and row.get(f"{harm}_high") is not None
        ]
        found[harm] = shares(coded)
        table.append((f"tocsin, {harm} ({len(coded)} pages)", found[harm]))
    table.append(("published: naive pattern; ceiling", ("0.290; 0.94", "0.410; –", "0.220; 0.83", "–")))  # type: ignore[arg-type]
    show(
        f"{SET}: {len(pages)} pages, coded bounds among the values proposed, and the pair put first",
        ("low", "high", "both", "first pair"),
        table,
    )
    names = ("low", "high", "both", "pair")
    return {
        f"airwars_{harm}_{name}": value
        for harm, values in found.items()
        for name, value in zip(names, values, strict=True)
    }


def harmed(claims: list[Claim], harm: str) -> list[Claim]:
    """Return the figure claims of people killed or injured, in the order of the text."""
    return [
        claim for claim in claims if claim.figure and claim.figure.unit == "person" and claim.figure.item.endswith(harm)
    ]


def shares(coded: list[tuple[int, int, list[Claim]]]) -> tuple[float, ...]:
    """Return the shares of pages with the low, the high and both proposed, and with the right pair first."""
    among = _share([(low, high, set(_values(claims))) for low, high, claims in coded])
    first = sum(pair(claims) == (low, high) for low, high, claims in coded)
    return (*among[:3], first / (len(coded) or 1))


def _share(coded: list[tuple[int, int, set[float]]]) -> tuple[float, ...]:
    many = len(coded) or 1
    return (
        sum(low in values for low, _high, values in coded) / many,
        sum(high in values for _low, high, values in coded) / many,
        sum(low in values and high in values for low, high, values in coded) / many,
        0.0,
    )


def _values(claims: list[Claim]) -> Iterator[float]:
    for claim in claims:
        if claim.figure is not None:
            yield from (value for value in (claim.figure.low, claim.figure.high) if value is not None)


def pair(claims: list[Claim]) -> tuple[float, float] | None:
    """Return the low and high put first for a page, None if its claims count nobody."""
    counting = [claim for claim in claims if claim.modality == "actual" and any(_values([claim]))]
    totals = [
        claim
        for claim in counting
        if not any(
            (other.start, other.end) != (claim.start, claim.end)
            and other.start <= claim.start
            and claim.end <= other.end
            for other in counting
        )
    ]
    if not totals or totals[0].figure is None:
        return None
    first = totals[0].figure
    sure = [claim for claim in totals if _printed(claim) or claim is totals[0]]
    values = [value for value in _values(sure) if value]
    low = first.low or min(values)
    likely = [value for value in values if value <= max(_TIMES * low, low + _MORE)]
    return low, max(first.high or low, *likely, low)


def _printed(claim: Claim) -> bool:
    """Tell whether the number is printed, not read from "a man" or a plural."""
    return bool(claim.figure and (_DIGITS.search(claim.figure.text) or claim.figure.text.lower() in _WORDS))


def _day(said: str) -> date | None:
    """Return the (first) day of an incident: "October 7, 2023", "October 12–13, 2023"."""
    match = re.match(r"(\w+) (\d{1,2})\b.*?(\d{4})", said or "")
    try:
        return datetime.strptime(" ".join(match.groups()), "%B %d %Y").date() if match else None  # noqa: DTZ007
    except ValueError:
        return None
