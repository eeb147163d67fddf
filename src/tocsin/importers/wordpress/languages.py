"""In which language an item is, where one of the plugins for several languages was in use. Plain Python.

Polylang ties items by terms; qTranslate keeps all languages in one text (``content.tongues``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tocsin.importers.wordpress.content import split_languages
from tocsin.importers.wordpress.records import Item


def known(code: str, choices: Collection[str]) -> str:
    """Return that of *choices* which *code* (``uk``, ``en_US``, ``pt-br``) means, or nothing."""
    code = code.replace("_", "-").lower()
    return next((one for one in (code, code.split("-")[0]) if one in choices), "")


def of_item(item: Item) -> str:
    """Return the code Polylang gave *item*, or nothing."""
    return next((term.slug for term in item.terms if term.taxonomy == "language"), "")


def group_of(item: Item) -> str:
    """Return the name of the group of translations *item* is in, or nothing."""
    return next((term.slug for term in item.terms if term.taxonomy == "post_translations"), "")


def first(text: str, preferred: Iterable[str] = ()) -> str:
    """Return *text* in the first of the *preferred* languages it has, else in its first; as it is where it has one."""
    parts = split_languages(text)
    if not parts:
        return text
    return next((parts[code] for code in preferred if parts.get(code)), next(iter(parts.values()))).strip()


def versions(item: Item) -> list[str]:
    """Return the languages *item* is written in where one text holds several, its headline's first; else nothing."""
    return list(split_languages(item.title)) or list(split_languages(item.content))
