"""The ends of a clause: without conjunctions, joining words and punctuation."""

from __future__ import annotations

import re
from typing import Any

from tocsin.claims.extraction.claims.words import opinion

LONGEST_DATELINE = 200
_TAGS = re.compile(r"\s*+(?:\[[A-Z][^\]\na-z]{0,60}+\]\s*+)*+")
_DATELINE = re.compile(
    r"\s*+(?:\[[^\]\n]{0,60}\]\s*+)*+([A-ZÀ-Þ][^\s,(:]{1,25}+(?: [A-ZÀ-Þ][^\s,(:]{1,25}+){0,2}+)"
    r"(?:, [A-Z0-9][\w. ]{0,25}){0,2}+ ?(\([^()\n]{2,40}\))? ?(?:--|[–—:-])\s"
)
_NEGATING = frozenset(("neither", "nor", "not", "no"))
_LAST = frozenset(("however", "though", "too", "either", "meanwhile"))


def after_dateline(text: str) -> int:
    """Where a paragraph begins after "KYIV, March 5 (Reuters) -" or "GENEVA —", and after "[TEXT]"."""
    match = _DATELINE.match(text)
    tags = _TAGS.match(text, match.end() if match and (match[2] or match[1].isupper()) else 0)
    return tags.end() if tags else 0


def trim_front(own: list[Any]) -> None:
    while own and (
        own[0].is_punct
        or own[0].is_space
        or (own[0].dep_ in ("cc", "meta", "dep", "intj", "preconj") and own[0].lower_ not in _NEGATING)
        or _joins(own)
    ):
        own.pop(0)


def _joins(own: list[Any]) -> bool:
    """Drop a subordinator, a joining adverb, or a whole joining phrase at the front."""
    token = own[0]
    if token.dep_ == "mark" and (token.lower_ not in {"if", "although", "though", "because"} or _even(token)):
        return True
    if token.dep_ == "advmod" and token.lower_ in opinion.OPENERS | {"even", "where", "when", "far"}:
        return True
    if token.dep_ == "prep" and _joining_phrase(token):
        below = {t.i for t in token.subtree}
        while len(own) > 1 and own[1].i in below:
            own.pop(1)
        return True
    return False


def _even(token: Any) -> bool:
    return bool(token.lower_ == "if" and token.i and token.nbor(-1).lower_ == "even")


def _joining_phrase(token: Any) -> bool:
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    return (
        noun is not None
        and noun.lemma_ in opinion.OPENING_NOUNS
        and not any(c.dep_ in ("prep", "poss", "acl", "relcl") and c.lower_ != "of" for c in noun.children)
        and not any(c.dep_ == "nummod" for c in noun.children)
        and not any(c.dep_ == "prep" for c in noun.children)
    )


def trim_back(own: list[Any]) -> None:
    while own and (
        (own[-1].is_punct and own[-1].text not in {"%", ")"})
        or own[-1].is_space
        or own[-1].dep_ in ("cc", "meta")
        or own[-1].dep_ == "mark"
        or own[-1].lower_ in _LAST
    ):
        own.pop()
