"""The steps from clauses to claims."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import replace

from tocsin.claims.extraction.claims import casualties, incidents, unparsed
from tocsin.claims.extraction.claims.confidence import confidence, signs
from tocsin.claims.extraction.claims.furniture import body
from tocsin.claims.extraction.claims.layers import Layers, layers
from tocsin.claims.extraction.claims.merging import merge
from tocsin.claims.extraction.claims.modes import modality, polarity
from tocsin.claims.extraction.claims.proposals import Proposal, claim_of
from tocsin.claims.extraction.claims.proposing import propose
from tocsin.claims.extraction.claims.slots import fill
from tocsin.claims.extraction.claims.toll import unite
from tocsin.claims.extraction.claims.voices import voiced
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim, Stretch

_TIMELESS = frozenset(("relation", "assessment", "accusation", "denial", "quote"))
_FAR = 600
"""Code points between a claim and the day it takes over from its incident."""


def find(document: Document) -> list[Claim]:
    return [replace(claim, confidence=confidence(told)) for claim, told in signed(document)]


def signed(document: Document) -> list[tuple[Claim, list[str]]]:
    """Return the claims in the order of the text, each with the signs its confidence is told by."""
    found = layers(document)
    if document.parsed is None:
        proposals, refused = unparsed.find(document, found), list[Stretch]()
    else:
        proposals, refused = propose(document, found)
    for one in proposals:
        one.claim = _finished(document, found, one)
    kept = merge(document, proposals)
    united = unite(found, [one.claim for one in kept if one.claim is not None], _tolls(document, refused))
    basis = {one.stretch: one for one in kept}
    claims = sorted(_grouped(document, united), key=lambda one: (one.start, one.end))
    return [(claim, signs(basis.get((claim.start, claim.end)), claim)) for claim in claims]


def _grouped(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims with their incidents; a day is taken over from one only if it stands in the same paragraph."""
    dated = {(one.start, one.end): one.date for one in claims}
    return [
        one
        if dated.get((one.start, one.end), one.date) == one.date or _near(document, one)
        else replace(one, date=dated[one.start, one.end])
        for one in incidents.group(document, claims)
    ]


def _near(document: Document, claim: Claim) -> bool:
    if claim.date is None or claim.modality != "actual" or claim.type in _TIMELESS:
        return False
    first, last = sorted((claim.date.start, claim.start))
    return last - first <= _FAR and "\n" not in document.text[first:last]


def _finished(document: Document, found: Layers, one: Proposal) -> Claim:
    claim = fill(document, found, one, claim_of(document, one))
    if one.evidence is None:
        return replace(claim, polarity="negation") if one.type == "denial" else claim
    claim = replace(claim, polarity=polarity(one.evidence, one.type), modality=modality(one.evidence, one.type))
    return voiced(document, one.evidence.clause, claim)


def _tolls(document: Document, refused: list[Stretch]) -> list[Claim]:
    """The casualty figures of the body that stand in no clause refused."""
    lines = body(document)
    refused = sorted(refused)
    return [one for one in casualties.find(document) if lines.holds(one.start) and not _lies_in(one, refused)]


def _lies_in(claim: Claim, stretches: list[Stretch]) -> bool:
    place = bisect_right(stretches, (claim.start, sys.maxsize)) - 1
    return place >= 0 and claim.end <= stretches[place][1]
