"""GeoJSON (RFC 7946): one feature for each claim and place. No point for a province or anything coarser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocsin.articles.shown_claims import ShownClaim
from tocsin.evidence.exports import values


def collection(claims: Iterable[ShownClaim]) -> dict[str, Any]:
    """A feature collection; what has no place that can be drawn has no geometry."""
    return {"type": "FeatureCollection", "features": [feature for one in claims for feature in _features(one)]}


def _features(one: ShownClaim) -> list[dict[str, Any]]:
    links = list(one.claim.claim_places.all())  # type: ignore[attr-defined]
    if not links:
        return [_feature(one, None, {})]
    return [
        _feature(
            one,
            None if link.distance else values.geometry(link.place),
            {
                "place": link.place.name,
                "role": link.role,
                "precision": link.place.precision,
                "radius_m": link.place.radius_m,
                "country": link.place.country or None,
                "distance": link.distance,
                "distance_unit": link.distance_unit or None,
            },
        )
        for link in links
    ]


def _feature(one: ShownClaim, geometry: dict[str, object] | None, place: dict[str, Any]) -> dict[str, Any]:
    figure = getattr(one.claim, "figure", None)
    return {
        "type": "Feature",
        "id": one.claim.pk if not place else f"{one.claim.pk}-{place['place']}-{place['role']}",
        "geometry": geometry,
        "properties": {
            "claim": one.claim.pk,
            "url": values.address("claim", one.claim.pk),
            "text": one.claim.text,
            "type": one.claim.type,
            "status": one.status,
            "date": one.claim.date or None,
            "as_of": (figure.as_of or None) if figure else None,
            **place,
        },
    }
