"""Facts in noun phrases: offices, ties, ranks, what a place is, how far it lies from another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.nominals import apposed, ranked, typed
from tocsin.claims.extraction.claims.words import nouns, opinion
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Piece
from tocsin.claims.extraction.results import Stretch

_TIED = frozenset(("ally", "rule", "lead", "back", "head", "own", "govern", "support", "control"))
_APART = frozenset(("appos", "relcl", "acl", "punct", "cc", "conj", "advcl"))
_FROM = re.compile(
    r"\s{1,3}(?:away\s{1,3})?(?:to\s{1,3}the\s{1,3})?(?:due\s{1,3})?(?:north|south|east|west|northern|southern)?"
    r"(?:-?(?:east|west))?(?:ern)?\s{0,3}(?:from|of|off|outside)\s{1,3}(?=\w)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\]()]")
_SINCE = frozenset(("former", "current", "then", "late", "new", "ex", "-", "acting", "outgoing", "incoming"))
_LENGTHS = frozenset(("kilometre", "kilometer", "mile", "metre", "meter", "nautical mile", "yard"))
_WINDOW = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    piece: Piece
    stretch: Stretch
    type: str
    sort: str
    """office, title, tie, rank, geography or distance."""
    head: Any


def find(document: Document, layers: Layers) -> list[Phrase]:
    if document.parsed is None:
        return []
    found: list[Phrase] = []
    named: set[str] = set()
    for piece, sentence in document.parsed.sentences():
        for token in sentence:
            for phrase, name in _at(piece, token):
                if (name and name in named) or _BRACKET.search(document.text, *phrase.stretch):
                    continue
                named.add(name)
                found.append(phrase)
    return found + list(_distances(document, layers))


def _at(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """Yield the facts of which *token* is the head, each with the name it is told of."""
    if apposed(token):
        yield from _apposition(piece, token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in _TIED:
        yield from _tie(piece, token)
    if token.pos_ == "PROPN" and token.dep_ != "compound":
        yield from _title(piece, token)
    if token.pos_ == "NOUN" and token.lemma_.lower() in nouns.KIND:
        yield from _rank(piece, token)
        yield from _geography(piece, token)


def _phrase(piece: Piece, first: int, last: int, sort: str, head: Any) -> Phrase:
    doc = head.doc
    start, end = piece.offset + doc[first].idx, piece.offset + doc[last].idx + len(doc[last].text)
    return Phrase(piece, (start, end), "relation", sort, head)


def _apposition(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """X, head of Y; the head of Y, X; Belarus, a country ruled by Z."""
    first = _left(token)
    named = _before(token, first)
    if named is None or named.i >= first or named.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children):
        return
    last = _right(token, frozenset(("appos", "relcl", "punct", "cc", "conj", "advcl")))
    described = token if named.pos_ == "PROPN" else named
    if described.pos_ == named.pos_ == "NOUN" or (token.pos_ == "PROPN" and not typed(described)):
        return
    if named.ent_type_ in ("DATE", "TIME") or (
        described.pos_ == "PROPN" and described.lemma_.lower() not in nouns.ROLE and not ranked(described)
    ):
        return
    if not (typed(described) or ranked(described)) or _loaded(token.doc, first, last):
        return
    yield _phrase(piece, _left(named), last, "office", token), ""


def _before(token: Any, first: int) -> Any:
    """The noun an apposition belongs to: the parser's, if it stands right before it, else the name before the comma."""
    doc = token.doc
    comma = first - 1
    if comma < 1 or doc[comma].text not in {",", "–", "—"}:
        return None
    if doc[comma - 1] in token.head.subtree and token.head.i < first and not _verb_between(token.head, comma):
        return token.head
    return doc[comma - 1] if doc[comma - 1].pos_ == "PROPN" else None


def _verb_between(head: Any, comma: int) -> bool:
    return any(head.doc[place].pos_ in ("VERB", "AUX") for place in range(head.i, comma))


