"""Trains the relevance filter and the choice of places: ``python -m benchmarks.eval.attacks.train [DATA]``.

Deterministic: logistic regression by averaged steps of AdaGrad in a fixed order; an incident is a positive example
when the matcher gives it a template of the key.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.eval import attacks
from benchmarks.eval.attacks import choosing
from benchmarks.eval.attacks.keys import Message, Template, read
from benchmarks.eval.attacks.named import NAMES
from benchmarks.eval.attacks.relevance import WEIGHTS, features
from benchmarks.eval.attacks.slots import match, place_credit
from benchmarks.eval.attacks.templates import Case, cases
from benchmarks.eval.tables import folder
from tocsin.claims.extraction import Claim, Document
from tocsin.claims.extraction import claims as extraction

Example = tuple[dict[str, float], float]
_RATE, _PENALTY, _ROUNDS, _SEEN = 0.1, 0.002, 12, 4


def fit(examples: list[Example], rounds: int = _ROUNDS, penalty: float = _PENALTY) -> dict[str, float]:
    """Return the weights; words seen in fewer than four incidents are left out."""
    seen = Counter(name for values, _label in examples for name in values)
    rows = [({n: v for n, v in values.items() if seen[n] >= _SEEN}, label) for values, label in examples]
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    total: dict[str, float] = {}
    order = random.Random(1)
    for _ in range(rounds):
        order.shuffle(rows)
        for values, label in rows:
            score = sum(weights.get(name, 0.0) * value for name, value in values.items())
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - label
            for name, value in values.items():
                slope = error * value + penalty * weights.get(name, 0.0)
                squares[name] = squares.get(name, 1e-6) + slope * slope
                weights[name] = weights.get(name, 0.0) - _RATE * slope / math.sqrt(squares[name])
        for name, value in weights.items():
            total[name] = total.get(name, 0.0) + value / rounds
    return {name: round(value, 3) for name, value in sorted(total.items()) if abs(value) > 0.02}


@dataclass(frozen=True)
class Text:
    """A message, its claims and its words in ordinary case."""

    message: Message
    claims: list[Claim]
    readable: str

    def cases(self) -> tuple[list[Case], list[tuple[Case, Template]]]:
        """Return the incidents, and those the matcher gives a template of the key, with it."""
        found = cases(self.claims, self.readable, self.message.published)
        keys = [template for template in self.message.templates if template.slots.get("INCIDENT: TYPE")]
        pairs = match([case.answer for case in found], keys)
        return found, [(found[index], keys[place]) for index, place in pairs.items()]


def texts(messages: Iterable[Message]) -> Iterator[Text]:
    for message in messages:
        document = Document(message.text, language="en", published=message.published)
        yield Text(message, extraction.find(document), document.readable)


def examples(read_texts: Iterable[Text]) -> Iterator[Example]:
    """Yield the incidents the filter learns from."""
    for text in read_texts:
        found, pairs = text.cases()
        asked = [case for case, _key in pairs]
        for case in found:
            yield features(case), float(any(case is one for one in asked))


Row = list[tuple[choosing.Features, float]]


def choices(read_texts: Iterable[Text]) -> tuple[list[Row], list[Row]]:
    """Return the countries and the places of each incident that has a template, with the credit each would get."""
    country_rows: list[Row] = []
    place_rows: list[Row] = []
    for text in read_texts:
        for case, key in text.cases()[1]:
            values = [value for filler in key.slots.get("INCIDENT: LOCATION", []) for value in filler.values]
            if not values:
                continue
            named = {re.split(r":| - ", value)[0].strip() for value in values}
            code = next((code for code, name in NAMES.items() if name in named), "")
            options = choosing.countries(case.around)
            country_rows.append([(told, float(NAMES.get(one, "") in named)) for one, told in options])
            credit = [
                (told, max(place_credit((NAMES.get(code, ""), one), value) for value in values))
                for one, told in choosing.places(case.around, code)
            ]
            place_rows.append(credit)
    return country_rows, place_rows


def train(read_texts: list[Text]) -> None:
    """Write the weights of the choices, and with them those of the filter."""
    choosing.WEIGHTS.unlink(missing_ok=True)
    choosing.weights.cache_clear()
    country_rows, place_rows = choices(read_texts)
    write(choosing.WEIGHTS, {"country": choosing.fit(country_rows), "place": choosing.fit(place_rows)})
    choosing.weights.cache_clear()
    write(WEIGHTS, fit(list(examples(read_texts))))


def write(path: Path, weights: object) -> None:
    path.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    archive = folder(data, attacks.SET, attacks.ARCHIVE) / attacks.ARCHIVE
    train(list(texts(read(archive)["DEV"])))
