"""Casualty figures joined to the claims of the clauses they stand in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.results import PEOPLE, Claim, filled

_SHARED = 0.6
_FILLED = frozenset(("event", "figure", "quote", "access", "causation"))
_INDEFINITE = ("multiple", "several", "many", "some", "numerous", "a number", "a group", "a family", "scores")
_NAMED = 0.7
"""From such a confidence on those harmed are named or counted."""
_LAST = 6
_FAR = 1000
"""A claim that holds a toll begins no farther before it."""


class _ByStart:
    """Where claims stand in a list, by the place they begin at in the text."""

    def __init__(self, claims: list[Claim]) -> None:
        self._order = sorted(range(len(claims)), key=lambda place: claims[place].start)
        self._starts = [claims[place].start for place in self._order]

    def near(self, toll: Claim) -> list[int]:
        first, last = bisect_left(self._starts, toll.start - _FAR), bisect_left(self._starts, toll.end)
        return self._order[first:last]


def unite(found: Layers, claims: list[Claim], tolls: list[Claim]) -> list[Claim]:
    """Return the claims with the casualty figures in them.

    Where both have a figure at one place, the toll's values stand in the clause's claim; a claim without a figure takes
    that of a toll within it. A toll apart from all claims, or with a number of its own, stays a claim of its own.
    """
    ordered = sorted(claims, key=lambda one: one.figure.start if one.figure else -1)
    starts = [one.figure.start if one.figure else -1 for one in ordered]
    by_start = _ByStart(ordered)
    alone: list[Claim] = []
    for toll in tolls:
        place = _claim_at(ordered, starts, toll)
        if place is not None:
            ordered[place] = _joined(ordered[place], toll)
            continue
        around = _around(ordered, by_start, toll)
        if around is None:
            inside = any(one.start <= toll.start and toll.end <= one.end for one in alone[-_LAST:])
            if _counted(found, toll) or (not inside and (_told(toll) or _sure(toll))):
                alone.append(toll)
        elif _fills(found, ordered[around], toll):
            ordered[around] = _joined(ordered[around], toll)
        elif _counted(found, toll) and toll.figure != ordered[around].figure:
            alone.append(toll)
    return ordered + alone


def _fills(found: Layers, claim: Claim, toll: Claim) -> bool:
    return (
        claim.figure is None
        and claim.polarity == "affirmed"
        and claim.type in _FILLED
        and (_counted(found, toll) or _told(toll))
    )


def _counted(found: Layers, toll: Claim) -> bool:
    """The toll's number is printed, not read from an article or a plural."""
    return toll.figure is not None and any(
        one.unit in PEOPLE for one in found.figures.within((toll.figure.start, toll.figure.end))
    )


def _sure(toll: Claim) -> bool:
    figure = toll.figure
    return figure is not None and figure.low == figure.high and toll.confidence >= _NAMED


def _told(toll: Claim) -> bool:
    return toll.figure is not None and toll.figure.text.casefold().startswith(_INDEFINITE)


def _around(claims: list[Claim], by_start: _ByStart, toll: Claim) -> int | None:
    """The narrowest claim that holds the toll's figure or, where it has none, most of the toll."""
    best: tuple[int, int] | None = None
    for place in by_start.near(toll):
        claim = claims[place]
        size = claim.end - claim.start
        if _holds(claim, toll) and (best is None or size < best[0]):
            best = (size, place)
    return best[1] if best else None


def _holds(claim: Claim, toll: Claim) -> bool:
    if toll.figure is not None:
        return claim.start <= toll.figure.start and toll.figure.end <= claim.end
    shared = min(claim.end, toll.end) - max(claim.start, toll.start)
    return shared >= _SHARED * (toll.end - toll.start)


def _claim_at(claims: list[Claim], starts: list[int], toll: Claim) -> int | None:
    if toll.figure is None:
        return None
    for place in range(bisect_left(starts, toll.figure.start - 40), len(claims)):
        figure = claims[place].figure
        if figure is None:
            continue
        if figure.start >= toll.figure.end:
            return None
        if figure.end > toll.figure.start:
            return place
    return None


def _joined(claim: Claim, toll: Claim) -> Claim:
    kind = (
        claim.type
        if claim.type in ("forecast", "denial", "quote", "causation", "accusation", "intent", "scheduled_event")
        else "figure"
    )
    return replace(filled(claim, toll), type=kind, figure=toll.figure)
