"""Parallel news (NTREX): the same figures in every language, over the lines whose English holds a digit.

A figure written in digits agrees when the other language's line holds a figure with the same bounds (a bound left open
counts as the one given), each used once; translators turn miles into kilometres, so figures with measures of one kind
also agree when they are within a tenth of each other in metric, and a measure told twice counts once. Agreement is the
share of all such figures of both languages. Beside it: the same share where both lines hold the number (translators
leave out, round and reckon in their own way: a figure counts here if it agrees or its digits stand in the other line);
the first share with equal values only; the share of all figures, those in words too; and of bare rows of digits.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.eval.tables import Figures, folder, members, show
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.figures import find, numerals
from tocsin.claims.extraction.figures.tokens import tokens
from tocsin.claims.extraction.figures.words import language
from tocsin.claims.extraction.results import Figure

SET = "ntrex-parallel-news"
ARCHIVE = "ntrex.tar.xz"
CHECKED = Path(__file__).with_name("ntrex_checked.tsv")
CODES = {
    "ukr": "uk", "rus": "ru", "spa": "es", "arb": "ar", "fra": "fr", "deu": "de", "pol": "pl", "por": "pt", "tur": "tr",
    "heb": "he", "fas": "fa", "bel": "be", "ron": "ro", "bul": "bg", "kaz": "kk", "hin": "hi", "zho-CN": "zh",
    "zho-TW": "zh",
}  # fmt: skip
ASKED = ("es", "uk", "ru")
_DIGIT = re.compile(r"\d")
_TENTH = 0.1
METRIC = {
    "kilometre": ("length", 1000.0), "metre": ("length", 1.0), "centimetre": ("length", 0.01),
    "millimetre": ("length", 0.001), "mile": ("length", 1609.34), "yard": ("length", 0.9144),
    "foot": ("length", 0.3048), "inch": ("length", 0.0254), "kilogram": ("weight", 1.0), "pound": ("weight", 0.4536),
    "tonne": ("weight", 1000.0), "ton": ("weight", 907.2), "gram": ("weight", 0.001), "ounce": ("weight", 0.02835),
    "mile per hour": ("speed", 1.609),
    "kilometre per hour": ("speed", 1.0), "inch per hour": ("fall", 2.54), "centimetre per hour": ("fall", 1.0),
    "hectare": ("area", 10000.0), "acre": ("area", 4047.0), "square kilometre": ("area", 1e6),
    "square mile": ("area", 2.59e6), "square metre": ("area", 1.0), "square foot": ("area", 0.0929),
    "degree": ("warmth", 1.0), "degree Celsius": ("warmth", 1.0),
}  # fmt: skip


def run(data: Path) -> Figures:
    archive = folder(data, SET, ARCHIVE) / ARCHIVE
    texts = {Path(name).stem: raw.decode("utf-8").splitlines() for name, raw in members(archive)}
    english = next((lines for name, lines in texts.items() if name.endswith("src.eng")), [])
    chosen = [place for place, line in enumerate(english) if _DIGIT.search(line)]
    source = {place: told_once(find(Document(english[place]))) for place in chosen}
    rows: list[tuple[str, tuple[float, ...]]] = []
    scores: Figures = {}
    for name, lines in sorted(texts.items()):
        code = CODES.get(name.rpartition("ref.")[2])
        if code is None or len(lines) < max(chosen, default=0):
            continue
        row = agreement(english, lines, source, code)
        rows.append((f"{name.rpartition('ref.')[2]} ({code})", row))
        scores |= {code: row[0], f"{code}_held": row[1]} if code in ASKED else {}
    show(
        f"{SET}: {len(chosen)} lines with a digit; share that agrees with the English",
        ("figures in digits", "where both hold it", "equal only", "all figures", "bare digits"),
        rows,
    )
    return {**scores, "checked": checked(english)}


def agreement(english: list[str], lines: list[str], source: dict[int, list[Figure]], code: str) -> tuple[float, ...]:
    metric, held, digits, every, bare = (Counter[str]() for _ in range(5))
    for place, told in source.items():
        found = told_once(find(Document(lines[place], language=code)))
        _count(metric, told, found, in_digits, same)
        _held(held, (english[place], told, "en"), (lines[place], found, code))
        _count(digits, told, found, in_digits, equal)
        _count(every, told, found, lambda _figure: True, same)
        one, other = (Counter(re.findall(r"\d+", line)) for line in (english[place], lines[place]))
        bare.update(same=2 * (one & other).total(), all=one.total() + other.total())
    return _share(metric), _share(held), _share(digits), _share(every), _share(bare)


def in_digits(figure: Figure) -> bool:
    return bool(_DIGIT.search(figure.text))


def _count(
    counts: Counter[str],
    one: list[Figure],
    other: list[Figure],
    chosen: Callable[[Figure], bool],
    agree: Callable[[Figure, Figure], bool],
) -> None:
    for mine, theirs in ((one, other), (other, one)):
        asked = [figure for figure in mine if chosen(figure)]
        counts.update(same=len(asked) - len(unmatched(asked, theirs, agree)), all=len(asked))


def _held(counts: Counter[str], one: tuple[str, list[Figure], str], other: tuple[str, list[Figure], str]) -> None:
    for (_, mine, _), (line, theirs, code) in ((one, other), (other, one)):
        asked = [figure for figure in mine if in_digits(figure)]
        missed = unmatched(asked, theirs, same)
        mark = language(code).decimal
        numbers = {numerals.value(token.text, mark) for token in tokens(line) if token.kind == "numeral"}
        digits = {round(number, 6) for number in numbers if number is not None}
        lost = sum(any(_bare(figure, code, value) for value in digits) for figure in missed)
        counts.update(same=len(asked) - len(missed), all=len(asked) - len(missed) + lost)


def _bare(figure: Figure, code: str, value: float) -> bool:
    """Tell whether the digits of a figure are worth *value*, scales and measures aside."""
    marks = (".", ",")
    numbers = [
        numerals.value(token.text, mark) for token in tokens(figure.text) for mark in marks if token.kind == "numeral"
    ]
    return value in numbers


def unmatched(asked: list[Figure], others: list[Figure], agree: Callable[[Figure, Figure], bool]) -> list[Figure]:
    """Return the figures that agree with none of the others, equal ones being matched first."""
    left, missed = list(others), list(asked)
    for rule in (equal, agree):
        for figure in tuple(missed):
            if (match := next((other for other in left if rule(figure, other)), None)) is not None:
                left.remove(match)
                missed.remove(figure)
    return missed


def told_once(figures: list[Figure]) -> list[Figure]:
    """Leave out a measure that tells the one before it again in another system: ``300 km (190 miles)``."""
    return [
        figure
        for before, figure in zip([None, *figures], figures, strict=False)
        if before is None or before.unit == figure.unit or not same(before, figure) or equal(before, figure)
    ]


def equal(one: Figure, other: Figure) -> bool:
    return bounds(one) == bounds(other)


def same(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are equal, or the same length, weight, speed, area or warmth in two systems."""
    if equal(one, other):
        return True
    mine, theirs = METRIC.get(one.unit), METRIC.get(other.unit)
    if not mine or not theirs or mine[0] != theirs[0] or (one.unit == other.unit and mine[0] != "warmth"):
        return False
    here, there = bounds(one), bounds(other)
    if mine[0] == "warmth":
        scales = [(-32.0, 1 / 1.8, 0.0), (0.0, 1.8, 32.0), (0.0, 1 / 1.8, 0.0), (0.0, 1.8, 0.0)]
        return any(_close(here, [(to + less) * by + more for to in there]) for less, by, more in scales)
    return _close([bound * mine[1] for bound in here], [bound * theirs[1] for bound in there])


