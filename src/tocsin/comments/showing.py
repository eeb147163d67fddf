"""Comments as templates show them: in reading order, with what opens and closes nested lists, in bounded number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tocsin.comments import names, queries
from tocsin.comments.deciding import Shut
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.models.comments import CommentQuerySet
from tocsin.comments.places import Place
from tocsin.comments.queries import Node
from tocsin.comments.screening import markup

MOST = 250
"""Comments on one page, at most; further replies of a thread are on the thread's own page."""
LONG = 1500
"""Characters of a comment in a list; the rest is on its own page."""


@dataclass
class Shown:
    """One comment in its place in the list."""

    comment: Comment
    is_shown: bool = True
    opens: bool = False
    """Whether a list of replies follows within it."""
    closes: range = range(0)
    """How many lists end after it."""
    more: int = 0
    """Replies below it that are left to its own page."""
    whole: bool = False
    """Whether it is shown however long it is."""

    @cached_property
    def name(self) -> str:
        return names.shown_name(self.comment.name) or _("Anonymous")

    @property
    def is_cut(self) -> bool:
        return not self.whole and len(self.comment.text) > LONG

    @property
    def html(self) -> SafeString:
        text = self.comment.text[:LONG].rsplit(maxsplit=1)[0] + " …" if self.is_cut else self.comment.text
        return mark_safe(markup.render(names.shown_text(text)))  # noqa: S308 - the renderer escapes all it does not know

    @property
    def address(self) -> str:
        return reverse("comment", args=[self.comment.pk])


@dataclass(frozen=True)
class Discussion:
    """What stands under an article or a claim: a page of comments, and whether more are taken."""

    place: Place
    settings: DiscussionSettings
    items: list[Shown]
    number: int = 1
    pages: int = 1
    count: int = 0
    shut: Shut | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether there is anything to show: comments, or a way to write."""
        return self.shut != Shut.GONE

    @property
    def takes_comments(self) -> bool:
        return self.shut is None

    @property
    def replies(self) -> bool:
        return self.takes_comments and self.settings.depth > 1

    @property
    def previous(self) -> str:
        return self.place.page_address(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        return self.place.page_address(self.number + 1) if self.number < self.pages else ""


def discussion(place: Place, settings: DiscussionSettings, number: int | None = None) -> Discussion:
    """Return page *number* of what is said of *place*; without a number, the page it opens on."""
    page = queries.page(place.target, settings, number)
    return Discussion(
        place,
        settings,
        in_order(page.threads),
        page.number,
        page.pages,
        page.count,
        queries.shut(place.target, settings),
    )


def newest() -> CommentQuerySet:
    """What readers see, the newest first, with what it stands under."""
    found = Comment.objects.public().select_related("article", "claim", "by_staff")
    return found.defer("fingerprint", "sealed_email").order_by("-published_at", "-pk")


def in_order(threads: Iterable[Node], *, most: int = MOST) -> list[Shown]:
    """Return *threads* in reading order: their tops, and replies, about *most* in all, of each thread as many."""
    tops = list(threads)
    each = max(most // max(len(tops), 1), 1)
    shown: list[Shown] = []
    for top in tops:
        shown += _thread(top, each)
    return shown


def _thread(top: Node, most: int) -> list[Shown]:
    kept = {id(node) for _at, node in zip(range(most), top.walk(), strict=False)}
    rows = list(_rows(top, kept))
    left = sum(1 for node in top.walk() if node.is_shown and id(node) not in kept)
    rows[0].more = left
    return rows


def _rows(top: Node, kept: set[int]) -> Iterator[Shown]:
    """Yield the kept part of a thread; kept are the first in reading order, so a kept one's parent is kept."""
    waiting: list[tuple[Node, int]] = [(top, 0)]
    while waiting:
        node, closes = waiting.pop()
        replies = [reply for reply in node.replies if id(reply) in kept]
        yield Shown(node.comment, node.is_shown, bool(replies), range(0 if replies else closes))
        for at, reply in reversed(list(enumerate(replies))):
            waiting.append((reply, closes + 1 if at == len(replies) - 1 else 0))
