"""What the ledger's pages for readers show: only what is public, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Prefetch, Q, QuerySet

from tocsin.articles.models import ArticlePage, PublishedSpan
from tocsin.articles.shown_claims import ShownClaim, with_voices
from tocsin.claims import queries as ledger
from tocsin.claims.models import (
    Assertion,
    Claim,
    ClaimPlace,
    ClaimRelation,
    Figure,
    FigureSeries,
    Place,
    Speaker,
    Standing,
)
from tocsin.claims.statuses import Audience, ClaimType, Currency, Flag, Status
from tocsin.claims.verdict import Verdict
from tocsin.lib import clock

PER_PAGE = 30
FIGURES_PER_PAGE = 100
MOST_DRAWN = 1000
"""So many claims at most go on one map."""


@dataclass(frozen=True)
class Filters:
    """What a list of claims is narrowed to; empty is everything."""

    status: str = ""
    type: str = ""
    words: str = ""
    currency: str = ""

    @classmethod
    def of(cls, asked: Any) -> Filters:
        """Read the query of an address; what is no such word is passed over."""
        status, kind, currency = asked.get("status", ""), asked.get("type", ""), asked.get("currency", "")
        return cls(
            status if status in Status.values else "",
            kind if kind in ClaimType.values else "",
            asked.get("q", "").replace("\0", "").strip()[:200],
            currency if currency in Currency.values else "",
        )

    def apply(self, claims: QuerySet[Claim], audience: Audience = Audience.READERS) -> QuerySet[Claim]:
        """Narrow *claims*."""
        if self.status or self.currency:
            wanted: dict[str, str] = {"standings__audience": audience.value}
            if self.status:
                wanted["standings__status"] = self.status
            if self.currency:
                wanted["standings__currency"] = self.currency
            claims = claims.filter(**wanted)
        if self.type:
            claims = claims.filter(type=self.type)
        if self.words:
            words = Q(text__icontains=self.words)
            if audience is Audience.NEWSROOM:
                words |= Q(original_text__icontains=self.words)
            claims = claims.filter(words)
        return claims


def page_of(items: Any, number: int, *, per_page: int = PER_PAGE) -> Any:
    """Page *number*, or nothing where there is no such page."""
    pages = Paginator(items, per_page)
    return pages.page(number) if number in pages.page_range else None


def page_number(text: str) -> int:
    """The number of a page as an address of the desk gives it; the first where it gives none."""
    return int(text) if text.isdecimal() and len(text) < 8 else 1  # noqa: PLR2004 - no list is so long


def shown(claims: Sequence[Claim]) -> list[ShownClaim]:
    return [ShownClaim(claim) for claim in claims]


@dataclass(frozen=True)
class Appearance:
    """Where a claim stands in an article that readers can open."""

    article: ArticlePage
    span: PublishedSpan


@dataclass(frozen=True)
class ClaimView:
    """Everything readers may know of one claim."""

    shown: ShownClaim
    appearances: list[Appearance]
    turns: list[ledger.Turn]
    relations: list[tuple[str, Claim]]
    overrides: list[Any]
    then: Verdict | None
    on: datetime | None


def claim_view(pk: int, *, on: datetime | None = None) -> ClaimView | None:
    """Return what readers may know of the claim *pk*, with its status *on* a day if one is given."""
    claims = with_voices(Claim.objects.all()).prefetch_related(
        Prefetch("claim_places", ClaimPlace.objects.select_related("place"))
    )
    claim = claims.filter(pk=pk).first()
    if claim is None:
        return None
    appearances = [
        Appearance(span.article, span)
        for span in PublishedSpan.objects.live()
        .filter(claim=claim, article__in=ArticlePage.objects.published())
        .select_related("article")
        .order_by("published_at")
    ]
    one = ShownClaim(claim, [appearance.span for appearance in appearances])
    related = ClaimRelation.objects.filter(Q(claim=claim, other__in=Claim.objects.public())).select_related("other")
    turns = ledger.history(claim, Audience.READERS, clock.now())
    return ClaimView(
        one,
        appearances,
        turns,
        [(relation.get_kind_display(), relation.other) for relation in related],
        list(claim.overrides.filter(lifted_at=None)) if _is_overridden(one) else [],
        ledger.status_on(claim, on, Audience.READERS) if on else None,
        on,
    )


def _is_overridden(one: ShownClaim) -> bool:
    return bool(one.standing and Flag.EDITOR_OVERRIDE in one.standing.flags)


def claims_of_speaker(speaker: Speaker) -> QuerySet[Claim]:
    """The public claims the speaker takes a public stance on."""
    said = Assertion.objects.public().filter(speaker=speaker).values("claim")
    return with_voices(Claim.objects.filter(pk__in=said))  # type: ignore[no-any-return]


def claims_of_place(place: Place) -> QuerySet[Claim]:
    return with_voices(Claim.objects.filter(claim_places__place=place).distinct())  # type: ignore[no-any-return]


def figures_of(series: FigureSeries) -> QuerySet[Figure]:
    """The public figures of *series*, newest first, each with the claim it belongs to and its sources."""
    claims = with_voices(Claim.objects.all())
    return (  # type: ignore[no-any-return]
        series.figures.public()  # type: ignore[attr-defined]
        .order_by("-as_of_end", "-pk")
        .prefetch_related(Prefetch("claim", claims))
    )


def drawn_figures(series: FigureSeries) -> list[Figure]:
    """The public figures of *series* that still stand, with no more than a chart needs."""
    withdrawn = Standing.objects.filter(audience=Audience.READERS, status=Status.WITHDRAWN).values("claim")
    figures = series.figures.public().exclude(claim__in=withdrawn).by_date()  # type: ignore[attr-defined]
    return list(figures.select_related("claim").only("low", "best", "high", "quantifier", "as_of_end", "claim__type"))


def placed(filters: Filters) -> QuerySet[Claim]:
    """The public claims that name a place, the newest so many."""
    named = ClaimPlace.objects.values("claim")
    return filters.apply(with_voices(Claim.objects.filter(pk__in=named)))[:MOST_DRAWN]


def public_speakers() -> QuerySet[Speaker]:
    """Those readers may see and who say something readers may see."""
    said = Assertion.objects.public().filter(claim__in=Claim.objects.public())
    return Speaker.objects.shown().filter(pk__in=said.values("speaker"))


def public_places() -> QuerySet[Place]:
    return Place.objects.filter(claim_places__claim__in=Claim.objects.public()).distinct()


def changed_since_publication(article: ArticlePage | None = None) -> list[tuple[PublishedSpan, Standing]]:
    """What readers were shown and no longer holds: another status, or superseded; once for an article and claim.

    Of *article* alone, where one is given.
    """
    spans = PublishedSpan.objects.live()
    changed = (
        (spans.filter(article=article) if article else spans)
        .filter(seen_at=None, article__in=ArticlePage.objects.published(), claim__standings__audience=Audience.READERS)
        .exclude(claim__standings__status=F("status"), claim__standings__currency=F("currency"))
        .select_related("article", "claim")
        .order_by("-published_at", "pk")
    )
    standings = {
        row.claim_id: row
        for row in Standing.objects.filter(claim__in=changed.values("claim"), audience=Audience.READERS)
    }
    found: dict[tuple[int, int], tuple[PublishedSpan, Standing]] = {}
    for span in changed:
        row = standings.get(span.claim_id)
        if row and (row.status, row.currency) != (span.status, span.currency):
            found.setdefault((span.article_id, span.claim_id), (span, row))
    return list(found.values())
