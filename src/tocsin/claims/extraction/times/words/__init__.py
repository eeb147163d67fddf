"""Words of time, a module for each language, and how they are written down.

A module has ``WORDS``: for each category, what its words mean and the words, separated by spaces. ``_`` joins the
words of a phrase; ``stem|,a,b`` stands for ``stem``, ``stema`` and ``stemb``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

LANGUAGES = ("en", "uk", "ru", "es", "ar", "fr", "de", "pl", "pt", "tr", "it")
TOKEN = re.compile(r"\d+|[^\W\d_]+|\n|[^\s\w]|_")
_APOSTROPHES = str.maketrans("’ʼ`´‘İ", "'''''i")

Entry = tuple[str, Any]
Phrases = dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]


def folded(text: str) -> str:
    """Return *text* in small letters and with one kind of apostrophe; the length stays."""
    low = (
        text.lower()
        if len(text.lower()) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )
    return low.translate(_APOSTROPHES)


@cache
def phrases(language: str) -> Phrases:
    """Return the phrases of *language* by their first token, the longest first, each with its readings."""
    if language not in LANGUAGES:
        return {}
    gathered: dict[tuple[str, ...], dict[Entry, None]] = {}
    for category, meanings in module(language).WORDS.items():
        for meaning, words in meanings.items():
            for form in forms(words):
                tokens = tuple(TOKEN.findall(folded(form.replace("_", " "))))
                gathered.setdefault(tokens, {})[category, meaning] = None
    found: Phrases = {}
    for tokens in sorted(gathered, key=len, reverse=True):
        found.setdefault(tokens[0], []).append((tokens[1:], tuple(gathered[tokens])))
    return found


@cache
def module(language: str) -> Any:
    return import_module(f"{__name__}.{language}")


def forms(words: str) -> Iterator[str]:
    """Yield the forms that *words* stand for."""
    for word in words.split():
        stem, _, endings = word.partition("|")
        yield from (stem + ending for ending in endings.split(","))
