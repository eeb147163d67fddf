"""Tying claims to the words of articles, carrying them through edits, keeping what was published."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Revision

from tocsin.accounts.models import User
from tocsin.articles import anchoring, canonical
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import AnchoredText, ArticlePage, PublishedSpan, Span
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, Standing
from tocsin.claims.statuses import Audience, Currency, Status
from tocsin.lib import clock


class TextChanged(ArticleRefused):
    """The text is not the one the words were chosen in."""


@transaction.atomic
def add_span(  # noqa: PLR0913 - the words, and what they state
    article: ArticlePage,
    claim: Claim,
    *,
    start: int,
    end: int,
    exact: str = "",
    assertion: Assertion | None = None,
    by: User | None = None,
) -> Span:
    """Tie *claim* to the words from *start* to *end* of the newest version of *article*.

    Raises ``TextChanged`` when *exact* is given and other words stand there, and ``ArticleRefused`` for no words.
    """
    found = _chosen(article, start, end, exact)
    span = Span.objects.anchored().filter(article=article, claim=claim, start=start, end=end).first()
    span = span or Span(article=article, claim=claim, made_by=by)
    span.move_to(found)
    span.assertion = assertion or span.assertion
    span.save()
    return span


def _chosen(article: ArticlePage, start: int, end: int, exact: str) -> anchoring.Selector:
    """The words an editor chose in the newest version of *article*."""
    text = anchored_text(article).text
    found = anchoring.select(text, start, end)
    if exact and found.exact != exact:
        raise TextChanged(_("The text was changed meanwhile. Load it again, and choose the words once more."))
    if not found.exact.strip() or end > len(text):
        raise ArticleRefused(_("Choose the words that state the claim."))
    return found


@transaction.atomic
def anchored_text(article: ArticlePage) -> AnchoredText:
    """Return the text spans of *article* stand in; where there is none yet, that of its newest version."""
    kept = AnchoredText.objects.select_for_update().filter(article=article).first()
    if kept is None:
        newest = article.get_latest_revision_as_object()
        kept = AnchoredText.objects.create(article_id=article.pk, text=canonical.text_of(newest))
    return kept


@transaction.atomic
def carry_spans(article: ArticlePage) -> list[Span]:
    """Carry the spans to *article* as it is given, its newest version; return those whose words are gone.

    An orphan whose words have come back, once, is anchored again.
    """
    kept = AnchoredText.objects.select_for_update().filter(article_id=article.pk).first()
    if kept is None:
        return []
    new = canonical.text_of(article)
    if new == kept.text:
        return []
    spans = list(Span.objects.filter(article_id=article.pk))
    anchored = [span for span in spans if not span.orphaned_at]
    found = anchoring.carry(kept.text, new, [span.selector for span in anchored])
    lost = [span for span, place in zip(anchored, found, strict=True) if place is None]
    for span, place in zip(anchored, found, strict=True):
        _place(span, place)
    for span in spans:
        if span.orphaned_at and span not in lost:
            _return(span, new)
    _refuse_twins(spans)
    Span.objects.filter(pk__in=[span.pk for span in spans]).update(orphaned_at=clock.now())  # no two meet on the way
    Span.objects.bulk_update(spans, ["exact", "prefix", "suffix", "start", "end", "orphaned_at"])
    kept.text = new
    kept.save(update_fields=["text"])
    return lost


def _place(span: Span, place: anchoring.Selector | None) -> None:
    if place is None:
        span.orphaned_at = clock.now()
    else:
        span.move_to(place)


def _return(span: Span, text: str) -> None:
    """Anchor an orphan again where its words stand once, between the neighbours they had."""
    places = anchoring.occurrences(text, span.exact)
    if len(places) != 1:
        return
    found = anchoring.select(text, places[0], places[0] + len(span.exact))
    near = anchoring.NEAR
    if found.prefix[-near:] == span.prefix[-near:] or found.suffix[:near] == span.suffix[:near]:
        span.move_to(found)
        span.orphaned_at = None


def _refuse_twins(spans: list[Span]) -> None:
    """Of two spans of one claim that came to stand on the same words, one is an orphan."""
    seen: set[tuple[int, int, int]] = set()
    for span in spans:
        key = (span.claim_id, span.start, span.end)
        if not span.orphaned_at and key in seen:
            span.orphaned_at = clock.now()
        seen.add(key)


@transaction.atomic
def move_span(span: Span, *, start: int, end: int, exact: str = "") -> Span:
    """Anchor *span* to other words, chosen by an editor: the way out for an orphan. Refuses as ``add_span`` does."""
    found = _chosen(span.article, start, end, exact)
    if Span.objects.anchored().filter(article=span.article, claim=span.claim, start=start, end=end).exists():
        raise ArticleRefused(_("These words state this claim already. Untie the span instead."))
    span.move_to(found)
    span.orphaned_at = None
    span.save()
    return span


@transaction.atomic
def remove_span(span: Span) -> None:
    """Untie the words from their claim. The claim stays in the ledger; what was published keeps its record."""
    span.delete()


@transaction.atomic
def publish_spans(article: ArticlePage, revision: Revision) -> list[PublishedSpan]:
    """Keep which claims the version *revision*, now live, states, each with the status readers were shown."""
    if PublishedSpan.objects.filter(revision=revision).exists() or not article.spans.exists():  # type: ignore[attr-defined]
        refresh_public(_claims_of(article))
        return []
    spans = list(Span.objects.anchored().filter(article=article))
    text, kept = canonical.text_of(article), anchored_text(article).text
    places = anchoring.carry(kept, text, [span.selector for span in spans])
    before = _claims_of(article)
    refresh_public(before | {span.claim_id for span in spans}, live=article)
    shown = {
        row.claim_id: row
        for row in Standing.objects.filter(audience=Audience.READERS, claim__in=[span.claim_id for span in spans])
    }
    now = clock.now()
    return PublishedSpan.objects.bulk_create(
        PublishedSpan(
            article=article,
            revision=revision,
            claim_id=span.claim_id,
            assertion_id=span.assertion_id,
            exact=place.exact,
            prefix=place.prefix,
            suffix=place.suffix,
            start=place.start,
            end=place.end,
            status=shown[span.claim_id].status if span.claim_id in shown else Status.UNSOURCED,
            currency=shown[span.claim_id].currency if span.claim_id in shown else Currency.CURRENT,
            published_at=now,
        )
        for span, place in zip(spans, places, strict=True)
        if place is not None
    )


def _claims_of(article: ArticlePage) -> set[int]:
    published = PublishedSpan.objects.filter(article=article).values_list("claim_id", flat=True)
    return {*published, *Span.objects.filter(article=article).values_list("claim_id", flat=True)}


@transaction.atomic
def refresh_public(claims: Iterable[int], *, live: ArticlePage | None = None) -> None:
    """Open to readers those of *claims* (ids) that a published article states or an editor opened; close the others.

    *live* is an article that is becoming live in this very transaction.
    """
    wanted = set(claims)
    if not wanted:
        return
    published = ArticlePage.objects.published()
    stated = set(
        PublishedSpan.objects.live()
        .filter(claim__in=wanted, article__in=published.values("pk"))
        .values_list("claim_id", flat=True)
    )
    if live is not None and published.filter(pk=live.pk).exists():
        stated |= set(Span.objects.anchored().filter(article=live, claim__in=wanted).values_list("claim_id", flat=True))
    opened = set(Claim.objects.filter(Q(is_open=True), pk__in=wanted, merged_into=None).values_list("pk", flat=True))
    ledger.set_public(stated | opened, public=True)
    ledger.set_public(wanted - stated - opened, public=False)


def refresh_all_public() -> None:
    """The same for every claim an article states or stated: after a change of who may read which page."""
    refresh_public(set(PublishedSpan.objects.values_list("claim_id", flat=True)))
