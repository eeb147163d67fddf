"""Noun phrases that name nobody: "no group", "neither side", "none of them"."""

from __future__ import annotations

from typing import Any

_NOBODY = frozenset(("nobody", "none", "neither", "nothing", "no-one"))
_NO = frozenset(("no", "neither", "nor", "not"))
_BOUND = frozenset(("fewer", "less", "more", "later", "only", "just", "least", "smaller"))
"""After *no* or *not* these tell how many: "no fewer than twelve"."""
_ANYONE = frozenset(("anyone", "anybody", "someone", "somebody", "everyone", "everybody", "one", "any"))


def nobody(token: Any) -> bool:
    """Tell whether a noun stands for none, by itself or joined to others by *neither … nor*."""
    if token.lower_ in _NOBODY or any(_none(child) for child in (token.left_edge, *token.lefts)):
        return True
    return any(child.lower_ in ("neither", "nor") for one in (token, *token.conjuncts) for child in one.children)


def _none(word: Any) -> bool:
    return word.lower_ in _NO and word.nbor(1).lower_ not in _BOUND if word.i + 1 < len(word.doc) else False


def unnamed(token: Any) -> bool:
    """Tell whether a noun says nobody in particular: none, or anyone."""
    return token.lower_ in _ANYONE or nobody(token) or any(child.lower_ == "any" for child in token.children)
