"""Mail: to a writer who asked for it, when their comment is published or answered; to the moderators, that some wait.

A mail repeats no words of a comment and shows nothing from elsewhere. An address is opened here and nowhere else, is
never logged, and stands in no failure that is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from tocsin.comments import addresses, credentials, sealing
from tocsin.comments.errors import CommentRefused, NoKey, NoLink
from tocsin.comments.models import Comment, DiscussionSettings, Notice
from tocsin.comments.statuses import State
from tocsin.lib import clock
from tocsin.lib.feeds import absolute

PAUSE = timedelta(hours=1)
"""Between two mails to the moderators."""


class NotSent(CommentRefused):
    """The mail server did not take a notice, or the address it goes to could not be opened."""


def tell_of(comment: int) -> int:
    """Send what is to be told of the publication of *comment* (an id), each notice once; return how many went out.

    Raises ``NotSent`` when all was tried; what was not sent is sent when this is called again.
    """
    one = Comment.objects.public().filter(pk=comment).select_related("article", "claim", "parent").first()
    if one is None:
        return 0
    sent, refusal = 0, ""
    for whom, event in _to_be_told(one):
        try:
            sent += _tell(whom, one, event)
        except (NotSent, NoKey) as error:
            refusal = str(error)
    if refusal:
        raise NotSent(refusal) from None
    return sent


def give_up(comment: int) -> None:
    """Delete the address of the writer of *comment* (an id), unless a reply may still use it: it is told no more."""
    Comment.objects.filter(pk=comment, wants_reply=False).update(sealed_email=None, wants_publication=False)


def _to_be_told(one: Comment) -> Iterator[tuple[Comment, str]]:
    """Yield the comments whose writers want to know that *one* is public, each with what that is to them."""
    if one.wants_publication:
        yield one, "publication"
    if one.parent and one.parent.wants_reply and one.parent.token != (one.token or "-"):
        yield one.parent, "reply"


def _tell(whom: Comment, about: Comment, event: str) -> bool:
    """Write to the writer of *whom* of *event*, unless that was done; forget an address that has served its end.

    That it is done is kept before it is: what is cut short in between is not sent twice. Raises ``NotSent``, ``NoKey``.
    """
    if not whom.sealed_email:
        return False
    notice, is_new = Notice.objects.get_or_create(comment=whom, about=about)
    if not is_new:
        return False
    try:
        _send(whom, about, event)
    except CommentRefused:
        notice.delete()
        raise
    if whom.pk == about.pk and not whom.wants_reply:
        Comment.objects.filter(pk=whom.pk).update(sealed_email=None, wants_publication=False)
    return True


def _send(whom: Comment, about: Comment, event: str) -> None:
    leave = absolute(addresses.leave(credentials.ticket(whom.pk)))
    with translation.override(settings.LANGUAGE_CODE):
        subjects = {"publication": _("Your comment is published"), "reply": _("Somebody answered your comment")}
        told = {
            "title": " ".join(str(about.target).split()),
            "address": absolute(addresses.of(about)),
            "leave": leave,
        }
        body = render_to_string(f"emails/comment_{event}.txt", told)
    headers = {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Message-ID": _name_of(whom, about),
    }
    _post(EmailMessage(subjects[event], body, to=[sealing.unseal(bytes(whom.sealed_email or b""))], headers=headers))


def _name_of(whom: Comment, about: Comment) -> str:
    """Name a notice so that it has the same name when a server took it, said nothing, and is given it again."""
    name = salted_hmac("tocsin.comments.notice", f"{whom.pk}:{about.pk}", algorithm="sha256").hexdigest()[:32]
    return f"<{name}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}>"


def _post(mail: EmailMessage) -> None:
    """Send *mail*. Raises ``NotSent``, which does not name whom it was for."""
    headers = {"Auto-Submitted": "auto-generated", "Precedence": "bulk"}
    mail.extra_headers |= headers
    try:
        mail.send()
    except (OSError, ValueError) as error:
        raise NotSent(f"A notice was not sent: {type(error).__name__}.") from None


def moderators_want_to_know(site: DiscussionSettings | None = None) -> bool:
    """Tell whether they left an address, and were told nothing in the last hour."""
    site = site or DiscussionSettings.current()
    return bool(site.tell_moderators) and not (site.told_at and clock.now() < site.told_at + PAUSE)


def tell_moderators() -> bool:
    """Tell the site's moderators that comments wait, at most once an hour; tell whether a mail went out.

    Raises ``NotSent``; then it can be called again after that hour.
    """
    site = DiscussionSettings.current()
    if not moderators_want_to_know(site):
        return False
    waiting = Comment.objects.waiting().count()
    if not waiting:
        return False
    taken = DiscussionSettings.objects.filter(pk=site.pk, told_at=site.told_at).update(told_at=clock.now())
    if not taken:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        body = render_to_string("emails/comments_wait.txt", {"count": waiting, "desk": absolute("/desk/")})
        subject = _("Comments wait for you")
    _post(EmailMessage(subject, body, to=[site.tell_moderators]))
    return True


@transaction.atomic
def leave_notices(ticket: str) -> Comment:
    """End the notices about a comment and delete the address. Raises ``NoLink``."""
    pk = credentials.comment_of(ticket)
    found = Comment.objects.filter(pk=pk).exclude(state=State.ERASED).first() if pk else None
    if found is None:
        raise NoLink(_("This link fits no notice any more: nothing is sent."))
    found.sealed_email, found.wants_reply, found.wants_publication = None, False, False
    found.save(update_fields=["sealed_email", "wants_reply", "wants_publication"])
    return found
