"""Articles and pages written many at once, each with its version, as if every one had been saved and published.

Wagtail writes a page in about forty queries. Here a whole batch takes a fixed number: rows of the tree, rows of the
kind, versions, bylines, tags, references, the outbox of the search. ``tests/importers/wordpress/test_writing.py`` holds
each of them against what an ordinary publication leaves behind (decision 0124).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Case, F, OuterRef, Subquery, When
from django.db.models.functions import Cast
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex, Revision

from tocsin.articles.models import ArticlePage, ArticleTag, Byline, Contributor, PlainPage
from tocsin.lib import rows
from tocsin.search.services import record_changes, record_live_citations

Written = ArticlePage | PlainPage
_NAMES = uuid.UUID("0f3c2b1e-6a55-5c7e-8e0b-4d9a2f6b7c10")


@dataclass
class Ready:
    """A page that is not kept yet, and what hangs on it. *at* is when its version was written."""

    page: Written
    parent: Page
    at: datetime
    bylines: Sequence[int] = ()
    tags: Sequence[int] = ()
    scheduled: bool = False
    cites: bool = False
    lines: list[tuple[int, int]] = field(default_factory=list)
    """The numbers of its bylines and of their contributors, once they are kept."""
    tagged: list[tuple[int, int]] = field(default_factory=list)
    """The same of its tags."""

    @cached_property
    def body(self) -> str:
        """The body as its version holds it."""
        return json.dumps(list(self.page.body.raw_data))


def name_of(origin: str) -> uuid.UUID:
    """Return the key that a page of *origin* shares with its translations in Wagtail: the same at every import."""
    return uuid.uuid5(_NAMES, origin)


def write(batch: Sequence[Ready]) -> None:
    """Keep *batch*, all of one model, in the transaction one is in. Pages get their numbers and versions."""
    if not batch:
        return
    model = type(batch[0].page)
    _place(batch)
    _insert(Page, batch)
    for one in batch:
        one.page.page_ptr_id = one.page.pk
    _insert(model, batch)
    if model is ArticlePage:
        _hang_on(batch)
    _keep_versions(batch, model)
    _index_references(batch, model)
    _tell(batch, model)


def _place(batch: Sequence[Ready]) -> None:
    """Give each page its place in the tree, behind the last child of its parent."""
    steps: dict[int, int] = {}
    parents = {one.parent.pk for one in batch}
    for parent in Page.objects.select_for_update().filter(pk__in=parents):
        last = parent.get_last_child()
        steps[parent.pk] = Page._str2int(last.path[-Page.steplen :]) if last else 0  # noqa: SLF001 - treebeard's own
    for one in batch:
        steps[one.parent.pk] += 1
        page, parent = one.page, one.parent
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, steps[parent.pk])  # noqa: SLF001 - the same
        page.numchild = 0
        page.set_url_path(parent)
        page.locale_id = parent.locale_id
        page.draft_title = page.title
        page.latest_revision_created_at = one.at
    for parent in parents:
        added = sum(one.parent.pk == parent for one in batch)
        Page.objects.filter(pk=parent).update(numchild=F("numchild") + added)


def _insert(model: type[models.Model], batch: Sequence[Ready]) -> None:
    """Insert the columns of *model* alone: Django's ``bulk_create`` does not know tables that build on another."""
    own = [one for one in model._meta.local_concrete_fields if not isinstance(one, models.AutoField)]
    names = [one.name for one in own]
    values = (
        [one.body if column.name == "body" else getattr(one.page, column.attname) for column in own] for one in batch
    )
    if isinstance(model._meta.pk, models.AutoField):
        for one, number in zip(batch, rows.insert_numbered(model, names, values), strict=True):
            one.page.pk = number
    else:
        rows.insert(model, names, values)


def _hang_on(batch: Sequence[Ready]) -> None:
    """Keep the lines of bylines and tags, and their numbers, which versions name."""
    lines = [(one, place, pk) for one in batch for place, pk in enumerate(one.bylines)]
    columns = ("article", "contributor", "sort_order", "role")
    numbers = rows.insert_numbered(Byline, columns, ((one.page.pk, pk, place, "") for one, place, pk in lines))
    for (one, _place, pk), number in zip(lines, numbers, strict=True):
        one.lines.append((number, pk))
    tags = [(one, pk) for one in batch for pk in one.tags]
    numbers = rows.insert_numbered(ArticleTag, ("content_object", "tag"), ((one.page.pk, pk) for one, pk in tags))
    for (one, pk), number in zip(tags, numbers, strict=True):
        one.tagged.append((number, pk))


# Versions -------------------------------------------------------------------------------------------------------


_VERSION = (
    *("content_type", "base_content_type", "object_id", "object_str", "created_at", "content"),
    "approved_go_live_at",
)


