"""An attribution while it is being read: token ranges of one piece, and quotations tied to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tocsin.claims.extraction.attributions.english.trees import Range
from tocsin.claims.extraction.parser import Piece
from tocsin.claims.extraction.results import Stretch


@dataclass(slots=True)
class Candidate:
    """What one cue gives. *kernel* is the word the cue is built on; *quotes* are stretches of the text."""

    piece: Piece
    kernel: Any
    cue: Range
    source: Range | None = None
    content: list[Range] = field(default_factory=list)
    quotes: list[Stretch] = field(default_factory=list)

    def tidy(self) -> None:
        """Drop ranges that hold no token: parses of rubbish give them."""
        length = len(self.piece.doc)
        self.content = [(start, end) for start, end in self.content if 0 <= start < end <= length]
        if self.source is not None and not 0 <= self.source[0] < self.source[1] <= length:
            self.source = None
        if not 0 <= self.cue[0] < self.cue[1] <= length:
            self.content, self.quotes = [], []

    def stretch(self, tokens: Range) -> Stretch:
        start, end = tokens
        doc = self.piece.doc
        return self.piece.offset + doc[start].idx, self.piece.offset + doc[end - 1].idx + len(doc[end - 1].text)
