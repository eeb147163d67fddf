"""A list as a feed: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, from the same entries."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import lxml.html
from django.conf import settings
from django.utils import feedgenerator
from django.utils.html import escape
from lxml import etree

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
    """Names, and the addresses of their pages here, where they have one."""
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


def standalone(html: str, address: str) -> str:
    """Make *html* readable away from its page: absolute addresses, plain pictures, no marks of our own design."""
    root = lxml.html.fragment_fromstring(legal(html), create_parent="div")
    root.make_links_absolute(address, handle_failures="ignore")
    for element in list(root.iter(*_LEFT_OUT)):
        element.drop_tree()
    for element in root.iter(etree.Element):
        for name in ("srcset", "sizes", "loading", "decoding", "fetchpriority", "class"):
            element.attrib.pop(name, None)
    return escape(root.text or "") + "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)


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
            if address:
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
            "authors": [{"name": name, **({"url": at} if at else {})} for name, at in entry.authors],
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
