"""What is deleted because its time is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from tocsin.comments import sealing
from tocsin.comments.models import Ban, Comment, DiscussionSettings, Notice, Report
from tocsin.comments.services import erasing
from tocsin.comments.statuses import State
from tocsin.lib import clock

DAY = timedelta(days=1)
REPORTS = timedelta(days=30)
"""How long a settled report is kept."""
SOME = 500
MOMENT = 500
"""Milliseconds for which readers are waited for before the log is emptied."""


@dataclass(frozen=True)
class Forgotten:
    """How much was deleted."""

    addresses: int
    writers: int
    """Comments whose writer's token was forgotten."""
    comments: int
    reports: int

    def __bool__(self) -> bool:
        return bool(self.addresses or self.writers or self.comments or self.reports)


def forget_due(now: datetime | None = None) -> Forgotten:
    """Delete what the site keeps for a time and whose time is over; leave nothing of it in the database's files.

    Addresses, with the time the site sets, or a day after their comment was refused; which comments are by one
    writer; what was refused; reports that were settled.
    """
    at = now or clock.now()
    settings = DiscussionSettings.current()
    forgotten = Forgotten(
        addresses=_addresses(at, timedelta(days=settings.email_days)),
        writers=_writers(at - timedelta(days=settings.token_days)),
        comments=_refused(at - timedelta(days=settings.refused_days)) if settings.refused_days else 0,
        reports=Report.objects.filter(settled_at__lt=at - REPORTS).delete()[0],
    )
    Notice.objects.filter(sent_at__lt=at - timedelta(days=settings.email_days), comment__sealed_email=None).delete()
    sweep()
    return forgotten


@transaction.atomic
def forget_writer(token: str) -> int:
    """Erase all comments of the writer with *token*, and what is known of them; return how many.

    For one who asks the newsroom and has lost the link. Bans go too: there is nobody left whom they would be of.
    """
    rows = list(Comment.objects.by(token))
    erasing.erase(rows)
    Report.objects.filter(token=token).update(token="")
    Ban.objects.filter(token=token).delete()
    return len(rows)


def make_keys(*, anew: bool = False) -> bool:
    """Make the site's keys where there are none, or *anew*; tell whether they were made.

    What older keys sealed can then be opened by nobody, so it is deleted.
    """
    made = sealing.make_keys(anew=anew)
    if made:
        sealed = Comment.objects.filter(sealed_email__isnull=False)
        sealed.update(sealed_email=None, wants_reply=False, wants_publication=False)
    return made


def sweep() -> bool:
    """Leave nothing of what was deleted in SQLite's files: it is overwritten in the database, and its log is emptied.

    Returns whether the log is empty; somebody who reads just now keeps it from being emptied, and is waited for a
    moment only, as nobody can write meanwhile.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    patience = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {MOMENT}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return not cursor.fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")


def _addresses(at: datetime, kept: timedelta) -> int:
    refused = Q(state__in=[State.REFUSED, State.SPAM, State.SETTLED], decided_at__lt=at - DAY)
    told = Q(wants_reply=False, pk__in=Notice.objects.filter(sent_at__lt=at - DAY).values("comment"))
    due = Comment.objects.filter(sealed_email__isnull=False).filter(Q(written_at__lt=at - kept) | refused | told)
    return due.update(sealed_email=None, wants_reply=False, wants_publication=False)


def _writers(before: datetime) -> int:
    Report.objects.filter(made_at__lt=before).exclude(token="").update(token="")
    return Comment.objects.filter(written_at__lt=before).exclude(token="").update(token="")


def _refused(before: datetime) -> int:
    gone = Q(state__in=[State.REFUSED, State.SPAM, State.SETTLED])
    since = Q(decided_at__lt=before) | Q(decided_at=None, written_at__lt=before)
    count = 0
    while rows := list(Comment.objects.filter(gone, since).order_by("pk")[:SOME]):
        with transaction.atomic():
            erasing.erase(rows)
        count += len(rows)
    return count