def _keep_versions(batch: Sequence[Ready], model: type[Written]) -> None:
    """Keep a version of each page, and name it in the page as its newest and, where readers see it, as theirs."""
    content_type = ContentType.objects.get_for_model(model)
    base = ContentType.objects.get_for_model(Page)
    versions = (
        (
            *(content_type.pk, base.pk, str(one.page.pk), str(one.page), one.at),
            json.dumps(_content(one, model), cls=DjangoJSONEncoder),
            one.page.go_live_at if one.scheduled else None,
        )
        for one in batch
    )
    numbers = rows.insert_numbered(Revision, _VERSION, versions)
    newest = Subquery(
        Revision.objects.filter(base_content_type=base, object_id=Cast(OuterRef("pk"), models.CharField())).values(
            "pk"
        )[:1]
    )
    pages = Page.objects.filter(pk__in=[one.page.pk for one in batch])
    pages.update(latest_revision=newest)
    pages.update(live_revision=Case(When(live=True, then=F("latest_revision_id")), default=None))
    for one, number in zip(batch, numbers, strict=True):
        one.page.latest_revision_id = number
        one.page.live_revision_id = number if one.page.live else None


@cache
def _blank(name: str) -> dict[str, Any]:
    """What a version of an article or page holds that has nothing in it."""
    blank = ArticlePage() if name == ArticlePage.__name__ else PlainPage()
    return blank.serializable_data()  # type: ignore[no-any-return]


def _content(one: Ready, model: type[Written]) -> dict[str, Any]:
    page = one.page
    content = {**_blank(model.__name__), "pk": page.pk}
    for column in model._meta.concrete_fields:
        if column.name not in content or column.primary_key:
            continue
        if isinstance(column, models.ForeignKey):
            content[column.name] = getattr(page, column.attname)
        elif column.name == "body":
            content["body"] = one.body
        else:
            content[column.name] = _plain(getattr(page, column.attname))
    if model is ArticlePage:
        content["bylines"] = [
            {"pk": number, "sort_order": place, "article": page.pk, "contributor": pk, "role": ""}
            for place, (number, pk) in enumerate(one.lines)
        ]
        content["tagged_items"] = [{"pk": number, "tag": pk, "content_object": page.pk} for number, pk in one.tagged]
    return content


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str | datetime) else str(value)


# What follows from a publication ---------------------------------------------------------------------------------


_INDEXED = (
    *("content_type", "base_content_type", "object_id", "to_content_type", "to_object_id"),
    *("model_path", "content_path", "content_path_hash"),
)


def _index_references(batch: Sequence[Ready], model: type[Written]) -> None:
    """Let it be known which section, picture, file, source, tag and contributor each page uses."""
    own, base = _type(model), _type(Page)
    hashed = ReferenceIndex._get_content_path_hash  # noqa: SLF001 - Wagtail's own
    rows.insert(
        ReferenceIndex,
        _INDEXED,
        (
            (own, base, str(one.page.pk), kind, number, model_path, content_path, hashed(content_path))
            for one in batch
            for kind, number, model_path, content_path in dict.fromkeys(_references(one))
        ),
    )


def _references(one: Ready) -> Iterator[tuple[int, str, str, str]]:
    page = one.page
    for column in ("section", "lead_picture", "translation_of"):
        if number := getattr(page, f"{column}_id", None):
            kind = page._meta.get_field(column).related_model
            yield _type(_concrete(kind)), str(number), column, column
    for number, pk in one.lines:
        yield _type(Contributor), str(pk), "bylines.item.contributor", f"bylines.{number}.contributor"
    for number, pk in one.tagged:
        yield _type(Tag), str(pk), "tagged_items.item.tag", f"tagged_items.{number}.tag"
    if _points_at_something(one.body):
        column = type(page)._meta.get_field("body")
        for kind, number, model_path, content_path in column.extract_references(page.body):
            yield _type(kind), str(number), f"body.{model_path}", f"body.{content_path}"


def _points_at_something(raw: str) -> bool:
    return "linktype=" in raw or '"picture"' in raw or '"file"' in raw or '"pictures"' in raw


def _concrete(kind: Any) -> type[models.Model]:
    return Page if issubclass(kind, Page) else kind


def _type(kind: type[models.Model]) -> int:
    return ContentType.objects.get_for_model(kind, for_concrete_model=False).pk


def _tell(batch: Sequence[Ready], model: type[Written]) -> None:
    """Tell the search and the records of citations what is new."""
    if model is not ArticlePage:
        record_changes(f"page:{one.page.pk}" for one in batch)
        return
    record_changes(_changed(batch))
    record_live_citations([one.page for one in batch if one.cites and one.page.live])


def _changed(batch: Sequence[Ready]) -> Iterator[str]:
    for one in batch:
        yield f"article:{one.page.pk}"
        yield from (f"contributor:{pk}" for pk in one.bylines)
        yield from (f"tag:{pk}" for pk in one.tags)
