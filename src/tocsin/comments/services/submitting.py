"""A comment arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.accounts.models import User
from tocsin.claims.models import Claim
from tocsin.comments import credentials, names, queries, sealing, typed
from tocsin.comments.deciding import Shut, Submission, Turn, Verdict, decide, turned_at_once
from tocsin.comments.errors import Banned, Closed, Duplicate, TooSoon, TurnedAway, Unfit
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.queries import Target
from tocsin.comments.services import announcing, knowing
from tocsin.comments.statuses import Kind, State, Why


@dataclass(frozen=True)
class Submitted:
    """A comment that was kept, and the secret of its writer's private link, which is kept nowhere."""

    comment: Comment
    secret: str


@transaction.atomic
def submit(  # noqa: PLR0913 - what a form carries
    target: Target,
    *,
    text: str,
    name: str = "",
    email: str = "",
    parent: Comment | None = None,
    kind: Kind = Kind.COMMENT,
    passage: str = "",
    writer_key: str = "",
    staff: User | None = None,
    wants_reply: bool = False,
    wants_publication: bool = False,
    suspicions: Sequence[tuple[Why, str]] = (),
) -> Submitted:
    """Decide on a comment and keep it; the rules and their order are ``deciding``'s.

    *writer_key* is the random key a browser keeps, if its owner lets it. *suspicions* are reasons to hold that the
    way it was sent gives. A reply to what is as deep as replies go answers what stands above that. Raises what
    ``TurnedAway`` has below it, keeping nothing.
    """
    settings = DiscussionSettings.current()
    comment = Comment(kind=kind, name=names.shown_name(name), text=typed.kept(text), passage=typed.kept(passage))
    setattr(comment, "claim" if isinstance(target, Claim) else "article", target)
    comment.token, comment.by_staff = credentials.token_of(writer_key), staff
    answered = _as_it_is(parent)
    _hang(comment, answered, settings.depth)
    email = _address(email)
    sent = Submission(
        comment.text, name.strip() if comment.name else "", email, kind, comment.passage, bool(staff), suspicions
    )
    rules = queries.rules(target, settings)
    before = knowing.at_once(comment, settings, answered)
    if turned := turned_at_once(sent, rules, before):
        raise turned_away(turned)
    verdict = decide(sent, rules, knowing.known(comment, settings, before, email=email))
    if verdict.turn:
        raise turned_away(verdict)
    if email and settings.notices and sealing.can_seal() and (wants_reply or wants_publication):
        comment.sealed_email = sealing.seal(email)
        comment.wants_reply, comment.wants_publication = wants_reply, wants_publication
    return _keep(comment, verdict)


def _keep(comment: Comment, verdict: Verdict) -> Submitted:
    secret = credentials.new()
    comment.link_hash = credentials.hash_of(secret)
    comment.state, comment.reasons = verdict.state or State.HELD, as_kept(verdict)
    if comment.state == State.PUBLISHED:
        comment.published_at = comment.written_at
    comment.save(force_insert=True)
    if comment.state == State.PUBLISHED:
        announcing.published([comment.pk])
        announcing.changed([comment])
    elif comment.state == State.HELD:
        announcing.waits(comment.pk)
    return Submitted(comment, secret)


def as_kept(verdict: Verdict) -> list[dict[str, str]]:
    """Return the reasons of *verdict* as a comment keeps them."""
    return [{"code": str(code), "detail": detail[:300]} for code, detail in verdict.reasons]


def _as_it_is(parent: Comment | None) -> Comment | None:
    """Return *parent* as it is kept now. Raises ``Closed`` where it is gone."""
    if parent is None:
        return None
    found = Comment.objects.filter(pk=parent.pk).select_related("parent", "root").first()
    if found is None:
        raise turned_away(Verdict(turn=Turn.CLOSED, about=Shut.GONE))
    return found


def _hang(comment: Comment, parent: Comment | None, deepest: int) -> None:
    """Put *comment* below *parent*, or below what stands above that, so that it is no deeper than *deepest*."""
    while parent is not None and parent.depth >= deepest:
        parent = parent.parent
    comment.parent = parent
    comment.depth = parent.depth + 1 if parent else 1
    comment.root = (parent.root or parent) if parent else None


def _address(email: str) -> str:
    """Return *email*, fit to write to. Raises ``Unfit``."""
    email = email.strip()
    try:
        if email:
            validate_email(email)
    except ValidationError:
        raise Unfit(
            _("This is no e-mail address: write it as name@example.org, or leave it out."), field="email"
        ) from None
    return email


def turned_away(verdict: Verdict) -> TurnedAway:
    """Return what the writer is told where *verdict* turns a comment away."""
    match verdict.turn:
        case Turn.CLOSED:
            return Closed(_closed(verdict.about), code=f"closed_{verdict.about}")
        case Turn.BANNED:
            return Banned(_("You cannot comment here at present."))
        case Turn.DUPLICATE:
            return Duplicate(_("You have sent this already. It is here, or it waits for a moderator."))
        case Turn.TOO_SOON:
            return TooSoon(_wait(verdict.retry_after), retry_after=verdict.retry_after)
        case _:
            return _unfit(verdict)


def _closed(why: str) -> str:
    if why == Shut.OLD:
        return _("Comments here are closed: it was published too long ago.")
    if why == Shut.EVERYWHERE:
        return _("Comments are closed everywhere at present.")
    if why == Shut.GONE:
        return _("What you wanted to comment on is not here any more.")
    return _("Comments here are closed.")


def _wait(seconds: int) -> str:
    if seconds < 90:  # noqa: PLR2004 - above, minutes say it better
        said = ngettext("Wait a second", "Wait %(count)d seconds", seconds) % {"count": seconds}
    else:
        minutes = -(-seconds // 60)
        said = ngettext("Wait a minute", "Wait %(count)d minutes", minutes) % {"count": minutes}
    return _("%(wait)s, then send it again.") % {"wait": said}


def _unfit(verdict: Verdict) -> Unfit:
    missing = {
        "text": _("Write something first."),
        "name": _("Write a name; a pseudonym will do."),
        "email": _("Write an e-mail address."),
    }
    too_long = {
        "text": _("This is too long. Shorten it, or send it in parts."),
        "name": _("This name is too long."),
        "email": _("This address is too long."),
        "passage": _("Select a shorter passage."),
    }
    said = missing if verdict.turn == Turn.MISSING else too_long
    return Unfit(said[verdict.about], code=str(verdict.turn), field=verdict.about)
