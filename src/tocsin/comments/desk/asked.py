"""What a moderator looks at, as the address says it, and who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments import queries
from tocsin.comments.models import Comment, Report
from tocsin.comments.queries import Target
from tocsin.comments.statuses import Kind, State, Why

MODERATE = "comments.moderate_comments"
CHANGE_SETTINGS = "comments.change_discussionsettings"
WAITING = "waiting"


def may(permission: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let only those with *permission* see a view; others are told it is not theirs."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not isinstance(request.user, User) or not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def user_of(request: HttpRequest) -> User:
    """The moderator. Raises ``PermissionDenied`` where nobody is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may_see(user: User, target: Target) -> bool:
    """Tell whether *user* may know of *target*: readers see it, comments stand under it, or it is theirs to work on."""
    if queries.is_public(target) or Comment.objects.of(target).exists():
        return True
    return user.has_perm("claims.view_claim") if isinstance(target, Claim) else may_write(user, target)


def may_write(user: User, article: ArticlePage) -> bool:
    """Tell whether the text of *article* is theirs to change."""
    return bool(article.permissions_for_user(user).can_edit())


def number(text: str) -> int | None:
    """The number *text* gives, if it is one that could be an id."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 15 else None  # noqa: PLR2004 - no id is longer


def _with_reason(found: QuerySet[Comment], reason: str) -> list[int]:
    """Return the ids of those held for *reason*; no two databases ask a list in JSON alike."""
    reasons = found.order_by("-written_at").values_list("pk", "reasons")[:5000]
    return [pk for pk, listed in reasons if any(one.get("code") == reason for one in listed)]


@dataclass(frozen=True)
class Asked:
    """Which comments are looked at. Empty fields ask for nothing."""

    state: str = WAITING
    reason: str = ""
    article: int | None = None
    claim: int | None = None
    writer: int | None = None
    """A comment whose writer's others are looked at; a writer's token stands in no address."""
    reported: bool = False
    words: str = ""
    page: int = 1

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        state, reason = given.get("state", WAITING), given.get("reason", "")
        return cls(
            state if state in {WAITING, "all", *State.values} - {State.ERASED, State.SETTLED} else WAITING,
            reason if reason in Why.values else "",
            number(given.get("article", "")),
            number(given.get("claim", "")),
            number(given.get("writer", "")),
            given.get("reported", "") == "1",
            given.get("q", "").replace("\0", "")[:100],
            number(given.get("p", "")) or 1,
        )

    def comments(self) -> QuerySet[Comment]:
        """Those comments; reports of errors have a screen of their own."""
        found = Comment.objects.filter(kind=Kind.COMMENT).exclude(state=State.ERASED)
        if self.state == WAITING:
            found = found.waiting()
        elif self.state != "all":
            found = found.filter(state=self.state)
        if self.article:
            found = found.filter(article=self.article)
        if self.claim:
            found = found.filter(claim=self.claim)
        if self.writer:
            token = Comment.objects.filter(pk=self.writer).values_list("token", flat=True).first()
            found = found.filter(token=token) if token else found.filter(pk=self.writer)
        if self.reported:
            found = found.filter(Exists(Report.objects.filter(comment=OuterRef("pk"), settled_at=None)))
        if self.reason:
            found = found.filter(pk__in=_with_reason(found, self.reason))
        if self.words:
            found = found.filter(Q(text__icontains=self.words) | Q(name__icontains=self.words))
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter leaves something out of what waits."""
        return self != Asked(page=self.page)

    def query(self, *, page: int | None = None) -> str:
        """The address's query that asks for the same, or for another *page* of it."""
        made = QueryDict(mutable=True)
        fields = {"state": self.state if self.state != WAITING else "", "reason": self.reason, "article": self.article}
        fields |= {
            "claim": self.claim,
            "writer": self.writer,
            "reported": "1" if self.reported else "",
            "q": self.words,
        }
        number = page or self.page
        for name, value in {**fields, "p": number if number > 1 else ""}.items():
            if value:
                made[name] = str(value)
        return made.urlencode()
