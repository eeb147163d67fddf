"""What will become of every item of an export, decided before anything is written. Plain Python, without database."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from enum import StrEnum

from tocsin.importers.wordpress import addresses, languages, slugs
from tocsin.importers.wordpress.content import Attachment, Library
from tocsin.importers.wordpress.content.links import host
from tocsin.importers.wordpress.dating import Clock
from tocsin.importers.wordpress.read import Export
from tocsin.importers.wordpress.records import Item
from tocsin.importers.wordpress.spool import Spool
from tocsin.importers.wordpress.statuses import Kind

INNER_TYPES = frozenset(
    [
        *("revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_template"),
        *("wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"),
        *("acf-field", "acf-field-group", "elementor_library", "elementor_font", "wpcf7_contact_form", "jp_mem_plan"),
        *("scheduled-action", "wpforms", "mc4wp-form", "amp_validated_url", "feedback", "safecss"),
    ]
)
"""Types that hold no text readers ever had a page of."""
OLD_SLUG = "_wp_old_slug"
USED_METAS = (
    *("_thumbnail_id", "footnotes", "_elementor_data", "_elementor_edit_mode", OLD_SLUG, "_yoast_wpseo_title"),
    *("_yoast_wpseo_metadesc", "_yoast_wpseo_primary_category", "_aioseop_title", "_aioseop_description"),
    *("_aioseo_title", "_aioseo_description", "rank_math_title", "rank_math_description"),
    *("rank_math_primary_category", "_wp_attachment_image_alt", "_wp_attached_file", "enclosure"),
)
"""Metas an article is made of; a change of any other is no change."""


class Outcome(StrEnum):
    LIVE = "live"
    SCHEDULED = "scheduled"
    DRAFT = "draft"


class Why(StrEnum):
    """Why something that is no draft there is one here, or what sort of draft it was."""

    NONE = ""
    DRAFT = "draft"
    PENDING = "pending"
    PRIVATE = "private"
    PASSWORD = "password"  # noqa: S105 - that it had one, not which
    TRASH = "trash"
    OVERDUE = "overdue"
    TYPE = "type"
    STATUS = "status"
    CUT = "cut"
    PROTECTED = "protected"
    UNREADY = "unready"


@dataclass(slots=True)
class Entry:
    """An article or page to be. *old* is the number of its item, with its language where one item becomes several."""

    old: str
    number: int
    place: int
    kind: Kind
    outcome: Outcome
    why: Why
    title: str
    slug: str
    link: str
    part: str = ""
    language: str = ""
    published: datetime | None = None
    changed: datetime | None = None
    parent: int = 0
    order: int = 0
    depth: int = 0
    original: str = ""
    sticky: bool = False
    digest: str = ""
    comments: int = 0
    address: str = ""
    """Its path here; known once the slugs are given."""
    leads: str = ""
    """Where links to it lead: its path if readers are to see it. It stays so, though it be kept a draft after all."""

    @property
    def is_live(self) -> bool:
        return self.outcome == Outcome.LIVE


@dataclass(slots=True)
class Upload:
    """A file of the media library."""

    number: int
    place: int
    address: str
    file: str
    """Its path inside the folder of uploads."""
    link: str
    slug: str
    parent: int
    digest: str


@dataclass
class Plan:
    """An export, looked through once. *entries* stand in the order in which they are written."""

    clock: Clock
    site: str = ""
    """The old site's host and path, by which it is known."""
    hosts: frozenset[str] = frozenset()
    base: str = ""
    language: str = ""
    entries: list[Entry] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    library: Library = field(default_factory=Library)
    menu_items: list[Item] = field(default_factory=list)
    guests: list[Item] = field(default_factory=list)
    not_kept: Counter[str] = field(default_factory=Counter)
    """Items by type that become nothing."""
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    """Every term an item names, by taxonomy and slug, with its name."""
    reusable: dict[int, str] = field(default_factory=dict)
    """Blocks that several items show, by number."""
    circles: list[str] = field(default_factory=list)
    """Headlines of pages that were above themselves."""
    doubled: int = 0
    by_number: dict[int, Entry] = field(default_factory=dict)
    by_name: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class _Seed:
    """What is needed of an item to make its entries once the whole export was seen."""

    item: Item
    place: int
    kind: Kind
    outcome: Outcome
    why: Why
    titles: dict[str, str]
    digests: dict[str, str]
    comments: int


