"""Bans, and notes between moderators."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.comments import typed
from tocsin.comments.errors import CommentRefused
from tocsin.comments.models import Ban, Comment, Decision, ModeratorNote
from tocsin.comments.services import moderating
from tocsin.comments.statuses import Deed, State
from tocsin.lib import clock


@transaction.atomic
def ban(token: str, *, by: User, reason: str, until: datetime | None = None, refuse_waiting: bool = False) -> Ban:
    """Let the writer with *token* comment no more, until *until* or for good; what of theirs waits can go with it.

    A ban that stands is replaced. Raises ``CommentRefused`` where there is no token or no reason, or the end is past.
    """
    if not token:
        raise CommentRefused(_("This writer let the browser keep nothing, so there is nobody to ban."))
    reason = typed.kept(reason)
    if not reason:
        raise CommentRefused(_("Give a reason, for your colleagues."))
    if until and until <= clock.now():
        raise CommentRefused(_("That time is over. Choose a later one."))
    Ban.objects.in_force().filter(token=token).update(lifted_at=clock.now(), lifted_by=by)
    made = Ban.objects.create(token=token, reason=reason[:300], until=until, made_by=by)
    Decision.objects.create(batch=uuid.uuid4(), deed=Deed.BAN, number=made.pk, detail=made.reason, by=by)
    if refuse_waiting:
        moderating.refuse(Comment.objects.by(token).filter(state=State.HELD), by=by, reason=made.reason)
    return made


@transaction.atomic
def lift(ban: Ban, *, by: User) -> Ban:
    """End *ban* now. One that is over stays as it was."""
    if Ban.objects.in_force().filter(pk=ban.pk).update(lifted_at=clock.now(), lifted_by=by):
        Decision.objects.create(batch=uuid.uuid4(), deed=Deed.LIFT, number=ban.pk, by=by)
    ban.refresh_from_db()
    return ban


def note(comment: Comment, text: str, *, by: User) -> ModeratorNote:
    """Leave a note on *comment* for the other moderators. Raises ``CommentRefused`` for an empty one."""
    text = typed.kept(text)
    if not text or comment.state == State.ERASED:
        raise CommentRefused(_("Write something first."))
    return ModeratorNote.objects.create(comment=comment, text=text[:1000], by=by)
