"""Comments that come from another system: with their words and their times, and nothing that tells who wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from tocsin.articles.models import ArticlePage
from tocsin.claims.services import protected_in
from tocsin.comments import names, typed
from tocsin.comments.models import Comment
from tocsin.comments.services import announcing
from tocsin.comments.statuses import State, Why
from tocsin.lib import rows

DEEPEST = 10
SOME = 500
_STATES = {State.HELD, State.PUBLISHED, State.REFUSED, State.SPAM}


@dataclass(frozen=True)
class Imported:
    """One comment of another system. There is no field for an address, a browser or a site of its writer."""

    origin: str
    """What it is known by, as ``wordpress:<site>:<id>``."""
    name: str
    text: str
    """As a reader would type it: no HTML."""
    written_at: datetime
    state: State = State.PUBLISHED
    parent_origin: str = ""


@dataclass(frozen=True)
class Taken:
    """What became of an import."""

    new: int
    known: int
    """Comments that an earlier import had brought; they stay as they are."""


def take_over(  # noqa: PLR0913 - what a comment is made of
    *,
    article: ArticlePage,
    origin: str,
    name: str,
    text: str,
    written_at: datetime,
    state: State = State.PUBLISHED,
    parent: Comment | None = None,
) -> Comment:
    """Bring one comment in under *article*; one that is known by its *origin* is returned as it stands."""
    above = parent.origin or "" if parent else ""
    take_over_many(article, [Imported(origin, name, text, written_at, state, above)])
    return Comment.objects.get(origin=origin)


def take_over_many(article: ArticlePage, comments: Iterable[Imported]) -> Taken:
    """Bring *comments* in under *article*; see ``take_over_all``."""
    return take_over_all((article, one) for one in comments)


@transaction.atomic
def take_over_all(comments: Iterable[tuple[ArticlePage, Imported]]) -> Taken:
    """Bring comments in, each under its article and after what it answers, in a number of queries that many share.

    One whose origin is known stays as it stands, and one is never published that this newsroom held or refused. A
    reply to what is not known stands at the top. What names somebody on the protect list is held.
    """
    new = known = 0
    for some in _chunks(comments):
        origins = _origins([one for _article, one in some])
        here = {one.origin: one for one in Comment.objects.filter(origin__in=origins).only(*_NEEDED)}
        rest = list({one.origin: (article, one) for article, one in some if one.origin not in here}.values())
        known += len({one.origin for _article, one in some} & here.keys())
        new += len(rest)
        made = _made(rest)
        for generation in _by_depth(made, here):
            rows.keep(generation)
        announcing.changed(one for one, _above in made)
    return Taken(new, known)


_NEEDED = ("origin", "depth", "root", "parent", "article", "state")


def _chunks(comments: Iterable[tuple[ArticlePage, Imported]]) -> Iterator[list[tuple[ArticlePage, Imported]]]:
    waiting = iter(comments)
    while some := list(islice(waiting, SOME)):
        yield some


def _origins(some: list[Imported]) -> set[str]:
    return {origin for one in some for origin in (one.origin, one.parent_origin) if origin}


def _made(some: list[tuple[ArticlePage, Imported]]) -> list[tuple[Comment, str]]:
    """Return *some* as comments that are not kept yet, each with the origin of what it answers."""
    guarded = bool(protected_in([f"{one.name}\n{one.text}" for _article, one in some]))
    return [(_comment(article, one, guarded=guarded), one.parent_origin) for article, one in some]


def _comment(article: ArticlePage, one: Imported, *, guarded: bool) -> Comment:
    if one.state not in _STATES:
        raise ValueError(f"A comment cannot be taken over as {one.state}.")
    name, text = names.shown_name(one.name), typed.kept(one.text)
    state, reasons = one.state, []
    if guarded and state == State.PUBLISHED and protected_in([name, text]):
        state, reasons = State.HELD, [{"code": Why.PROTECTED, "detail": ""}]
    return Comment(
        article=article,
        name=name,
        text=text,
        state=state,
        reasons=reasons,
        written_at=one.written_at,
        published_at=one.written_at if state == State.PUBLISHED else None,
        decided_at=one.written_at if state != State.HELD else None,
        digest=typed.digest(name, text),
        origin=one.origin,
    )


def _by_depth(made: list[tuple[Comment, str]], here: dict[str | None, Comment]) -> Iterator[list[Comment]]:
    """Hang comments below what they answer; yield them level by level, so that each finds its parent kept."""
    waiting = made
    batch = {one.origin for one, _above in made}
    while waiting:
        ready = [pair for pair in waiting if pair[1] not in batch or pair[1] in here]
        ready = ready or waiting  # a ring: what answers itself stands at the top
        for one, above in ready:
            _hang(one, here.get(above))
        yield [one for one, _above in ready]
        here |= {one.origin: one for one, _above in ready}
        taken = {one.origin for one, _above in ready}
        waiting = [pair for pair in waiting if pair[0].origin not in taken]


def _hang(one: Comment, parent: Comment | None) -> None:
    while parent is not None and parent.depth >= DEEPEST:
        parent = parent.parent
    if parent is None or parent.article_id != one.article_id:
        return
    one.parent, one.depth = parent, parent.depth + 1
    one.root_id = parent.root_id or parent.pk
