"""What is looked at on the desk: much the same comments as one group, what may do harm first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.comments.desk import impostors
from tocsin.comments.desk.asked import WAITING, Asked
from tocsin.comments.models import Ban, Comment, ModeratorNote, Report
from tocsin.comments.places import Place
from tocsin.comments.screening import likeness
from tocsin.comments.showing import Shown
from tocsin.comments.statuses import State, Why

PER_PAGE = 40
"""Groups on a page."""
GROUPED = 2000
"""So many of those that wait longest are grouped at once; the rest follows as they are decided on."""
IN_A_GROUP = 60
"""So many of a group are shown; the others are opened by its filter."""

_RANKS = [
    ({Why.PROTECTED}, gettext_lazy("Name somebody protected")),
    ({Why.DETAILS}, gettext_lazy("Look like personal details")),
    ({Why.REPORTED}, gettext_lazy("Reported by readers")),
    ({Why.SPAM, Why.LINKS, Why.ALIKE}, gettext_lazy("Look like spam")),
    (
        {Why.WORDS, Why.REFUSED_WORDS, Why.UNPROVEN},
        gettext_lazy("Held by words, or by how they were sent"),
    ),
]
_APART = 3
"""Ranks below this are grouped each by itself."""
_REST = gettext_lazy("The rest")
DETAILS = {
    "phone": gettext_lazy("a phone number"),
    "email": gettext_lazy("an e-mail address"),
    "address": gettext_lazy("a street address"),
    "document": gettext_lazy("a document's number"),
    "coordinates": gettext_lazy("coordinates"),
}


@dataclass
class Card:
    """One comment as a moderator sees it, with what there is to know."""

    comment: Comment
    published: int = 0
    """How many others of the writer's are published, and how many were refused."""
    refused: int = 0
    is_banned: bool = False
    warnings: Sequence[str] = ()
    """What is odd about the writer's name."""

    @property
    def shown(self) -> Shown:
        return Shown(self.comment, whole=True)

    @property
    def parent(self) -> Shown | None:
        parent = self.comment.parent
        return Shown(parent) if parent and not parent.is_erased else None

    @property
    def place(self) -> Place:
        return Place(self.comment.target)

    @property
    def why(self) -> list[str]:
        """Why it was held, in words."""
        return [in_words(one) for one in self.comment.reasons]

    @property
    def key(self) -> str:
        return f"{self.comment.pk}:{self.comment.version}"


@dataclass
class Group:
    """Comments much like each other, decided on as one; the first stands for all."""

    cards: list[Card]
    heading: str = ""
    """What the groups from here on have in common, where that changes."""
    versions: dict[int, int] = field(default_factory=dict)

    @property
    def ids(self) -> list[int]:
        return list(self.versions)

    @property
    def first(self) -> Card:
        return self.cards[0]

    @property
    def others(self) -> list[Card]:
        return self.cards[1:]

    @property
    def count(self) -> int:
        return len(self.versions)

    @property
    def hidden(self) -> int:
        return self.count - len(self.cards)

    @property
    def key(self) -> str:
        """Its comments with the versions that are shown, as the forms send them."""
        return ",".join(f"{pk}:{version}" for pk, version in self.versions.items())


@dataclass(frozen=True)
class Queue:
    """A page of what is looked at."""

    groups: list[Group]
    page: int
    pages: int
    count: int
    """Comments in all, on every page."""
    held_back: int = 0
    """Comments that wait and are not grouped yet."""


def in_words(reason: dict[str, str]) -> str:
    """A reason as it is kept, said to a moderator."""
    code, detail = reason.get("code", ""), reason.get("detail", "")
    label = str(Why(code).label) if code in Why.values else code
    if code == Why.DETAILS:
        kinds = dict.fromkeys(one.strip() for one in detail.split(","))
        detail = ", ".join(str(DETAILS.get(kind, kind)) for kind in kinds if kind)
    return _("%(why)s: %(detail)s") % {"why": label, "detail": detail} if detail else label


def rank(reasons: Sequence[dict[str, str]], *, reported: bool) -> int:
    """How early it is looked at: 0 first."""
    codes = {one.get("code", "") for one in reasons} | ({Why.REPORTED} if reported else set())
    return next((at for at, (some, _name) in enumerate(_RANKS) if codes & some), len(_RANKS))


