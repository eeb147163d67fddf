"""What screens ask of comments, each in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.deciding import Rules, Shut
from tocsin.comments.models import Comment, Discussion, DiscussionSettings
from tocsin.comments.statuses import Holding, Kind, Opening, Order, State
from tocsin.lib import clock

Target = ArticlePage | Claim
_WORDLESS = ("id", "parent", "root", "article", "claim", "depth", "kind", "state", "written_at")


@dataclass
class Node:
    """A comment with the replies to it. Where *is_shown* is false it only keeps the thread's shape."""

    comment: Comment
    is_shown: bool
    replies: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield it and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.replies))


@dataclass(frozen=True)
class ThreadPage:
    """One page of a discussion."""

    threads: list[Node]
    number: int
    pages: int
    count: int
    """Comments readers see in the whole discussion."""


def shut(target: Target, settings: DiscussionSettings) -> Shut | None:
    """Say why *target* takes no comments; nothing where it does."""
    if not is_public(target):
        return Shut.GONE
    if settings.closed_everywhere:
        return Shut.EVERYWHERE
    here = Discussion.under(target)
    if here and here.opening != Opening.INHERIT:
        return Shut.HERE if here.opening == Opening.CLOSED else None
    if not (settings.claims_open if isinstance(target, Claim) else settings.is_open):
        return Shut.HERE
    days = settings.close_after_days
    return Shut.OLD if days and since(target) + timedelta(days=days) <= clock.now() else None


def is_public(target: Target) -> bool:
    """Tell whether readers may see *target*."""
    public = Claim.objects.public() if isinstance(target, Claim) else ArticlePage.objects.published()
    return bool(public.filter(pk=target.pk).exists())


def since(target: Target) -> datetime:
    """Return when *target* was published; of a claim, when it was recorded."""
    if isinstance(target, Claim):
        return target.recorded_at
    return target.published_at or target.first_published_at or clock.now()


def rules(target: Target, settings: DiscussionSettings) -> Rules:
    """Return the rules under *target*: the site's, with what differs there."""
    here = Discussion.under(target)
    holding = here.holding if here else Holding.INHERIT
    return Rules(
        require_name=settings.require_name,
        require_email=settings.require_email,
        longest=settings.longest,
        hold_all=settings.hold_all if holding == Holding.INHERIT else holding == Holding.ALL,
        hold_first=settings.hold_first,
        max_links=settings.max_links,
        hold_details=settings.hold_details,
        hold_alike=settings.hold_alike,
        spam_hold=settings.spam_hold,
        spam_away=settings.spam_away,
        flood_seconds=settings.flood_seconds,
        slow_minutes=settings.slow_minutes if settings.slow_mode else 0,
    )


def page(target: Target, settings: DiscussionSettings, number: int | None = None) -> ThreadPage:
    """Return page *number* of what readers see under *target*; without a number, the one it opens on.

    Of what they do not see, and what has replies they do see, only its place in the thread is read.
    """
    count = _seen(target).count()
    if not count:
        return ThreadPage([], 1, 1, 0)
    roots = _roots(target, settings)
    pages = max(1, -(-roots.count() // settings.per_page))
    number = (pages if settings.opens_on_last_page else 1) if number is None else number
    number = min(max(number, 1), pages)
    first = (number - 1) * settings.per_page
    tops = list(roots.values_list("pk", flat=True)[first : first + settings.per_page])
    return ThreadPage(_threads(tops), number, pages, count)


def branch(comment: Comment) -> Node | None:
    """Return *comment*, which readers see, with all the replies to it."""
    for top in _threads([comment.root_id or comment.pk]):
        for node in top.walk():
            if node.comment.pk == comment.pk:
                return node
    return None


def page_of(comment: Comment, settings: DiscussionSettings) -> int:
    """Return the number of the page *comment* stands on."""
    top = comment.root or comment
    newest = settings.order == Order.NEWEST
    before = Q(written_at__gt=top.written_at) if newest else Q(written_at__lt=top.written_at)
    same = Q(written_at=top.written_at, **({"pk__gt": top.pk} if newest else {"pk__lt": top.pk}))
    return _roots(comment.target, settings).filter(before | same).count() // settings.per_page + 1


def descendants(comments: Iterable[Comment]) -> list[Comment]:
    """Return all that stands below *comments*, in no order."""
    tops = list(comments)
    below: dict[int, list[Comment]] = defaultdict(list)
    for one in Comment.objects.filter(root__in={top.root_id or top.pk for top in tops}):
        below[one.parent_id or 0].append(one)
    found: dict[int, Comment] = {}
    waiting = [top.pk for top in tops]
    while waiting:
        for one in below.get(waiting.pop(), ()):
            if one.pk not in found:
                found[one.pk] = one
                waiting.append(one.pk)
    return list(found.values())


def _seen(target: Target) -> QuerySet[Comment]:
    """Return what is published under *target*, which the caller knows to be public."""
    return Comment.objects.of(target).filter(kind=Kind.COMMENT, state=State.PUBLISHED)


def _roots(target: Target, settings: DiscussionSettings) -> QuerySet[Comment]:
    """Return the tops of threads in which readers see anything, in the site's order."""
    below = Comment.objects.filter(root=OuterRef("pk"), kind=Kind.COMMENT, state=State.PUBLISHED)
    tops = Comment.objects.of(target).filter(kind=Kind.COMMENT, root=None)
    tops = tops.filter(Q(state=State.PUBLISHED) | Exists(below))
    order = ("-written_at", "-pk") if settings.order == Order.NEWEST else ("written_at", "pk")
    return tops.order_by(*order)


def _threads(tops: list[int]) -> list[Node]:
    """Return the threads under *tops* (ids), without what has neither words to show nor replies that have."""
    whole = Q(pk__in=tops) | Q(root__in=tops)
    rows = Comment.objects.filter(whole, kind=Kind.COMMENT)
    shown = rows.filter(state=State.PUBLISHED).select_related("by_staff").defer("fingerprint", "sealed_email")
    nodes = {one.pk: Node(one, is_shown=True) for one in shown}
    answered = rows.exclude(state=State.PUBLISHED).filter(replies__isnull=False).distinct()
    for one in answered.only(*_WORDLESS):
        nodes[one.pk] = Node(one, is_shown=False)
    for node in sorted(nodes.values(), key=lambda node: (node.comment.written_at, node.comment.pk)):
        if parent := nodes.get(node.comment.parent_id or 0):
            parent.replies.append(node)
    threads = [nodes[pk] for pk in tops if pk in nodes]
    for thread in threads:
        _prune(thread)
    return [thread for thread in threads if thread.is_shown or thread.replies]


def _prune(thread: Node) -> None:
    """Leave out what is not shown and has nothing below that is: the deepest first."""
    for node in reversed(list(thread.walk())):
        node.replies = [reply for reply in node.replies if reply.is_shown or reply.replies]
