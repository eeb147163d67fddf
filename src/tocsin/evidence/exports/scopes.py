"""What an export is of: the whole site, one article, one claim, one series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from tocsin.articles.models import ArticlePage, PublishedSpan
from tocsin.articles.shown_claims import ShownClaim, with_voices
from tocsin.claims.models import Claim, ClaimActor, ClaimPlace, FigureSeries

AT_ONCE = 500


@dataclass(frozen=True)
class Scope:
    """Which claims, under which name. ``article`` is set for the claims of one article."""

    name: str
    title: str
    claims: QuerySet[Claim]
    article: ArticlePage | None = None

    def shown(self) -> Iterator[ShownClaim]:
        """Yield the claims with all an export needs, in batches, by their number."""
        last = 0
        while True:
            batch = list(complete(self.claims).filter(pk__gt=last).order_by("pk")[:AT_ONCE])
            for claim in batch:
                yield ShownClaim(claim, list(claim.live_spans))  # type: ignore[attr-defined]
            if len(batch) < AT_ONCE:
                return
            last = batch[-1].pk


def complete(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """*claims* with all an export needs, in a fixed number of queries."""
    spans = (
        PublishedSpan.objects.live()
        .filter(article__in=ArticlePage.objects.published())
        .select_related("article")
        .order_by("published_at", "pk")
    )
    return with_voices(claims).prefetch_related(  # type: ignore[no-any-return]
        Prefetch("claim_places", ClaimPlace.objects.select_related("place")),
        Prefetch("actors", ClaimActor.objects.select_related("speaker")),
        Prefetch("published_spans", spans, to_attr="live_spans"),
        "figure__series__origin",
        "event",
    )


def scope_of(name: str) -> Scope | None:
    """Return the scope called *name*: ``site``, ``article-12``, ``claim-5``, ``series-refugees``."""
    if name == "site":
        return Scope(name, "", Claim.objects.all())
    kind, _dash, key = name.partition("-")
    is_number = key.isdecimal() and len(key) <= 15  # noqa: PLR2004 - no number of ours is longer
    if kind == "series":
        return _series(name, key)
    if not is_number or kind not in {"claim", "article"}:
        return None
    return _claim(name, int(key)) if kind == "claim" else _article(name, int(key))


def _series(name: str, slug: str) -> Scope | None:
    series = FigureSeries.objects.public().filter(slug=slug).first()
    return Scope(name, str(series), Claim.objects.filter(figure__series=series)) if series else None


def _claim(name: str, pk: int) -> Scope | None:
    claim = Claim.objects.public().filter(pk=pk).first()
    return Scope(name, str(claim), Claim.objects.filter(pk=claim.pk)) if claim else None


def _article(name: str, pk: int) -> Scope | None:
    article = ArticlePage.objects.published().filter(pk=pk).first()
    if article is None:
        return None
    stated = PublishedSpan.objects.filter(article=article, revision=article.live_revision).values("claim")
    return Scope(name, article.title, Claim.objects.filter(pk__in=stated), article)
