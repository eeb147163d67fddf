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