def _tie(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """A dictator allied with X; rebels led by Y."""
    if not any(c.dep_ in ("prep", "agent") for c in token.children):
        return
    last = _right(token, frozenset(("punct", "cc", "conj", "advcl", "relcl", "appos")))
    if token.doc[last].pos_ == "ADP":
        return
    first = _left(token.head)
    if token.head.dep_ == "appos" and not _loaded(token.doc, first, last):
        return
    if _loaded(token.doc, first, last):
        first = token.i
    yield _phrase(piece, first, last, "tie", token), ""


def _title(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """Ukrainian President Volodymyr Zelensky: whose, which office, who."""
    doc, first = token.doc, _left(token)
    if token.dep_ == "appos":
        if token.head.i != first - 1:
            return
        first = _left(token.head)
    while first < token.i and doc[first].pos_ in ("DET", "PUNCT"):
        first += 1
    office = next((t for t in doc[first : token.i] if t.lemma_.lower() in nouns.TITLE or t.lower_ in nouns.TITLE), None)
    if (
        office is None
        or office.i == first
        or all(t.lower_ in _SINCE for t in doc[first : office.i])
        or office.i + 1 > token.i
        or doc[office.i + 1].pos_ != "PROPN"
    ):
        return
    if any(t.is_punct and t.text not in "-–" for t in doc[first : token.i + 1]):
        return
    yield _phrase(piece, first, token.i, "title", token), token.lower_


def _rank(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """The country's main nuclear plant."""
    if token.dep_ in ("attr", "appos") or not ranked(token):
        return
    whose = any(c.dep_ == "poss" for c in token.children) or any(
        c.dep_ == "prep" and c.lower_ in ("of", "in") for c in token.children
    )
    if whose:
        yield _phrase(piece, _left(token), _right(token, _APART), "rank", token), ""


def _geography(piece: Piece, token: Any) -> Iterator[tuple[Phrase, str]]:
    """The strategic Black Sea city of Kherson."""
    if token.dep_ in ("attr", "appos") or not any(c.dep_ in ("amod", "compound", "poss") for c in token.children):
        return
    for child in token.children:
        name = next((c for c in child.children if c.dep_ == "pobj"), None) if child.lower_ == "of" else None
        if name is not None and name.pos_ == "PROPN" and child.i == token.i + 1:
            yield _phrase(piece, _left(token), name.i, "geography", token), name.lower_


def _distances(document: Document, layers: Layers) -> Iterator[Phrase]:
    for figure in layers.figures.found:
        if figure.unit not in _LENGTHS or document.parsed is None:
            continue
        match = _FROM.match(document.readable, figure.end, figure.end + _WINDOW)
        covered = document.parsed.span(match.end(), match.end() + 1) if match else None
        if covered is None:
            continue
        piece, span = covered
        noun = span[0]
        while noun.head.i != noun.i and noun.dep_ in ("det", "amod", "compound", "poss", "nummod", "case"):
            noun = noun.head
        last = _right(noun, _APART | {"prep"})
        end = piece.offset + noun.doc[last].idx + len(noun.doc[last].text)
        yield Phrase(piece, (figure.start, end), "figure", "distance", noun)


def _loaded(doc: Any, first: int, last: int) -> bool:
    return any(token.lemma_.lower() in opinion.LOADED for token in doc[first : last + 1])


def _left(noun: Any) -> int:
    """The first token of a noun phrase, without what is joined to it from the left."""
    first = noun.i
    for child in noun.lefts:
        if child.dep_ not in ("punct", "cc", "preconj", "advmod", "meta", "dep"):
            first = min(first, child.left_edge.i)
    return int(first)


def _right(noun: Any, apart: frozenset[str]) -> int:
    """The last token of a phrase, without the parts named in *apart* and what stands after them."""
    below = {noun.i}
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        for child in token.children:
            if child.dep_ not in apart or child.i < noun.i:
                below.add(child.i)
                waiting.append(child)
    last = noun.i
    while last + 1 in below:
        last += 1
    return int(last)
