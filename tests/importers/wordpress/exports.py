"""Exports written for the tests of what becomes of them: as WordPress writes them, item by item."""

from __future__ import annotations

import itertools
from html import escape
from pathlib import Path
from typing import Any

SITE = "https://old.example.org"
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Old Bell</title><link>{site}</link><description>News of the town</description>
<pubDate>Sat, 05 Mar 2022 10:00:00 +0000</pubDate><language>{language}</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{site}</wp:base_site_url><wp:base_blog_url>{site}</wp:base_blog_url>
"""
_number = itertools.count(1)


def cdata(text: object) -> str:
    return f"<![CDATA[{str(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def author(
    login: str = "okovalenko", name: str = "Olha Kovalenko", *, number: int = 1, email: str = "", **names: str
) -> str:
    return (
        f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{cdata(login)}</wp:author_login>"
        f"<wp:author_email>{cdata(email)}</wp:author_email>"
        f"<wp:author_display_name>{cdata(name)}</wp:author_display_name>"
        f"<wp:author_first_name>{cdata(names.get('first', ''))}</wp:author_first_name>"
        f"<wp:author_last_name>{cdata(names.get('last', ''))}</wp:author_last_name></wp:author>"
    )


def category(slug: str, name: str, parent: str = "", *, number: int = 10) -> str:
    return (
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{cdata(slug)}</wp:category_nicename>"
        f"<wp:category_parent>{cdata(parent)}</wp:category_parent><wp:cat_name>{cdata(name)}</wp:cat_name></wp:category>"
    )


def tag(slug: str, name: str, *, number: int = 20) -> str:
    return (
        f"<wp:tag><wp:term_id>{number}</wp:term_id><wp:tag_slug>{cdata(slug)}</wp:tag_slug>"
        f"<wp:tag_name>{cdata(name)}</wp:tag_name></wp:tag>"
    )


def term(taxonomy: str, slug: str, name: str, *, number: int = 30, description: str = "") -> str:
    return (
        f"<wp:term><wp:term_id>{number}</wp:term_id><wp:term_taxonomy>{cdata(taxonomy)}</wp:term_taxonomy>"
        f"<wp:term_slug>{cdata(slug)}</wp:term_slug><wp:term_parent></wp:term_parent>"
        f"<wp:term_name>{cdata(name)}</wp:term_name><wp:term_description>{cdata(description)}</wp:term_description></wp:term>"
    )


def comment(number: int, text: str = "Thank you.", **fields: Any) -> str:
    values = {"name": "Reader", "email": "", "ip": "", "url": "", "approved": "1", "type": "", "parent": 0, **fields}
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>{cdata(values['name'])}</wp:comment_author>"
        f"<wp:comment_author_email>{cdata(values['email'])}</wp:comment_author_email>"
        f"<wp:comment_author_url>{escape(values['url'])}</wp:comment_author_url>"
        f"<wp:comment_author_IP>{cdata(values['ip'])}</wp:comment_author_IP>"
        "<wp:comment_date>2022-03-05 12:00:00</wp:comment_date><wp:comment_date_gmt>2022-03-05 10:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content>{cdata(text)}</wp:comment_content><wp:comment_approved>{values['approved']}</wp:comment_approved>"
        f"<wp:comment_type>{values['type']}</wp:comment_type><wp:comment_parent>{values['parent']}</wp:comment_parent></wp:comment>"
    )


def item(
    number: int, title: str = "Bridge repaired", content: str = "<p>The bridge is open.</p>", **fields: Any
) -> str:
    """One item; *terms* are (taxonomy, slug, name), *meta* a mapping, *comments* made by ``comment``."""
    kind = fields.get("type", "post")
    slug = fields.get("slug", f"item-{number}")
    status = fields.get("status", "inherit" if kind == "attachment" else "publish")
    date = fields.get("date", "2022-03-05 12:00:00")
    gmt = fields.get("gmt", "2022-03-05 10:00:00")
    default = f"{SITE}/2022/03/05/{slug}/" if kind == "post" else f"{SITE}/{slug}/"
    link = fields.get("link", default if status in {"publish", "inherit"} else f"{SITE}/?p={number}")
    attached = f"<wp:attachment_url>{cdata(fields['url'])}</wp:attachment_url>" if "url" in fields else ""
    terms = "".join(
        f'<category domain="{taxonomy}" nicename="{escape(one)}">{cdata(name)}</category>'
        for taxonomy, one, name in fields.get("terms", [])
    )
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{cdata(name)}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
        for name, value in fields.get("meta", {}).items()
    )
    return (
        f"<item><title>{cdata(title)}</title><link>{escape(link)}</link><pubDate>Sat, 05 Mar 2022 10:00:00 +0000</pubDate>"
        f"<dc:creator>{cdata(fields.get('creator', 'okovalenko'))}</dc:creator>"
        f'<guid isPermaLink="false">{SITE}/?p={number}</guid><description></description>'
        f"<content:encoded>{cdata(content)}</content:encoded><excerpt:encoded>{cdata(fields.get('excerpt', ''))}</excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{gmt}</wp:post_date_gmt>"
        f"<wp:post_modified>{fields.get('modified', date)}</wp:post_modified>"
        f"<wp:post_modified_gmt>{fields.get('modified_gmt', gmt)}</wp:post_modified_gmt>"
        f"<wp:comment_status>{fields.get('comment_status', 'open')}</wp:comment_status><wp:ping_status>open</wp:ping_status>"
        f"<wp:post_name>{cdata(slug)}</wp:post_name><wp:status>{status}</wp:status>"
        f"<wp:post_parent>{fields.get('parent', 0)}</wp:post_parent><wp:menu_order>{fields.get('order', 0)}</wp:menu_order>"
        f"<wp:post_type>{kind}</wp:post_type><wp:post_password>{cdata(fields.get('password', ''))}</wp:post_password>"
        f"<wp:is_sticky>{int(fields.get('sticky', False))}</wp:is_sticky>{attached}{terms}{meta}"
        f"{''.join(fields.get('comments', []))}</item>\n"
    )


def written(folder: Path, *parts: str, site: str = SITE, language: str = "en-US") -> Path:
    """Write an export of *parts* into *folder*: authors and terms first, then items."""
    path = folder / f"export-{next(_number)}.xml"
    path.write_text(_HEAD.format(site=site, language=language) + "".join(parts) + "</channel></rss>", encoding="utf-8")
    return path
