"""The words of quantity, a module for each language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from tocsin.claims.extraction.figures.words.language import Language, listed

WRITTEN = frozenset(listed("ar be bg de en es fa fr he hi it kk pl pt ro ru tr uk zh"))


@cache
def language(code: str) -> Language:
    """Return the words of a language; of one not written here, digits and the signs all share."""
    name = code if code in WRITTEN else "other"
    found: Language = import_module(f"tocsin.claims.extraction.figures.words.{name}").LANGUAGE
    return found
