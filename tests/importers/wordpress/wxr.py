"""Writes exports for tests: as WordPress does, or as other programs do (text escaped instead of in CDATA)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.importers.wordpress.exports import cdata

NAMESPACES = {
    "excerpt": "http://wordpress.org/export/{}/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/{}/",
}


def element(name: str, text: object, *, wrap=cdata, **attributes: str) -> str:
    inside = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{inside}>{wrap(str(text))}</{name}>\n"


def moment(value: datetime | None) -> str:
    return f"{value:%Y-%m-%d %H:%M:%S}".rjust(19, "0") if value else "0000-00-00 00:00:00"


def author(
    login: str, *, id: int = 1, email: str = "a@b.example", display_name: str = "", first: str = "", last: str = ""
) -> str:
    parts = {
        "id": id,
        "login": login,
        "email": email,
        "display_name": display_name,
        "first_name": first,
        "last_name": last,
    }
    return f"<wp:author>{''.join(element(f'wp:author_{key}', value) for key, value in parts.items())}</wp:author>\n"


def category(slug: str, name: str, *, id: int = 1, parent: str = "", description: str = "") -> str:
    return (
        f"<wp:category><wp:term_id>{id}</wp:term_id>{element('wp:category_nicename', slug)}"
        f"{element('wp:category_parent', parent)}{element('wp:cat_name', name)}"
        f"{element('wp:category_description', description)}</wp:category>\n"
    )


def tag(slug: str, name: str, *, id: int = 1, description: str = "") -> str:
    return (
        f"<wp:tag><wp:term_id>{id}</wp:term_id>{element('wp:tag_slug', slug)}{element('wp:tag_name', name)}"
        f"{element('wp:tag_description', description)}</wp:tag>\n"
    )


def term(
    taxonomy: str,
    slug: str,
    name: str,
    *,
    id: int = 1,
    parent: str = "",
    description: str = "",
    meta: Mapping[str, str] | None = None,
) -> str:
    return (
        f"<wp:term><wp:term_id>{id}</wp:term_id>{element('wp:term_taxonomy', taxonomy)}{element('wp:term_slug', slug)}"
        f"{element('wp:term_parent', parent)}{element('wp:term_name', name)}{element('wp:term_description', description)}"
        f"{metas('wp:termmeta', (meta or {}).items())}</wp:term>\n"
    )


def metas(name: str, pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f"<{name}>{element('wp:meta_key', key)}{element('wp:meta_value', value)}</{name}>\n" for key, value in pairs
    )


def comment(
    id: int,
    content: str,
    *,
    author_name: str = "",
    parent: int = 0,
    approved: str = "1",
    type: str = "comment",
    date: datetime | None = None,
    wrap=cdata,
    email: str = "",
    ip: str = "",
    url: str = "",
    agent: str = "",
) -> str:
    return (
        f"<wp:comment><wp:comment_id>{id}</wp:comment_id>{element('wp:comment_author', author_name, wrap=wrap)}"
        f"{element('wp:comment_author_email', email)}{element('wp:comment_author_url', url, wrap=escape)}"
        f"{element('wp:comment_author_IP', ip)}{element('wp:comment_date', moment(date))}"
        f"{element('wp:comment_date_gmt', moment(date))}{element('wp:comment_content', content, wrap=wrap)}"
        f"{element('wp:comment_approved', approved)}{element('wp:comment_type', type)}"
        f"<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>\n"
        f"{metas('wp:commentmeta', [('akismet_user_agent', agent)]) if agent else ''}</wp:comment>\n"
    )


def item(
    id: int = 1, *, title: str = "A title", content: str = "A text.", type: str = "post", status: str = "publish",
    slug: str = "a-title", link: str = "", creator: str = "ada", excerpt: str = "", date: datetime | None = None,
    gmt: datetime | None = None, modified: datetime | None = None, parent: int = 0, order: int = 0, password: str = "",
    sticky: bool = False, terms: Sequence[tuple[str, str, str]] = (), meta: Sequence[tuple[str, str]] = (),
    comments: Sequence[str] = (), attachment_url: str = "", wrap: Any = cdata, more: str = "",
) -> str:  # fmt: skip
    return (
        f"<item>\n{element('title', title, wrap=wrap)}{element('link', link, wrap=escape)}"
        f"<pubDate></pubDate>\n{element('dc:creator', creator, wrap=wrap)}"
        f"{element('guid', f'https://old.example/?p={id}', wrap=escape, isPermaLink='false')}<description></description>\n"
        f"{element('content:encoded', content, wrap=wrap)}{element('excerpt:encoded', excerpt, wrap=wrap)}"
        f"<wp:post_id>{id}</wp:post_id>\n{element('wp:post_date', moment(date))}{element('wp:post_date_gmt', moment(gmt))}"
        f"{element('wp:post_modified', moment(modified))}{element('wp:post_modified_gmt', moment(modified))}"
        f"{element('wp:comment_status', 'open')}{element('wp:ping_status', 'open')}{element('wp:post_name', slug)}"
        f"{element('wp:status', status)}<wp:post_parent>{parent}</wp:post_parent>\n<wp:menu_order>{order}</wp:menu_order>\n"
        f"{element('wp:post_type', type)}{element('wp:post_password', password)}<wp:is_sticky>{int(sticky)}</wp:is_sticky>\n"
        f"{element('wp:attachment_url', attachment_url, wrap=escape) if attachment_url else ''}"
        f"{''.join(element('category', name, wrap=wrap, domain=taxonomy, nicename=slug) for taxonomy, slug, name in terms)}"
        f"{metas('wp:postmeta', meta)}{''.join(comments)}{more}</item>\n"
    )


def head(*, version: str = "1.2", encoding: str = "UTF-8", title: str = "The Old Site") -> str:
    spaces = " ".join(f'xmlns:{prefix}="{address.format(version)}"' for prefix, address in NAMESPACES.items())
    return (
        f'<?xml version="1.0" encoding="{encoding}" ?>\n<!-- generator="WordPress/6.1" -->\n<rss version="2.0" {spaces}>\n'
        f"<channel>\n{element('title', title, wrap=escape)}<link>https://old.example</link>\n<language>en-GB</language>\n"
        f"<wp:wxr_version>{version}</wp:wxr_version>\n<wp:base_site_url>https://old.example</wp:base_site_url>\n"
        "<wp:base_blog_url>https://old.example</wp:base_blog_url>\n"
    )


FOOT = "</channel>\n</rss>\n"


def export(*parts: str, **about: str) -> str:
    return head(**about) + "".join(parts) + FOOT


def write(path: Path, *parts: str, **about: str) -> Path:
    path.write_text(export(*parts, **about), encoding="utf-8")
    return path
