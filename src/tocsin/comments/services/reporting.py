"""Readers report comments."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.comments import credentials, typed
from tocsin.comments.errors import NoLink
from tocsin.comments.models import Comment, DiscussionSettings, Report
from tocsin.comments.services import announcing, moderating
from tocsin.comments.statuses import Complaint

LONGEST = 500


@transaction.atomic
def report(comment: Comment, *, complaint: Complaint, reason: str = "", writer_key: str = "") -> Report:
    """Bring *comment* before the moderators; where so many reports stand as the site sets, it is held.

    One browser reports a comment once; what it says later takes the place of what it said, and those of browsers that
    keep nothing count as one. Raises ``NoLink`` where
    readers do not see the comment.
    """
    found = Comment.objects.public().filter(pk=comment.pk).first()
    if found is None:
        raise NoLink(_("This comment is not here any more."))
    token = credentials.token_of(writer_key)
    said = {"complaint": complaint, "reason": typed.kept(reason)[:LONGEST]}
    if token:
        made, is_new = Report.objects.update_or_create(comment=found, token=token, defaults=said)
    else:
        made, is_new = Report.objects.create(comment=found, **said), True
    reports = Report.objects.filter(comment=found, settled_at=None)
    standing = reports.exclude(token="").count() + reports.filter(token="").exists()
    most = DiscussionSettings.current().hold_after_reports
    if is_new and most and standing >= most:
        moderating.hold_reported(found)
    elif is_new and standing == 1:
        announcing.waits(found.pk)
    return made
