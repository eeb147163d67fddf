"""Publishing, scheduling, unpublishing.

The rules hold however an article is published (editor, workflow, schedule, bulk action, command): ``receivers``
calls ``prepare`` inside the very save that makes an article live, and ``hold_for_embargo`` for every version kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision, Site

from tocsin.accounts.models import User
from tocsin.articles import readiness
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage
from tocsin.lib import clock

logger = logging.getLogger(__name__)

PAUSE = timedelta(minutes=1)
"""How long what failed is left alone before it is tried again."""

_failed: dict[str, datetime] = {}


@transaction.atomic
def publish(article: ArticlePage, *, by: User | None = None) -> ArticlePage:
    """Publish *article* as it stands in memory; under embargo or with a later ``go_live_at`` it becomes a schedule.

    Raises ``ArticleRefused`` when something stands against it (``readiness``), keeping nothing.
    """
    refuse_unready(article)
    revision = article.save_revision(user=by, log_action=True)
    revision.publish(user=by, skip_permission_checks=True)
    return as_kept(article)


@transaction.atomic
def schedule(article: ArticlePage, at: datetime, *, by: User | None = None) -> ArticlePage:
    """Publish *article* at the instant *at*, or when its embargo ends if that is later."""
    if at <= clock.now():
        raise ArticleRefused(_("That time is over. Choose a later one, or publish now."))
    article.go_live_at = at
    return publish(article, by=by)


@transaction.atomic
def unpublish(article: ArticlePage, *, by: User | None = None) -> ArticlePage:
    """Take *article* off the site; it stays a draft, and its address is kept for when it returns."""
    article.unpublish(user=by)
    return as_kept(article)


def as_kept(article: ArticlePage) -> ArticlePage:
    """Return *article* as the database has it now."""
    kept: ArticlePage = ArticlePage.objects.get(pk=article.pk)
    return kept


def refuse_unready(article: ArticlePage) -> None:
    """Raise ``ArticleRefused``, saying all that stands against publishing *article*."""
    if found := readiness.objections(article):
        title = article.title
        raise ArticleRefused(f"“{title}”: " + " ".join(dict.fromkeys(sentence for _field, sentence in found)))


def prepare(article: ArticlePage) -> None:
    """Get *article* ready for the save that makes it live: checked, dated, its old address led to the new one."""
    was = ArticlePage.objects.filter(pk=article.pk).values_list("live_revision_id", "published_address").first()
    if was is None or was[0] != article.live_revision_id:
        refuse_unready(article)
    article.published_at = article.published_at or article.first_published_at or clock.now()
    article.published_address = article.address
    lead(article, was[1] if was else "")


def lead(article: ArticlePage, old: str) -> None:
    """Lead readers from *old* to *article* for good. What else led away from its address gives way to it.

    A redirect names the article and not an address, so of several moves each leads straight to the last.
    """
    Redirect.objects.filter(old_path=Redirect.normalise_path(article.address)).delete()
    if old and old != article.address:
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(old),
            site=Site.objects.get(is_default_site=True),
            defaults={
                "redirect_page_id": article.pk,
                "redirect_link": "",
                "is_permanent": True,
                "automatically_created": True,
            },
        )


def hold_for_embargo(revision: Revision) -> None:
    """See to it that publishing *revision* before its embargo ends makes a schedule for that instant."""
    until, planned = (_instant(revision.content.get(name)) for name in ("embargo_until", "go_live_at"))
    if until and until > clock.now() and (planned is None or planned < until):
        revision.content["go_live_at"] = revision.content["embargo_until"]


def _instant(value: str | datetime | None) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else value


def run_due() -> int:
    """Publish every scheduled version whose time has come, unpublish every page whose time is over; say how many.

    One that fails is logged and does not hold up the others; it is tried again after ``PAUSE``.
    """
    now = clock.now()
    due: list[tuple[str, Callable[[], None]]] = [
        (f"expiry of page {page.pk}", partial(_expire, page))
        for page in Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at")
    ]
    due += [
        (f"scheduled version {revision.pk}", partial(_publish_due, revision))
        for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    ]
    return sum(_tried(what, act) for what, act in due)


def _expire(page: Page) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish_due(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _tried(what: str, act: Callable[[], None]) -> bool:
    if _failed.get(what, clock.now()) > clock.now():
        return False
    try:
        with transaction.atomic():
            act()
    except Exception:  # one broken article must not hold up the rest of the newsroom
        logger.exception("The %s failed; it is tried again in a minute.", what)
        _failed[what] = clock.now() + PAUSE
        return False
    _failed.pop(what, None)
    return True
