"""Stretches of text put together and trimmed."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.claims.extraction.results import Stretch


def merged(text: str, parts: Iterable[Stretch]) -> list[Stretch]:
    """Return *parts* in order, those that meet or have only white space between them made one."""
    found: list[Stretch] = []
    for start, end in sorted(parts):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


_OPENING = {"“": "”", "«": "»", "„": "“”", '"': '"'}


def balanced(text: str, stretch: Stretch) -> Stretch:
    """The stretch with the mark that opens or closes a quotation in it, where that mark stands right outside."""
    start, end = stretch
    for opening, closing in _OPENING.items():
        inside = text[start:end]
        opened, closed = inside.count(opening), sum(inside.count(mark) for mark in closing)
        if opening in closing:
            opened, closed = (closed + 1) // 2, closed // 2
            before = closed != opened and text[start - 1 : start] == opening
            opened, closed = (opened - 1, closed + 1) if before else (opened, closed)
        if closed > opened and text[start - 1 : start] == opening:
            start -= 1
        elif opened > closed:
            end = next((place + 1 for place in (end, end + 1) if text[place : place + 1] in set(closing)), end)
    return start, end
