"""A share of people counted: of "half of the town's 20,000 residents" the people are about ten thousand."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import PEOPLE, Figure

_OF = re.compile(
    r"\s++(?:of|del?|из|з|із)\s++(?:(?!of\b)[^\W\d]{1,30}+(?:['’]s?)?+\s++){0,5}+",
    re.IGNORECASE,
)
_LONGEST = 120
_HUNDRED = 100


def portions(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures, a share and the number of people it is a share of as one."""
    found: list[Figure] = []
    for figure in figures:
        share = _share(found[-1]) if found else None
        if share is not None and figure.unit in PEOPLE and _governs(document, found[-1], figure):
            found[-1] = _portion(document, found[-1], figure, share)
        else:
            found.append(figure)
    return found


def _share(figure: Figure) -> float | None:
    """Return the part of one that a percentage or a fraction is."""
    value = figure.low if figure.low is not None else figure.high
    if value is None or (figure.low is not None and figure.high is not None and figure.low != figure.high):
        return None
    if figure.unit == "percent":
        return value / _HUNDRED
    return value if not figure.unit and 0 < value < 1 else None


def _governs(document: Document, share: Figure, people: Figure) -> bool:
    gap = people.start - share.end
    return 0 < gap <= _LONGEST and _OF.fullmatch(document.readable, share.end, people.start) is not None


def _portion(document: Document, share: Figure, people: Figure, part: float) -> Figure:
    """Return the share of the people, never more certain than about."""
    bounds = {share.quantifier, people.quantifier} - {"EXACT"}
    quantifier = bounds.pop() if len(bounds) == 1 else "APPROXIMATELY"
    low = None if share.low is None or people.low is None else round(part * people.low)
    high = None if share.high is None or people.high is None else round(part * people.high)
    text = document.text[share.start : people.end]
    return replace(people, start=share.start, text=text, low=low, high=high, quantifier=quantifier)