def read(asked: Asked) -> Queue:
    """Return the page that *asked* asks for; beyond the last, the last."""
    found = asked.comments()
    count = found.count()
    if asked.state == WAITING:
        grouped = _grouped(found)
        pages = max(1, -(-len(grouped) // PER_PAGE))
        page = min(asked.page, pages)
        chosen = grouped[(page - 1) * PER_PAGE : page * PER_PAGE]
    else:
        pages = max(1, -(-count // PER_PAGE))
        page = min(asked.page, pages)
        ids = found.order_by("-written_at", "-pk").values_list("pk", flat=True)[(page - 1) * PER_PAGE : page * PER_PAGE]
        chosen = [(len(_RANKS), [pk]) for pk in ids]
    return Queue(_filled(chosen, headed=asked.state == WAITING), page, pages, count, max(0, count - GROUPED))


def _grouped(found: Any) -> list[tuple[int, list[int]]]:
    """Return what waits in groups, each with its rank: the gravest first, then the largest, then the oldest.

    What may expose somebody, or was reported, is only put together with its own kind. The rest is one kind, so that
    the first of a campaign, which nothing gave away, comes with its family: a group ranks as the gravest in it.
    """
    rows = found.order_by("written_at", "pk").annotate(complaints=Count("reports", Q(reports__settled_at=None)))
    ranks: dict[int, int] = {}
    kinds: dict[int, dict[int, list[int]]] = defaultdict(dict)
    for pk, reasons, prints, complaints in rows.values_list("pk", "reasons", "fingerprint", "complaints")[:GROUPED]:
        ranks[pk] = rank(reasons, reported=bool(complaints))
        kinds[min(ranks[pk], _APART)][pk] = prints
    return in_order(ranks, kinds)


def in_order(ranks: Mapping[int, int], kinds: Mapping[int, Mapping[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """Return the groups within *kinds* (fingerprints by id), each with its rank, in the order they are looked at."""
    groups = [group for prints in kinds.values() for group in likeness.groups(prints)]
    ranked = [(min(ranks[pk] for pk in group), group) for group in groups]
    return sorted(ranked, key=lambda one: (one[0], -len(one[1])))


def _filled(chosen: list[tuple[int, list[int]]], *, headed: bool) -> list[Group]:
    shown = dict(cards([pk for _at, ids in chosen for pk in ids[:IN_A_GROUP]]))
    versions = dict(
        Comment.objects.filter(pk__in=[pk for _at, ids in chosen for pk in ids]).order_by().values_list("pk", "version")
    )
    made, last = [], -1
    for at, ids in chosen:
        kept = [pk for pk in ids if pk in versions]
        seen = [shown[pk] for pk in kept if pk in shown]
        if not seen:
            continue
        heading = str(_RANKS[at][1] if at < len(_RANKS) else _REST) if headed and at != last else ""
        made.append(Group(seen, heading, {pk: versions[pk] for pk in kept}))
        last = at
    return made


def cards(ids: Sequence[int]) -> Iterable[tuple[int, Card]]:
    """Yield the comments *ids* as moderators see them, with what is known of their writers: few queries."""
    rows = list(
        Comment.objects.filter(pk__in=ids)
        .select_related("article", "claim", "parent", "parent__by_staff", "by_staff", "decided_by")
        .defer("fingerprint", "sealed_email", "article__body", "parent__fingerprint", "parent__sealed_email")
        .prefetch_related(
            Prefetch("reports", Report.objects.filter(settled_at=None), to_attr="complaints"),
            Prefetch("moderator_notes", ModeratorNote.objects.select_related("by"), to_attr="notes"),
        )
    )
    tokens = {one.token for one in rows if one.token}
    record = Comment.objects.filter(token__in=tokens).order_by().values("token")
    known: dict[str, Any] = {
        one["token"]: one
        for one in record.annotate(
            published=Count("pk", Q(state=State.PUBLISHED)),
            refused=Count("pk", Q(state__in=[State.REFUSED, State.SPAM])),
        )
    }
    banned = set(Ban.objects.in_force().filter(token__in=tokens).values_list("token", flat=True))
    odd = impostors.warnings(rows)
    for one in rows:
        of: dict[str, Any] = known.get(one.token, {}) if one.token else {}
        yield one.pk, Card(one, of.get("published", 0), of.get("refused", 0), one.token in banned, odd.get(one.pk, ()))
