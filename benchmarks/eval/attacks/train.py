"""Trains the relevance filter on the development texts: ``python -m benchmarks.eval.attacks.train [DATA]``.

Deterministic: logistic regression by averaged steps of AdaGrad in a fixed order; an incident is a positive example
when the matcher gives it a template of the key.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.eval import attacks
from benchmarks.eval.attacks.keys import Message, read
from benchmarks.eval.attacks.relevance import WEIGHTS, features
from benchmarks.eval.attacks.slots import match
from benchmarks.eval.tables import folder

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


def examples(messages: Iterable[Message]) -> Iterator[Example]:
    for message in messages:
        found = attacks.answered(message)
        keys = [template for template in message.templates if template.slots.get("INCIDENT: TYPE")]
        pairs = match([case.answer for case in found], keys)
        for index, case in enumerate(found):
            yield features(case), float(index in pairs)


def write(rows: Iterable[Example]) -> None:
    WEIGHTS.write_text(json.dumps(fit(list(rows)), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    archive = folder(data, attacks.SET, attacks.ARCHIVE) / attacks.ARCHIVE
    write(examples(read(archive)["DEV"]))
