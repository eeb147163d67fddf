"""Ordinary case for a text in capitals, as agencies once sent it. Lengths stay, so that offsets do."""

from __future__ import annotations

import re

_SHARE = 0.7
"""A text is in capitals when so many of its letters that have a case are."""
_LEAST = 20
_STARTS = re.compile(r"(?:^|[.!?]\s+|\n\s*|[\"“«]\s*)(\w)")


def readable(text: str) -> str:
    """Return *text*, or, if it is in capitals, a text of the same length with capitals at the starts of sentences."""
    upper = sum(letter.isupper() for letter in text)
    cased = upper + sum(letter.islower() for letter in text)
    if cased < _LEAST or upper < _SHARE * cased:
        return text
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _STARTS.sub(lambda match: match.group(0)[:-1] + _upper(match.group(1)), low)


def _upper(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter
