"""The languages there are cue words for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from tocsin.claims.extraction.attributions.words.forms import Words

_MODULES = {
    "en": ("plain_en", "ENGLISH"),
    "uk": ("uk", "UKRAINIAN"),
    "ru": ("ru", "RUSSIAN"),
    "es": ("es", "SPANISH"),
    "de": ("de", "GERMAN"),
    "cs": ("cs", "CZECH"),
    "fr": ("fr", "FRENCH"),
}


@cache
def words_of(language: str) -> Words | None:
    """Return the cue words of *language*, or None."""
    if language not in _MODULES:
        return None
    module, name = _MODULES[language]
    found: Words = getattr(import_module(f"tocsin.claims.extraction.attributions.words.{module}"), name)
    return found
