"""What kinds of words a Ukrainian or Russian word may be (``lib.word_forms``)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tocsin.claims.extraction.places.words.lists import listed
from tocsin.lib import word_forms

_FUNCTION = listed("CONJ PRCL PREP NPRO ADVB PRED INTJ NUMR VERB INFN GRND COMP ADJS PRTS PRTF ADJP")
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_PROPER = frozenset({"Geox", "Orgn", "Trad"})
_AGREEING = ("case", "number", "gender")


@lru_cache(maxsize=8192)
def kinds(word: str, language: str) -> frozenset[str]:
    """Return what *word*, in small letters, may be: ``function``, ``person``, ``common``, ``place``, ``adjective``."""
    found = set()
    for parse in word_forms.readings(word, language):
        tag = parse.tag
        grammemes = tag.grammemes
        if not parse.is_known:
            continue
        if tag.POS in _FUNCTION:
            found.add("function")
        elif grammemes & _PERSONAL:
            found.add("person")
        elif tag.POS == "ADJF":
            found.add("adjective")
        elif "Geox" in grammemes:
            found.add("place")
        elif tag.POS == "NOUN" and not grammemes & _PROPER and _common(str(tag), language):
            found.add("common")
    return frozenset(found)


@lru_cache(maxsize=4096)
def describes(adjective: str, noun: str, language: str) -> bool:
    """Tell whether *adjective* may be one, and agree with *noun*."""
    nouns = [one.tag for one in word_forms.readings(noun, language) if one.tag.POS in {"NOUN", "ADJF"}]
    return any(
        one.tag.POS == "ADJF" and any(_agree(one.tag, tag) for tag in nouns)
        for one in word_forms.readings(adjective, language)
    )


def _agree(one: Any, other: Any) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in _AGREEING]
    return pairs[0][0] == pairs[0][1] and all(left is None or right is None or left == right for left, right in pairs)


def _common(tag: str, language: str) -> bool:
    """Tell common nouns from names; the Ukrainian dictionary writes a name's gender with its word, not its form."""
    return language != "uk" or tag.startswith(("NOUN,inan ", "NOUN,anim "))
