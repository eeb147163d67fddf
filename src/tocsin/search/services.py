"""Every write that search makes to the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from tocsin.articles.models import ArticlePage
from tocsin.lib import clock
from tocsin.search.models import Change, LiveCitation
from tocsin.search.projection import texts
from tocsin.sources.models import Source

KEPT = timedelta(days=7)
"""How long a change waits for a machine that is away; one that comes back later builds its index anew."""
AT_ONCE = 500


def record_changes(keys: Iterable[str]) -> None:
    """Add *keys* to the outbox, in the transaction one is in: one insert."""
    rows = [Change(key=key) for key in dict.fromkeys(keys)]
    if rows:
        Change.objects.bulk_create(rows)


def prune() -> int:
    """Forget changes older than ``KEPT``; the newest stays, by which an index knows where it stands."""
    newest = Change.objects.order_by("-pk").values_list("pk", flat=True).first()
    return Change.objects.filter(recorded_at__lt=clock.now() - KEPT, pk__lt=newest or 0).delete()[0]


@transaction.atomic
def record_live_citations(articles: Iterable[ArticlePage]) -> int:
    """Keep what each of *articles*, as it is given, cites, as that of the version readers see; return how many changed.

    Sources no longer on record are left out.
    """
    wanted, kept = _cited(articles)
    changed = [pk for pk, cited in wanted.items() if kept[pk] != cited]
    if not changed:
        return 0
    LiveCitation.objects.filter(article__in=changed).delete()
    LiveCitation.objects.bulk_create(
        LiveCitation(article_id=pk, source_id=source, number=number)
        for pk in changed
        for source, number in wanted[pk].items()
    )
    touched = {source for pk in changed for source in (*kept[pk], *wanted[pk])}
    record_changes(f"source:{source}" for source in sorted(touched))
    return len(changed)


def _cited(articles: Iterable[ArticlePage]) -> tuple[dict[int, dict[int, int]], dict[int, dict[int, int]]]:
    """What each of *articles* cites, and what is kept of it: sources with their numbers."""
    wanted = {article.pk: texts.citations(article.body) for article in articles}
    kept: dict[int, dict[int, int]] = {pk: {} for pk in wanted}
    rows = LiveCitation.objects.filter(article__in=wanted).values_list("article", "source", "number")
    for article, source, number in rows:
        kept[article][source] = number
    unsure = {source for pk, cited in wanted.items() if cited != kept[pk] for source in cited}
    if unsure:
        gone = unsure - set(Source.objects.filter(pk__in=unsure).values_list("pk", flat=True))
        wanted = {pk: {one: at for one, at in cited.items() if one not in gone} for pk, cited in wanted.items()}
    return wanted, kept


def refresh_live_citations() -> int:
    """The same for every published article, in batches; return how many were otherwise. Locks only what is wrong."""
    changed, last = 0, 0
    published = ArticlePage.objects.published().order_by("pk").only("pk", "body")
    while articles := list(published.filter(pk__gt=last)[:AT_ONCE]):
        wanted, kept = _cited(articles)
        if wrong := [pk for pk in wanted if wanted[pk] != kept[pk]]:
            with transaction.atomic():
                changed += record_live_citations(published.filter(pk__in=wrong).select_for_update())
        last = articles[-1].pk
    return changed
