"""Asking for an article to be read for its claims."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.evidence import tasks
from tocsin.evidence.models import PATIENCE, Reading
from tocsin.evidence.proposing import refuse_without_reader
from tocsin.evidence.statuses import ReadingState
from tocsin.lib import clock


def ask(articles: Iterable[ArticlePage], *, by: User | None) -> int:
    """Have *articles* read in the background; return how many are: one that is under way is not asked for twice.

    What was found before stays until then. Raises ``NothingReads``.
    """
    refuse_without_reader()
    with transaction.atomic():
        asked = sum(_ask(article, by) for article in articles)
        for _ in range(asked):
            transaction.on_commit(tasks.read_next.enqueue, robust=True)
    return asked


def _ask(article: ArticlePage, by: User | None) -> bool:
    reading = Reading.objects.select_for_update(of=("self",)).filter(article_id=article.pk).first()
    reading = reading or Reading(article_id=article.pk)
    if reading.pk and reading.is_under_way:
        return reading.state == ReadingState.WAITING and reading.asked_at < clock.now() - PATIENCE  # its task was lost
    reading.state, reading.asked_at, reading.asked_by = ReadingState.WAITING, clock.now(), by
    reading.failure, reading.error, reading.task, reading.begun_at = "", "", "", None
    reading.save()
    return True
