"""Claims of a text without a parse: whole sentences, and only where somebody speaks in them or a figure is in them."""

from __future__ import annotations

from tocsin.claims.extraction.claims.furniture import body
from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.proposals import Proposal
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import PEOPLE, Attribution, Stretch

_ENDS = ".!?…。！？؟।\"'”’»)]: \n"
_LONGEST = 600
_SHORTEST = 20


def find(document: Document, layers: Layers) -> list[Proposal]:
    lines = body(document)
    found: list[Proposal] = []
    for start, end in document.sentences:
        stretch = _trimmed(document.readable, start, end)
        if not lines.holds(start) or _asks(document.readable[start:end]) or not _SHORTEST <= end - start <= _LONGEST:
            continue
        said = _said(layers, stretch)
        if said is not None:
            found.append(Proposal(stretch, _type(layers, stretch, said), "sentence", 1, None, said))
        elif any(one.unit in PEOPLE for one in layers.figures.within(stretch)):
            found.append(Proposal(stretch, "figure", "sentence"))
    return found


def _trimmed(text: str, start: int, end: int) -> Stretch:
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return start, end


def _asks(text: str) -> bool:
    return text.rstrip("\"'”’») ")[-1:] in {"?", "？", "؟", "!", "！"}


def _said(layers: Layers, stretch: Stretch) -> Attribution | None:
    start, end = stretch
    for one in layers.attributions:
        if any(start <= cue[0] and cue[1] <= end for cue in one.cue) and one.source:
            return one
    return None


def _type(layers: Layers, stretch: Stretch, said: Attribution) -> str:
    if said.stance == "deny":
        return "denial"
    if any(one.unit in PEOPLE for one in layers.figures.within(stretch)):
        return "figure"
    return "quote"
