"""Erasing comments for good: their words are nowhere afterwards, their threads keep their shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocsin.comments.models import Comment, Decision, ModeratorNote, Notice, Report
from tocsin.comments.services import teaching
from tocsin.comments.statuses import State

EMPTY: dict[str, Any] = {
    "state": State.ERASED,
    "name": "",
    "text": "",
    "passage": "",
    "reasons": [],
    "token": "",
    "by_staff": None,
    "link_hash": None,
    "sealed_email": None,
    "wants_reply": False,
    "wants_publication": False,
    "edited_at": None,
    "digest": "",
    "fingerprint": [],
    "taught": "",
}
"""What an erased comment is."""
SOME = 500


def erase(comments: Iterable[Comment]) -> None:
    """Erase *comments*, within the caller's transaction. One that nothing answers goes altogether."""
    rows = [one for one in comments if one.state != State.ERASED]
    for start in range(0, len(rows), SOME):
        ids = [one.pk for one in rows[start : start + SOME]]
        teaching.unlearn(rows[start : start + SOME])
        Report.objects.filter(comment__in=ids).delete()
        ModeratorNote.objects.filter(comment__in=ids).delete()
        Notice.objects.filter(comment__in=ids).delete()
        Decision.objects.filter(comment__in=ids).update(reasons=[])
        Comment.objects.filter(pk__in=ids).update(**EMPTY)
    _sweep([one.pk for one in rows])


def _sweep(ids: list[int]) -> None:
    """Delete what is erased and has no replies among *ids* and above them, until nothing is left to delete."""
    waiting = set(ids)
    while waiting:
        some = {waiting.pop() for _ in range(min(SOME, len(waiting)))}
        empty = Comment.objects.filter(pk__in=some, state=State.ERASED, replies=None)
        waiting |= {pk for pk in empty.values_list("parent_id", flat=True) if pk}
        empty.delete()
