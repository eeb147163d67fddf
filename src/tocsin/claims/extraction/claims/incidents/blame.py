"""Who is held responsible: "claimed responsibility for", "blamed X for", "accused X of", "attributed to X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.caselists import listed
from tocsin.claims.extraction.claims.incidents.acts import actor
from tocsin.claims.extraction.claims.incidents.subjects import by, is_passive, objects, subjects
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Piece

_CLAIM = listed("claim take assume accept admit acknowledge recognize")
_BLAME = listed("blame accuse suspect charge denounce implicate indict")
_CREDIT = listed("attribute ascribe impute")


@dataclass(eq=False)
class Blame:
    """*accused* is whom the words hold responsible, *accuser* who says so (the same token: they say it themselves)."""

    piece: Piece
    head: Any
    accused: Any
    accuser: Any | None

    @property
    def own(self) -> bool:
        return self.accuser is self.accused

    @property
    def place(self) -> int:
        return self.piece.offset + int(self.head.idx)


def blames(document: Document) -> list[Blame]:
    """Return them in the order of the text; none without a parse."""
    return document.once("blames", _blames)


def _blames(document: Document) -> list[Blame]:
    if document.parsed is None:
        return []
    return [one for piece in document.parsed.pieces for token in piece.doc for one in _read(piece, token)]


def _read(piece: Piece, token: Any) -> Iterator[Blame]:
    lemma = token.lemma_.lower()
    if token.lower_ == "responsible":
        yield from _responsible(piece, token)
    if token.pos_ != "VERB" or any(child.dep_ == "neg" for child in token.children):
        return
    said = objects(token)
    if lemma in _CLAIM and any(one.lemma_.lower() == "responsibility" for one in (*said, *_passive_subject(token))):
        for one in by(token) if is_passive(token) else subjects(token):
            if actor(one):
                yield Blame(piece, token, one, one)
    elif lemma in _BLAME:
        passive = is_passive(token)
        blamed = subjects(token) if passive else [*_after(token, "on"), *said]
        accusers = by(token) if passive else subjects(token)
        for one in [one for one in blamed if actor(one)][:1]:
            yield Blame(piece, token, one, accusers[0] if accusers else None)
    elif lemma in _CREDIT:
        accusers = by(token) if is_passive(token) else subjects(token)
        for one in [one for one in _after(token, "to") if actor(one)][:1]:
            yield Blame(piece, token, one, accusers[0] if accusers and not is_passive(token) else None)


def _responsible(piece: Piece, token: Any) -> Iterator[Blame]:
    """Read "X is responsible for" and "holds X responsible for"."""
    verb = token.head
    if any(child.dep_ == "neg" for child in (*verb.children, *token.children)):
        return
    if verb.lemma_ == "hold":
        blamed, accusers = (subjects(verb), by(verb)) if is_passive(verb) else (objects(verb), subjects(verb))
        blamed = blamed or [one for one in token.children if one.dep_ == "nsubj"]
    elif token.dep_ in ("acomp", "attr") and verb.lemma_ == "be":
        blamed, accusers = subjects(verb), []
    else:
        return
    for one in [one for one in blamed if actor(one)][:1]:
        yield Blame(piece, token, one, accusers[0] if accusers else None)


def _after(verb: Any, preposition: str) -> list[Any]:
    return [
        below
        for child in verb.children
        if child.dep_ in ("prep", "dative") and child.lower_ == preposition
        for below in child.children
        if below.dep_ == "pobj"
    ]


def _passive_subject(verb: Any) -> list[Any]:
    return [child for child in verb.children if child.dep_ == "nsubjpass"]
