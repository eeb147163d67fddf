"""What makes a change of the index: every write to a row that a record is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction, Site

from tocsin.articles.models import (
    ArticlePage,
    ArticleTag,
    Byline,
    Contributor,
    Correction,
    PlainPage,
    Section,
    Takedown,
)
from tocsin.claims.models import (
    Assertion,
    Claim,
    ClaimPlace,
    Figure,
    FigureSeries,
    Office,
    Place,
    PlaceName,
    Speaker,
    SpeakerName,
)
from tocsin.claims.signals import claims_changed, claims_merged, speakers_changed
from tocsin.search.models import LiveCitation
from tocsin.search.services import record_changes, record_live_citations
from tocsin.sources.models import Publication, Source

PARTS: dict[type[Model], dict[str, str]] = {
    Page: {"pk": "tree"},
    ArticlePage: {"pk": "article"},
    PlainPage: {"pk": "page"},
    Byline: {"article_id": "article", "contributor_id": "only-contributor"},
    ArticleTag: {"content_object_id": "article", "tag_id": "only-tag"},
    Correction: {"article_id": "article"},
    LiveCitation: {"source_id": "only-source"},
    Contributor: {"pk": "contributor"},
    Section: {"pk": "section"},
    Tag: {"pk": "tag"},
    Publication: {"pk": "publication"},
    Source: {"pk": "source"},
    Claim: {"pk": "claim"},
    Assertion: {"claim_id": "claim", "speaker_id": "only-speaker"},
    ClaimPlace: {"claim_id": "claim"},
    Figure: {"claim_id": "claim"},
    FigureSeries: {"pk": "series"},
    Place: {"pk": "place"},
    PlaceName: {"place_id": "place"},
    Speaker: {"pk": "speaker"},
    SpeakerName: {"speaker_id": "speaker"},
    Office: {"speaker_id": "speaker"},
    PageViewRestriction: {"page_id": "tree"},
    Site: {"root_page_id": "tree"},
    Takedown: {"pk": "anew"},
}
"""The tables records are made of: which column gives the number of which type of key.

What a row means to one record *only* has a type of its own: one byline more is nothing to the writer's other articles.
"""

OF_DRAFTS = frozenset(
    [
        *("draft_title", "latest_revision", "latest_revision_id", "latest_revision_created_at", "locked", "locked_at"),
        *("locked_by", "owner", "has_unpublished_changes", "go_live_at", "approved_schedule"),
    ]
)
"""Columns of a page that only the desk sees."""


def _keys(instance: Model) -> Iterator[str]:
    for column, kind in PARTS[type(instance)].items():
        if number := getattr(instance, column):
            yield f"{kind}:{number}"


def _record(instance: Any, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
    if isinstance(instance, Page) and update_fields is not None and OF_DRAFTS.issuperset(update_fields):
        return
    record_changes(_keys(instance))


def _is_written(column: str, update_fields: Collection[str] | None) -> bool:
    return update_fields is None or not {column, column.removesuffix("_id")}.isdisjoint(update_fields)


def _record_what_it_was(instance: Any, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
    """Record what *instance* is about to be no longer a part of."""
    columns = {name: kind for name, kind in PARTS[type(instance)].items() if _is_written(name, update_fields)}
    if not instance.pk or not columns:
        return
    was = type(instance)._base_manager.filter(pk=instance.pk).order_by().values(*columns).first()
    if was:
        record_changes(
            f"{kind}:{was[column]}"
            for column, kind in columns.items()
            if was[column] and was[column] != getattr(instance, column)
        )


for model in PARTS:
    name = f"search: {model.__name__}"
    post_save.connect(_record, sender=model, dispatch_uid=f"{name} saved")
    post_delete.connect(_record, sender=model, dispatch_uid=f"{name} deleted")
for model in (Byline, ArticleTag, Assertion, ClaimPlace, SpeakerName, PlaceName, Figure):
    pre_save.connect(_record_what_it_was, sender=model, dispatch_uid=f"search: {model.__name__} is saved")


@receiver(post_save, sender=ArticlePage, dispatch_uid="search: keep what a live version cites")
def keep_citations(instance: ArticlePage, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
    if instance.live and (update_fields is None or not OF_DRAFTS.issuperset(update_fields)):
        record_live_citations([instance])


@receiver(claims_changed, dispatch_uid="search: claims change")
def follow_claims(claims: Collection[int], **kwargs: Any) -> None:
    record_changes(f"claim:{pk}" for pk in claims)


@receiver(speakers_changed, dispatch_uid="search: speakers change")
def follow_speakers(speakers: Collection[int], **kwargs: Any) -> None:
    record_changes(f"speaker:{pk}" for pk in speakers)


@receiver(claims_merged, dispatch_uid="search: a claim is merged")
def follow_merger(claim: Claim, into: Claim, **kwargs: Any) -> None:
    record_changes([f"claim:{claim.pk}", f"claim:{into.pk}"])
