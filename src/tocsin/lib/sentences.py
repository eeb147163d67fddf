"""Where sentences begin and end. Plain Python; good enough to show an editor what no claim covers."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…。！？؟।]+[\"'”’»)\]]*(?=\s|$)|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-ZА-ЯІЇЄҐ]|Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|Gen|Col|Lt|Sgt|ст|вул|р|рр|Sr|Sra|EE|UU)\.$"
)
_LETTERS = 3
"""A sentence has at least so many letters or digits."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of *text* as (start, end), code points, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _SHORT.search(text[start : match.end()]):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    trimmed = [_trimmed(text, *span) for span in found]
    return [span for span in trimmed if sum(c.isalnum() for c in text[span[0] : span[1]]) >= _LETTERS]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
