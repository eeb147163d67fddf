"""Feeds with the full text: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 of every list, from the same entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import lxml.html
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from lxml import etree
from taggit.models import Tag

from tocsin.articles import queries, rendering, renditions
from tocsin.articles.models import ArticlePage, Contributor, Newsroom, Section
from tocsin.articles.models.articles import ArticleQuerySet
from tocsin.lib.feeds import FORMS, Channel, Entry, absolute, legal, standalone

NEWEST = 30


# Entries --------------------------------------------------------------------------------------------------------


def entries_of(articles: Sequence[ArticlePage]) -> list[Entry]:
    """Turn articles into entries with one query for the sources of them all."""
    return [_entry(article, text) for article, text in zip(articles, rendering.render_all(articles), strict=True)]


def _entry(article: ArticlePage, text: rendering.Rendered) -> Entry:
    address = absolute(article.url)
    published = article.published_at or article.first_published_at
    return Entry(
        address=address,
        title=legal(article.title),
        text=standalone(_full_text(article, text), address),
        language=article.language,
        published=published,
        updated=max(published, article.last_published_at or published),
        summary=legal(article.standfirst),
        authors=[(one.contributor.name, absolute(one.contributor.get_absolute_url())) for one in article.bylines.all()],
        tags=[one.tag.name for one in article.tagged_items.all()],
        picture=_picture(article),
    )


def _full_text(article: ArticlePage, text: rendering.Rendered) -> str:
    context = {"article": article, "text": text, "references": text.references, "ui": translation.get_language()}
    return render_to_string("articles/feed_entry.html", context)


def _picture(article: ArticlePage) -> str:
    picture = article.lead_picture
    there = renditions.existing(picture) if picture else {}
    spec = renditions.fallback(picture).spec if picture else ""
    return absolute(there[spec].url) if spec in there else ""


def _correction_entries() -> list[Entry]:
    found = []
    for one in queries.corrections()[:NEWEST]:
        address = f"{absolute(one.article.url)}#correction-{one.pk}"
        words = legal(one.text)
        title = f"{one.get_kind_display()}: {legal(one.article.title)}"
        link = f"<p>{lxml.html.tostring(_linked(words, address, one.article.title), encoding='unicode')}</p>"
        found.append(Entry(address, title, link, one.article.language, one.corrected_at, one.corrected_at, words))
    return found


def _linked(words: str, address: str, title: str) -> Any:
    span = lxml.html.Element("span")
    span.text = f"{words} "
    link = etree.SubElement(span, "a", href=address)
    link.text = legal(title)
    return span


# Views ----------------------------------------------------------------------------------------------------------


def _feed(view: Callable[..., tuple[str, str, Any]]) -> Callable[..., HttpResponse]:
    """Make a view of a function that returns a list's title, description and articles (or ready entries)."""

    @require_safe
    @cache_control(public=True, max_age=300)
    @conditional_page
    def answer(request: HttpRequest, form: str, **kwargs: Any) -> HttpResponse:
        title, description, found = view(request, **kwargs)
        entries = found if isinstance(found, list) else entries_of(list(_newest(found)))
        name = Newsroom.for_request(request).name
        channel = Channel(
            title=f"{title} · {name}" if title else name,
            address=absolute(request.path.removesuffix(form)),
            self_address=absolute(request.path),
            description=description or title or name,
            language=translation.get_language() or settings.LANGUAGE_CODE,
            entries=entries,
        )
        content_type, write = FORMS[form]
        return HttpResponse(write(channel), content_type=content_type)

    return answer


def _newest(articles: ArticleQuerySet) -> ArticleQuerySet:
    return articles.for_teasers().prefetch_related("tagged_items__tag", "corrections")[:NEWEST]  # type: ignore[no-any-return]


@_feed
def everything(request: HttpRequest) -> tuple[str, str, Any]:
    return "", Newsroom.for_request(request).strapline, queries.here()


@_feed
def section(request: HttpRequest, path: str) -> tuple[str, str, Any]:
    found = get_object_or_404(Section, path=path)
    return found.name, found.about, queries.in_section(found)


@_feed
def tag(request: HttpRequest, slug: str) -> tuple[str, str, Any]:
    found = get_object_or_404(Tag, slug=slug)
    return found.name, "", queries.with_tag(found)


@_feed
def contributor(request: HttpRequest, slug: str) -> tuple[str, str, Any]:
    found = get_object_or_404(Contributor, slug=slug)
    return found.name, found.about, queries.by(found)


@_feed
def corrections(request: HttpRequest) -> tuple[str, str, Any]:
    return _("Corrections"), "", _correction_entries()
