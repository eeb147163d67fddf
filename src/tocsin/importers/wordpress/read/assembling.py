"""Elements to records: the channel as a whole, and its items one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import dating, identity, limits, whole
from tocsin.importers.wordpress.read.bags import Bag
from tocsin.importers.wordpress.read.scanner import END, START, WHOLE, Scanner
from tocsin.importers.wordpress.records import Author, Comment, Item, Site, Term, TermRef

_NOTHING: Mapping[str, tuple[str, ...]] = {}
_TAXONOMIES = {"wp:category": "category", "wp:tag": "post_tag"}
_LARGEST = 2**63 - 1
_KINDS_OF_TERM = {
    "wp:category": ("wp:category_nicename", "wp:category_parent", "wp:cat_name", "wp:category_description"),
    "wp:tag": ("wp:tag_slug", "", "wp:tag_name", "wp:tag_description"),
    "wp:term": ("wp:term_slug", "wp:term_parent", "wp:term_name", "wp:term_description"),
}


class Assembler:
    """Gives the finished containers of one document. *left_out* counts what is passed on nowhere."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.channel = Bag("channel")
        self.taken = self.channel
        self.left_out: Counter[str] = Counter()
        scanner.take = self._take

    def bags(self) -> Iterator[Bag]:
        """Items, authors and terms, each as it ends."""
        open_bags: list[Bag] = [Bag("")]
        bag = open_bags[0]
        for kind, name, text, attributes in self.scanner.events():
            if kind is START:
                bag = self.channel if name == "channel" else Bag(name, self.scanner.line)
                open_bags.append(bag)
            elif kind is END:
                done = open_bags.pop()
                bag = open_bags[-1]
                bag.hold(done, self.left_out)
                if done.name in {"item", "wp:author", *_KINDS_OF_TERM}:
                    done.truncated = self.scanner.truncated
                    yield done
                self._weigh(done, bag)
            elif kind is WHOLE:
                yield self.taken
            else:
                self._keep(bag, name, text, attributes)

    def _take(self, kind: str, text: str, line: int) -> bool:
        """Try to read a whole part of the channel at once."""
        found = whole.read(kind, text, self.scanner.names, self.scanner.resolve, line)
        if found is None:
            return False
        self.taken = found
        for name, count in found.left_out.items():
            self.left_out[name] += count
        return True

    def _keep(self, bag: Bag, name: str, text: str, attributes: Mapping[str, str]) -> None:
        bag.parts += 1
        bag.size += len(text)
        if name == "category":
            bag.terms.append((attributes.get("domain", ""), attributes.get("nicename", ""), text))
        elif name in identity.COUNTED:
            if text.strip():
                self.left_out[identity.COUNTED[name]] += 1
        elif text:
            bag.texts.setdefault(name, text)
        if bag.parts > limits.MAX_ITEM_PARTS or bag.size > limits.MAX_ITEM_TEXT:
            self._refuse_heavy()

    def _weigh(self, done: Bag, outer: Bag) -> None:
        """Count what *done* held as held by *outer* too; the channel is not weighed, for its parts are given on."""
        if outer.name == "item" or outer.name in _KINDS_OF_TERM or outer.name == "wp:comment":
            outer.size += done.size
            outer.parts += done.parts + 1
            if outer.parts > limits.MAX_ITEM_PARTS or outer.size > limits.MAX_ITEM_TEXT:
                self._refuse_heavy()

    def _refuse_heavy(self) -> None:
        raise ExportRefused(
            f"Line {self.scanner.line}: one item holds more than {limits.MAX_ITEM_TEXT // 1_000_000} million characters"
            f" or {limits.MAX_ITEM_PARTS} elements; no export does."
        )


def number(text: str) -> int:
    """Read a whole number; 0 where there is none a database could hold."""
    try:
        value = int(text) if len(text) < 24 else 0  # noqa: PLR2004
    except ValueError:
        return 0
    return value if -_LARGEST <= value <= _LARGEST else 0


