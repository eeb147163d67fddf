"""Text that arrives in pieces, looked at as one, with the line of every place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import limits

_STEP = 1 << 18
_LARGEST_STEP = 1 << 21
_READ_ENOUGH = 1 << 17
_LOOKED_IN_VAIN = 100_000_000


class Buffer:
    """The part of a document in memory. *pos* is where reading stands; what lies before it may be dropped by ``trim``.

    Offsets into *text* hold until ``trim``; ``more`` only appends.
    """

    def __init__(self, texts: Iterator[str]) -> None:
        self.texts = texts
        self.text = ""
        self.pos = 0
        self.ended = False
        self.spent = 0
        self._line, self._counted = 1, 0

    def more(self) -> bool:
        """Append what comes next; in growing steps, so that a long text is not copied again for every piece."""
        if self.ended:
            return False
        wanted = min(max(_STEP, len(self.text) - self.pos), _LARGEST_STEP)
        pieces, length = [self.text], 0
        while length < wanted:
            piece = next(self.texts, None)
            if piece is None:
                self.ended = True
                break
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)
        return length > 0

    def trim(self) -> None:
        if self.pos > _READ_ENOUGH or self.pos == len(self.text):
            self.line(self.pos)
            self.text = self.text[self.pos :]
            self._counted = 0
            self.pos = 0

    def have(self, count: int, at: int) -> None:
        """See to it that *count* characters from *at* on are here, or all that are left."""
        while len(self.text) - at < count and self.more():
            pass

    def find(self, needle: str, at: int) -> int:
        """The offset of *needle*, or -1 where the document ends first. Refuses to hold more than an element may."""
        looked = at
        while (found := self.text.find(needle, looked)) < 0:
            looked = max(at, len(self.text) - len(needle) + 1)
            self.refuse_long(len(self.text) - at, at)
            if not self.more():
                return -1
        self.refuse_long(found - at, at)
        return found

    def search(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The first match from *at* on, as far as an element may reach."""
        while not (found := pattern.search(self.text, at)) and len(self.text) - at < limits.MAX_TEXT and self.more():
            pass
        return found

    def spend(self, count: int, at: int) -> None:
        """Account for looking ahead in vain, which a hostile file could ask for without end."""
        self.spent += count
        if self.spent > _LOOKED_IN_VAIN:
            raise ExportRefused(f"Line {self.line(at)}: the file is damaged in too many places to be read safely.")

    def refuse_long(self, length: int, at: int) -> None:
        if length > limits.MAX_TEXT:
            raise ExportRefused(
                f"Line {self.line(at)}: one element holds more than {limits.MAX_TEXT // 1_000_000} million characters."
            )

    def line(self, at: int) -> int:
        """The line of offset *at*. Places are asked for in order; an earlier one is counted back."""
        if at >= self._counted:
            self._line += self.text.count("\n", self._counted, at)
            self._counted = at
            return self._line
        return self._line - self.text.count("\n", at, self._counted)