def _close(here: Sequence[float], there: Sequence[float]) -> bool:
    return all(abs(a - b) <= _TENTH * max(abs(a), abs(b)) for a, b in zip(here, there, strict=True))


def bounds(figure: Figure) -> tuple[float, float]:
    return _either(figure.low, figure.high), _either(figure.high, figure.low)


def _either(bound: float | None, other: float | None) -> float:
    return round(bound if bound is not None else other or 0.0, 6)


def _share(counts: Counter[str]) -> float:
    return counts["same"] / (counts["all"] or 1)


def checked(english: list[str]) -> float:
    """Print the table of the lines checked by hand; return the share of their quantities found with their bounds."""
    lines = {hashlib.sha256(line.encode()).hexdigest()[:16]: line for line in english}
    gold: dict[str, list[tuple[str, str, str]]] = {}
    for row in CHECKED.read_text(encoding="utf-8").splitlines():
        if not row.startswith(("#", "sha256")) and (cells := row.split("\t"))[0] in lines:
            quantity = (cells[2], cells[3], cells[4])
            gold.setdefault(cells[0], []).extend([quantity] if any(quantity) else [])
    counts: Counter[str] = Counter()
    for key, quantities in gold.items():
        found = find(Document(lines[key]))
        left = [(_bound(figure.low), _bound(figure.high), figure.quantifier) for figure in found]
        counts["found"] += len(left)
        for low, high, quantifier in quantities:
            match = next((one for one in left if one[:2] == (low, high)), ("", "", ""))
            counts.update(gold=1, bounds=int(any(match)), whole=int(match[2] == quantifier))
            if any(match):
                left.remove(match)
    told = counts["gold"] or 1
    row_of = (counts["bounds"] / (counts["found"] or 1), counts["bounds"] / told, counts["whole"] / told)
    title = f"{SET}: quantities of {len(gold)} English lines checked by hand, by their bounds"
    show(title, ("P", "R", "R with quantifier"), [("tocsin", row_of)])
    return counts["bounds"] / told


def _bound(value: float | None) -> str:
    return "" if value is None else repr(float(value)).removesuffix(".0")
