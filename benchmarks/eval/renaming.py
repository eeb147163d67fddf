"""Texts in which places, people and numbers are exchanged for others at random: the claims must stay as they are.

A name becomes another name of as many words, the same one throughout the text; a number becomes another with as many
digits. Years stay, and so do days of the month, since dates would no longer be dates.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.claims.extraction import Claim, Document, claims, places


def _list(text: str) -> list[str]:
    return text.split()


_PLACES = _list(
    "Marseille Lisbon Ankara Bogota Nairobi Warsaw Cairo Lima Havana Madrid Vienna Oslo Dublin Athens Tunis"
)
_COUNTRIES = _list(
    "France Kenya Poland Peru Norway Egypt Cuba Spain Austria Ireland Greece Morocco Chile Bolivia Ghana"
)
_PEOPLE = _list("Martin Keller Jonas Weber Anna Petrova Carlos Mendez Peter Novak Laura Rossi David Miller Omar Haddad")
_COUNTS = _list("two three four five six seven eight nine")
_NUMBER = re.compile(rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\b|\b(?:{'|'.join(_COUNTS)})\b", re.IGNORECASE)
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_KEPT = re.compile(
    rf"(?:1[4-9]|20)\d\d\b|0\d+|\d+[–:-]|\d{{4}} GMT|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}", re.IGNORECASE
)
_NAME = re.compile(r"\b[^\W\d_]{3,}\b")
_LONGEST = 3
_WHERE = frozenset(("in", "of", "at", "near", "to", "from", "the"))
_MONTH = re.compile(rf"[–:]$|{_MONTHS}\w*\s+$", re.IGNORECASE)


def kept(texts: list[Document], seed: int = 1) -> float:
    """Return the share of the claims that have the same span, type and slots after the exchange."""
    same = total = 0
    for document in texts:
        one = renamed(document, random.Random(seed))
        before = Counter(_shape(claim, one) for claim in claims.find(document))
        after = Counter(_shape(claim, None) for claim in claims.find(one.document))
        same += (before & after).total()
        total += max(before.total(), after.total())
    return same / (total or 1)


@dataclass
class Renamed:
    """The new text, and where the places of the old one have come to stand in it."""

    document: Document
    cuts: list[tuple[int, int, int]] = field(default_factory=list)
    """Of each exchange the start and the end in the old text, and how much longer the new text is from there on."""

    def moved(self, place: int) -> int:
        shift = 0
        for start, end, total in self.cuts:
            if start < place < end:
                return -1
            if end > place:
                break
            shift = total
        return place + shift


def renamed(document: Document, order: random.Random) -> Renamed:
    text = document.text
    told: dict[tuple[str, str], str] = {}
    pieces: list[str] = []
    cuts: list[tuple[int, int, int]] = []
    done = total = 0
    for start, end, kind in _names(document):
        if start < done:
            continue
        old = text[start:end]
        new = told.setdefault((kind, old.casefold()), _other(old, kind, order))
        new = new.upper() if old.isupper() else new
        pieces += [text[done:start], new]
        total += len(new) - len(old)
        cuts.append((start, end, total))
        done = end
    new_text = "".join([*pieces, text[done:]])
    return Renamed(Document(new_text, language=document.language, published=document.published), cuts)


def _names(document: Document) -> list[tuple[int, int, str]]:
    found = [
        (one.start, one.end, one.precision) for one in places.find(document) if _plain(document, one.start, one.end)
    ]
    found += [(start, end, "person") for start, end in _people(document)]
    for match in _NUMBER.finditer(document.text):
        before = document.text[max(match.start() - 12, 0) : match.start()]
        if not _KEPT.match(document.text, match.start()) and not _MONTH.search(before):
            found.append((match.start(), match.end(), "number"))
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _plain(document: Document, start: int, end: int) -> bool:
    return document.readable[start:end].isalpha() and document.readable[start].isupper()


def _people(document: Document) -> Iterator[tuple[int, int]]:
    """Every word, wherever it stands, that is part of a person's name somewhere in the text."""
    names = set(_names_of_people(document))
    for place in places.find(document):
        names -= {word.casefold() for word in _NAME.findall(place.text)}
    for match in _NAME.finditer(document.readable):
        if match.group().casefold() in names:
            yield match.span()


def _names_of_people(document: Document) -> Iterator[str]:
    for piece in document.parsed.pieces if document.parsed else ():
        for name in piece.doc.ents:
            before = name[0].nbor(-1).lower_ if name[0].i else ""
            plain = all(token.is_alpha and token.is_title and token.pos_ == "PROPN" for token in name)
            if name.label_ == "PERSON" and plain and len(name) <= _LONGEST and before not in _WHERE:
                yield from (token.lower_ for token in name)


def _other(old: str, kind: str, order: random.Random) -> str:
    if kind == "number":
        if not old[0].isdigit():
            new = order.choice(_COUNTS)
            return new.capitalize() if old[0].isupper() else new
        return "".join(str(order.randint(2, 9)) if sign.isdigit() else sign for sign in old) if old != "1" else old
    return order.choice(_PEOPLE if kind == "person" else _COUNTRIES if kind == "country" else _PLACES)


def _shape(claim: Claim, moved: Renamed | None) -> tuple[object, ...]:
    ends = (claim.start, claim.end) if moved is None else (moved.moved(claim.start), moved.moved(claim.end))
    slots = (claim.speaker, claim.cue, claim.figure, claim.accused)
    return (*ends, claim.type, claim.stance, claim.polarity, claim.modality, *(slot is not None for slot in slots))
