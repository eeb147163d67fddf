"""One item as the values of an article or page, before anything is written: words, links, comments."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from tocsin.comments.services import Imported
from tocsin.comments.statuses import State
from tocsin.importers.prose.blocks import Block, Reference, plain
from tocsin.importers.wordpress import addresses, languages
from tocsin.importers.wordpress.content import Notice, Wanted, convert, inline, relinked
from tocsin.importers.wordpress.plan import OLD_SLUG, Entry, Plan
from tocsin.importers.wordpress.records import Comment, Item
from tocsin.importers.wordpress.statuses import Kind

_TITLES = ("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title")
_DESCRIPTIONS = ("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description")
_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category")
_STATES = {"1": State.PUBLISHED, "0": State.HELD, "hold": State.HELD, "spam": State.SPAM}
_WRITTEN = frozenset(["", "comment", "review"])
"""Types of comments that readers wrote; others are made by programs, or notes among editors."""
_BREAKS = re.compile(r"<br\s*/?>\n?|</(?:p|li|div|blockquote)>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^<>]*?\bhref=[\"']([^\"'<>]*)[\"'][^<>]*>([^<]*)</a>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_VARIABLE = re.compile(r"%%?\w+%%?|#\w+_\w+")
_LONGEST_TITLE = 255
_ARCHIVES = ("term:category/", "term:post_tag/", "cat:")


@dataclass
class Composed:
    """An entry with what its item says."""

    entry: Entry
    item: Item
    """Without its texts and comments, which are in what follows."""
    title: str
    standfirst: str
    seo_title: str
    description: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    notices: tuple[Notice, ...]
    primary: int
    lead: int
    keys: list[str]
    comments: list[Imported] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)
    """Comments that are not taken, by why."""
    nowhere: int = 0
    """Links into the old site that lead nowhere known."""


def compose(plan: Plan, entry: Entry, item: Item, archives: Mapping[str, str]) -> Composed:
    """Put the values of *entry* together. *archives* are the pages of authors by the names in their old addresses."""
    said = [entry.part] if entry.part else []
    wanted = Wanted(
        library=plan.library,
        item=item.id,
        address=item.link,
        reusable=plan.reusable,
        footnotes=item.first("footnotes"),
        elementor=item.first("_elementor_data") if item.first("_elementor_edit_mode") == "builder" else "",
    )
    found = convert(languages.first(item.content, said) if said else item.content, wanted)
    links = _Links(plan, archives)
    made = Composed(
        entry=entry,
        item=replace(item, content="", excerpt="", comments=()),
        title=_line(languages.first(item.title, said), wanted)[:_LONGEST_TITLE] or _("(no headline)"),
        standfirst=_line(languages.first(item.excerpt, said), wanted),
        seo_title=_own(item, _TITLES)[:_LONGEST_TITLE],
        description=_own(item, _DESCRIPTIONS),
        blocks=relinked(found.blocks, links.rewrite),
        references=found.references,
        notices=found.notices,
        primary=_number(next(filter(None, map(item.first, _PRIMARY)), "")),
        lead=_number(item.first("_thumbnail_id")),
        keys=list(_keys(plan, entry, item)),
        nowhere=links.nowhere,
    )
    if not entry.part or not entry.original:
        _read_comments(plan, made, item.comments)
    return made


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0  # noqa: PLR2004 - digits of the largest number


def _own(item: Item, names: tuple[str, ...]) -> str:
    """The first of these metas that is words, and not a pattern the plugin fills."""
    found = (html.unescape(item.first(name)).strip() for name in names)
    return next((words for words in found if words and not _VARIABLE.search(words)), "")


def _line(text: str, wanted: Wanted) -> str:
    """Return *text* without mark-up, on one line."""
    if "<" in text or "&" in text or "[" in text:
        text = plain(inline(text, wanted))
    return " ".join(text.split())


def _keys(plan: Plan, entry: Entry, item: Item) -> Iterator[str]:
    if entry.part and entry.original:
        return
    names = addresses.of_item(item.link, item.id, item.slug, item.meta.get(OLD_SLUG, ()), base=plan.base)
    yield from (addresses.key(name, "") for name in names)


# Links ----------------------------------------------------------------------------------------------------------


@dataclass
class _Links:
    plan: Plan
    archives: Mapping[str, str]
    nowhere: int = 0

    def rewrite(self, link: str) -> str:
        """Return where *link* leads here: the address of what is public, else the number, which waits until it is."""
        try:
            parts = urlsplit(link)
        except ValueError:
            return link
        if (parts.hostname or "").lower() not in self.plan.hosts or parts.scheme not in {"http", "https"}:
            return link
        here = parts.path + (f"?{parts.query}" if parts.query else "")
        found = self._here(addresses.meant_by(parts.path, parts.query), here)
        if found is None and not self.plan.library.at(link):
            self.nowhere += 1
        return link if found is None else found

    def _here(self, names: list[str], address: str) -> str | None:
        """Return where what the old site knew by *names* is; archives keep their *address*, which leads there."""
        for name in names:
            if name.startswith(addresses.AUTHOR):
                return self.archives.get(name, "")
            if entry := self.plan.by_name.get(name):
                return entry.leads or f"/?p={entry.number}"
        if address.strip("/") in {"", "index.php"}:
            return "/"
        return address if any(name.startswith(_ARCHIVES) for name in names) else None


# Comments -------------------------------------------------------------------------------------------------------


def _read_comments(plan: Plan, made: Composed, comments: Iterable[Comment]) -> None:
    """Take the comments of readers; count the others by why they are not taken."""
    for comment in comments:
        if comment.type not in _WRITTEN:
            why = _("made by a program or among editors (%(type)s)") % {"type": comment.type}
        elif made.entry.kind != Kind.ARTICLE:
            why = _("under a page; only articles are discussed here")
        elif not (text := typed(comment.content).strip()):
            why = _("without words")
        elif (written := plan.clock.written(comment) or made.entry.published or made.entry.changed) is None:
            why = _("without a date, under an article without one")
        else:
            made.comments.append(_imported(plan, comment, text, written))
            continue
        made.dropped[why] = made.dropped.get(why, 0) + 1


def _imported(plan: Plan, comment: Comment, text: str, written: datetime) -> Imported:
    return Imported(
        origin=origin_of(plan, comment.id),
        name=html.unescape(comment.author_name),
        text=text,
        written_at=written,
        state=_STATES.get(comment.approved, State.REFUSED),
        parent_origin=origin_of(plan, comment.parent) if comment.parent else "",
    )


def origin_of(plan: Plan, number: int) -> str:
    """Return under what a comment of the old site is remembered."""
    return f"wordpress:{plan.site}:{number}"


def typed(text: str) -> str:
    """Return a comment as its writer would type it here: lines, and links as their address behind their words."""
    if "<" not in text and "&" not in text:
        return text
    text = _ANCHOR.sub(_spelled, _BREAKS.sub("\n", text))
    return html.unescape(_TAG.sub("", text))


def _spelled(found: re.Match[str]) -> str:
    address, words = found[1].strip(), found[2].strip()
    if not address.lower().startswith(("http://", "https://")) or words in {address, ""}:
        return words or address
    return f"{words} ({address})"
