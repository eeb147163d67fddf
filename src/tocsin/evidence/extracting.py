"""The proposer in place where no other is named: the extractor of ``claims/extraction``, in a process of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

import tocsin
from tocsin.claims.extraction import parser, process
from tocsin.claims.extraction.places import gazetteer
from tocsin.claims.statuses import Precision, Quantifier
from tocsin.evidence.ports import Proposal

LONGEST_NAME, LONGEST_UNIT, LONGEST_ITEM = 200, 60, 300
LARGEST = Decimal(10) ** 15
_POINTS = {Precision.SETTLEMENT, Precision.VICINITY}


class Extractor:
    """Supplies ``ports.Proposer``."""

    version = f"tocsin {tocsin.__version__}"

    def __call__(self, text: str, *, language: str, published: date | None) -> list[Proposal]:
        found = process.read(text, language=language, published=published)
        return [proposal(claim) for claim in found]

    def objection(self) -> str:
        if parser.installed() and gazetteer.installed():
            return ""
        return _("To have claims proposed, whoever runs the site installs what reads texts: %(command)s") % {
            "command": "pip install 'tocsin[extraction]'"
        }


propose = Extractor()


def proposal(claim: dict[str, Any]) -> Proposal:
    """The proposal that a claim of the extractor's makes; what the ledger could not keep is left out of it."""
    figure, place, when = claim["figure"], claim["place"], claim["date"]
    name = _text(place)
    return Proposal(
        start=claim["start"],
        end=claim["end"],
        type=claim["type"],
        speaker=_text(claim["speaker"]),
        cue=_text(claim["cue"]),
        stance=claim["stance"] or "",
        publisher_stance=claim["publisher_stance"] or "",
        date_text=_text(when),
        date=when["value"] if when else "",
        places=(name,) if name else (),
        figure=_figure(figure) if figure else {},
        confidence=claim["confidence"] or 0.0,
        polarity=claim["polarity"] or "",
        modality=claim["modality"] or "",
        accused=_text(claim["accused"]),
        incident=claim["incident"],
        gazetteer={name: known} if name and (known := _known(place)) else {},
    )


def _text(mention: dict[str, Any] | None) -> str:
    """The words of a mention, on one line. A semicolon would part two places."""
    return " ".join(mention["text"].replace(";", ",").split())[:LONGEST_NAME] if mention else ""


def _figure(figure: dict[str, Any]) -> dict[str, Any]:
    low, high = (_bound(figure[name]) for name in ("low", "high"))
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        low = high = None
    item = " ".join((figure["item"] or "").split())
    return {
        "low": low,
        "high": high,
        "quantifier": figure["quantifier"] if figure["quantifier"] in Quantifier.values else Quantifier.EXACT.value,
        "unit": (figure["unit"] or item or "unit")[:LONGEST_UNIT],
        "definition": item[:LONGEST_ITEM],
        "reported": _text(figure),
    }


def _bound(value: float | None) -> str | None:
    """A bound as plain digits, which plain data can hold and the ledger can keep."""
    if value is None or value != value or abs(Decimal(value)) >= LARGEST:  # noqa: PLR0124 - it is not a number
        return None
    return f"{Decimal(str(value)).quantize(Decimal('0.0001')).normalize():f}"


def _known(place: dict[str, Any]) -> dict[str, Any]:
    """What the gazetteer knows of a place; readers get a spot only of what is one."""
    if not place.get("geonameid"):
        return {}
    precision = place["precision"] if place["precision"] in Precision.values else Precision.UNRESOLVED.value
    known: dict[str, Any] = {"geonames": place["geonameid"], "precision": precision}
    if precision in _POINTS and place["lat"] is not None and place["lon"] is not None:
        known |= {"public_latitude": place["lat"], "public_longitude": place["lon"]}
    return known
