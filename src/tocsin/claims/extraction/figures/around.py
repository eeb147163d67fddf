"""A row of tokens and what stands around a place in it."""

from __future__ import annotations

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language


class Around:
    """Answers what stands at and beside a place of a row of tokens."""

    def __init__(self, row: list[Token], language: Language) -> None:
        self.row = row
        self.language = language

    def low(self, place: int) -> str:
        return self.row[place].low if 0 <= place < len(self.row) else ""

    def touching(self, place: int) -> bool:
        """Tell whether the token at *place* stands right after the one before it."""
        return 0 < place < len(self.row) and self.row[place - 1].end == self.row[place].start

    def counted(self, place: int) -> bool:
        """Tell whether a word in small letters follows that may be what is counted."""
        if place >= len(self.row):
            return False
        token = self.row[place]
        return token.kind == "word" and not token.capital and token.low not in self.language.stops
