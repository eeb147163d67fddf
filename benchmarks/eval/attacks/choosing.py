"""Which day, place and country is an incident's, of all that the claims of its text name.

Places and countries are chosen by log-linear models over what speaks for each, trained by
``python -m benchmarks.eval.attacks.train`` on the 1,300 development texts and their keys (public domain), never on a
test set.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from benchmarks.eval.attacks.keys import plain
from benchmarks.eval.attacks.named import COUNTRIES, Days, edtf
from tocsin.claims.extraction import Claim, Place

WEIGHTS = Path(__file__).with_name("choosing.json")
Features = dict[str, float]
Value = TypeVar("Value")
Option = tuple[Value, Features]
_DATELINE = re.compile(r"[^\n]{0,200}?\d[^\n]{0,120}? (?:--|–|—) ")
"""Where a text has a dateline, its day and city are those of the report."""
_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY")
_SORT = re.compile(r"\b(?:CITY|DEPARTMENT|PROVINCE|TOWN|NEIGHBORHOOD|VILLAGE|MUNICIPALITY|REGION|DISTRICT|AREA)\b")
_BEFORE = re.compile(r"\b([A-Z]+)(?: THE)?(?: (?:CITY|TOWN|VILLAGE|PORT|DEPARTMENT|PROVINCE|MUNICIPALITY) OF)? $")
_PREPOSITIONS = frozenset(("IN", "AT", "NEAR", "OF", "FROM", "TO", "ON", "THROUGH", "BETWEEN", "OUTSIDE", "AND"))
_REACHES = (1, 150, 400, 1000, 2500)


@dataclass(frozen=True)
class Setting:
    """A text with its claims, its day, and the claims of one of its incidents."""

    text: str
    published: date | None
    claims: list[Claim]
    members: list[Claim]

    @cached_property
    def head(self) -> int:
        line = _DATELINE.match(self.text)
        return line.end() if line else 0

    @cached_property
    def said(self) -> str:
        return plain_of_length(self.text)

    def near(self, start: int, end: int) -> str:
        """Return how far the words from *start* to *end* are from the nearest claim of the incident."""
        apart = min(max(one.start - end, start - one.end, 0) for one in self.members)
        return next((f"within {reach}" for reach in _REACHES if apart < reach), "far")

    def standing(self, start: int, end: int) -> Features:
        """Return what speaks for a day or a place by where it stands."""
        first = self.members[0]
        return {
            self.near(start, end): 1.0,
            "in the first claim": float(first.start <= start and end <= first.end),
            "in the dateline": float(start < self.head),
            "before": float(end <= first.start),
            "early": 1.0 / (1 + start / 600),
        }


def plain_of_length(text: str) -> str:
    """Return *text* in capitals without accents, each letter in its place."""
    return "".join(plain(letter)[:1] or " " for letter in text)


def choose(model: str, options: list[Option[Value]]) -> Value:
    """Return the option with the greatest weight."""
    known = weights().get(model, {})
    return max(options, key=lambda option: sum(known.get(name, 0.0) * value for name, value in option[1].items()))[0]


@cache
def weights() -> dict[str, Features]:
    return dict(json.loads(WEIGHTS.read_text(encoding="utf-8"))) if WEIGHTS.exists() else {}


def day(around: Setting) -> Days:
    """Return the day most claims have; a day of the week and no day are "on or before" the day of the text (7.3)."""
    published = around.published
    named = [
        one.date.value
        for one in around.members
        if one.date
        and one.date.start >= around.head
        and (not _WEEKDAY.search(plain(one.date.text)) or re.search(r"\d", one.date.text))
    ]
    for value, _times in Counter(named).most_common():
        first, last = edtf(value)
        future = first is not None and published is not None and first > published
        if last is not None and not future and (first is None or (last - first).days <= _LONG):
            return first, last
    return None, published


_LONG = 31
"""A day given as a year is as good as none."""


def _most(known: Features, new: Features) -> None:
    for name, value in new.items():
        known[name] = max(known.get(name, 0.0), value)


def countries(around: Setting) -> list[Option[str]]:
    """Return the countries the claims and the words of the text name, by code."""
    every = Counter(one.place.country for one in around.claims if one.place and one.place.country)
    own = Counter(one.place.country for one in around.members if one.place and one.place.country)
    words, line = COUNTRIES.named(around.said), COUNTRIES.named(around.said[:300])
    near = COUNTRIES.named(plain(" ".join(claim.text for claim in around.members)))
    options: list[Option[str]] = []
    for code in sorted({*every, *words}):
        values = {"every": every, "own": own, "words": words, "near": near, "line": line}
        features = {f"share {name}": counts[code] / (sum(counts.values()) or 1) for name, counts in values.items()}
        most = {name: max(counts.values(), default=0) for name, counts in values.items()}
        features |= {f"most {name}": float(0 < counts[code] == most[name]) for name, counts in values.items()}
        features |= {"of nine": float(code in COUNTRIES.nine), "the reporter's": float(code == "US")}
        options.append((code, features))
    return options or [("", {})]


def places(around: Setting, country: str) -> list[Option[tuple[str, ...]]]:
    """Return the places narrower than a country, and none at all."""
    options: dict[str, Features] = {}
    voted = Counter(one.place.text for one in around.members if one.place and _narrow(one.place))
    for claim in around.claims:
        place = claim.place
        if place is None or not _narrow(place):
            continue
        known = options.setdefault(place.text, {})
        said = around.said
        before = _BEFORE.search(said[max(0, place.start - 40) : place.start])
        word = before.group(1) if before else ""
        _most(known, around.standing(place.start, place.end))
        _most(
            known,
            {
                f"precision {place.precision}": 1.0,
                f"after {word}" if word in _PREPOSITIONS else "after another word": 1.0,
                "a sort": float(bool(_SORT.search(said[place.start : place.end + 12]))),
                "in the country": float(place.country == country),
                "elsewhere": float(bool(place.country) and place.country != country),
                "votes": voted[place.text] / len(around.members),
                "voted": float(voted[place.text] > 0),
                "most voted": float(voted[place.text] > 0 and voted[place.text] == max(voted.values())),
                "words": min(3, len(place.text.split())) / 3,
                "often": math.log(max(1, said.count(plain(place.text)))),
            },
        )
    texts = [((text,), features) for text, features in options.items()]
    return [((), {"none": 1.0, "none voted": float(not voted)}), *texts]


def _narrow(place: Place) -> bool:
    return place.precision != "country"


def fit(rows: Iterable[list[tuple[Features, float]]], rounds: int = 15, penalty: float = 0.01) -> Features:
    """Return the weights under which the options with credit are the most probable; in a fixed order."""
    known = [row for row in rows if any(credit for _features, credit in row)]
    found: Features = {}
    squares: Features = {}
    total: Features = {}
    for _ in range(rounds):
        for row in known:
            slopes = _slopes(row, found)
            for name, slope in slopes.items():
                down = slope - penalty * found.get(name, 0.0)
                squares[name] = squares.get(name, 1e-6) + down * down
                found[name] = found.get(name, 0.0) + 0.1 * down / math.sqrt(squares[name])
        for name, value in found.items():
            total[name] = total.get(name, 0.0) + value / rounds
    return {name: round(value, 3) for name, value in sorted(total.items())}


def _slopes(row: list[tuple[Features, float]], known: Features) -> Features:
    """Return the slope of the log of the expected credit."""
    scores = [sum(known.get(name, 0.0) * value for name, value in features.items()) for features, _credit in row]
    top = max(scores)
    chances = [math.exp(score - top) for score in scores]
    whole = sum(chances)
    expected = sum(chance * credit for chance, (_f, credit) in zip(chances, row, strict=True))
    slopes: Features = {}
    for chance, (features, credit) in zip(chances, row, strict=True):
        pull = chance * credit / (expected or 1) - chance / whole
        for name, value in features.items():
            slopes[name] = slopes.get(name, 0.0) + pull * value
    return slopes
