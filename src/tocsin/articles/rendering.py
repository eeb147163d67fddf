"""An article's body as readers get it: blocks to HTML once, markers numbered, sources fetched in one query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString

from tocsin.articles import canonical, leaves, marking, references, shown_claims
from tocsin.articles.models import ArticlePage, PlainPage
from tocsin.sources.models import Source


@dataclass(frozen=True)
class Rendered:
    """The body and its references, in the order of their numbers."""

    body: SafeString
    references: list[references.Reference]
    evidence: shown_claims.Summary = field(default_factory=lambda: shown_claims.Summary([]))


def render_with_claims(article: ArticlePage, *, context: dict[str, Any] | None = None, draft: bool = False) -> Rendered:
    """Render the body of *article* with a mark at every claim of it. A fixed number of queries more."""
    claims = shown_claims.of(article, draft=draft) if article.pk else []
    text = canonical.text_of(article) if claims else ""
    places = [(one, span) for one, span in shown_claims.places_of(claims) if text[span.start : span.end] == span.exact]
    with _marked(article, [(str(n), span.start, span.end) for n, (_claim, span) in enumerate(places)]):
        rendered = render(article, context=context)
    classes = {str(n): f"claim--{one.status}" for n, (one, _span) in enumerate(places)}
    body = marking.draw(rendered.body, classes, lambda name: shown_claims.mark(places[int(name)][0]))
    return replace(rendered, body=body, evidence=shown_claims.Summary(claims))


@contextmanager
def _marked(article: ArticlePage, spans: list[tuple[str, int, int]]) -> Iterator[None]:
    """While it lasts, the rich texts of *article* carry the ends of *spans* (name, start, end of canonical text)."""
    changed: list[tuple[Any, str]] = []
    try:
        for part in canonical.parts(article) if spans else []:
            inside = [
                (max(a, part.start), min(b, part.end), name) for name, a, b in spans if a < part.end and b > part.start
            ]
            if inside and part.leaf is not None and part.words is not None:
                changed.append((part.leaf, part.leaf.source))
                part.leaf.source = part.words.marked([(a - part.start, b - part.start, name) for a, b, name in inside])
        yield
    finally:
        for leaf, source in changed:
            leaf.source = source


def render(article: ArticlePage | PlainPage, *, context: dict[str, Any] | None = None) -> Rendered:
    """Render the body of *article*. One query for all sources and one for all pictures' renditions."""
    return render_all([article], context=context)[0]


def render_all(articles: Sequence[ArticlePage | PlainPage], *, context: dict[str, Any] | None = None) -> list[Rendered]:
    """Render the bodies of several articles, with one query for the sources of them all."""
    texts = [_expanded(article, context or {}) for article in articles]
    ids = {pk for html in texts for key in references.keys_in(html) for pk in key}
    sources = Source.objects.open_to_readers().with_publication().in_bulk(ids) if ids else {}
    return [Rendered(*references.number(html, sources)) for html in texts]


def _expanded(article: ArticlePage | PlainPage, context: dict[str, Any]) -> str:
    if pictures := list(leaves.pictures(article.body)):
        prefetch_related_objects(pictures, "renditions")
    return str(article.body.render_as_block({**context, "article": article}))
