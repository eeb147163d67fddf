"""Where everything will stand: slugs nobody else has, and the addresses that follow from them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from tocsin.articles.models import HomePage
from tocsin.articles.models.pages import is_taken
from tocsin.importers.wordpress import slugs
from tocsin.importers.wordpress.plan import Entry, Plan
from tocsin.importers.wordpress.services.journal import Journal
from tocsin.importers.wordpress.statuses import Kind


def give_addresses(plan: Plan, journal: Journal, home: HomePage, *, undated: datetime) -> None:
    """Give every entry of *plan* its slug and address, in the order in which they are written.

    What came before keeps the slug it has now. What is live without a date counts as of *undated*.
    """
    rows = Page.objects.descendant_of(home).values_list("pk", "path", "slug")
    kept: dict[int, str] = {}
    taken: dict[str, set[str]] = defaultdict(set)
    paths: dict[int, str] = {}
    for pk, path, slug in rows.iterator():
        kept[pk], paths[pk] = slug, path
        taken[path[: -Page.steplen]].add(slug)
    for entry in plan.entries:
        above = plan.by_number.get(entry.parent) if entry.parent else None
        target = journal.target(entry.kind, entry.old)
        if target in kept:
            entry.slug = kept[target]
        else:
            place = _place_of(above, journal, paths, home)
            entry.slug = slugs.free(_usable(entry, above), taken[place])
            taken[place].add(entry.slug)
        if entry.is_live and entry.published is None:
            entry.published = entry.changed or undated
        entry.address = _address(entry, above)
        entry.leads = entry.address if entry.is_live else ""


def _place_of(above: Entry | None, journal: Journal, paths: dict[int, str], home: HomePage) -> str:
    """Below what the entry will stand: a path of the tree, or a name for a page that is not there yet."""
    if above is None:
        return str(home.path)
    target = journal.target(Kind.PAGE, above.old)
    return paths.get(target, f"new:{above.old}") if target else f"new:{above.old}"


def _usable(entry: Entry, above: Entry | None) -> str:
    if entry.kind == Kind.PAGE and above is None and is_taken(entry.slug):
        return f"{entry.slug}-page"
    return entry.slug


def _address(entry: Entry, above: Entry | None) -> str:
    if entry.kind == Kind.PAGE:
        return f"{above.address if above else '/'}{entry.slug}/"
    if entry.published is None:
        return ""
    day = timezone.localtime(entry.published, timezone.get_default_timezone())
    return f"/{day:%Y/%m/%d}/{entry.slug}/"
