"""Lines broken at a fixed width, as agencies and mail programs send them, made paragraphs again. Lengths stay."""

from __future__ import annotations

import re
from itertools import pairwise

_BLOCK = re.compile(r"^[^\n]++(?:\n[^\n]++)++", re.MULTILINE)
_LEAST_LINES = 3
_NARROWEST, _WIDEST = 40, 100
_SHARE = 0.9
"""A block is broken by width when so many of its lines could not have held the next word."""
_SLACK = 4


def unwrapped(text: str) -> str:
    """Return *text*, the line breaks inside its paragraphs made spaces where the lines were broken by their width."""
    return _BLOCK.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    block = match.group()
    lines = block.split("\n")
    width = max(len(line) for line in lines)
    if len(lines) < _LEAST_LINES or not _NARROWEST <= width <= _WIDEST:
        return block
    full = sum(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK if following.strip() else False
        for line, following in pairwise(lines)
    )
    return block.replace("\n", " ") if full >= _SHARE * (len(lines) - 1) else block
