"""Attacks and casualties: MUC-3/4 slot by slot against the keys, Airwars figures against those people coded.

Both are answered from the claims Tocsin proposes, nothing else: see ``templates`` for how an incident number becomes
an answer, ``relevance`` for which incidents MUC asks for, ``slots`` for the rules of scoring.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.eval.attacks import airwars, relevance
from benchmarks.eval.attacks.keys import Message, read
from benchmarks.eval.attacks.slots import SLOTS, Scores, Tally, score
from benchmarks.eval.attacks.templates import Case, cases
from benchmarks.eval.tables import Figures, Skipped, folder, show
from tocsin.claims.extraction import Claim, Document
from tocsin.claims.extraction import claims as extraction

SET, ARCHIVE = "muc3-muc4", "muc34.tar.xz"
THRESHOLD = 0.3
"""Incidents the relevance filter thinks less probable than this are not answered with."""
BEST = {
    "HUM TGT: NUMBER": (0.66, 0.56, 0.606),
    "INCIDENT: DATE": (0.61, 0.57, 0.589),
    "INCIDENT: LOCATION": (0.63, 0.59, 0.609),
    "PERP: ORGANIZATION CONFIDENCE": (0.24, 0.30, 0.267),
    "INCIDENT: TYPE": (0.78, 0.72, 0.749),
}
"""Recall, precision and F1 of GE on TST3, the best system of 1992."""
_NAMES = {
    "HUM TGT: NUMBER": "numbers",
    "INCIDENT: DATE": "dates",
    "INCIDENT: LOCATION": "places",
    "PERP: ORGANIZATION CONFIDENCE": "confidence",
    "INCIDENT: TYPE": "types",
}


def run(data: Path) -> Figures:
    """Print the tables; return our figures. A set that is not there is left out."""
    figures: Figures = {}
    missing: list[Skipped] = []
    for part in (muc, lambda root: airwars.run(root, read_claims)):
        try:
            figures |= part(data)
        except Skipped as reason:
            missing.append(reason)
    if not figures:
        raise missing[0]
    for absent in missing:
        print(f"skipped: attacks: {absent}")
    return figures


def muc(data: Path) -> Figures:
    """Print the slots of each test set beside the best system of 1992; return the F1 of each."""
    sets = read(folder(data, SET, ARCHIVE) / ARCHIVE)
    figures: Figures = {}
    for name, messages in sets.items():
        if name == "DEV":
            continue
        found = [answered(message) for message in messages]
        filtered = total(found, messages, THRESHOLD)
        every = total(found, messages, 0.0)
        show(
            f"{SET} {name}: {len(messages)} texts, all templates, partial credit 0.5 (recall, precision, F1)",
            ("R", "P", "F1", "R of all", "P of all", "F1 of all", "best 1992: R", "P", "F1"),
            [(slot, (*filtered[slot].rates(), *every[slot].rates(), *BEST[slot])) for slot in SLOTS],
        )
        print("  (of all: without the filter for what MUC asks for; the best of 1992: GE on TST3)")
        figures |= {f"{name.lower()}_{_NAMES[slot]}": filtered[slot].rates()[2] for slot in SLOTS}
    return figures


def answered(message: Message) -> list[Case]:
    document = Document(message.text, language="en", published=message.published)
    return cases(extraction.find(document), document.readable, message.published)


def total(found: list[list[Case]], messages: list[Message], threshold: float) -> Scores:
    """Score every message with the incidents at least as probable as *threshold*."""
    tallies = {slot: Tally() for slot in SLOTS}
    for incidents, message in zip(found, messages, strict=True):
        kept = [case.answer for case in incidents if relevance.probability(case) >= threshold]
        for slot, one in score(kept, message.templates).items():
            tallies[slot].add(one)
    return tallies


def read_claims(text: str, published: date | None) -> list[Claim]:
    return extraction.find(Document(text, language="en", published=published))
