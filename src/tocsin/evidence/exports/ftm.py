"""FollowTheMoney entities, one JSON object a line: who speaks, what happened, what an article documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings

from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Speaker
from tocsin.claims.statuses import ClaimType, Naming, SpeakerKind
from tocsin.evidence.exports import values

_KINDS = {SpeakerKind.PERSON: "Person", SpeakerKind.PUBLIC_BODY: "PublicBody"}
_EVENTS = {ClaimType.EVENT, ClaimType.SCHEDULED_EVENT, ClaimType.CONTROL, ClaimType.SERVICE_STATUS}


def entities(claims: Iterable[ShownClaim]) -> Iterator[str]:
    """Yield the lines: each speaker once, an ``Event`` for what happened, an ``Article`` and its ``Documentation``."""
    seen: set[str] = set()
    for one in claims:
        for entity in _of(one):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield json.dumps(entity, ensure_ascii=False) + "\n"


def _of(one: ShownClaim) -> Iterator[dict[str, Any]]:
    speakers = [voice.speaker for voice in one.voices if voice.speaker and voice.speaker.has_page]
    for speaker in speakers:
        yield _speaker(speaker)
    if one.claim.type not in _EVENTS:
        return
    event = f"tocsin-claim-{one.claim.pk}"
    yield _entity(event, "Event", name=[one.claim.text], **_event(one))
    for span in one.spans:
        article = f"tocsin-article-{span.article_id}"
        yield _entity(
            article,
            "Article",
            title=[span.article.title],
            sourceUrl=[f"{settings.BASE_URL}{span.article.address}"],
            publishedAt=[span.article.published_at.date().isoformat()] if span.article.published_at else [],
        )
        yield _entity(f"{event}-{article}", "Documentation", document=[article], entity=[event])


def _event(one: ShownClaim) -> dict[str, list[str]]:
    start, end = values.when(one.claim.date)
    places = [link.place for link in one.claim.claim_places.all()]  # type: ignore[attr-defined]
    return {
        "startDate": [start.isoformat()] if start else [],
        "endDate": [end.isoformat()] if end else [],
        "location": [place.name for place in places],
        "country": sorted({place.country.lower() for place in places if place.country}),
        "sourceUrl": [values.address("claim", one.claim.pk)],
        "notes": [f"{one.status_name}. {one.standing.reason}"] if one.standing else [],
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    named = speaker.naming == Naming.NAMED
    return _entity(
        f"tocsin-speaker-{speaker.pk}",
        _KINDS.get(SpeakerKind(speaker.kind), "Organization"),
        name=[speaker.shown_as],
        wikidataId=[speaker.wikidata] if named and speaker.wikidata else [],
        sourceUrl=[values.address("speaker", speaker.pk)],
    )


def _entity(key: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": key, "schema": schema, "properties": {name: value for name, value in properties.items() if value}}
