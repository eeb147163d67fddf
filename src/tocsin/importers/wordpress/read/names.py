"""The elements of an export: how their names resolve, what they hold and where they belong."""

from __future__ import annotations

import re

CHANNEL_PARTS = frozenset({"wp:author", "wp:category", "wp:tag", "wp:term", "item"})
CONTAINERS = CHANNEL_PARTS | {"rss", "channel", "wp:postmeta", "wp:termmeta", "wp:comment", "wp:commentmeta"}
"""Elements that hold elements; every other one of ours holds text."""

METAS = frozenset({"wp:postmeta", "wp:termmeta", "wp:commentmeta"})
META_PARTS = frozenset({"wp:meta_key", "wp:meta_value"})

PARENTS = {
    "channel": frozenset({"rss"}),
    **dict.fromkeys(CHANNEL_PARTS, frozenset({"channel"})),
    "wp:postmeta": frozenset({"item"}),
    "wp:comment": frozenset({"item"}),
    "wp:commentmeta": frozenset({"wp:comment"}),
    "wp:termmeta": frozenset({"wp:term", "wp:category", "wp:tag"}),
}

_ITEM = (
    "wp:post_id wp:post_date wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:comment_status wp:ping_status"
    " wp:post_name wp:status wp:post_parent wp:menu_order wp:post_type wp:post_password wp:is_sticky wp:attachment_url"
    " dc:creator guid content:encoded excerpt:encoded category"
)
_COMMENT = (
    "wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url wp:comment_author_IP wp:comment_date"
    " wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type wp:comment_parent wp:comment_user_id"
)
_ELSEWHERE = (
    "title link pubDate description language generator docs cloud wp:wxr_version wp:base_site_url wp:base_blog_url"
    " wp:meta_key wp:meta_value wp:term_id wp:term_taxonomy wp:term_slug wp:term_parent wp:term_name"
    " wp:term_description wp:category_nicename wp:category_parent wp:cat_name wp:category_description wp:tag_slug"
    " wp:tag_name wp:tag_description wp:author_id wp:author_login wp:author_email wp:author_display_name"
    " wp:author_first_name wp:author_last_name"
)
OWNERS = {**dict.fromkeys(_ITEM.split(), "item"), **dict.fromkeys(_COMMENT.split(), "wp:comment")}
"""Elements that belong to one container and to no other."""

LEAVES = frozenset((*OWNERS, *_ELSEWHERE.split()))

_SPACES = (
    (re.compile(r"https?://wordpress\.org/export/[\d.]+/excerpt/?"), "excerpt:"),
    (re.compile(r"https?://wordpress\.org/export/[\d.]+/?"), "wp:"),
    (re.compile(r"https?://purl\.org/rss/1\.0/modules/content/?"), "content:"),
    (re.compile(r"https?://purl\.org/dc/elements/1\.1/?"), "dc:"),
    (re.compile(r"https?://wellformedweb\.org/CommentAPI/?"), "wfw:"),
    (re.compile(r"|https?://(backend\.userland\.com|www\.rssboard\.org|cyber\.law\.harvard\.edu)/\S*"), ""),
)
ALIASES = {"wp:wp_author": "wp:author"}
USUAL = {"excerpt": "excerpt:", "content": "content:", "wfw": "wfw:", "dc": "dc:", "wp": "wp:"}
"""What an undeclared prefix is taken for."""


def space(address: str) -> str:
    """Our prefix for a namespace, or one that no element of ours has."""
    return next((prefix for pattern, prefix in _SPACES if pattern.fullmatch(address.strip())), "other:")