@dataclass
class Looking:
    """Looks at one item after the other while the export is checked, and lays each into *spool*.

    *guard* tells of texts whether somebody is named in them who must not be.
    """

    spool: Spool
    zone: tzinfo
    choices: Collection[str]
    guard: Callable[[list[str]], bool]
    plan: Plan = field(init=False)
    _seeds: list[_Seed] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.plan = Plan(Clock(self.zone))

    def see(self, item: Item) -> None:
        """Sort *item*: what it becomes is decided in ``finish``."""
        plan = self.plan
        plan.clock.learn(item)
        if (old := old_of(item)) in self._seen:
            plan.doubled += 1
            return
        self._seen.add(old)
        match item.type:
            case "attachment" if item.id:
                _keep_upload(plan, self.spool, item)
            case "nav_menu_item":
                plan.menu_items.append(item)
            case "guest-author":
                plan.guests.append(item)
            case "wp_block":
                plan.reusable[item.id] = item.content
            case _ if item.type in {*INNER_TYPES, "attachment"} or not _holds_something(item):
                plan.not_kept[item.type or "?"] += 1
            case _:
                self._seeds.append(self._seed(item))

    def _seed(self, item: Item) -> _Seed:
        for term in item.terms:
            self.plan.terms.setdefault((term.taxonomy, term.slug or term.name), term.name)
        outcome, why = _outcome(item)
        if outcome != Outcome.DRAFT and self.guard(
            [item.title, item.content, item.excerpt, item.slug.replace("-", " ")]
        ):
            outcome, why = Outcome.DRAFT, Why.PROTECTED
        spoken = [] if languages.of_item(item) else languages.versions(item)
        parts = [code for code in spoken if languages.known(code, self.choices)] or [""]
        return _Seed(
            item=replace(
                item,
                content="",
                excerpt="",
                meta={OLD_SLUG: item.meta.get(OLD_SLUG, ())},
                comments=(),
            ),
            place=self.spool.lay(item),
            kind=Kind.PAGE if item.type == "page" else Kind.ARTICLE,
            outcome=outcome,
            why=why,
            titles={part: languages.first(item.title, [part] if part else ())[:200] for part in parts},
            digests={part: digest_of(item, part) for part in parts},
            comments=len(item.comments),
        )

    def finish(self, export: Export, *, default: str, now: datetime) -> Plan:
        """Return what becomes of everything that was seen; *now* parts what is planned from what is overdue."""
        plan = self.plan
        plan.site, plan.hosts, plan.base = site_of(export), _hosts(export), _base(export)
        plan.language = languages.known(export.site.language, self.choices) or default
        tongues = languages.Polylang(export.terms)
        for seed in self._seeds:
            self._make(seed, now, tongues)
        self._seeds = []
        _order(plan)
        return plan

    def _make(self, seed: _Seed, now: datetime, tongues: languages.Polylang) -> None:
        plan, item = self.plan, seed.item
        parts = list(seed.titles)
        own = next((code for code in parts if languages.known(code, self.choices) == plan.language), parts[0])
        parts.insert(0, parts.pop(parts.index(own)))
        for part in parts:
            entry = self._entry(seed, part, now, tongues, main=part == parts[0])
            plan.entries.append(entry)
            if part == parts[0]:
                if item.id:
                    plan.by_number.setdefault(item.id, entry)
                old = item.meta.get(OLD_SLUG, ())
                for name in addresses.of_item(item.link, item.id, item.slug, old, base=plan.base):
                    plan.by_name.setdefault(name, entry)

    def _entry(self, seed: _Seed, part: str, now: datetime, tongues: languages.Polylang, *, main: bool) -> Entry:
        item, title, moment = seed.item, seed.titles[part], self.plan.clock.moment
        published, changed = moment(item.date_gmt, item.date_local), moment(item.modified_gmt, item.modified_local)
        overdue = seed.outcome == Outcome.SCHEDULED and (published is None or published <= now)
        spoken = languages.known(part, self.choices) if part else tongues.language_of(item, self.choices)
        language, slug, group = spoken or self.plan.language, slugs.cleaned(item.slug, title), tongues.group_of(item)
        return Entry(
            old=old_of(item) if main else f"{old_of(item)}:{part}",
            number=item.id,
            place=seed.place,
            kind=seed.kind,
            outcome=Outcome.DRAFT if overdue else seed.outcome,
            why=Why.OVERDUE if overdue else seed.why,
            title=title,
            slug=slug if main else f"{slug}-{language}",
            link=item.link,
            part=part,
            language=language,
            published=published,
            changed=max((one for one in (published, changed) if one), default=None),
            parent=item.parent if seed.kind == Kind.PAGE else 0,
            order=item.menu_order,
            original=(f"{_GROUP}:{group}" if group else "") if main else old_of(item),
            sticky=item.sticky and main,
            digest=seed.digests[part],
            comments=seed.comments if main else 0,
        )


def old_of(item: Item) -> str:
    """Return by what *item* is known: its number, and where it has none a hash of what it is."""
    if item.id:
        return str(item.id)
    said = (item.type, item.title, item.link, item.slug, item.date_local, item.date_gmt, item.attachment_url)
    return "#" + hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:32]


