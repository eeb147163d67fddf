"""Opening, closing and slowing discussions, and noting that they were taken along."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.models import Decision, Discussion, DiscussionSettings
from tocsin.comments.queries import Target
from tocsin.comments.services import announcing
from tocsin.comments.statuses import Deed, Holding, Opening
from tocsin.lib import clock, rows


@transaction.atomic
def close_everything(*, by: User | None, closed: bool = True) -> DiscussionSettings:
    """Take no comments anywhere, at once; or as the settings say again."""
    settings = DiscussionSettings.current()
    if settings.closed_everywhere != closed:
        settings.closed_everywhere = closed
        settings.save(update_fields=["closed_everywhere"])
        _note(Deed.CLOSE if closed else Deed.OPEN, by)
        announcing.discussions(Discussion)
    return settings


@transaction.atomic
def slow(*, by: User | None, on: bool = True, minutes: int | None = None) -> DiscussionSettings:
    """Turn slow mode on or off: every comment waits, and a writer waits *minutes* between two."""
    settings = DiscussionSettings.current()
    was = (settings.slow_mode, settings.slow_minutes)
    settings.slow_mode, settings.slow_minutes = on, minutes or settings.slow_minutes
    if was != (settings.slow_mode, settings.slow_minutes):
        settings.full_clean(exclude=["site"])
        settings.save(update_fields=["slow_mode", "slow_minutes"])
        _note(Deed.SLOW if on else Deed.FAST, by, f"{settings.slow_minutes}")
    return settings


@transaction.atomic
def set_discussion(
    target: Target, *, by: User | None, opening: Opening | None = None, holding: Holding | None = None
) -> Discussion:
    """Say how comments under *target* differ from the site's; what is not given stays."""
    name = "claim" if isinstance(target, Claim) else "article"
    under: dict[str, Any] = {name: target}
    here, _made = Discussion.objects.get_or_create(**under)
    here.opening, here.holding = opening or here.opening, holding or here.holding
    here.changed_at, here.changed_by = clock.now(), by
    here.save()
    deed = Deed.CLOSE if here.opening == Opening.CLOSED else Deed.OPEN
    _note(deed, by, f"{name} {target.pk}: {here.opening}, {here.holding}")
    announcing.discussions(Discussion, **{f"{name}s": [target.pk]})
    return here


@transaction.atomic
def close_taken_over(articles: Iterable[ArticlePage]) -> int:
    """Close the discussions under *articles*, which were closed where they come from; return how many were closed.

    Where somebody has said here how an article is discussed, that stays.
    """
    wanted = {article.pk for article in articles}
    wanted -= set(Discussion.objects.filter(article__in=wanted).values_list("article", flat=True))
    rows.keep([Discussion(article_id=pk, opening=Opening.CLOSED) for pk in sorted(wanted)])
    if wanted:
        announcing.discussions(Discussion, articles=sorted(wanted))
    return len(wanted)


def note_export(*, by: User | None, count: int) -> None:
    """Put on the trail that comments readers do not see were written to a file."""
    _note(Deed.EXPORT, by, str(count))


def _note(deed: Deed, by: User | None, detail: str = "") -> None:
    Decision.objects.create(batch=uuid.uuid4(), deed=deed, detail=detail, by=by)
