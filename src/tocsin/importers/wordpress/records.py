"""What a WordPress export holds, as plain values.

E-mail addresses, IP addresses, user agents and links of commentators have no field here: the reader counts and drops
them. A login is kept only as the key by which an export names its authors; it is no part of any ``repr`` and must not
be stored or shown except as a keyed hash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Site:
    """The site as its channel describes it."""

    title: str = ""
    link: str = ""
    language: str = ""
    base_site_url: str = ""
    base_blog_url: str = ""
    version: str = ""


@dataclass(frozen=True)
class Author:
    """One account that wrote. *id* is 0 where the export gives none (versions 1.0 and 1.1)."""

    id: int
    login: str = field(repr=False)
    display_name: str = ""
    first_name: str = ""
    last_name: str = ""


@dataclass(frozen=True)
class Term:
    """A category, tag, menu or term of another taxonomy; its parent is named by slug."""

    id: int
    taxonomy: str
    slug: str
    parent_slug: str = ""
    name: str = ""
    description: str = ""


@dataclass(frozen=True)
class TermRef:
    """A term as an item names it. *slug* is empty where the export gives only the name."""

    taxonomy: str
    slug: str
    name: str = ""


@dataclass(frozen=True)
class Comment:
    """A reader's comment, pingback or note. *approved* is 1, 0, spam, trash, post-trashed.

    *author_name* is empty where the author gave an address as name. *parent* is 0 at the top of a thread.
    """

    id: int
    author_name: str
    date_gmt: datetime | None
    date_local: datetime | None
    content: str
    approved: str
    type: str
    parent: int


@dataclass(frozen=True)
class Item:
    """A post, page, attachment, menu entry or whatever else a plugin stored.

    *creator_login* is the key into ``Export.authors``. ``…_local`` are naive, ``…_gmt`` aware and UTC; both are
    ``None`` where WordPress wrote zeros. *password* says that the item had one, not which. *status* is ``draft`` where
    the file gives none. *line* is where the item starts in its file. A *truncated* item is the last of a file that
    breaks off: what follows in it is lost.
    """

    id: int
    type: str
    title: str = ""
    link: str = ""
    guid: str = ""
    creator_login: str = field(default="", repr=False)
    content: str = ""
    excerpt: str = ""
    description: str = ""
    date_local: datetime | None = None
    date_gmt: datetime | None = None
    modified_local: datetime | None = None
    modified_gmt: datetime | None = None
    slug: str = ""
    status: str = ""
    parent: int = 0
    menu_order: int = 0
    password: bool = False
    sticky: bool = False
    comment_status: str = ""
    terms: tuple[TermRef, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    attachment_url: str = ""
    comments: tuple[Comment, ...] = ()
    line: int = 0
    truncated: bool = False

    def first(self, name: str) -> str:
        """Return the first value of the meta *name*; nothing where there is none."""
        return next(iter(self.meta.get(name, ())), "")


@dataclass(frozen=True)
class Repair:
    """Something the reader mended, once per kind and line. *file* names the part of a zip."""

    line: int
    what: str
    file: str = ""


@dataclass(frozen=True)
class Counts:
    """What a file holds, counted while it was checked. *items* is by type and status."""

    items: Mapping[tuple[str, str], int]
    comments: int
    authors: int
    terms: Mapping[str, int]
    meta: int

    @property
    def total(self) -> int:
        return sum(self.items.values())
