"""An article's body as readers get it: blocks to HTML once, markers numbered, sources fetched in one query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString

from tocsin.articles import leaves, references
from tocsin.articles.models import ArticlePage, PlainPage
from tocsin.sources.models import Source


@dataclass(frozen=True)
class Rendered:
    """The body and its references, in the order of their numbers."""

    body: SafeString
    references: list[references.Reference]


def render(article: ArticlePage | PlainPage, *, context: dict[str, Any] | None = None) -> Rendered:
    """Render the body of *article*. One query for all sources and one for all pictures' renditions."""
    return render_all([article], context=context)[0]


def render_all(articles: Sequence[ArticlePage | PlainPage], *, context: dict[str, Any] | None = None) -> list[Rendered]:
    """Render the bodies of several articles, with one query for the sources of them all."""
    texts = [_expanded(article, context or {}) for article in articles]
    ids = {pk for html in texts for key in references.keys_in(html) for pk in key}
    sources = Source.objects.with_publication().in_bulk(ids) if ids else {}
    return [Rendered(*references.number(html, sources)) for html in texts]


def _expanded(article: ArticlePage | PlainPage, context: dict[str, Any]) -> str:
    if pictures := list(leaves.pictures(article.body)):
        prefetch_related_objects(pictures, "renditions")
    return str(article.body.render_as_block({**context, "article": article}))
