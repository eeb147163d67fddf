"""A resolved name as the place that is handed on."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.places import gazetteer
from tocsin.claims.extraction.places.areas import Named, seat_of
from tocsin.claims.extraction.places.resolution import FINER, Resolved
from tocsin.claims.extraction.results import Place


def placed(document: Document, one: Resolved) -> Place:
    """Return the place with its words as they stand in the text."""
    span = one.span
    bare = Place(span.start, span.end, document.text[span.start : span.end])
    if one.area is not None:
        return _area(bare, one.area, one.admin1)
    town = one.town
    if town is None:
        return bare
    found = replace(bare, lat=town.lat, lon=town.lon, country=town.country)
    if span.role in {"adm1", "adm2"}:
        return replace(found, precision="adm2")
    return replace(found, precision="settlement", geonameid=town.id)


def _area(bare: Place, area: Named, admin1: str) -> Place:
    found = replace(bare, precision=area.precision, country=area.country)
    if area.precision == "country":
        found = replace(found, geonameid=gazetteer.country_id(area.country))
        return _middle(found, gazetteer.area(area.country))
    if area.precision != "adm1":
        return replace(found, lat=area.lat, lon=area.lon)
    if area.country in FINER and area.seat:
        return _middle(replace(found, precision="adm2"), seat_of(area))
    return _middle(found, gazetteer.area(area.country, admin1) if admin1 else None)


def _middle(place: Place, middle: gazetteer.Area | gazetteer.Candidate | None) -> Place:
    return place if middle is None else replace(place, lat=middle.lat, lon=middle.lon)
