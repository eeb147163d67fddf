"""Values as every export writes them: numbers without false zeros, addresses in full, dates as first and last day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.urls import reverse

from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Assertion, Figure, Place
from tocsin.claims.statuses import Precision
from tocsin.lib import edtf


def address(name: str, *args: object) -> str:
    """The full address of a page of ours."""
    return f"{settings.BASE_URL}{reverse(name, args=args)}"


def number(value: Decimal | None) -> int | float | None:
    """A plain number; an open bound is none, never zero."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def bounds(figure: Figure) -> tuple[int | float | None, int | float | None, int | float | None]:
    """Low, best and high as kept."""
    return number(figure.low), number(figure.best), number(figure.high)


def when(text: str) -> tuple[date | None, date | None]:
    """The first and last day of an EDTF date."""
    if not text:
        return None, None
    found = edtf.read(text)
    return found.start, found.end


def place_of(one: ShownClaim) -> Place | None:
    """The first place of the claim."""
    return next((link.place for link in one.claim.claim_places.all()), None)  # type: ignore[attr-defined]


def point_of(one: ShownClaim) -> tuple[float, float] | None:
    """Longitude and latitude of the first place, where it is known as a spot and the claim is not merely near it."""
    link = next(iter(one.claim.claim_places.all()), None)  # type: ignore[attr-defined]
    return link.place.point if link and not link.distance else None


def geometry(place: Place) -> dict[str, object] | None:
    """GeoJSON geometry readers may see: a point for what is known as one, nothing for anything coarser."""
    point = place.point if Precision(place.precision).is_a_point else None
    return {"type": "Point", "coordinates": list(point)} if point else None


def publishers(voices: list[Assertion]) -> list[str]:
    """Who carried it, each once."""
    names = [str(one.source.publication.name) for one in voices if one.source and one.source.publication]
    return list(dict.fromkeys(names))


def issuers(voices: list[Assertion]) -> list[str]:
    """Who first said it, each once: the speakers, and those whose report a source carries."""
    names = [one.said_by for one in voices if one.speaker and not one.repeats_id]
    names += [one.source.issuer for one in voices if one.source and one.source.issuer]
    return list(dict.fromkeys(names))


def origins(one: ShownClaim) -> int:
    """How many independent groups support it."""
    tally = one.standing.tally if one.standing else {}
    return int(tally.get("supporting", 0)) - int(tally.get("unknown", 0))
