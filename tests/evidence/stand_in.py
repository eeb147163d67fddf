"""A proposer for tests: it finds set sentences, at once, and fails when the text tells it to."""

from __future__ import annotations

from datetime import date

from tocsin.claims.extraction import process
from tocsin.evidence.ports import Proposal
from tocsin.lib.errors import TocsinError

HOLD, BRIDGE, DEAD = "Russian forces hold Kherson.", "The bridge is closed.", "At least 40 people were killed."
BODY = f"{HOLD} {BRIDGE} {DEAD} Nobody knows why."
_FIGURE = {"low": "40", "high": None, "quantifier": "MORE_THAN", "unit": "person", "definition": "people killed"}
_READ = {
    HOLD: {
        "type": "control",
        "speaker": "A guard",
        "cue": "said",
        "stance": "support",
        "publisher_stance": "relay",
        "date_text": "2 March",
        "date": "2022-03-02",
        "places": ("Kherson",),
        "gazetteer": {"Kherson": {"geonames": 706448, "precision": "settlement", "public_latitude": 46.6}},
        "confidence": 0.92,
    },
    BRIDGE: {"type": "access", "polarity": "negation", "confidence": 0.61},
    DEAD: {"type": "figure", "figure": {**_FIGURE, "reported": "At least 40"}, "confidence": 0.35},
}


class StandIn:
    version = "7"

    def __call__(self, text: str, *, language: str, published: date | None) -> list[Proposal]:
        if "slow" in text:
            raise process.TooSlow("Too slow.")
        if "crash" in text:
            raise process.Ended("Twice.")
        if "refuse" in text:
            raise TocsinError("Not in\nthis language.")
        if "error" in text:
            raise ZeroDivisionError
        return [
            Proposal(start=text.index(words), end=text.index(words) + len(words), **read)
            for words, read in _READ.items()
            if words in text
        ]


class NotThere(StandIn):
    def objection(self) -> str:
        return "Install what reads texts."


propose, not_there = StandIn(), NotThere()
