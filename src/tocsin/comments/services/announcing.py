"""What is told to others once a change is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from django.db import transaction
from django.db.models import Model

from tocsin.comments.models import Comment
from tocsin.comments.signals import comment_waits, comments_published, discussions_changed


def published(comments: Collection[int]) -> None:
    """Announce that *comments* (ids) became public, when the transaction ends well."""
    if comments:
        transaction.on_commit(partial(comments_published.send_robust, Comment, comments=sorted(comments)), robust=True)


def waits(comment: int) -> None:
    """Announce that a comment waits for a moderator."""
    transaction.on_commit(partial(comment_waits.send_robust, Comment, comment=comment), robust=True)


def changed(comments: Iterable[Comment]) -> None:
    """Announce that readers see other comments than before where *comments* stand."""
    rows = list(comments)
    articles = sorted({one.article_id for one in rows if one.article_id})
    claims = sorted({one.claim_id for one in rows if one.claim_id})
    if articles or claims:
        discussions(Comment, articles=articles, claims=claims)


def discussions(sender: type[Model], *, articles: Sequence[int] = (), claims: Sequence[int] = ()) -> None:
    """Announce that what stands under *articles* and *claims* (ids) is discussed otherwise than before."""
    told = partial(discussions_changed.send_robust, sender, articles=list(articles), claims=list(claims))
    transaction.on_commit(told, robust=True)
