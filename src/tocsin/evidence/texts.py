"""An article's words as the evidence desk shows them: runs that lie in the same claims, sentences no claim covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.articles.canonical import BETWEEN
from tocsin.articles.models import Span
from tocsin.lib.sentences import sentences


@dataclass(frozen=True)
class Run:
    """Words that lie in the same spans. ``sentence`` is the (start, end) of a sentence no claim covers."""

    start: int
    text: str
    spans: tuple[Span, ...]
    sentence: tuple[int, int] | None

    @property
    def top(self) -> Span | None:
        """The innermost span."""
        return min(self.spans, key=lambda span: span.end - span.start, default=None)


def paragraphs(text: str, spans: Sequence[Span]) -> list[list[Run]]:
    """Return the paragraphs of *text* as runs."""
    uncovered = uncovered_sentences(text, spans)
    found: list[list[Run]] = []
    position = 0
    for part in text.split(BETWEEN):
        end = position + len(part)
        found.append(_runs(text, position, end, spans, uncovered))
        position = end + len(BETWEEN)
    return found


def uncovered_sentences(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the sentences in which no claim has a word."""
    return [
        (start, end)
        for start, end in sentences(text)
        if not any(span.start < end and span.end > start for span in spans)
    ]


def _runs(text: str, start: int, end: int, spans: Sequence[Span], uncovered: Sequence[tuple[int, int]]) -> list[Run]:
    inside = [span for span in spans if span.start < end and span.end > start]
    ends = {start, end}
    for low, high in [*((span.start, span.end) for span in inside), *uncovered]:
        ends |= {one for one in (low, high) if start < one < end}
    places = sorted(ends)
    return [
        Run(
            low,
            text[low:high],
            tuple(span for span in inside if span.start <= low and high <= span.end),
            next((one for one in uncovered if one[0] <= low and high <= one[1]), None),
        )
        for low, high in pairwise(places)
    ]
