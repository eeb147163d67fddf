"""What a noun names, and which noun phrases stand beside a name to tell what it is."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.claims.words import nouns


def apposed(token: Any) -> bool:
    """An apposition by the parse, or a noun phrase that stands like one: after a name and a comma."""
    if token.dep_ == "appos":
        return True
    first = token.left_edge.i
    return (
        token.dep_ == "npadvmod"
        and token.pos_ == "NOUN"
        and first > 1
        and token.doc[first - 1].text == ","
        and token.doc[first - 2].pos_ == "PROPN"
        and token.doc[first - 2].ent_type_ != "DATE"
    )


def typed(noun: Any) -> bool:
    """The noun names an office, a kind of place or body, or a tie."""
    word = noun.lemma_.lower()
    return word in nouns.ROLE or word in nouns.KIND or word in nouns.TIE


def ranked(noun: Any) -> bool:
    return any(child.dep_ == "amod" and child.lower_ in nouns.RANK for child in noun.children)


def told_apart(token: Any) -> bool:
    """An apposition that is a fact of its own: "in Belarus, a country ruled by X"."""
    return apposed(token) and (ranked(token) or (typed(token) and token.pos_ == "NOUN"))
