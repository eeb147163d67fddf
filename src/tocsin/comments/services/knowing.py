"""What is known when a comment is decided on: of the place, of the writer, and of the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from tocsin.claims.services import protected_in
from tocsin.comments import queries, typed
from tocsin.comments.deciding import Known, Shut
from tocsin.comments.models import Ban, Comment, DiscussionSettings
from tocsin.comments.screening import details, likeness, links, words
from tocsin.comments.services import teaching
from tocsin.comments.statuses import Kind, State
from tocsin.lib import clock

COMPARED = 200
"""So many of the latest comments are compared with a new one."""
WITHIN = timedelta(days=2)
ALIKE = 0.7
TELLING = 5


def at_once(comment: Comment, settings: DiscussionSettings, answered: Comment | None = None) -> Known:
    """Return what is known of the place and the writer before the words of *comment* are looked through."""
    return Known(
        shut=_shut(comment, settings, answered),
        is_banned=_is_banned(comment),
    )


def known(comment: Comment, settings: DiscussionSettings, before: Known, *, email: str = "") -> Known:
    """Return all that the decision on *comment*, which may not be kept yet, rests on, *before* (``at_once``) included.

    By what it is known again is written into *comment*.
    """
    comment.digest, comment.fingerprint = typed.digest(comment.name, comment.text), likeness.fingerprint(comment.text)
    words_of_it = f"{comment.name}\n{comment.text}"
    judged = teaching.judge(comment.text)
    return replace(
        before,
        is_duplicate=_is_duplicate(comment),
        seconds_since=_seconds_since(comment),
        strangers=_strangers(comment, settings),
        was_published=Comment.objects.by(comment.token).filter(state=State.PUBLISHED).exists(),
        links=links.count(comment.text) + links.count(comment.name),
        details=[str(one.kind) for one in details.find(words_of_it)],
        protected=is_protected(comment),
        hold_words=words.hits(words_of_it, settings.hold_words) or _in_address(email, settings.hold_words),
        refuse_words=words.hits(words_of_it, settings.refuse_words) or _in_address(email, settings.refuse_words),
        alike=_alike(comment),
        spam=judged.probability if judged else None,
        telling=[word for word, _weight in judged.telling[:TELLING]] if judged else (),
    )


def _in_address(email: str, keys: str) -> list[str]:
    """Tell that one of *keys* stands in *email* without saying which: the reason is kept, the address is not."""
    return [""] if words.hits(email, keys) else []


def is_protected(comment: Comment) -> bool:
    """Tell whether *comment* names somebody on the protect list."""
    return bool(protected_in([comment.name, comment.text]))


def protected_among(comments: Iterable[Comment]) -> Iterator[Comment]:
    """Yield those of *comments* that name somebody on the protect list; many at once are looked through quickly."""
    rows = iter(comments)
    while some := list(islice(rows, COMPARED)):
        if protected_in(f"{one.name}\n{one.text}" for one in some):
            yield from (one for one in some if is_protected(one))


def _shut(comment: Comment, settings: DiscussionSettings, answered: Comment | None) -> Shut | None:
    return Shut.GONE if answered and not _can_answer(comment, answered) else queries.shut(comment.target, settings)


def _is_banned(comment: Comment) -> bool:
    return bool(comment.token) and Ban.objects.in_force().filter(token=comment.token).exists()


def _can_answer(comment: Comment, answered: Comment) -> bool:
    same_place = (answered.article_id, answered.claim_id) == (comment.article_id, comment.claim_id)
    return answered.state == State.PUBLISHED and answered.kind == Kind.COMMENT and same_place


def _is_duplicate(comment: Comment) -> bool:
    same = Comment.objects.of(comment.target).filter(digest=comment.digest, parent=comment.parent_id, kind=comment.kind)
    return same.exclude(state__in=[State.REFUSED, State.ERASED]).exclude(pk=comment.pk).exists()


def _seconds_since(comment: Comment) -> float | None:
    written = Comment.objects.by(comment.token).exclude(pk=comment.pk).order_by("-written_at")
    last = written.values_list("written_at", flat=True).first()
    return max(0.0, (clock.now() - last).total_seconds()) if last else None


def _strangers(comment: Comment, settings: DiscussionSettings) -> int:
    if not settings.slow_mode or comment.token:
        return 0
    since = clock.now() - timedelta(minutes=settings.slow_minutes)
    return Comment.objects.of(comment.target).filter(token="", origin=None, written_at__gte=since).count()


def _alike(comment: Comment) -> int:
    if not comment.fingerprint:
        return 0
    latest = Comment.objects.filter(written_at__gte=clock.now() - WITHIN, origin=None).exclude(pk=comment.pk)
    others = latest.order_by("-written_at").values_list("fingerprint", flat=True)[:COMPARED]
    return sum(likeness.alike(comment.fingerprint, other) >= ALIKE for other in others)


def known_of_edit(comment: Comment, settings: DiscussionSettings) -> Known:
    """Return the same for the new words of *comment*: its place and its writer's haste matter no more."""
    before = Known(is_banned=_is_banned(comment))
    return replace(known(comment, settings, before), seconds_since=None, strangers=0)
