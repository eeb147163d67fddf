"""JSON-LD in the words of schema.org: ``Claim``, ``Observation``, ``Quotation``; ``ClaimReview`` where an editor rated.

The context is written out, so that the file expands without any request.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Assertion, Figure
from tocsin.claims.statuses import ClaimType, Flag, Naming, Quantifier, Stance
from tocsin.evidence.exports import values

CONTEXT = {
    "@vocab": "https://schema.org/",
    "cito": "http://purl.org/spar/cito/",
    "tocsin": "https://tocsin.example/ns#",
    "status": "tocsin:status",
    "currency": "tocsin:currency",
    "flags": "tocsin:flag",
    "reason": "tocsin:reason",
    "stance": "tocsin:stance",
    "assertions": "tocsin:assertion",
    "low": "minValue",
    "high": "maxValue",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
}


def document(claims: Iterable[ShownClaim]) -> dict[str, Any]:
    """One document of all *claims*."""
    graph = [node for one in claims for node in nodes(one)]
    return {"@context": CONTEXT, "@graph": graph}


def nodes(one: ShownClaim) -> list[dict[str, Any]]:
    """The claim, and where an editor has rated it, the review of it."""
    node = _claim(one)
    if one.standing and Flag.EDITOR_OVERRIDE in one.standing.flags:
        return [node, _review(one, node["@id"])]
    return [node]


def _claim(one: ShownClaim) -> dict[str, Any]:
    claim = one.claim
    node: dict[str, Any] = {
        "@id": values.address("claim", claim.pk),
        "@type": "Claim",
        "url": values.address("claim", claim.pk),
        "text": claim.text,
        "inLanguage": claim.language,
        "genre": claim.type,
        "status": one.status,
        "currency": one.standing.currency if one.standing else "current",
        "flags": one.standing.flags if one.standing else [],
        "reason": one.standing.reason if one.standing else "",
        "temporalCoverage": claim.date or None,
        "author": [_speaker(voice) for voice in one.supporting] or None,
        "assertions": [_assertion(voice) for voice in one.voices] or None,
        "appearance": [_appearance(span) for span in one.spans] or None,
        "spatialCoverage": [_place(link) for link in claim.claim_places.all()] or None,  # type: ignore[attr-defined]
        "about": _about(one),
    }
    return {key: value for key, value in node.items() if value is not None}


def _about(one: ShownClaim) -> dict[str, Any] | None:
    figure = getattr(one.claim, "figure", None)
    if figure is not None:
        return observation(figure)
    if one.claim.type == ClaimType.QUOTE:
        return {"@type": "Quotation", "text": one.claim.text, "inLanguage": one.claim.language}
    return None


def observation(figure: Figure) -> dict[str, Any]:
    """A figure with its bounds, its date and what it counts. An open bound is left out, never zero."""
    low, best, high = values.bounds(figure)
    series = figure.series
    node = {
        "@type": "Observation",
        "variableMeasured": series.indicator if series else figure.definition or figure.unit,
        "unitText": figure.unit,
        "observationDate": figure.as_of or None,
        "observationPeriod": figure.period or None,
        "measurementQualifier": Quantifier(figure.quantifier).value,
        "measurementMethod": figure.method or (series.method if series else None) or None,
        "description": figure.definition or (series.definition if series else "") or None,
        "value": {
            "@type": "QuantitativeValue",
            **{name: value for name, value in (("low", low), ("value", best), ("high", high)) if value is not None},
        },
    }
    return {key: value for key, value in node.items() if value is not None}


def _speaker(voice: Assertion) -> dict[str, Any]:
    kind = "Organization"
    if voice.speaker and voice.speaker.kind == "Person":
        kind = "Person"
    node: dict[str, Any] = {"@type": kind, "name": voice.said_by}
    if voice.speaker and voice.speaker.has_page:
        node["url"] = values.address("speaker", voice.speaker_id)
        if voice.speaker.naming == Naming.NAMED and voice.speaker.wikidata:
            node["sameAs"] = f"https://www.wikidata.org/entity/{voice.speaker.wikidata}"
    return node


_CITO = {Stance.SUPPORT: "cito:supports", Stance.DENY: "cito:disputes"}


def _assertion(voice: Assertion) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Statement",
        "stance": voice.stance,
        "creator": _speaker(voice),
        "dateCreated": voice.asserted_at.isoformat(),
        "datePublished": voice.public_at.isoformat(),
    }
    if cito := _CITO.get(Stance(voice.stance)):
        node[cito] = {"@id": values.address("claim", voice.claim_id)}
    if voice.source:
        source: dict[str, Any] = {"@type": "CreativeWork", "name": voice.source.title}
        if voice.source.address and not voice.source.is_lost:
            source["url"] = voice.source.address
        if voice.source.publication:
            source["publisher"] = {"@type": "Organization", "name": voice.source.publication.name}
        node["citation"] = source
    if voice.withdrawn_at:
        node["expires"] = voice.withdrawn_at.isoformat()
    return node


def _appearance(span: Any) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "text": span.exact,
        "isPartOf": {
            "@type": "Article",
            "url": f"{settings.BASE_URL}{span.article.address}",
            "headline": span.article.title,
        },
    }


def _place(link: Any) -> dict[str, Any]:
    place = link.place
    node: dict[str, Any] = {"@type": "Place", "name": place.name, "url": values.address("place", place.pk)}
    if place.country:
        node["containedInPlace"] = {"@type": "Country", "identifier": place.country}
    if (point := place.point) and not link.distance:
        node["geo"] = {"@type": "GeoCoordinates", "longitude": point[0], "latitude": point[1]}
    return node


def _review(one: ShownClaim, claim: str) -> dict[str, Any]:
    overrides = [row for row in one.claim.overrides.all() if not row.lifted_at]  # type: ignore[attr-defined]
    node: dict[str, Any] = {
        "@type": "ClaimReview",
        "url": claim,
        "claimReviewed": one.claim.text,
        "itemReviewed": {"@id": claim},
        "author": {"@type": "Organization", "url": settings.BASE_URL},
        "reviewRating": {"@type": "Rating", "alternateName": str(one.status_name)},
    }
    if overrides:
        node["datePublished"] = overrides[0].made_at.date().isoformat()
        node["reviewRating"]["ratingExplanation"] = overrides[0].reason
    return node
