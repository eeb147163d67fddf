"""A whole site moves in: read, planned, then written batch by batch, so that it may be killed anywhere and resumed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.articles.models import ArticlePage, HomePage
from tocsin.claims.models import ProtectedName
from tocsin.claims.services import protected_in
from tocsin.evidence import asking
from tocsin.evidence.proposing import refuse_without_reader
from tocsin.importers.wordpress import addresses, media
from tocsin.importers.wordpress.models import Move
from tocsin.importers.wordpress.plan import Entry, Looking, Plan, site_of
from tocsin.importers.wordpress.read import Export, open_export
from tocsin.importers.wordpress.records import Term
from tocsin.importers.wordpress.report import Account
from tocsin.importers.wordpress.services.drafting import Drafting
from tocsin.importers.wordpress.services.journal import Journal
from tocsin.importers.wordpress.services.media import Shelved
from tocsin.importers.wordpress.services.menus import Menus, lead_with_sticky
from tocsin.importers.wordpress.services.people import People, take_people
from tocsin.importers.wordpress.services.placing import give_addresses
from tocsin.importers.wordpress.services.taking import Taking
from tocsin.importers.wordpress.services.terms import CATEGORY, INNER, Filing, take_sections, take_tags
from tocsin.importers.wordpress.spool import Spool
from tocsin.importers.wordpress.statuses import Kind
from tocsin.lib import clock, languages
from tocsin.lib.errors import TocsinError

AT_ONCE = 100
"""Articles in one transaction: so many are done anew at most when the import is killed."""
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


class MoveUnderWay(TocsinError):
    """An earlier import of the same site was cut short."""


@dataclass(frozen=True)
class Wishes:
    """What whoever moves a site says about it."""

    shelf: media.Shelf = field(default_factory=media.Nowhere)
    dry_run: bool = False
    resume: bool = False
    propose: bool = False
    """Have the articles read for their claims, in the background, the newest first."""


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def move_in(path: Path, wishes: Wishes, progress: Progress = _silent) -> Account:
    """Bring the site in the export at *path* in, or bring it up to date; return the account.

    Raises ``ExportRefused`` before anything is written, ``MoveUnderWay`` where an import of the same site was cut short
    and *wishes* do not say to resume it, and ``NothingReads`` where claims are to be proposed and nothing reads texts.
    """
    if wishes.propose:
        refuse_without_reader()
    home, began = HomePage.objects.get(), time.monotonic()
    account = Account(dry_run=wishes.dry_run)
    with Spool() as spool:
        looking = Looking(
            spool,
            zone=timezone.get_default_timezone(),
            choices=[code for code, _name in languages.choices()],
            guard=_guard(),
        )
        with open_export(path, each=looking.see) as export:
            account.read(export)
        move = _begin(export, wishes, account)
        plan = looking.finish(export, default=settings.LANGUAGE_CODE, now=move.begun_at)
        journal = Journal(move)
        give_addresses(plan, journal, home, undated=move.begun_at)
        _take_down_plan(plan, account)
        _Run(export, spool, plan, journal, account, wishes, home, progress).run()
        if not wishes.dry_run:
            move.finished_at = clock.now()
            move.save()
            if wishes.propose:
                _propose(plan, journal, account)
    account.seconds = time.monotonic() - began
    return account


def _begin(export: Export, wishes: Wishes, account: Account) -> Move:
    site = site_of(export)
    move = Move.objects.filter(site=site).first()
    if move and move.is_under_way and not wishes.resume:
        raise MoveUnderWay(
            _("An import of %(site)s was cut short on %(day)s: add --resume to go on with it.")
            % {"site": site, "day": f"{move.begun_at:%Y-%m-%d}"}
        )
    account.resumed = bool(move and move.is_under_way)
    if wishes.dry_run:
        return move or Move(site=site)
    if not account.resumed:
        move = move or Move(site=site)
        move.begun_at, move.finished_at = clock.now(), None
    assert move is not None  # noqa: S101 - one that is resumed is there
    move.save()
    return move


def _guard() -> Callable[[list[str]], bool]:
    """Tells of texts whether they name somebody on the protect list; costs nothing where nobody is on it."""
    if not ProtectedName.objects.exists():
        return lambda texts: False
    return lambda texts: bool(protected_in(texts))


def _take_down_plan(plan: Plan, account: Account) -> None:
    for kind, number in plan.not_kept.items():
        account.drop(kind, _("a type by which WordPress or a plugin keeps its own things, or empty"), number)
    account.drop("item", _("twice in the export under one number; the first counts"), plan.doubled)
    for title in plan.circles:
        account.drop(f"place of the page {title}", _("above itself, or too deep: it stands at the top"))


@dataclass
class _Run:
    """One import under way."""

    export: Export
    spool: Spool
    plan: Plan
    journal: Journal
    account: Account
    wishes: Wishes
    home: HomePage
    progress: Progress

    def run(self) -> None:
        plan, dry_run = self.plan, self.wishes.dry_run
        filing = Filing(self.journal, self.account, plan.language)
        people = People(self.journal, self.account, plan.language)
        shelved = Shelved(plan, self.spool, self.journal, self.account, self.wishes.shelf)
        if not dry_run:
            take_sections(filing, self._terms())
            take_tags(filing, self._tags(filing))
            take_people(people, self.export, plan)
            self._take_media(shelved)
        drafting = Drafting(plan, self.journal, self.account, people, filing, shelved, self.home)
        fetches = not isinstance(self.wishes.shelf, media.Nowhere)
        self._take_entries(Taking(drafting, self.spool, people.archives(), fetches))
        self.account.count("sources", "added", drafting.sources.added)
        self.account.count("sources", "was here", drafting.sources.reused)
        if not dry_run:
            self._lead_from_attachments()
            Menus(plan, self.journal, self.account, filing).take(self.export.terms)
            lead_with_sticky(plan, self.journal, self.account)

    def _terms(self) -> list[Term]:
        """The categories of the export, and those that items name and it does not describe."""
        described = {(term.taxonomy, term.slug) for term in self.export.terms}
        named = [
            Term(0, taxonomy, slug, name=name)
            for (taxonomy, slug), name in self.plan.terms.items()
            if (taxonomy, slug) not in described
        ]
        return [*self.export.terms, *named]

    def _tags(self, filing: Filing) -> Iterator[tuple[str, str, str]]:
        for term in self._terms():
            if term.taxonomy != CATEGORY and term.taxonomy not in INNER:
                filing.slugs[term.taxonomy, term.id] = term.slug
                if term.description:
                    self.account.drop("description of a tag", _("tags have none here"))
                yield term.taxonomy, term.slug, term.name

    def _take_media(self, shelved: Shelved) -> None:
        total = len(self.plan.uploads)
        for done, _one in enumerate(shelved.take_all(), start=1):
            self.progress(_("media"), done, total)

    def _take_entries(self, taking: Taking) -> None:
        total, done, batches = len(self.plan.entries), 0, list(_batches(self.plan.entries))
        if self.wishes.dry_run:
            for batch in batches:
                taking.count(batch)
            return
        for number in taking.take_all(batches):
            done += number
            self.progress(_("articles and pages"), done, total)

    def _lead_from_attachments(self) -> None:
        """Let the page of an attachment lead to what it was attached to, and else to the file itself."""
        for upload in self.plan.uploads:
            names = list(addresses.of_item(upload.link, upload.number, upload.slug, base=self.plan.base))
            files = list(addresses.of_file(upload.address, base=self.plan.base, also=[upload.file]))
            entry = self.plan.by_number.get(upload.parent)
            target = self.journal.target(entry.kind, entry.old) if entry else None
            if entry and target:
                self.journal.lead((addresses.key(one, "") for one in [*names, *files]), entry.kind, target)
                continue
            for kind in (Kind.PICTURE, Kind.FILE):
                if pk := self.journal.target(kind, str(upload.number)):
                    self.journal.lead((addresses.key(one, "") for one in names), kind, pk)
        self.journal.flush()


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries that may be written together: of one kind and depth, translations apart from originals."""
    for _same, group in groupby(entries, key=lambda one: (one.kind, one.depth, bool(one.original))):
        rows = iter(group)
        while some := list(islice(rows, AT_ONCE)):
            yield some


def _propose(plan: Plan, journal: Journal, account: Account) -> None:
    """Ask for every article that was taken over to be read, the newest first."""
    dated = [entry for entry in plan.entries if entry.kind == Kind.ARTICLE and entry.is_live and entry.published]
    dated.sort(key=lambda one: str(one.published), reverse=True)
    numbers = [pk for entry in dated if (pk := journal.target(Kind.ARTICLE, entry.old))]
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        found = ArticlePage.objects.in_bulk(some)
        asked = asking.ask((found[pk] for pk in some if pk in found), by=None)
        account.count("articles", "to be read for claims", asked)