def _holds_something(item: Item) -> bool:
    return item.type in _OURS or bool(item.title.strip() or item.content.strip())


def _hosts(export: Export) -> frozenset[str]:
    said = (export.site.link, export.site.base_site_url, export.site.base_blog_url)
    found = {host(one).removeprefix("www.") for one in said if host(one)}
    return frozenset(name for one in found for name in (one, f"www.{one}"))


def site_of(export: Export) -> str:
    """Return by what the old site is known: its host and path, whatever the scheme."""
    address = export.site.base_blog_url or export.site.link or export.site.base_site_url
    return (host(address).removeprefix("www.") + addresses.path_of(address))[:300] or "?"


def _base(export: Export) -> str:
    return addresses.path_of(export.site.base_blog_url or export.site.link)


_OURS = ("post", "page")
DEEPEST = 30
"""Pages below pages; the tree of pages holds twice as many."""


def _keep_upload(plan: Plan, spool: Spool, item: Item) -> None:
    address = item.attachment_url or item.guid
    file = item.first("_wp_attached_file")
    alt, caption = item.first("_wp_attachment_image_alt"), item.excerpt
    plan.library.add(Attachment(item.id, address, item.title, alt, caption, item.parent, item.menu_order))
    plan.uploads.append(
        Upload(item.id, spool.lay(item), address, file, item.link, item.slug, item.parent, digest_of(item))
    )


_GROUP = "post_translations"


def _outcome(item: Item) -> tuple[Outcome, Why]:
    if item.truncated:
        return Outcome.DRAFT, Why.CUT
    if item.type not in _OURS:
        return Outcome.DRAFT, Why.TYPE
    if item.status == "publish":
        return (Outcome.DRAFT, Why.PASSWORD) if item.password else (Outcome.LIVE, Why.NONE)
    if item.status == "future" and not item.password:
        return Outcome.SCHEDULED, Why.NONE
    known = {"draft": Why.DRAFT, "pending": Why.PENDING, "private": Why.PRIVATE, "trash": Why.TRASH}
    return Outcome.DRAFT, Why.PASSWORD if item.password else known.get(item.status, Why.STATUS)


def digest_of(item: Item, part: str = "") -> str:
    """Return the hash of everything of *item* that is kept, its comments apart. It tells nothing of a login."""
    said = hashlib.sha256(item.content.encode("utf-8", "replace"))
    parts = [
        *(len(item.content), part, item.type, item.title, item.link, item.excerpt, item.slug, item.status),
        *(item.date_local, item.date_gmt, item.modified_local, item.modified_gmt, item.parent, item.menu_order),
        *(item.password, item.sticky, item.terms, item.attachment_url, item.description),
        *((name, tuple(item.meta[name])) for name in USED_METAS if name in item.meta),
    ]
    said.update(repr(parts).encode("utf-8", "replace"))
    return said.hexdigest()[:40]


# The order in which they are written ----------------------------------------------------------------------------


def _order(plan: Plan) -> None:
    """Pages before articles, parents before children, what was written first before its translations."""
    pages = [entry for entry in plan.entries if entry.kind == Kind.PAGE]
    articles = [entry for entry in plan.entries if entry.kind == Kind.ARTICLE]
    _find_depths(plan, pages)
    _find_originals(plan, articles)
    pages.sort(key=lambda one: (one.depth, one.order))
    articles.sort(key=lambda one: bool(one.original))
    plan.entries = [*pages, *articles]


def _find_depths(plan: Plan, pages: list[Entry]) -> None:
    """Count how many pages stand above each; one that stands above itself, or too deep, comes to the top."""
    for page in pages:
        page.original = ""
        above = plan.by_number.get(page.parent)
        page.parent = page.parent if above is not None and above.kind == Kind.PAGE else 0
    for page in pages:
        if _depth(plan, page) > DEEPEST:
            plan.circles.append(page.title)
            page.parent = 0
    for page in pages:
        page.depth = _depth(plan, page)


def _depth(plan: Plan, page: Entry) -> int:
    depth, above = 0, plan.by_number.get(page.parent)
    while above is not None and depth <= DEEPEST:
        depth, above = depth + 1, plan.by_number.get(above.parent)
    return depth


def _find_originals(plan: Plan, articles: list[Entry]) -> None:
    """Of each group of translations, the one in the site's own language is the original, else the first."""
    groups: dict[str, list[Entry]] = {}
    for one in articles:
        if one.original.startswith(f"{_GROUP}:"):
            groups.setdefault(one.original, []).append(one)
    for members in groups.values():
        own = languages.base(plan.language)
        original = next((one for one in members if languages.base(one.language) == own), members[0])
        spoken: set[str] = set()
        for one in [original, *(other for other in members if other is not original)]:
            one.original = "" if one is original or one.language in spoken else original.old
            spoken.add(one.language)
