"""Menus and what the front page leads with: taken once, and left to the editors from then on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from taggit.models import Tag
from wagtail.models import Page

from tocsin.articles.models import ArticlePage, FrontStory, HomePage, Menu, MenuItem
from tocsin.articles.services.pages import lead_with, set_menu
from tocsin.articles.statuses import MenuPlace
from tocsin.importers.wordpress import languages
from tocsin.importers.wordpress.plan import Entry, Plan
from tocsin.importers.wordpress.records import Item, Term
from tocsin.importers.wordpress.report import Account, Need
from tocsin.importers.wordpress.services.desk import edit_of
from tocsin.importers.wordpress.services.journal import Journal, Line, hash_of
from tocsin.importers.wordpress.services.terms import Filing
from tocsin.importers.wordpress.statuses import Kind

TAXONOMY = "nav_menu"
_FOOT = ("foot", "bottom", "social", "legal", "secondary")
_TOP = ("main", "primary", "top", "header", "head", "navigation")
_LONGEST_LABEL, _LONGEST_ADDRESS, _MOST_STORIES = 60, 500, 7


@dataclass
class Menus:
    plan: Plan
    journal: Journal
    account: Account
    filing: Filing

    @transaction.atomic
    def take(self, terms: Iterable[Term]) -> None:
        """Make of the menus the one at the top and the one at the foot; the others are named in the account."""
        items = self._by_menu()
        names = {term.slug: term.name for term in terms if term.taxonomy == TAXONOMY}
        places: dict[MenuPlace, str] = {}
        for slug in sorted(items, key=lambda one: (_rank(one, names.get(one, "")), -len(items[one]), one)):
            wanted = MenuPlace.FOOT if _rank(slug, names.get(slug, "")) == 1 else MenuPlace.TOP
            free = next((place for place in (wanted, *MenuPlace) if place not in places), None)
            if free is None or (free != wanted and _rank(slug, names.get(slug, "")) != 2):  # noqa: PLR2004 - no hint
                self.account.drop(
                    f"menu {names.get(slug, slug)}", _("a site has one menu at the top and one at the foot")
                )
                continue
            places[free] = slug
            self._set(free, slug, items[slug])
        self.journal.flush()

    def _by_menu(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.plan.menu_items:
            menu = next((term.slug or term.name for term in item.terms if term.taxonomy == TAXONOMY), "")
            if menu and item.status in {"publish", ""}:
                found[menu].append(item)
            else:
                self.account.drop("menu item", _("in no menu"))
        return dict(found)

    def _set(self, place: MenuPlace, slug: str, items: list[Item]) -> None:
        language = self.plan.language if self.plan.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        links = [link for item in _in_order(items) if (link := self._link(item))]
        digest, old = hash_of([_state(link) for link in links]), f"{place}:{language}"
        line = self.journal.get(Kind.MENU, old)
        menu = Menu.objects.filter(place=place, language=language).first()
        if line and line.digest == digest:
            self.account.count("menus", "unchanged")
            return
        there = list(menu.items.all()) if menu else []
        if there and (line is None or line.written != hash_of([_state(link) for link in there])):
            self.account.count("menus", "conflict")
            why = _("the menu made here stays")
            self.account.conflicts.add(Need(str(menu), edit_of(menu) if menu else "", why))
            return
        menu = set_menu(place, language, links)
        self.account.count("menus", "updated" if line else "added")
        self.account.count("menu links", "added", len(links))
        self.journal.note(Kind.MENU, old, Line(digest, menu.pk, digest))

    def _link(self, item: Item) -> MenuItem | None:
        """Return the entry as a link of ours; one that leads to no public page is named in the account."""
        label = strip_tags(languages.first(item.title, [self.plan.language])).strip()[:_LONGEST_LABEL]
        link = MenuItem(label=label)
        kind, target = item.first("_menu_item_type"), item.first("_menu_item_object_id")
        if kind == "post_type":
            self._to_page(link, int(target) if target.isdecimal() else 0)
        elif kind == "taxonomy":
            self._to_term(link, item.first("_menu_item_object"), int(target) if target.isdecimal() else 0)
        else:
            self._to_address(link, item.first("_menu_item_url"))
        try:
            link.clean()
        except ValidationError:
            self.account.drop("menu item", _("leads to nothing that is public here"))
            return None
        return link

    def _to_page(self, link: MenuItem, number: int) -> None:
        entry = self.plan.by_number.get(number)
        pk = self.journal.target(entry.kind, entry.old) if entry else None
        if pk and Page.objects.filter(pk=pk, live=True).exists():
            link.page_id = pk

    def _to_term(self, link: MenuItem, taxonomy: str, number: int) -> None:
        slug = self.filing.numbers.get(number, "")
        if taxonomy == "category" and slug in self.filing.sections:
            link.section_id = self.filing.sections[slug]
            return
        pk = self.filing.tags.get((taxonomy, self.filing.slugs.get((taxonomy, number), "")))
        if tag := Tag.objects.filter(pk=pk).first():
            link.address, link.label = f"/tag/{tag.slug}/", link.label or tag.name[:_LONGEST_LABEL]

    def _to_address(self, link: MenuItem, address: str) -> None:
        for host in self.plan.hosts:
            for scheme in ("https://", "http://"):
                if address.lower().startswith(f"{scheme}{host}"):
                    address = address[len(scheme) + len(host) :] or "/"
        if address.startswith(("/", "https://", "http://")) and len(address) <= _LONGEST_ADDRESS:
            link.address, link.label = address, link.label or address[:_LONGEST_LABEL]


def _rank(slug: str, name: str) -> int:
    """0 for a menu that is named for the top, 1 for one named for the foot, 2 for any other."""
    words = f"{slug} {name}".lower()
    if any(word in words for word in _FOOT):
        return 1
    return 0 if any(word in words for word in _TOP) else 2


def _in_order(items: list[Item]) -> list[Item]:
    """The entries as a reader goes through them: those below one directly behind it."""
    below: dict[int, list[Item]] = defaultdict(list)
    numbers = {item.id for item in items}
    for item in sorted(items, key=lambda one: (one.menu_order, one.id)):
        parent = item.first("_menu_item_menu_item_parent")
        above = int(parent) if parent.isdecimal() else 0
        below[above if above in numbers and above != item.id else 0].append(item)
    found: list[Item] = []
    waiting = list(reversed(below[0]))
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting += reversed(below.pop(item.id, []))
    return found


def _state(link: MenuItem) -> tuple[object, ...]:
    return link.label, link.page_id, link.section_id, link.address


@transaction.atomic
def lead_with_sticky(plan: Plan, journal: Journal, account: Account) -> None:
    """Let the front page lead with what was sticky, where the editors have chosen nothing yet. Done once."""
    if journal.get(Kind.FRONT, "sticky"):
        return
    found = [pk for entry in plan.entries if (pk := _sticky(journal, entry))]
    if found and not FrontStory.objects.exists():
        newest = ArticlePage.objects.published().filter(pk__in=found).newest_first()[:_MOST_STORIES]
        chosen = list(newest)
        lead_with(chosen)
        account.count("front page stories", "added", len(chosen))
    if found:
        journal.note(Kind.FRONT, "sticky", Line("", HomePage.objects.get().pk))
        journal.flush()


def _sticky(journal: Journal, entry: Entry) -> int | None:
    if not entry.sticky or not entry.is_live or entry.kind != Kind.ARTICLE:
        return None
    return journal.target(Kind.ARTICLE, entry.old)
