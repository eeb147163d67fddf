"""How likely an editor is to accept a proposal as it stands: a logistic function of a few of its signs."""

from __future__ import annotations

import math

from tocsin.claims.extraction.claims.clauses import SUBJECTS
from tocsin.claims.extraction.claims.proposals import Proposal
from tocsin.claims.extraction.claims.weights import WEIGHTS
from tocsin.claims.extraction.results import Claim

_LONG = 35
_SHORT = 5


def signs(proposal: Proposal | None, claim: Claim) -> list[str]:
    """Return the signs of a claim; *proposal* is None for a toll no clause was proposed for."""
    words = claim.text.count(" ") + 1
    sort = proposal.sort if proposal else "toll"
    found = ["always", f"type {claim.type}", f"sort {sort}", "said" if claim.cue is not None else "narrated"]
    found += [
        name
        for name, value in (
            ("speaker", claim.speaker),
            ("figure", claim.figure),
            ("date", claim.date),
            ("place", claim.place),
        )
        if value
    ]
    if words > _LONG:
        found.append("long")
    if words < _SHORT:
        found.append("short")
    if claim.text[:1].islower():
        found.append("inside")
    if proposal is not None and proposal.evidence is not None:
        clause = proposal.evidence.clause
        found.append(f"strength {proposal.strength}")
        found.append("named" if proposal.evidence.named() else "nameless")
        found.append("past" if clause.head.tag_ in ("VBD", "VBN") else "present")
        if not any(child.dep_ in SUBJECTS for child in clause.head.children):
            found.append("no subject")
    return found


def confidence(signs: list[str]) -> float:
    total = sum(WEIGHTS.get(sign, 0.0) for sign in signs)
    return round(1 / (1 + math.exp(-total)), 3)
