"""What an editor does on the evidence desk, each act whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.articles import readiness
from tocsin.articles.models import ArticlePage, Correction, ProtectedDecision, PublishedSpan
from tocsin.articles.services import corrections, spanning
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, ClaimPlace, Office, Place, Speaker, SpeakerName
from tocsin.claims.signals import claims_changed, speakers_changed
from tocsin.claims.statuses import Currency, Precision, Status
from tocsin.lib import clock
from tocsin.lib.dates import instant
from tocsin.sources import services as source_services
from tocsin.sources.models import Source

Gazetteer = Mapping[str, Mapping[str, Any]]
"""Of a place's name what is known of it, as fields of ``Place``."""


@transaction.atomic
def state(  # noqa: PLR0913 - the words, and what they state
    article: ArticlePage,
    *,
    start: int,
    end: int,
    exact: str,
    by: User | None,
    places: str = "",
    gazetteer: Gazetteer | None = None,
    **fields: Any,
) -> Claim:
    """Record what the words of *article* from *start* to *end* state, and tie the two together."""
    fields.setdefault("language", article.language)
    claim = ledger.record_claim(by=by, places=named_places(places, gazetteer), **fields)
    spanning.add_span(article, claim, start=start, end=end, exact=exact, by=by)
    spanning.refresh_public([claim.pk])
    return claim


def named_places(text: str, gazetteer: Gazetteer | None = None) -> list[Place]:
    """Return the places *text* names, separated by semicolons; one not on record is recorded.

    *gazetteer* says of a name what is known of it; without that it is not yet resolved.
    """
    names = dict.fromkeys(part.strip()[:200] for part in text.split(";") if part.strip())
    return [_place(name, (gazetteer or {}).get(name, {})) for name in names]


def _place(name: str, known: Mapping[str, Any]) -> Place:
    number = known.get("geonames")
    if number and (there := Place.objects.filter(geonames=number).first()):
        return there
    there = Place.objects.named(name)
    if there and not (number and there.geonames):  # of two numbers one is another place of that name
        return there
    return Place.objects.create(name=name, **{"precision": Precision.UNRESOLVED, **known})


@transaction.atomic
def set_places(claim: Claim, text: str) -> None:
    """Make the places of *claim* those *text* names; those it keeps keep their role and distance."""
    wanted = named_places(text)
    claim.claim_places.exclude(place__in=wanted).delete()  # type: ignore[attr-defined]
    there = set(claim.claim_places.values_list("place", flat=True))  # type: ignore[attr-defined]
    ClaimPlace.objects.bulk_create(ClaimPlace(claim=claim, place=one) for one in wanted if one.pk not in there)
    claims_changed.send(sender=Claim, claims=[claim.pk])


@transaction.atomic
def attach(claim: Claim, given: dict[str, Any], *, by: User | None) -> Assertion:
    """Record an assertion from what the desk's form was given; a speaker not on record is recorded with it."""
    given = dict(given)
    speaker = speaker_named(given.pop("speaker", ""), given.pop("speaker_kind", ""), given.get("side", ""))
    side, quote, source = given.pop("side", ""), given.pop("quote", ""), given.get("source")
    citation = source_services.cite(source, exact=quote) if source and quote else None
    public = given.pop("public_at", None) or _published(source) or given.get("asserted_at") or clock.now()
    given["asserted_at"] = given.get("asserted_at") or public
    return ledger.record_assertion(
        claim,
        by=by,
        speaker=speaker,
        citation=citation,
        public_at=public,
        side=source_services.party_named(side),
        **{name: value for name, value in given.items() if value not in {None, ""} or name == "repeats"},
    )


def _published(source: Source | None) -> datetime | None:
    return instant(source.published_on) if source else None


def speaker_named(name: str, kind: str = "", side: str = "") -> Speaker | None:
    """The speaker of that name; one not on record is recorded."""
    if not name:
        return None
    return Speaker.objects.named(name) or Speaker.objects.create(
        name=name, kind=kind or "group", side=source_services.party_named(side)
    )


@transaction.atomic
def describe_speaker(speaker: Speaker, *, names: list[str], offices: list[list[str]]) -> None:
    """Make the other names of *speaker* and the offices held (title, body, since, until) just these."""
    wanted = list(dict.fromkeys(name.strip()[:200] for name in names if name.strip()))
    speaker.names.exclude(text__in=wanted).delete()  # type: ignore[attr-defined]
    there = set(speaker.names.values_list("text", flat=True))  # type: ignore[attr-defined]
    SpeakerName.objects.bulk_create(SpeakerName(speaker=speaker, text=name) for name in wanted if name not in there)
    speaker.offices.all().delete()  # type: ignore[attr-defined]
    Office.objects.bulk_create(
        Office(speaker=speaker, title=title[:200], body=body[:200], since=since, until=until)
        for title, body, since, until in offices
    )
    speakers_changed.send(sender=Speaker, speakers=[speaker.pk])


@transaction.atomic
def allow_protected(article: ArticlePage, *, reason: str, by: User) -> int:
    """Decide that the protected names that now stand in the newest version of *article* may; return how many."""
    newest = article.get_latest_revision_as_object()
    names = ledger.protected_in(readiness.everything_published(newest))
    for name in names:
        ProtectedDecision.objects.update_or_create(article=article, name=name, defaults={"reason": reason, "by": by})
    return len(names)


# After publication ----------------------------------------------------------------------------------------------


def correction_for(span: PublishedSpan) -> str:
    """A first draft of the sentence that tells readers what became of a claim."""
    standing = span.claim.standings.get(audience="readers")  # type: ignore[attr-defined]
    words = span.exact if len(span.exact) <= 200 else f"{span.exact[:199]}…"  # noqa: PLR2004 - a sentence
    if standing.currency == Currency.SUPERSEDED and standing.status == span.status:
        newer = _newer(span.claim)
        return _("We wrote “%(words)s”. A later figure is on record%(newer)s.") % {
            "words": words,
            "newer": f": {newer}" if newer else "",
        }
    was, now = Status(span.status).label, Status(standing.status).label
    return _("We wrote “%(words)s”. When this was published it was %(was)s; it is now %(now)s (%(why)s).") % {
        "words": words,
        "was": str(was).lower(),
        "now": str(now).lower(),
        "why": standing.why,
    }


def _newer(claim: Claim) -> str:
    figure = getattr(claim, "figure", None)
    later = figure.newest_after() if figure else None
    return str(later.claim.text) if later else ""


@transaction.atomic
def correct(span: PublishedSpan, text: str, *, by: User) -> Correction:
    """Tell readers of the article, in one sentence, what became of the claim; it leaves the list."""
    made = corrections.announce(span.article, text, by=by)
    settle(span)
    return made


@transaction.atomic
def settle(span: PublishedSpan) -> None:
    """Take the claim off the list of this article's changes: an editor has looked at it."""
    PublishedSpan.objects.filter(article=span.article, claim=span.claim).update(seen_at=clock.now())
