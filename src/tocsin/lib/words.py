"""Sentences of packages that know no Django, marked so that those who show them to people can translate them."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Mark *sentence* for the catalogue; it stays as it is."""
    return sentence