def site(bag: Bag) -> Site:
    get = bag.texts.get
    return Site(
        title=get("title", ""),
        link=get("link", "").strip(),
        language=get("language", "").strip(),
        base_site_url=get("wp:base_site_url", "").strip(),
        base_blog_url=get("wp:base_blog_url", "").strip(),
        version=get("wp:wxr_version", "").strip(),
    )


def author(bag: Bag) -> Author:
    get = bag.texts.get
    return Author(
        id=number(get("wp:author_id", "")),
        login=get("wp:author_login", "").strip(),
        display_name=identity.shown(get("wp:author_display_name", "").strip()),
        first_name=identity.shown(get("wp:author_first_name", "").strip()),
        last_name=identity.shown(get("wp:author_last_name", "").strip()),
    )


def term(bag: Bag) -> Term:
    get = bag.texts.get
    slug, parent, name, description = _KINDS_OF_TERM[bag.name]
    return Term(
        id=number(get("wp:term_id", "")),
        taxonomy=_TAXONOMIES.get(bag.name) or get("wp:term_taxonomy", "").strip(),
        slug=get(slug, "").strip(),
        parent_slug=get(parent, "").strip(),
        name=get(name, ""),
        description=get(description, ""),
    )


def item(bag: Bag) -> Item:
    get = bag.texts.get
    date_local, date_gmt = dating.local(get("wp:post_date", "")), dating.gmt(get("wp:post_date_gmt", ""))
    if date_local is None and date_gmt is None:
        date_gmt = dating.rss(get("pubDate", ""))
    return Item(
        id=number(get("wp:post_id", "")),
        type=get("wp:post_type", "post").strip(),
        title=get("title", ""),
        link=get("link", "").strip(),
        guid=get("guid", "").strip(),
        creator_login=creator(bag),
        content=get("content:encoded", ""),
        excerpt=get("excerpt:encoded", ""),
        description=get("description", ""),
        date_local=date_local,
        date_gmt=date_gmt,
        modified_local=dating.local(get("wp:post_modified", "")),
        modified_gmt=dating.gmt(get("wp:post_modified_gmt", "")),
        slug=get("wp:post_name", "").strip(),
        status=status(bag),
        parent=number(get("wp:post_parent", "")),
        menu_order=number(get("wp:menu_order", "")),
        password=bool(get("wp:post_password", "")),
        sticky=get("wp:is_sticky", "").strip() == "1",
        comment_status=get("wp:comment_status", "").strip(),
        terms=_terms(bag.terms),
        meta=_frozen(bag.meta),
        attachment_url=get("wp:attachment_url", "").strip(),
        comments=tuple(_comment(one) for one in bag.comments),
        line=bag.line,
        truncated=bag.truncated,
    )


def creator(bag: Bag) -> str:
    return (bag.texts.get("dc:creator") or bag.texts.get("wp:author", "")).strip()


def status(bag: Bag) -> str:
    return bag.texts.get("wp:status", "").strip() or "draft"


def _comment(bag: Bag) -> Comment:
    get = bag.texts.get
    return Comment(
        id=number(get("wp:comment_id", "")),
        author_name=identity.shown(get("wp:comment_author", "")),
        date_gmt=dating.gmt(get("wp:comment_date_gmt", "")),
        date_local=dating.local(get("wp:comment_date", "")),
        content=get("wp:comment_content", ""),
        approved=get("wp:comment_approved", "").strip(),
        type=get("wp:comment_type", "").strip(),
        parent=number(get("wp:comment_parent", "")),
    )


def _terms(found: list[tuple[str, str, str]]) -> tuple[TermRef, ...]:
    """The terms of an item. Version 1.0 names each twice, once without its slug."""
    named = {name for _, slug, name in found if slug}
    refs = (
        TermRef("post_tag" if taxonomy == "tag" else taxonomy or "category", slug.strip(), name)
        for taxonomy, slug, name in found
        if slug or (name.strip() and name not in named)
    )
    return tuple(dict.fromkeys(refs))


def _frozen(meta: dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in meta.items()} if meta else _NOTHING
