"""The names of blocks, and what is done with each kind."""

from __future__ import annotations

# Blocks whose HTML says all: their text and pictures are read from it.
STATIC = frozenset(
    [
        "accordion",
        "accordion-heading",
        "accordion-item",
        "accordion-panel",
        "audio",
        "block",
        "button",
        "buttons",
        "classic",
        "code",
        "column",
        "columns",
        "cover",
        "details",
        "embed",
        "file",
        "footnotes",
        "freeform",
        "gallery",
        "group",
        "heading",
        "html",
        "image",
        "list",
        "list-item",
        "math",
        "media-text",
        "missing",
        "more",
        "nextpage",
        "paragraph",
        "preformatted",
        "pullquote",
        "quote",
        "section",
        "separator",
        "shortcode",
        "spacer",
        "subhead",
        "table",
        "table-of-contents",
        "text",
        "text-columns",
        "verse",
        "video",
    ]
)

# Blocks that WordPress fills anew for each reader: lists, menus, parts of a theme.
DYNAMIC = frozenset(
    [
        "archives",
        "avatar",
        "breadcrumbs",
        "calendar",
        "categories",
        "comment-author-avatar",
        "comment-author-name",
        "comment-content",
        "comment-date",
        "comment-edit-link",
        "comment-reply-link",
        "comment-template",
        "comments",
        "comments-pagination",
        "comments-pagination-next",
        "comments-pagination-numbers",
        "comments-pagination-previous",
        "comments-query-loop",
        "comments-title",
        "cover-image",
        "home-link",
        "latest-comments",
        "latest-posts",
        "legacy-widget",
        "loginout",
        "navigation",
        "navigation-link",
        "navigation-submenu",
        "page-list",
        "page-list-item",
        "pattern",
        "post-author",
        "post-author-biography",
        "post-author-name",
        "post-comment",
        "post-comments",
        "post-comments-count",
        "post-comments-form",
        "post-comments-link",
        "post-content",
        "post-date",
        "post-excerpt",
        "post-featured-image",
        "post-navigation-link",
        "post-template",
        "post-terms",
        "post-time-to-read",
        "post-title",
        "query",
        "query-no-results",
        "query-pagination",
        "query-pagination-next",
        "query-pagination-numbers",
        "query-pagination-previous",
        "query-title",
        "query-total",
        "read-more",
        "rss",
        "search",
        "site-logo",
        "site-tagline",
        "site-title",
        "social-link",
        "social-links",
        "tag-cloud",
        "template-part",
        "term-count",
        "term-description",
        "term-name",
        "term-template",
        "terms-query",
        "widget-group",
    ]
)


def is_embed(name: str) -> bool:
    return name == "core/embed" or name.startswith("core-embed/")


def is_known(name: str) -> bool:
    """Return whether *name* is of a block whose HTML holds all there is."""
    space, _slash, short = name.partition("/")
    return is_embed(name) or (space == "core" and short in STATIC)


def is_dynamic(name: str) -> bool:
    space, _slash, short = name.partition("/")
    return space == "core" and short in DYNAMIC
