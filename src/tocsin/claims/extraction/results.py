"""What is read out of a text. ``as_dict`` gives the keys ``tocsin extract`` prints; see docs/newsroom/extraction.md."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

Stretch = tuple[int, int]
"""Start and end in code points of the text, the end excluded."""

PEOPLE = frozenset(("person", "household"))
"""The units of figures that count people."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text."""

    text: str
    start: int
    end: int

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. *low* and *high* are bounds as the text gives them, None where it leaves one open (IDMC, UCDP GED).

    *quantifier* is EXACT, APPROXIMATELY, MORE_THAN or LESS_THAN; *change* is ``up``, ``down`` or empty; *unit* is
    ``person``, ``household``, a measure in the singular (``kilometre``, ``percent``, ``dollar``, ``day``) or empty;
    *item* is what is counted, in the words of the text.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    quantifier: str = "EXACT"
    change: str = ""
    unit: str = ""
    item: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"low": _whole(self.low), "high": _whole(self.high)}


@dataclass(frozen=True, slots=True)
class Time:
    """Words that tell when or how long. *value* is EDTF (ISO 8601-2), or an ISO 8601 duration; empty if not known.

    *kind* is ``date``, ``time``, ``duration``, ``range`` or ``set``. *anchor_basis* is what relative words were
    counted from (``claims.statuses.AnchorBasis``), empty for words that need no anchor.
    """

    start: int
    end: int
    text: str
    value: str
    kind: str
    anchor_basis: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text. *precision* is one of ``claims.statuses.Precision``; *country* is ISO 3166-1 alpha-2.

    *geonameid*, *lat* and *lon* (degrees, WGS 84) are None where the name is not resolved.
    """

    start: int
    end: int
    text: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unresolved"
    country: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words, by the scheme of PARC3 and PolNeAR: source, cue and content, each of one or more stretches.

    *kind* is ``direct``, ``indirect`` or ``mixed``; *stance* is the speaker's (``claims.statuses.Stance``);
    *publisher_stance* is our own text's (``claims.statuses.PublisherStance``). An unnamed source is no stretch.
    """

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    kind: str = "indirect"
    stance: str = "support"
    publisher_stance: str = "relay"

    def as_dict(self) -> dict[str, Any]:
        return {
            "source": [list(stretch) for stretch in self.source],
            "cue": [list(stretch) for stretch in self.cue],
            "content": [list(stretch) for stretch in self.content],
            "kind": self.kind,
            "stance": self.stance,
        }


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of fact proposed for the ledger. None as *speaker* is the narrator.

    *incident* is a number shared by claims on one happening; *polarity* and *modality* are PLOVER's (``affirmed`` or
    ``negation``; ``actual``, ``historical``, ``future`` or ``hypothetical``); *confidence* is a probability.
    """

    start: int
    end: int
    text: str
    type: str
    incident: int | None = None
    speaker: Mention | None = None
    cue: Mention | None = None
    stance: str | None = None
    publisher_stance: str = "endorse"
    accused: Mention | None = None
    figure: Figure | None = None
    place: Place | None = None
    date: Time | None = None
    polarity: str = "affirmed"
    modality: str = "actual"
    confidence: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        figure, place, date = self.figure, self.place, self.date
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "incident": self.incident,
            "speaker": self.speaker and self.speaker.as_dict(),
            "cue": self.cue and self.cue.as_dict(),
            "stance": self.stance,
            "publisher_stance": self.publisher_stance,
            "accused": self.accused and self.accused.as_dict(),
            "figure": figure and {key: value for key, value in figure.as_dict().items() if key != "change"},
            "place": place and {key: value for key, value in place.as_dict().items() if key != "country"},
            "date": date and {"text": date.text, "start": date.start, "end": date.end, "value": date.value},
            "polarity": self.polarity,
            "modality": self.modality,
            "confidence": self.confidence,
        }


_FILLED = ("speaker", "cue", "stance", "accused", "figure", "date", "place")


def filled(claim: Claim, other: Claim) -> Claim:
    """Return *claim* with what only *other*, on the same words, has, and the greater confidence."""
    missing = {name: getattr(claim, name) or getattr(other, name) for name in _FILLED}
    return replace(claim, **missing, confidence=max(claim.confidence, other.confidence))


def _whole(number: float | None) -> float | None:
    """Return a whole number without its point, for people and for JSON."""
    return int(number) if number is not None and number == int(number) else number
