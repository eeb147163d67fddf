"""Brings acts together into incidents, from the top of the text to its end."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from tocsin.claims.extraction.claims.incidents.acts import Act
from tocsin.claims.extraction.claims.incidents.circumstances import narrowness, when, where
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Place, Time

_GENERAL = frozenset(("", "ATTACK"))
_APART = frozenset(("KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING"))
"""Kinds that are a happening of their own, beside an attack or a bombing."""
_ANOTHER = frozenset(("another", "second", "third", "other", "also", "meanwhile", "separate"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_NEAR = 3
"""Sentences over which an act without a day, a place or people of its own goes on about the incident before it."""
_OPEN = 20
"""So many incidents, and acts of each, are looked back at."""
_COMMON = frozenset(("people", "person", "man", "member", "casualty", "victim", "death", "dead", "body", "wounded"))


@dataclass(eq=False)
class Signs:
    """What an act can be told by."""

    act: Act
    sentence: int
    paragraph: int
    date: Time | None
    place: Place | None

    @cached_property
    def people(self) -> frozenset[str]:
        """The names and descriptions of those harmed."""
        found = set()
        for head in self.act.victims:
            for one in (head, *head.conjuncts):
                if one.pos_ in ("NOUN", "PROPN"):
                    found.add(one.lemma_.lower())
                    found |= {
                        c.lemma_.lower() for c in one.children if c.dep_ in ("compound", "appos") and c.pos_ == "PROPN"
                    }
        return frozenset(found) - _COMMON

    @cached_property
    def things(self) -> frozenset[str]:
        return frozenset(one.lemma_.lower() for one in self.act.things)

    @cached_property
    def anaphoric(self) -> bool:
        """Tell whether the act is told as known: "the attack", or no more than a pronoun for those harmed."""
        head = self.act.head
        if head.pos_ == "NOUN":
            return any(child.lower_ in _DEFINITE for child in head.children if child.dep_ == "det")
        heads = self.act.victims + self.act.things
        return bool(heads) and all(
            one.pos_ == "PRON" or any(child.lower_ in _DEFINITE for child in one.children) for one in heads
        )

    @property
    def another(self) -> bool:
        """Tell whether the words say that it is one more: "another bomb", "also attacked"."""
        head = self.act.head
        near = [head, *self.act.victims[:1], *self.act.things[:1], *(c for c in head.children if c.dep_ == "nsubj")]
        return any(child.lower_ in _ANOTHER for one in near for child in one.children)


@dataclass(eq=False)
class Incident:
    """Acts of one happening. Its day and place are asked for when all acts are in."""

    number: int
    signs: list[Signs] = field(default_factory=list)

    @property
    def acts(self) -> list[Act]:
        return [one.act for one in self.signs]

    @cached_property
    def date(self) -> Time | None:
        return next((one.date for one in self.signs if one.date), None)

    @cached_property
    def place(self) -> Place | None:
        return min((one.place for one in self.signs if one.place), key=narrowness, default=None)

    @property
    def kind(self) -> str:
        kinds = [one.act.kind for one in self.signs if one.act.kind]
        special = [kind for kind in kinds if kind not in _GENERAL]
        return special[0] if special else kinds[0] if kinds else ""


def grouped(document: Document, found: list[Act]) -> list[Incident]:
    """Return the incidents of the text. Each act joins the incident it fits best, or opens another."""
    incidents: list[Incident] = []
    for signs in _signs(document, found):
        best = max(incidents[-_OPEN:], key=lambda one: _fit(one, signs), default=None)
        if best is None or _fit(best, signs) <= 0:
            best = Incident(len(incidents) + 1)
            incidents.append(best)
        best.signs.append(signs)
    return incidents


def _signs(document: Document, found: list[Act]) -> list[Signs]:
    rows = []
    starts = [start for start, _end in document.sentences]
    breaks = [match.start() for match in re.finditer(r"\n\n", document.text)]
    for act in found:
        number = bisect_right(starts, act.place)
        paragraph = bisect_right(breaks, act.place)
        rows.append(Signs(act, number, paragraph, when(document, act), where(document, act)))
    return rows


def _fit(incident: Incident, signs: Signs) -> float:
    """Return how well an act fits an incident; above 0 it joins."""
    told = incident.signs[-_OPEN:]
    last = told[-1]
    apart = signs.sentence - last.sentence
    if not _compatible(incident, signs):
        return -10
    people = frozenset().union(*(one.people for one in told))
    things = frozenset().union(*(one.things for one in told))
    fit = 3.0 * bool(people & signs.people) + 2.0 * bool(things & signs.things)
    if signs.people and people and not people & signs.people and not signs.anaphoric:
        fit -= 1
    if signs.things and things and not things & signs.things and not signs.anaphoric:
        fit -= 1
    fit += 2.5 if apart == 0 else 1.5 if apart <= 1 else 0.5 if apart <= _NEAR else -0.5
    fit += 1.5 if signs.anaphoric else 0
    fit -= 2 if signs.another and apart else 0
    fit -= 0.5 * (signs.paragraph != last.paragraph)
    fit += _agreement([one.date.value for one in told if one.date], signs.date.value if signs.date else "", 3)
    fit += _agreement([_spot(one.place) for one in told if one.place], _spot(signs.place) if signs.place else "", 2)
    return fit


def _compatible(incident: Incident, signs: Signs) -> bool:
    """Tell whether a kind of act can be part of an incident: a killing of a bombing, but not a robbery of a murder."""
    kind, known = signs.act.kind, {one.act.kind for one in incident.signs[-_OPEN:]}
    special = known - _GENERAL
    if kind in _APART or special & _APART:
        return (
            kind in known
            or (kind in _GENERAL and signs.anaphoric and signs.act.head.pos_ == "NOUN")
            or not (known - {""} or kind)
        )
    return kind in _GENERAL or not special or kind in special


def _spot(place: Place) -> str:
    return str(place.geonameid or place.text.lower()) if place.precision != "country" else ""


def _agreement(known: list[str], said: str, weight: float) -> float:
    """Return how far a day or a place speaks for an incident: for it if named before, against it if another was."""
    known = [one for one in known if one]
    if not said or not known:
        return 0
    return weight / 2 if said in known else -weight
