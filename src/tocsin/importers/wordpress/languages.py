"""In which language an item is, where one of the plugins for several languages was in use. Plain Python.

Polylang ties items by terms; qTranslate keeps all languages in one text (``content.tongues``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tocsin.importers.wordpress import php
from tocsin.importers.wordpress.content import split_languages
from tocsin.importers.wordpress.records import Item, Term


def known(code: str, choices: Collection[str]) -> str:
    """Return that of *choices* which *code* (``uk``, ``en_US``, ``pt-br``) means, or nothing."""
    code = code.replace("_", "-").lower()
    return next((one for one in (code, base(code)) if one in choices), "")


def base(code: str) -> str:
    """Return the language of *code* without its region."""
    return code.partition("-")[0]


def of_item(item: Item) -> str:
    """Return the slug of the language Polylang gave *item*, or nothing."""
    return _term_of(item, "language")


def _term_of(item: Item, taxonomy: str) -> str:
    return next((term.slug for term in item.terms if term.taxonomy == taxonomy), "")


class Polylang:
    """What the terms of an export say of languages and translations.

    A site names its languages as it likes (``ua``); their terms tell the locale (``uk``). Each group of translations
    lists its items by language. Both are serialised values of PHP; where these are not there, items name both terms.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._locales: dict[str, str] = {}
        self._places: dict[int, tuple[str, str]] = {}
        for term in terms:
            if term.taxonomy == "language":
                self._locales[term.slug] = str(_said(term).get("locale") or "")
            elif term.taxonomy == "post_translations":
                for slug, number in _said(term).items():
                    if isinstance(number, int | str) and str(number).isdecimal():
                        self._places.setdefault(int(number), (term.slug, str(slug)))

    def language_of(self, item: Item, choices: Collection[str]) -> str:
        """Return that of *choices* which *item* is in, or nothing."""
        slug = of_item(item) or self._places.get(item.id, ("", ""))[1]
        named, meant = known(slug, choices), known(self._locales.get(slug, ""), choices)
        return named if not meant or base(meant) == named else meant

    def group_of(self, item: Item) -> str:
        """Return the name of the group of translations *item* is in, or nothing."""
        return _term_of(item, "post_translations") or self._places.get(item.id, ("", ""))[0]


def _said(term: Term) -> dict[int | str, php.Value]:
    """Return the map in the description of *term*."""
    found = php.load_or_text(term.description)
    return found if isinstance(found, dict) else {}


def first(text: str, preferred: Iterable[str] = ()) -> str:
    """Return *text* in the first of the *preferred* languages it has, else in its first; as it is where it has one."""
    parts = split_languages(text)
    if not parts:
        return text
    return next((parts[code] for code in preferred if parts.get(code)), next(iter(parts.values()))).strip()


def versions(item: Item) -> list[str]:
    """Return the languages *item* is written in where one text holds several, its headline's first; else nothing."""
    return list(split_languages(item.title)) or list(split_languages(item.content))
