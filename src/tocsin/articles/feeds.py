"""Feeds with the full text: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 of every list, from the same entries."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import lxml.html
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import feedgenerator, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from lxml import etree
from taggit.models import Tag

from tocsin.articles import queries, rendering, renditions
from tocsin.articles.models import ArticlePage, Contributor, Newsroom, Section
from tocsin.articles.models.articles import ArticleQuerySet

NEWEST = 30
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LEFT_OUT = ("source", "script", "style", "template")


@dataclass(frozen=True)
class Entry:
    """One item of a feed. Addresses are absolute, the text is HTML."""

    address: str
    title: str
    text: str
    language: str
    published: datetime
    updated: datetime
    summary: str = ""
    authors: Sequence[tuple[str, str]] = ()
    """Names, and the addresses of their pages here."""
    tags: Sequence[str] = ()
    picture: str = ""


@dataclass(frozen=True)
class Channel:
    """A list as a feed."""

    title: str
    address: str
    """Where people read it."""
    self_address: str
    description: str
    language: str
    entries: list[Entry] = field(default_factory=list)


def legal(text: str) -> str:
    """Leave out the characters that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)


def absolute(path: str) -> str:
    return path if "://" in path else f"{settings.BASE_URL}{path}"


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


def standalone(html: str, address: str) -> str:
    """Make *html* readable away from its page: absolute addresses, plain pictures, no marks of our own design."""
    root = lxml.html.fragment_fromstring(legal(html), create_parent="div")
    root.make_links_absolute(address)
    for element in list(root.iter(*_LEFT_OUT)):
        element.drop_tree()
    for element in root.iter(etree.Element):
        for name in ("srcset", "sizes", "loading", "decoding", "fetchpriority", "class"):
            element.attrib.pop(name, None)
    return (root.text or "") + "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)


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


# The three forms ------------------------------------------------------------------------------------------------


class Rss(feedgenerator.Rss201rev2Feed):
    """RSS 2.0 with the full text, every author's name and each item's language."""

    def rss_attributes(self) -> dict[str, str]:
        more = {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }
        return {**super().rss_attributes(), **more}

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        for name, _address in entry.authors:
            handler.addQuickElement("dc:creator", legal(name))
        handler.addQuickElement("dc:language", entry.language)
        handler.addQuickElement("content:encoded", entry.text)


class Atom(feedgenerator.Atom1Feed):
    """Atom with the full text, every author and each entry's language."""

    def item_attributes(self, item: Any) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["entry"].language}

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        for name, address in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", legal(name))
            handler.addQuickElement("uri", address)
            handler.endElement("author")
        handler.addQuickElement("content", entry.text, {"type": "html"})


def _xml(kind: type[Any], channel: Channel) -> bytes:
    feed = kind(
        title=legal(channel.title),
        link=channel.address,
        description=legal(channel.description),
        language=channel.language,
        feed_url=channel.self_address,
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            link=entry.address,
            description=entry.summary or None,
            unique_id=entry.address,
            unique_id_is_permalink=True,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[legal(tag) for tag in entry.tags],
            entry=entry,
        )
    if not channel.entries:
        feed.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)  # the same answer until there is something
    return feed.writeString("utf-8").encode()  # type: ignore[no-any-return]


def _json(channel: Channel) -> bytes:
    items = [
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.text,
            "summary": entry.summary,
            "image": entry.picture,
            "date_published": entry.published.astimezone(UTC).isoformat(timespec="seconds"),
            "date_modified": entry.updated.astimezone(UTC).isoformat(timespec="seconds"),
            "authors": [{"name": name, "url": address} for name, address in entry.authors],
            "tags": list(entry.tags),
            "language": entry.language,
        }
        for entry in channel.entries
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.address,
        "feed_url": channel.self_address,
        "description": channel.description,
        "language": channel.language,
        "items": [{name: value for name, value in item.items() if value} for item in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


FORMS: dict[str, tuple[str, Callable[[Channel], bytes]]] = {
    "rss.xml": ("application/rss+xml; charset=utf-8", lambda channel: _xml(Rss, channel)),
    "atom.xml": ("application/atom+xml; charset=utf-8", lambda channel: _xml(Atom, channel)),
    "feed.json": ("application/feed+json; charset=utf-8", _json),
}


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
