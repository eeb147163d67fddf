"""Proposals marked right or wrong by hand, the weights learnt from them, and how far confidence is from the truth.

``marks.tsv`` holds no text: the set, the number of the text in it, the span, the type, and 1 for a proposal an editor
would accept as it stands. ``python -m benchmarks.eval.marks`` writes the weights (``claims/weights.py``);
``--list`` prints the proposals that have no mark yet.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
import tarfile
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.eval.tables import show
from tocsin.claims.extraction import Claim, Document, claims
from tocsin.claims.extraction.claims import assembling
from tocsin.claims.extraction.claims import weights as written

HERE = Path(__file__).parent
MARKS = HERE / "marks.tsv"
_BINS = 10
_SAME = 0.85
_TURNS = 400
_STEP = 0.05
_SHRINK = 0.1
"""Weights are held back by so much, so that a sign seen seldom counts for little."""
_CHRONICLE = "current-events-2015-09"
_ATTACKS = "muc3-muc4"
"""The sets the marked texts are from."""


def sources(data: Path) -> dict[str, Document]:
    """Return the marked texts by their keys, as far as their sets are there."""
    keys = list(dict.fromkeys(line.split("\t")[0] for line in _lines()))
    chronicle, attacks = _chronicle(data), _attacks(data)
    return {key: text for key in keys if (text := chronicle.get(key) or attacks.get(key)) is not None}


def texts(data: Path) -> list[Document]:
    return list(sources(data).values())


def judged(data: Path) -> list[tuple[float, bool]]:
    """Return the confidence of every proposal that has a mark, and whether it is right."""
    told = Marks()
    return [
        (claim.confidence, right)
        for key, document in sources(data).items()
        for claim in claims.find(document)
        if (right := told.of(key, claim)) is not None
    ]


class Marks:
    """The marks; one holds for a proposal of its type whose span is nearly the same."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], list[tuple[int, int, bool]]] = {}
        for line in _lines():
            key, start, end, kind, right = line.split("\t")
            self._told.setdefault((key, kind), []).append((int(start), int(end), right == "1"))

    def of(self, key: str, claim: Claim) -> bool | None:
        for start, end, right in self._told.get((key, claim.type), ()):
            shared = min(end, claim.end) - max(start, claim.start)
            if shared >= _SAME * (max(end, claim.end) - min(start, claim.start)):
                return right
        return None


def _lines() -> list[str]:
    return [line for line in MARKS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@cache
def _chronicle(data: Path) -> dict[str, Document]:
    file = data / _CHRONICLE / "wikitimes_CEP.json"
    if not file.is_file():
        return {}
    return {
        f"cep{item['id']}": Document(item["description"].strip(), published=date.fromisoformat(item["date"]))
        for item in json.loads(file.read_text(encoding="utf-8"))
    }


@cache
def _attacks(data: Path) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for archive in sorted((data / _ATTACKS).glob("*/*.tar.xz")):
        with tarfile.open(archive) as opened:
            for member in opened:
                stream = opened.extractfile(member) if re.search(r"/dev-muc3-\d{4}-\d{4}$", member.name) else None
                if stream is not None:
                    found |= _messages(stream.read().decode("latin-1"))
    return found


def _messages(text: str) -> dict[str, Document]:
    """The messages of a file, the lines of each paragraph joined."""
    found = {}
    for message in re.split(r"(?m)^(?=DEV-MUC3-\d{4})", text):
        key = message[:13]
        if key.startswith("DEV-MUC3"):
            paragraphs = [" ".join(one.split()) for one in re.split(r"\n[ \t]*\n", message.split("--", 1)[-1])]
            body = "\n\n".join(re.sub(r"^(?:\[[^\]]*\] *)++", "", one) for one in paragraphs if one)
            found[key] = Document(body)
    return found


def calibration_error(judged: list[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width."""
    return sum(
        abs(sum(confidence for confidence, _ in rows) - sum(right for _, right in rows)) for _, rows in _binned(judged)
    ) / len(judged)


def _binned(judged: list[tuple[float, bool]]) -> list[tuple[int, list[tuple[float, bool]]]]:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bins.setdefault(min(int(confidence * _BINS), _BINS - 1), []).append((confidence, right))
    return sorted(bins.items())


def print_bins(judged: list[tuple[float, bool]], error: float) -> None:
    rows = [
        (
            f"{number / _BINS:.1f} to {(number + 1) / _BINS:.1f} ({len(rows)})",
            (sum(confidence for confidence, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows)),
        )
        for number, rows in _binned(judged)
    ]
    right = sum(one for _, one in judged) / len(judged)
    show(
        f"confidence of {len(judged)} proposals judged by hand, {right:.3f} right; calibration error (ECE) {error:.3f}",
        ("confidence", "right"),
        rows,
    )


def learn(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Fit a logistic function of the signs to the marks."""
    weights: dict[str, float] = {}
    order = random.Random(1)
    for turn in range(_TURNS):
        order.shuffle(rows)
        step = _STEP / (1 + turn / 50)
        for signs, right in rows:
            missed = right - 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs)))
            for sign in signs:
                shrink = 0.0 if sign == "always" else _SHRINK * weights.get(sign, 0.0)
                weights[sign] = weights.get(sign, 0.0) + step * (missed - shrink)
    return weights


def lessons(data: Path) -> list[tuple[list[str], bool]]:
    told = Marks()
    return [
        (signs, right)
        for key, document in sources(data).items()
        for claim, signs in assembling.signed(document)
        if (right := told.of(key, claim)) is not None
    ]


def check(rows: list[tuple[list[str], bool]]) -> float:
    """The calibration error on parts of the marks that were not learnt from."""
    parts = random.Random(0)
    part = [parts.randrange(5) for _ in rows]
    judged = []
    for number in range(5):
        weights = learn([row for row, one in zip(rows, part, strict=True) if one != number])
        judged += [
            (1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs))), right)
            for (signs, right), one in zip(rows, part, strict=True)
            if one == number
        ]
    return calibration_error(judged)


def write(weights: dict[str, float]) -> None:
    lines = [f'    "{sign}": {weight:.2f},' for sign, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    place = Path(str(written.__file__))
    place.write_text(
        f"{place.read_text(encoding='utf-8').split('WEIGHTS')[0]}WEIGHTS: dict[str, float] = {{\n"
        + "\n".join([*lines, "}", ""]),
        encoding="utf-8",
    )


def list_unmarked(data: Path, keys: list[str]) -> None:
    """Print the proposals of the texts *keys* that have no mark, a line each to be completed."""
    told = Marks()
    known = _chronicle(data) | _attacks(data)
    for key in keys:
        print(f"# {key}: {known[key].text}")
        for claim in claims.find(known[key]):
            if told.of(key, claim) is None:
                who = f" [{claim.speaker.text}]" if claim.speaker else ""
                print(f"{key}\t{claim.start}\t{claim.end}\t{claim.type}\t? # {claim.text}{who}")


def main(arguments: list[str]) -> None:
    data = HERE.parents[1].parent / "shared" / "data"
    if arguments[:1] == ["--list"]:
        list_unmarked(data, arguments[1:])
        return
    rows = lessons(data)
    share = sum(right for _, right in rows) / len(rows)
    print(f"{len(rows)} marks, {share:.3f} right; calibration error on parts held out {check(list(rows)):.3f}")
    write(learn(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
