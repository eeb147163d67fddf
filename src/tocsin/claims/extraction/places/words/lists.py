"""How the lists are written: words parted by white space."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words."""
    return frozenset(words.split())
