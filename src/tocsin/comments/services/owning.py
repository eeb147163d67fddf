"""What a writer does with their own comment, by the private link they were given and nobody else has."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.comments import credentials, names, queries, typed
from tocsin.comments.deciding import Known, Submission, Turn, decide, turned_at_once
from tocsin.comments.errors import NoLink, TooLate
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.services import announcing, erasing, knowing
from tocsin.comments.services.submitting import as_kept, turned_away
from tocsin.comments.statuses import Kind, State
from tocsin.lib import clock

_OPEN = {State.HELD, State.PUBLISHED}
"""States in which a writer may edit: what was refused is not brought back by editing it."""


def own(secret: str) -> Comment:
    """Return the comment of the private link with *secret*. Raises ``NoLink``."""
    found = Comment.objects.filter(link_hash=credentials.hash_of(secret)).select_related("article", "claim").first()
    if found is None:
        raise NoLink(_("This link fits no comment: it may have been deleted, or the link is not whole."))
    return found


def edit_until(comment: Comment) -> datetime:
    """Return the instant up to which the writer of *comment* may edit it."""
    return comment.written_at + timedelta(minutes=DiscussionSettings.current().edit_minutes)


def may_edit(comment: Comment) -> bool:
    """Tell whether the writer of *comment* may still edit it."""
    return comment.state in _OPEN and clock.now() < edit_until(comment)


@transaction.atomic
def edit_own(secret: str, *, text: str, name: str | None = None) -> Comment:
    """Put other words in the place of one's own, in the minutes after writing; what is published is decided on anew.

    What waits goes on waiting, whatever its new words are. Raises ``NoLink``, ``TooLate``, ``Unfit``, ``Duplicate``.
    """
    comment = Comment.objects.select_for_update().get(pk=own(secret).pk)
    if not may_edit(comment):
        raise TooLate(_("The time to edit this comment is over. You can still delete it."))
    settings = DiscussionSettings.current()
    comment.text = typed.kept(text)
    comment.name = comment.name if name is None else names.shown_name(name)
    sent = Submission(comment.text, comment.name, "-", Kind(comment.kind), comment.passage, bool(comment.by_staff_id))
    rules = queries.rules(comment.target, settings)
    verdict = turned_at_once(sent, rules, Known()) or decide(sent, rules, knowing.known_of_edit(comment, settings))
    if verdict.turn in {Turn.MISSING, Turn.TOO_LONG, Turn.DUPLICATE}:
        raise turned_away(verdict)
    was = comment.state
    if verdict.turn or verdict.state != State.PUBLISHED:
        comment.state = State.HELD if verdict.turn or verdict.state is None else verdict.state
        comment.reasons = as_kept(verdict) or comment.reasons
    comment.edited_at, comment.version = clock.now(), comment.version + 1
    comment.save()
    if was == State.PUBLISHED:
        announcing.changed([comment])
        if comment.state == State.HELD:
            announcing.waits(comment.pk)
    return comment


@transaction.atomic
def erase_own(secret: str, *, everything: bool = False) -> int:
    """Erase one's own comment for ever; with *everything* all of the same writer's. Return how many.

    Raises ``NoLink``.
    """
    comment = own(secret)
    rows = _same_writer(comment) if everything else [comment]
    announcing.changed(one for one in rows if one.state == State.PUBLISHED)
    erasing.erase(rows)
    return len(rows)


def export_own(secret: str) -> dict[str, Any]:
    """Return all that is kept of one's own comments, as plain values for JSON. Raises ``NoLink``."""
    comment = own(secret)
    return {
        "format": "tocsin-comments-1",
        "exported_at": clock.now().isoformat(),
        "comments": [_exported(one) for one in _same_writer(comment)],
    }


def _same_writer(comment: Comment) -> list[Comment]:
    """Return *comment* and all others of the browser it was written in, where that is known."""
    others = Comment.objects.by(comment.token).exclude(pk=comment.pk).exclude(state=State.ERASED)
    return sorted([comment, *others.select_related("article", "claim")], key=lambda one: (one.written_at, one.pk))


def _exported(one: Comment) -> dict[str, Any]:
    """A writer is not told that a comment was refused, here as elsewhere: it waits."""
    return {
        "number": one.pk,
        "on": str(one.target) if queries.is_public(one.target) else "",
        "kind": one.kind,
        "name": one.name,
        "text": one.text,
        "passage": one.passage,
        "answers": one.parent_id,
        "published": one.state == State.PUBLISHED,
        "written_at": one.written_at.isoformat(),
        "published_at": one.published_at.isoformat() if one.published_at else None,
        "edited_at": one.edited_at.isoformat() if one.edited_at else None,
        "email_kept": bool(one.sealed_email),
        "notice_of_reply": one.wants_reply,
        "notice_of_publication": one.wants_publication,
    }
