"""What a change bears on: from the key of what was written to the keys of the records it is a part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from tocsin.articles.models import ArticlePage, ArticleTag, Byline, PlainPage, Section
from tocsin.claims.models import Assertion, ClaimPlace, Figure
from tocsin.search.models import LiveCitation
from tocsin.search.projection.kinds import KINDS
from tocsin.sources.models import Source

AT_ONCE = 500
ONLY = "only-"
"""Begins the key of what concerns one record and nothing that takes its parts from it."""
Ids = Collection[int]
Found = Callable[[Ids], QuerySet[Any, Any]]


def _below(model: type[Page]) -> Found:
    """The pages of *model* at or below any of the given."""

    def found(ids: Ids) -> QuerySet[Any, Any]:
        wanted = Q(pk__in=[])
        for path in Page.objects.filter(pk__in=ids).values_list("path", flat=True):
            wanted |= Q(path__startswith=path)
        return model.objects.filter(wanted).values_list("pk", flat=True)  # type: ignore[no-any-return]

    return found


def _within(ids: Ids) -> QuerySet[Any, Any]:
    """The given sections and those below them."""
    wanted = Q(pk__in=[])
    for path in Section.objects.filter(pk__in=ids).values_list("path", flat=True):
        wanted |= Q(path__startswith=f"{path}/")
    return Section.objects.filter(wanted).values_list("pk", flat=True)


def _rows(model: Any, given: str, wanted: str) -> Found:
    def found(ids: Ids) -> QuerySet[Any, Any]:
        rows = model.objects.filter(**{f"{given}__in": ids}).exclude(**{wanted: None})
        return rows.order_by().values_list(wanted, flat=True).distinct()  # type: ignore[no-any-return]

    return found


FIRST: dict[str, list[tuple[str, Found]]] = {
    "tree": [("article", _below(ArticlePage)), ("page", _below(PlainPage))],
    "page": [("page", _below(PlainPage))],
    "publication": [("source", _rows(Source, "publication", "pk"))],
    "section": [("section", _within)],
}
"""What is taken apart before anything else."""

THEN: dict[str, list[tuple[str, Found]]] = {
    "article": [
        ("contributor", _rows(Byline, "article", "contributor")),
        ("tag", _rows(ArticleTag, "content_object", "tag")),
        ("source", _rows(LiveCitation, "article", "source")),
    ],
    "contributor": [("article", _rows(Byline, "contributor", "article"))],
    "tag": [("article", _rows(ArticleTag, "tag", "content_object"))],
    "section": [("article", _rows(ArticlePage, "section", "pk"))],
    "source": [("claim", _rows(Assertion, "source", "claim")), ("speaker", _rows(Assertion, "source", "speaker"))],
    "speaker": [("claim", _rows(Assertion, "speaker", "claim"))],
    "claim": [("speaker", _rows(Assertion, "claim", "speaker"))],
    "place": [("claim", _rows(ClaimPlace, "place", "claim"))],
    "series": [("claim", _rows(Figure, "series", "claim"))],
}
"""What the records of a type take from others, one step and no further."""


def affected(keys: Iterable[str]) -> set[str]:
    """Return the keys of every record that may read otherwise when what *keys* stand for has changed.

    The answer is that of now: whoever takes a part away from a whole records the keys of both.
    """
    named = set(keys)
    alone = {key.removeprefix(ONLY) for key in named if key.startswith(ONLY)}
    given = {key for key in named if not key.startswith(ONLY)}
    given |= set(_step(given, FIRST))
    return alone | {key for key in given | set(_step(given, THEN)) if key.partition(":")[0] in KINDS}


def ids_by_type(keys: Iterable[str]) -> dict[str, list[int]]:
    """Return the numbers of *keys*, sorted, by type; what is no key is passed over."""
    found: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        kind, _colon, number = key.partition(":")
        if number.isdecimal():
            found[kind].add(int(number))
    return {kind: sorted(ids) for kind, ids in found.items()}


def _step(keys: set[str], edges: dict[str, list[tuple[str, Found]]]) -> Iterator[str]:
    for kind, ids in ids_by_type(keys).items():
        for wanted, found in edges.get(kind, []):
            for start in range(0, len(ids), AT_ONCE):
                for pk in found(ids[start : start + AT_ONCE]).iterator():
                    yield f"{wanted}:{pk}"
