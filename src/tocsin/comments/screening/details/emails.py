"""Addresses of mail, also as people spell them for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.comments.screening.details.detail import Found

_NAME = r"[^\W_](?:[\w.+%-]{0,63}\w)?"
_HOST = r"[^\W_](?:[\w-]{0,62}\w)?"
_TOP = r"(?:xn--[a-z0-9-]{2,40}|[^\W\d_]{2,24})"
_OPEN = r"[\s]{0,3}[\[({<*_~-]{1,2}\s?"
_CLOSE = r"\s?[\])}>*_~-]{1,2}\s{0,3}"
_AT_WORDS = r"at|ät|aet|arroba|chiocciola|arobase|małpa|malpa|собака|собачка|собакa|равлик|ет|эт|kuyruklu\s?a|at\s?isareti|آت|ات|اتساين|at\ssign|כרוכית|שטרודל"
_DOT_WORDS = r"dot|punto|ponto|point|punkt|kropka|точка|крапка|дот|nokta|دوت|نقطة|نقطه|נקודה|d0t"
_AT = rf"(?:\s{{0,2}}(?:@|&\#0?64;|&commat;|%40)\s{{0,2}}|{_OPEN}(?:@|a|{_AT_WORDS}){_CLOSE}|\s{{1,3}}(?:{_AT_WORDS})\s{{1,3}})"
_DOT = rf"(?:\s?\.\s?|{_OPEN}(?:\.|{_DOT_WORDS}){_CLOSE}|\s{{1,3}}(?:{_DOT_WORDS})\s{{1,3}})"

_WRITTEN = re.compile(rf"(?<![\w.+%-]){_NAME}@{_HOST}(?:\.{_HOST}){{0,5}}\.{_TOP}(?![\w-])", re.IGNORECASE)
_SPELT = re.compile(
    rf"(?<![\w.+%-])(?:{_NAME}){_AT}{_HOST}(?:{_DOT}{_HOST}){{0,3}}{_DOT}{_TOP}(?![\w-])", re.IGNORECASE
)
_SURE_AT = re.compile(rf"@|&\#0?64;|&commat;|%40|{_OPEN}(?:a|{_AT_WORDS}){_CLOSE}", re.IGNORECASE)
_SURE_DOT = re.compile(rf"(?:\s|[\[({{<])(?:{_DOT_WORDS})(?:\s|[\])}}>])", re.IGNORECASE)
_KNOWN_TOP = re.compile(
    r"(?:com|org|net|info|edu|gov|me|io|ua|ru|su|by|укр|рф|бел|uk|us|de|fr|es|it|pl|pt|br|tr|ir|sa|ae|eg|il|nl|be|ch|at|cz|"
    r"sk|ro|hu|bg|gr|se|no|dk|fi|ie|ca|au|nz|in|mx|ar|co|cl|kz|ge|am|az|md|lt|lv|ee|rs|hr|si|jp|cn|kr|eu|ch|email|app|pm)",
    re.IGNORECASE,
)


def search(text: str) -> Iterator[Found]:
    """Yield what is an address, and what spells one: ``name at host dot org``."""
    for match in _WRITTEN.finditer(text):
        yield Found("email", *match.span())
    for match in _SPELT.finditer(text):
        if _spells(match.group()):
            yield Found("email", *match.span())


def _spells(words: str) -> bool:
    """Whether *words* spell an address; "look at this. Then" does not.

    Either the sign or the point is unmistakable, and the end is one that addresses have.
    """
    top = re.split(r"[\s.\])}>*_~-]", words)[-1]
    known = bool(_KNOWN_TOP.fullmatch(top))
    if _SURE_AT.search(words):
        return known or "." in words
    if _SURE_DOT.search(words):
        return known
    host = words.rsplit(None, 1)[-1]
    return known and "." in host and not host.startswith(".")
