"""Every write that search makes to the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from tocsin.articles.models import ArticlePage
from tocsin.lib import clock, rows
from tocsin.search.models import Change, LiveCitation, Unanswered
from tocsin.search.projection import texts
from tocsin.sources.models import Source

KEPT = timedelta(days=7)
"""How long a change waits for a machine that is away; one that comes back later builds its index anew."""
REMEMBERED = timedelta(days=30)
"""How long it is known what was looked for in vain."""
MOST_A_DAY = 500
AT_ONCE = 500

_gathered: ContextVar[dict[str, None] | None] = ContextVar("changes to be written together", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Write the changes recorded in the block at its end, each key once, in the transaction of what causes them.

    The block is atomic: with it its changes are taken back. Those of a savepoint inside it that was taken back stay: a
    change too many costs a look. For whoever writes many rows.
    """
    if _gathered.get() is not None:
        yield
        return
    with transaction.atomic():
        keys: dict[str, None] = {}
        token = _gathered.set(keys)
        try:
            yield
        finally:
            _gathered.reset(token)
        record_changes(keys)


def record_changes(keys: Iterable[str]) -> None:
    """Add *keys* to the outbox, in the transaction one is in: one insert, at once or when what gathers them ends."""
    waiting, fresh = _gathered.get(), dict.fromkeys(keys)
    if waiting is not None:
        waiting.update(fresh)
    elif fresh:
        now = clock.now()
        rows.insert(Change, ("key", "recorded_at"), ((key, now) for key in fresh))


def prune() -> int:
    """Forget changes older than ``KEPT``; the newest stays, by which an index knows where it stands."""
    newest = Change.objects.order_by("-pk").values_list("pk", flat=True).first()
    return Change.objects.filter(recorded_at__lt=clock.now() - KEPT, pk__lt=newest or 0).delete()[0]


@transaction.atomic
def count_unanswered(query: str, day: date, times: int) -> None:
    """Count *query* as looked for in vain *times* more on *day*; of queries a day has no room for, nothing."""
    of_day = Unanswered.objects.filter(day=day)
    if of_day.filter(query=query).update(count=F("count") + times) or of_day.count() >= MOST_A_DAY:
        return
    row, made = Unanswered.objects.get_or_create(day=day, query=query, defaults={"count": times})
    if not made:
        Unanswered.objects.filter(pk=row.pk).update(count=F("count") + times)


def forget_unanswered() -> int:
    """Forget what was looked for in vain longer ago than ``REMEMBERED``."""
    return Unanswered.objects.filter(day__lt=clock.today() - REMEMBERED).delete()[0]


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
    record_changes(f"only-source:{source}" for source in sorted(touched))
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
