"""Forms of Ukrainian and Russian words, by the dictionaries of pymorphy3, loaded on first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

LANGUAGES = ("uk", "ru")
_WORD = re.compile(r"[\u0400-\u04ff’'ʼ‘-]{1,60}\Z")


@lru_cache(maxsize=65_536)
def readings(word: str, language: str) -> tuple[Any, ...]:
    """Return what *word* can be in *language*, likeliest first; nothing for another language or another script.

    Each reading has a ``tag`` (part of speech, case, …) and a ``normal_form``, as pymorphy3 gives them.
    """
    return tuple(_analyser(language).parse(word)) if language in LANGUAGES and _WORD.match(word) else ()


@cache
def _analyser(language: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)
