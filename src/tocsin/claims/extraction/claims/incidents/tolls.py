"""Claims of harm: how many people were killed, injured, kidnapped, and the attacks that did it.

Each act that counts people gives a figure for every group it counts, and one for all of them where they are joined
("a woman and her two children"); an act that counts nobody is an event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.claims.extraction.claims.incidents.acts import Act, acts
from tocsin.claims.extraction.claims.incidents.blame import Blame, blames
from tocsin.claims.extraction.claims.incidents.circumstances import (
    Circumstances,
    circumstances,
    covering,
    dateline,
    mention,
    party,
)
from tocsin.claims.extraction.claims.incidents.spans import clause, clause_of
from tocsin.claims.extraction.claims.incidents.subjects import is_passive
from tocsin.claims.extraction.claims.incidents.victims import Victim, victims
from tocsin.claims.extraction.claims.layers import layers
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim, Figure, Mention, Stretch

_BEFORE = 24
_PARTS = re.compile(r"including|among|\bin .?$")


@dataclass(frozen=True)
class _Reading:
    """An act, what it counts and what surrounds it."""

    act: Act
    counted: list[Victim]
    around: Circumstances


@dataclass(frozen=True)
class Toll:
    """A claim of harm, the act or the accusation it tells of, and whether it is part of another claim of that act."""

    claim: Claim
    source: Act | Blame
    part: bool = False


def find(document: Document) -> list[Claim]:
    """Return the claims of harm in the order of the text."""
    return [one.claim for one in tolls(document)]


def tolls(document: Document) -> list[Toll]:
    return document.once("tolls", _find)


def _find(document: Document) -> list[Toll]:
    found: dict[tuple[int, int, str, float | None], Toll] = {}
    for act in acts(document):
        offset = act.piece.offset
        counted = [one for head in act.victims for one in victims(head, layers(document).figures, offset)]
        counted = [one for one in counted if offset + one.head.idx >= dateline(document)]
        counted = [one for one in counted if one.head.lemma_.lower() not in _OTHER_HARM.get(act.harm, ())]
        counted = _overlooked(document, act, counted) + counted
        counted = [one for one in counted if one.high == 0 or not act.negated]
        for toll in _claims(document, _Reading(act, counted, circumstances(document, act))):
            found.setdefault(_key(toll.claim), toll)
    for blame in blames(document):
        if blame.piece.offset + blame.accused.idx < dateline(document) or _denied(document, blame):
            continue
        claim = _accusation(document, blame)
        found.setdefault(_key(claim), Toll(claim, blame))
    return sorted(found.values(), key=lambda one: (one.claim.start, -one.claim.end))


def _key(claim: Claim) -> tuple[int, int, str, float | None]:
    return claim.start, claim.end, claim.type, claim.figure.low if claim.figure else None


_OTHER_HARM = {
    "killed": frozenset(("injury", "wounded", "injured", "wound")),
    "injured": frozenset(("dead", "death", "killed", "fatality")),
}


def _verbs(document: Document) -> list[int]:
    return [act.place for act in acts(document) if act.head.pos_ == "VERB"]


def _overlooked(document: Document, act: Act, counted: list[Victim]) -> list[Victim]:
    """Return the people numbered before a passive verb when the parse has not given them to it."""
    if act.harm not in _OTHER_HARM or not is_passive(act.head) or act.head.pos_ != "VERB":
        return []
    if any(one.explicit and not one.part for one in counted):
        return []
    doc, offset = act.head.doc, act.piece.offset
    places = document.once("verbs of harm", _verbs)
    index = bisect_left(places, act.place)
    start = max([offset + act.head.sent.start_char, *places[max(0, index - 1) : index]])
    for figure in layers(document).figures.within((start, act.place)):
        said = document.readable[max(start, figure.start - _BEFORE) : figure.start].lower()
        span = doc.char_span(figure.start - offset, figure.end - offset, alignment_mode="expand")
        if figure.unit != "person" or span is None or _PARTS.search(said):
            continue
        head = span.root.head if span.root.head.i > span.root.i and span.root.head.pos_ == "NOUN" else span.root
        for one in counted:
            one.part = True
        return [Victim(head, span.start, head.i, figure.low, figure.high, figure.quantifier, figure)]
    return []


def _claims(document: Document, reading: _Reading) -> Iterator[Toll]:
    act, counted = reading.act, reading.counted
    whole = clause(act)
    if not counted:
        if act.kind:
            yield Toll(_claim(document, reading, whole, None, _PLAIN), act)
        return
    groups = [one for one in counted if not one.part]
    if groups:
        confidence = _sure(groups[0]) if len(groups) == 1 else _PLAIN
        yield Toll(_claim(document, reading, whole, _figure(document, act, groups), confidence), act)
    for one in counted:
        if len(groups) == 1 and not one.part:
            continue
        confidence = _PART if one.part else _sure(one)
        claim = _claim(document, reading, _phrase(act, one), _figure(document, act, [one]), confidence)
        yield Toll(claim, act, part=True)


_PLAIN, _PART = 0.6, 0.5


def _accusation(document: Document, blame: Blame) -> Claim:
    start, end = clause_of(blame.piece, blame.head)
    accused, _left, _right = party(document, blame.piece, blame.accused)
    speaker = party(document, blame.piece, blame.accuser)[0] if blame.accuser is not None else None
    at = blame.place
    said = covering(document, at) if blame.accuser is None else None
    if said is not None:
        return Claim(
            start=start,
            end=end,
            text=document.text[start:end],
            type="accusation",
            speaker=mention(document, said.source),
            cue=mention(document, said.cue),
            stance=said.stance if said.source else None,
            publisher_stance=said.publisher_stance,
            accused=accused,
            confidence=0.7,
        )
    return Claim(
        start=start,
        end=end,
        text=document.text[start:end],
        type="accusation",
        speaker=speaker,
        cue=Mention(document.text[at : at + len(blame.head.text)], at, at + len(blame.head.text)),
        stance="support" if speaker else None,
        publisher_stance="relay" if speaker else "endorse",
        accused=accused,
        confidence=0.7,
    )


def _denied(document: Document, blame: Blame) -> bool:
    """Tell whether the words that hold somebody responsible are what somebody denies."""
    said = covering(document, blame.place)
    return said is not None and said.stance == "deny"


def _sure(victim: Victim) -> float:
    return 0.85 if victim.explicit else 0.7 if victim.named else 0.6


def _claim(document: Document, reading: _Reading, where: Stretch, figure: Figure | None, confidence: float) -> Claim:
    act, around = reading.act, reading.around
    zero = figure is not None and figure.high == 0
    return Claim(
        start=where[0],
        end=where[1],
        text=document.text[where[0] : where[1]],
        type="event" if figure is None else "figure",
        speaker=around.speaker,
        cue=around.cue,
        stance=around.stance,
        publisher_stance=around.publisher_stance,
        accused=around.accused,
        figure=figure,
        place=around.place,
        date=around.date,
        polarity="negation" if act.negated or zero else "affirmed",
        modality=around.modality,
        confidence=confidence,
    )


def _figure(document: Document, act: Act, counted: list[Victim]) -> Figure:
    """Return the sum of those counted, with the words that count them."""
    low = sum(one.low or 0 for one in counted) if any(one.low is not None for one in counted) else None
    high = sum(one.high or 0 for one in counted) if all(one.high is not None for one in counted) else None
    first, last = counted[0], counted[-1]
    quantifiers = {one.quantifier for one in counted}
    if len(counted) == 1 and first.figure is not None:
        start, end = first.figure.start, first.figure.end
    else:
        start, end = _phrase(act, first)[0], _phrase(act, last)[1]
    quantifier = quantifiers.pop() if len(quantifiers) == 1 else "APPROXIMATELY" if high is not None else "MORE_THAN"
    names = [name for one in counted if (name := _counted_as(document, act, one))]
    item = f"{' and '.join(names)} {act.harm or 'attacked'}".strip()
    return Figure(
        start=start, end=end, text=document.text[start:end], low=low, high=high, quantifier=quantifier, unit="person",
        item=item,
    )  # fmt: skip


_ARTICLES = re.compile(
    r"(?i)^(?:(?:the|an?|no|at least|about|approximately|roughly|around|nearly|almost|some|over|up to|"
    r"more than|of)\s++)*+"
)
_HARMED = frozenset(("dead", "killed", "wounded", "injured", "kidnapped", "hurt"))


def _counted_as(document: Document, act: Act, victim: Victim) -> str:
    """Return the words for those counted, without the number and the articles; "two dead" are nobody in particular."""
    start, end = _phrase(act, victim)
    text, number = document.text[start:end], victim.figure
    if number is not None and number.start <= start and end < number.end:
        text = " ".join(word for word in number.item.split() if word not in _HARMED)
    elif number is not None and start <= number.start and number.end <= end:
        text = f"{document.text[start : number.start].strip()} {document.text[number.end : end].strip()}".strip()
    text = _ARTICLES.sub("", text).strip()
    return "" if text.lower() in _HARMED else text


def _phrase(act: Act, victim: Victim) -> Stretch:
    doc, offset = act.head.doc, act.piece.offset
    last = doc[max(victim.right, victim.head.i)]
    return offset + doc[victim.left].idx, offset + last.idx + len(last.text)
