"""Every quantity of a text: bounds, quantifier, change, unit, and what is counted.

The text of a figure is its number with its unit; the words that make a bound of it (``more than``) stand outside.
"""

from __future__ import annotations

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.figures.bounds import limits
from tocsin.claims.extraction.figures.changes import change, fall
from tocsin.claims.extraction.figures.counting import counted
from tocsin.claims.extraction.figures.ellipsis import completed
from tocsin.claims.extraction.figures.scanner import Quantity, Scanner
from tocsin.claims.extraction.figures.tokens import Token, tokens
from tocsin.claims.extraction.figures.words import language
from tocsin.claims.extraction.figures.words.language import Language
from tocsin.claims.extraction.results import Figure


def find(document: Document) -> list[Figure]:
    """Return the quantities of the text, in its order."""
    return document.once("figures", _find)


def _find(document: Document) -> list[Figure]:
    words = language(document.language)
    row = tokens(document.readable)
    found = list(Scanner(row, words).quantities())
    figures = [_figure(document, row, words, quantity) for quantity in found]
    return completed(row, words, found, figures)


def _figure(document: Document, row: list[Token], words: Language, found: Quantity) -> Figure:
    unit, item = counted(document.text, row, words, found)
    low, high, quantifier = limits(found.bound, found.low, found.high, vague=found.kind == "vague")
    if unit == "person" and found.later is not None:
        low = high = found.later
    if quantifier == "EXACT" and found.rounded and (unit == "person" or not unit):
        quantifier = "APPROXIMATELY"
    low, high = _plain(low), _plain(high)
    start, end = row[found.first].start, row[found.last - 1].end
    return Figure(
        start=start,
        end=end,
        text=document.text[start:end],
        low=low,
        high=high,
        quantifier=quantifier,
        change="" if found.ranged else change(row, found.outer, words) or fall(found),
        unit=unit,
        item=item,
    )


def _plain(bound: float | None) -> float | None:
    """Leave out what multiplying adds to a number beyond twelve digits."""
    return bound if bound is None or abs(bound) < 1 else float(f"{bound:.12g}")
