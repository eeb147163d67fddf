"""People a figure counts, and what befell them: ``civilians killed``."""

from __future__ import annotations

from tocsin.claims.extraction.figures.scanner import Quantity
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language, listed

_AUXILIARIES = frozenset(
    listed(
        "were was are is have has been being had be got reported confirmed reportedly also all feared believed "
        "presumed either both later already officially було були были было fueron resultaron quedaron han sido"
    )
)
_NEAR, _TOLL = 6, 8
_ENDS = frozenset(".;!?,")


class People:
    """Reads what befell the people of a figure out of the words beside it."""

    def __init__(self, text: str, row: list[Token], language: Language) -> None:
        self.text = text
        self.row = row
        self.language = language

    def words(self, first: int, last: int) -> str:
        return self.text[self.row[first].start : self.row[last - 1].end]

    def item(self, first: int, last: int) -> str:
        """Return the words for the people with the word for what befell them, before or after."""
        item = self.words(first, last)
        if any(token.low in self.language.casualties for token in self.row[first:last]):
            return item
        harm = self._after(last) or self._before(first)
        return f"{item} {harm}" if harm else item

    def beside(self, found: Quantity) -> str:
        """Return the item of a number without a noun: ``12 were killed``, ``a family of six``, ``a toll of 12``."""
        return self._after(found.end) or self._group(found) or self._toll(found)

    def _after(self, place: int) -> str:
        ahead = place
        while ahead < len(self.row) and ahead - place < 4 and self._auxiliary(ahead):  # noqa: PLR2004
            ahead += 1
        harmed = ahead < len(self.row) and self.row[ahead].low in self.language.casualties
        return self.words(ahead, ahead + 1) if harmed else ""

    def _auxiliary(self, place: int) -> bool:
        low = self.row[place].low
        return low in _AUXILIARIES or (self.language.decimal == "." and low.endswith("ly"))

    def _before(self, place: int) -> str:
        """Return the casualty word a little before *place*: ``killed at least 12 civilians``."""
        for back in range(place - 1, max(-1, place - 1 - _NEAR), -1):
            if self.row[back].low in self.language.casualties:
                return self.words(back, back + 1)
            if self.row[back].low in _ENDS or self.row[back + 1].opens:
                break
        return ""

    def _group(self, found: Quantity) -> str:
        place = found.first - 2
        grouped = place >= 0 and self.row[place + 1].low in self.language.of
        return self.words(place, place + 1) if grouped and self.row[place].low in self.language.groups else ""

    def _toll(self, found: Quantity) -> str:
        """Return the ``death toll`` a little before the number."""
        for back in range(found.outer - 1, max(-1, found.outer - 1 - _TOLL), -1):
            if toll := self.language.tolls.before(self.row, back + 1):
                return self.words(back + 1 - toll[0], back + 1)
            if self.row[back].low in _ENDS or self.row[back + 1].opens:
                break
        return ""
