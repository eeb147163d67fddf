"""Claims on one happening, brought together: the same kind of act, the same people, day and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from tocsin.claims.extraction.claims.incidents.acts import acts
from tocsin.claims.extraction.claims.incidents.circumstances import belongs, dateline, setting
from tocsin.claims.extraction.claims.incidents.grouping import Incident, Signs, grouped
from tocsin.claims.extraction.claims.incidents.spans import clause
from tocsin.claims.extraction.claims.incidents.tolls import Toll, tolls
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim, Place, Stretch, filled

_SAME = 0.6
"""Two claims say the same when they share so much of the shorter one's words."""
_HARMING = frozenset(("event", "figure", "accusation", "quote", "causation", "denial"))
_REACH = 1500
"""Code points: what a claim or an act has to do with another begins no farther before it."""


def group(document: Document, claims: list[Claim]) -> list[Claim]:
    """Return *claims*, those on one happening with its number, and its day and place where they name none.

    A claim takes whom an act in it harmed and who did it, where it does not say so itself; the parts of a number
    ("a woman and her two children") and accusations that stand in a claim are claims beside it.
    """
    found = tolls(document)
    told = _Told(claims)
    for toll in found:
        told.add(toll)
    told = _Told([*told.claims, *(toll.claim for toll in found if told.lacks(toll))])
    rows, place, head = Rows(document), setting(document), dateline(document)
    return [_numbered(claim, rows.incident(claim), place, head) for claim in _once(told.claims)]


def _once(claims: list[Claim]) -> list[Claim]:
    """Return *claims*, those of the same words and type as one, unless they count differently."""
    kept: dict[tuple[int, int, str], list[Claim]] = {}
    for claim in claims:
        same = kept.setdefault((claim.start, claim.end, claim.type), [])
        for place, other in enumerate(same):
            if claim.figure is None or other.figure is None or claim.figure == other.figure:
                same[place] = filled(other, claim)
                break
        else:
            same.append(claim)
    return [claim for same in kept.values() for claim in same]


class _Told:
    """Claims, found by what they hold."""

    def __init__(self, claims: list[Claim]) -> None:
        self.claims = sorted(claims, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self.claims]

    def holding(self, start: int, end: int) -> list[int]:
        """Return which claims hold the words from *start* to *end*, the narrowest first."""
        first, last = bisect_left(self._starts, start - _REACH), bisect_right(self._starts, start)
        places = [place for place in range(first, last) if end <= self.claims[place].end]
        return sorted(places, key=lambda place: self.claims[place].end - self.claims[place].start)

    def add(self, toll: Toll) -> None:
        """Give the narrowest claim that tells an act the people, the accused and the doubt read with the act."""
        at = toll.source.place
        holding = [one for one in self.holding(at, at + 1) if self.claims[one].type in _HARMING]
        if holding and not toll.part:
            self.claims[holding[0]] = _joined(self.claims[holding[0]], toll.claim)

    def lacks(self, toll: Toll) -> bool:
        """Tell whether a part or an accusation stands in a claim and is told by none."""
        new = toll.claim
        around = [self.claims[place] for place in self.holding(new.start, new.end)]
        told = any(one.type == new.type and one.figure == new.figure and _alike(one, new) for one in around)
        return bool(around) and not told and (toll.part or new.type == "accusation")


def _joined(claim: Claim, other: Claim) -> Claim:
    if other.type == "accusation" and claim.type in ("event", "accusation") and _alike(claim, other):
        claim = replace(
            claim,
            type="accusation",
            speaker=claim.speaker or other.speaker,
            cue=claim.cue or other.cue,
            stance=claim.stance or other.stance,
        )
    own, counted = claim.figure, other.figure
    bare = (
        own is not None
        and counted is not None
        and own.unit != "person"
        and (not own.item or (not own.unit and counted.start <= own.start < counted.end))
    )
    doubted = other.publisher_stance == "hedge" and claim.publisher_stance in ("endorse", "relay")
    return replace(
        claim,
        accused=claim.accused or other.accused,
        figure=counted if bare or own is None else own,
        publisher_stance="hedge" if doubted else claim.publisher_stance,
    )


def _alike(one: Claim, other: Claim) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _SAME * min(one.end - one.start, other.end - other.start)


class Rows:
    """The acts of a text in its order, each with its clause and its incident."""

    def __init__(self, document: Document) -> None:
        incidents = grouped(document, acts(document))
        rows = [(signs, clause(signs.act), incident) for incident in incidents for signs in incident.signs]
        self._rows: list[tuple[Signs, Stretch, Incident]] = sorted(rows, key=lambda row: row[0].act.place)
        self._places = [signs.act.place for signs, _where, _incident in self._rows]

    def incident(self, claim: Claim) -> tuple[Incident | None, Signs | None]:
        """Return the incident of the first act told in the claim, or of the narrowest clause the claim is part of."""
        first = bisect_left(self._places, claim.start)
        if first < len(self._places) and self._places[first] < claim.end:
            signs, _where, incident = self._rows[first]
            return incident, signs
        if claim.type == "accusation":
            return self._before(first), None
        near = self._rows[
            bisect_left(self._places, claim.start - _REACH) : bisect_right(self._places, claim.end + _REACH)
        ]
        around = [
            (end - start, index)
            for index, (_signs, (start, end), _incident) in enumerate(near)
            if start <= claim.start and claim.end <= end
        ]
        return (near[min(around)[1]][2] if around else None), None

    def _before(self, place: int) -> Incident | None:
        """Return what an accusation that names no act is about: the incident told before it, or the first."""
        return self._rows[max(0, place - 1)][2] if self._rows else None


def _numbered(claim: Claim, found: tuple[Incident | None, Signs | None], place: Place | None, head: int) -> Claim:
    """Return *claim* with its incident's number, and its day and place: its act's own, its own, the incident's.

    Those of the dateline, before *head*, are the report's.
    """
    incident, signs = found
    if incident is None:
        return claim
    date = claim.date if claim.date is not None and claim.date.start >= head else None
    where = claim.place if claim.place is not None and claim.place.start >= head else None
    if signs is not None:
        date = signs.date or (date if date is not None and belongs(signs.act, date) else None)
        where = signs.place or where
    return replace(claim, incident=incident.number, date=date or incident.date, place=where or incident.place or place)
