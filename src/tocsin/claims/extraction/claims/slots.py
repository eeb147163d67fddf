"""The figure, the place and the day of a claim."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tocsin.claims.extraction.claims.clauses import Clause
from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.proposals import Proposal
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import PEOPLE, Claim, Figure, Place, Stretch, Time

_FIGURED = frozenset(("figure", "forecast", "event", "causation", "control", "access", "service_status"))
_AGES = frozenset(("year of age", "month of age", "year old"))
_GENERAL = frozenset(("city", "town", "village", "capital", "port", "district", "area", "camp", "province", "region"))
_BACK = 500
"""Code points back to which "the city" may point."""
_FINER = ("exact", "vicinity", "settlement", "adm2", "adm1", "region", "sea_or_air", "country", "unresolved")
_AT = re.compile(
    r"\b(?:in|at|near|on|outside|inside|around|towards?|from|into|of|to)(?:\s+the(?:\s+\w+){0,3})?\s+$", re.IGNORECASE
)
_BEFORE = 40


def fill(document: Document, layers: Layers, proposal: Proposal, claim: Claim) -> Claim:
    stretch = (claim.start, claim.end)
    figures = layers.figures.within(stretch)
    times = layers.times.within(stretch)
    if proposal.evidence is not None:
        figures = [one for one in figures if proposal.evidence.owns(one.start)]
        times = [one for one in times if proposal.evidence.owns(one.start)]
    places = _where(document, layers, stretch)
    if claim.cue is not None:
        places = [one for one in places if not _in(one, claim)]
    return replace(
        claim,
        figure=_figure(claim, figures, times),
        date=_date(times),
        place=_place(document, places) or _around(document, layers, proposal),
    )


def _in(place: Place, claim: Claim) -> bool:
    speaker = claim.speaker
    return speaker is not None and speaker.start <= place.start and place.end <= speaker.end


def _figure(claim: Claim, figures: list[Figure], times: list[Time]) -> Figure | None:
    dated = [one for one in times if one.kind != "duration"]
    figures = [one for one in figures if not any(day.start <= one.start < day.end for day in dated)] or (
        [] if claim.type != "event" or dated else figures
    )
    if not figures or claim.type not in _FIGURED:
        return None
    figures = [one for one in figures if one.unit not in _AGES]
    people = next((one for one in figures if one.unit in PEOPLE), None)
    return people or (figures[0] if figures else None)


def _date(times: list[Time]) -> Time | None:
    dated = [one for one in times if one.kind in ("date", "time", "range")]
    return next((one for one in dated if one.value), dated[0] if dated else None) or next(
        (one for one in times if one.kind == "duration" and not one.value.startswith("P")), None
    )


def _place(document: Document, places: list[Place]) -> Place | None:
    """The finest place, one after a preposition of place before others."""
    if not places:
        return None
    return min(places, key=lambda one: (_rank(one), not _after_preposition(document, one)))


def _where(document: Document, layers: Layers, stretch: Stretch) -> list[Place]:
    """The places of a stretch, without countries that act: "Russia blew up", "Ukraine's president"."""
    found = layers.places.within(stretch)
    return [one for one in found if one.precision != "country" or not _acts(document, one)]


def _acts(document: Document, place: Place) -> bool:
    covered = document.parsed.span(place.start, place.end) if document.parsed else None
    return covered is not None and covered[1].root.dep_ in ("nsubj", "poss", "compound", "agent", "amod", "appos")


def _after_preposition(document: Document, place: Place) -> bool:
    return _AT.search(document.readable[max(place.start - _BEFORE, 0) : place.start]) is not None


def _rank(place: Place) -> int:
    return _FINER.index(place.precision) if place.precision in _FINER else len(_FINER)


def _around(document: Document, layers: Layers, proposal: Proposal) -> Place | None:
    """The place its sentence names before the clause: "In the city of X, workers formed …"."""
    if proposal.evidence is None:
        return None
    clause = proposal.evidence.clause
    sentence = clause.head.sent
    start = clause.piece.offset + sentence.start_char
    if clause.role not in ("main", "conjoined", "relative", "adverbial", "participle"):
        return None
    here = _place(document, _where(document, layers, (start, clause.stretch[0])))
    return here or _meant(document, layers, clause)


def _meant(document: Document, layers: Layers, clause: Clause) -> Place | None:
    """The last place of the paragraph, where the clause says no more than "the city" or "there"."""
    if not any(_points(token) for token in clause.tokens):
        return None
    paragraph = document.text.rfind("\n", max(clause.stretch[0] - _BACK, 0), clause.stretch[0]) + 1
    start = max(paragraph, clause.stretch[0] - _BACK)
    before = [one for one in layers.places.within((start, clause.stretch[0])) if _rank(one) <= _FINER.index("adm1")]
    return before[-1] if before else None


def _points(token: Any) -> bool:
    if token.lemma_.lower() not in _GENERAL or token.dep_ in ("compound", "poss"):
        return False
    known = any(child.lower_ in ("the", "this", "that") for child in token.children)
    return known and all(child.dep_ in ("det", "punct") for child in token.children)
