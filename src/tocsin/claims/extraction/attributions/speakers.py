"""The name behind a pronoun: the nearest before it that has spoken or stands as a subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tocsin.claims.extraction.attributions.words.forms import listed
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Mention, Stretch

_PERSONS = listed("he she his her him i он она его её ее її він вона él ella er sie elle il on ona")
_THINGS = listed("it its воно оно")
_GROUPS = listed("they their them они вони ellos ellas ils elles oni")
_RELATIVES = listed("who which that whose который которая которые який яка які que quien der die qui který která")
_PRONOUNS = _PERSONS | _THINGS | _GROUPS | _RELATIVES
_FAR = 1500
_STEPS = 4
Name = tuple[int, int, bool]


def named(document: Document, found: Sequence[Attribution], attribution: Attribution) -> Mention | None:
    """Return the name of who says *attribution*, or the words of its source where it is no pronoun."""
    if not attribution.source:
        return None
    start, end = attribution.source[0][0], attribution.source[-1][1]
    word = document.readable[start:end].lower()
    if word not in _PRONOUNS:
        return _mention(document, (start, end))
    if word in _RELATIVES:
        return _antecedent(document, start)
    names = document.once("names of speakers", lambda asked: sorted(set(_names(asked, found))))
    for place in range(bisect_left(names, (start, start, False)) - 1, -1, -1):
        first, last, person = names[place]
        if start - first > _FAR:
            return None
        if last <= start and (word in _GROUPS or person == (word in _PERSONS)):
            return _mention(document, (first, last))
    return None


def _mention(document: Document, stretch: Stretch) -> Mention:
    start, end = stretch
    return Mention(document.text[start:end], start, end)


def _names(document: Document, found: Sequence[Attribution]) -> Iterator[Name]:
    """Yield the sources and the subjects that are no pronouns, and tell which are persons."""
    for one in found:
        if not one.source:
            continue
        start, end = one.source[0][0], one.source[-1][1]
        if document.readable[start:end].lower() not in _PRONOUNS:
            yield start, end, _is_person(document, start, end)
    for piece in document.parsed.pieces if document.parsed is not None else ():
        for entity in piece.doc.ents:
            if entity.label_ == "PERSON" and entity.root.dep_ == "nsubj":
                yield *piece.stretch(entity), True
        for sentence in piece.doc.sents:
            for token in sentence.root.children:
                if token.dep_ == "nsubj" and token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ != "PERSON":
                    yield *piece.stretch(piece.doc[token.left_edge.i : token.i + 1]), False


def _is_person(document: Document, start: int, end: int) -> bool:
    parsed = document.parsed
    if parsed is None:
        return any(word[:1].isupper() for word in document.readable[start:end].split())
    spanned = parsed.span(start, end)
    return spanned is not None and any(token.ent_type_ == "PERSON" for token in spanned[1])


def _antecedent(document: Document, start: int) -> Mention | None:
    """Return the noun phrase a relative pronoun at *start* belongs to."""
    parsed = document.parsed
    spanned = parsed.span(start, start + 1) if parsed is not None else None
    if spanned is None:
        return None
    piece, span = spanned
    token = span[0]
    for _ in range(_STEPS):
        if token.dep_ == "relcl":
            noun = token.head
            return _mention(document, piece.stretch(noun.doc[noun.left_edge.i : noun.i + 1]))
        token = token.head
    return None
