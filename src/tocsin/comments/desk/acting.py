"""What a moderator does on the desk. Each act reads its form, calls a service and says what became of it."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.accounts.models import User
from tocsin.comments import services, typed
from tocsin.comments.desk.asked import number
from tocsin.comments.errors import CommentRefused
from tocsin.comments.models import Comment
from tocsin.comments.services import Batch
from tocsin.lib import clock

REMEMBERED = 50
"""So many of one's last batches can be undone, the latest first."""
_SESSION = "comment-batches"

VERDICTS: dict[str, Callable[..., Batch]] = {
    "publish": services.publish,
    "hold": services.hold,
    "refuse": services.refuse,
    "spam": services.spam,
}


def chosen(request: HttpRequest) -> tuple[str, dict[int, int]]:
    """Return the verdict that was pressed, and the comments it is on, each with the version that was seen.

    A button on a group carries its comments; a button for those chosen goes with the boxes that are ticked.
    """
    for verdict in VERDICTS:
        if pressed := request.POST.get(verdict):
            return verdict, _versions([pressed])
    return request.POST.get("do", ""), _versions(request.POST.getlist("group"))


def _versions(keys: list[str]) -> dict[int, int]:
    """Read ``12:1,15:2``; what is neither is left out."""
    found: dict[int, int] = {}
    for one in ",".join(keys).split(","):
        pk, _colon, version = one.partition(":")
        if (at := number(pk)) is not None and (seen := number(version)) is not None:
            found[at] = seen
    return found


def decide(request: HttpRequest, user: User) -> None:
    """Publish, hold, refuse or mark as spam what was chosen; take back the last; settle reports; note; ban."""
    do = request.POST.get("do", "")
    if do == "undo":
        undo(request, user)
        return
    verdict, versions = chosen(request)
    act = VERDICTS.get(verdict)
    if act is None or not versions:
        raise CommentRefused(_("Choose at least one comment."))
    reason = typed.kept(request.POST.get("reason", ""))[:300]
    replies = request.POST.get("replies", "") == "1"
    batch = act(versions, by=user, seen=versions, reason=reason, with_replies=replies)
    remember(request, batch)
    say(request, verdict, batch)


def remember(request: HttpRequest, batch: Batch) -> None:
    """Keep *batch* as the one that is undone next."""
    if batch.changed:
        request.session[_SESSION] = [*request.session.get(_SESSION, []), str(batch.id)][-REMEMBERED:]


def may_undo(request: HttpRequest) -> bool:
    return bool(request.session.get(_SESSION))


def undo(request: HttpRequest, user: User) -> None:
    """Take back the last batch of this moderator that was not taken back yet. Raises ``CommentRefused`` without one."""
    batches = request.session.get(_SESSION, [])
    if not batches:
        raise CommentRefused(_("There is nothing to undo."))
    request.session[_SESSION] = batches[:-1]
    batch = services.undo(uuid.UUID(batches[-1]), by=user)
    told = ngettext(
        "Undone: %(count)d comment is as it was.", "Undone: %(count)d comments are as they were.", len(batch.changed)
    )
    messages.success(request, told % {"count": len(batch.changed)})
    _say_skipped(request, batch)


def say(request: HttpRequest, verdict: str, batch: Batch) -> None:
    """Tell what became of *batch*."""
    count = len(batch.changed)
    told = {
        "publish": ngettext("%(count)d comment published.", "%(count)d comments published.", count),
        "hold": ngettext("%(count)d comment held.", "%(count)d comments held.", count),
        "refuse": ngettext("%(count)d comment refused.", "%(count)d comments refused.", count),
        "spam": ngettext("%(count)d comment marked as spam.", "%(count)d comments marked as spam.", count),
        "settle": ngettext("%(count)d dealt with.", "%(count)d dealt with.", count),
    }[verdict]
    kept = sum(why == "same" for why in batch.skipped.values())
    if count or not kept:
        messages.success(request, told % {"count": count})
    elif verdict != "settle":
        messages.success(request, _("It stays as it is; the reports about it are dealt with."))
    _say_skipped(request, batch)


def _say_skipped(request: HttpRequest, batch: Batch) -> None:
    counted = Counter(batch.skipped.values())
    told = {
        "edited": ngettext(
            "%(count)d was changed meanwhile; look at it again.",
            "%(count)d were changed meanwhile; look at them again.",
            counted["edited"],
        ),
        "protected": ngettext(
            "%(count)d names somebody on the protect list. Open it to publish it with a reason.",
            "%(count)d name somebody on the protect list. Open them to publish them with a reason.",
            counted["protected"],
        ),
        "correction": _("A report of an error is for the editors; it is not published."),
        "gone": ngettext("%(count)d is erased.", "%(count)d are erased.", counted["gone"]),
    }
    for why, words in told.items():
        if counted[why]:
            messages.warning(request, words % {"count": counted[why]} if "%(" in words else words)


TERMS = {"1": 1, "7": 7, "30": 30, "365": 365, "": None}
"""Days a ban can last; nothing: for good."""


def ban(request: HttpRequest, comment: Comment, user: User) -> None:
    """Ban the writer of *comment*. Raises ``CommentRefused``."""
    term = request.POST.get("days", "")
    if term not in TERMS:
        raise CommentRefused(_("Choose how long the ban lasts."))
    days = TERMS[term]
    until = clock.now() + timedelta(days=days) if days else None
    waiting = request.POST.get("waiting", "") == "1"
    services.ban(comment.token, by=user, reason=request.POST.get("reason", ""), until=until, refuse_waiting=waiting)
    messages.success(request, _("The writer is banned."))
