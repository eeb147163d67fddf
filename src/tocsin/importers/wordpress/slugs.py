"""The last part of an address: as WordPress had it where that will do here."""

from __future__ import annotations

import itertools
from collections.abc import Container
from urllib.parse import unquote

from django.utils.text import slugify

LONGEST = 190


def cleaned(slug: str, *otherwise: str) -> str:
    """Return *slug* decoded and made fit for an address; else the first of *otherwise* that yields one."""
    for text in (unquote(slug).removesuffix("__trashed"), *otherwise):
        if found := slugify(text, allow_unicode=True)[:LONGEST].strip("-_"):
            return found
    return "untitled"


def free(slug: str, taken: Container[str]) -> str:
    """Return *slug*, or the first of ``slug-2``, ``slug-3`` … that is not *taken*."""
    names = itertools.chain([slug], (f"{slug}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)
