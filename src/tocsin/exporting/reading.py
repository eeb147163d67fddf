"""Reading an export back into a new site: all of it, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from wagtail.models import Collection, Locale, Page, ReferenceIndex, Site

from tocsin.articles import surroundings, tasks
from tocsin.articles.models import HomePage, Picture
from tocsin.articles.services import roles
from tocsin.evidence import tasks as evidence_tasks
from tocsin.evidence.models import Reading
from tocsin.exporting import numbers, people
from tocsin.exporting.columns import BadValue, lists, through_of
from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.kinds import KINDS, LEFT_OUT, PERSON, Kind
from tocsin.exporting.manifest import NAME
from tocsin.exporting.opening import Export, opened
from tocsin.exporting.records import AT_ONCE, Rows
from tocsin.exporting.shelving import Shelf
from tocsin.exporting.trees import is_whole
from tocsin.exporting.writing import Progress, silent
from tocsin.search import services as search

BYTES_AT_ONCE = 16 * 2**20
"""Of lines, after which their rows are written though they are few."""
_TOO_DEEP = "lists and records stand within each other too deeply"


@dataclass
class Account:
    """What was read back."""

    records: dict[str, int] = field(default_factory=dict)
    files: int = 0
    missing: list[str] = field(default_factory=list)
    closed: int = 0
    """Pages and folders that asked for a password, and now need a new one."""


def read_back(path: Path, *, dry_run: bool = False, progress: Progress = silent) -> Account:
    """Make the new site what the newsroom in the export at *path* was; with *dry_run* only say what would come.

    Numbers, places in the tree, versions and addresses stay. All is one transaction, and files that were written are
    removed where it fails. Raises ``NotReadBack`` before anything is written, or leaves nothing of it.
    """
    _refuse_full_site()
    with opened(path, progress) as export:
        _refuse_other_ground(export)
        with Shelf(export) as shelf, transaction.atomic():
            _refuse_full_site()  # somebody may have begun to write while the export was verified
            account = _Site(export, shelf, progress).take()
            if dry_run:
                transaction.set_rollback(True)
            else:
                shelf.put(progress)
                transaction.on_commit(_wake, robust=True)
    return account


def _refuse_other_ground(export: Export) -> None:
    told = export.manifest
    for name, theirs, ours in (
        ("TOCSIN_TIME_ZONE", told.time_zone, settings.TIME_ZONE),
        ("TOCSIN_LANGUAGE", told.language, settings.LANGUAGE_CODE),
    ):
        if theirs != ours:
            raise NotReadBack(
                f"The export is of a site with {name}={theirs[:60]}, on which its addresses rest, "
                f"and this one has {ours}: set the same in tocsin.env."
            )


def _refuse_full_site() -> None:
    for kind in sorted(KINDS, key=lambda one: one.name != "article"):
        if not kind.ground and kind is not PERSON and (count := kind.rows().count()):
            raise NotReadBack(
                f"This site is not new: there are {kind.file.replace('-', ' ')} in it ({count:,}). "
                "Make one with `tocsin new DIR`, and read the export into that."
            )


@dataclass
class _Site:
    """The site while it becomes what the export says."""

    export: Export
    shelf: Shelf
    progress: Progress
    account: Account = field(default_factory=Account)

    def take(self) -> Account:
        address = Site.objects.filter(is_default_site=True).values("hostname", "port").first()
        kept = _rows_apart()
        _clear_ground()
        staff = self._take_people()
        for kind in KINDS:
            if kind is not PERSON:
                self._take(kind, staff)
        self._number_on()
        for row in kept:
            row.pk = None
            row.save_base(raw=True, force_insert=True)
        if address:
            Site.objects.filter(is_default_site=True).update(**address)
        self._check()
        self._make_anew()
        closed = (kind for kind in KINDS if "password" in kind.withheld)
        self.account.closed = sum(kind.rows().filter(restriction_type="password").count() for kind in closed)
        self.account.files, self.account.missing = len(self.shelf.places), self.export.manifest.missing
        return self.account

    def _take_people(self) -> dict[int, int]:
        told: dict[int, str] = {}
        for number, text in self._lines(PERSON):
            pk, name = self._told(PERSON, number, text, people.read)
            if pk in told or number > people.MOST:
                what = f"more than {people.MOST:,} people" if number > people.MOST else "somebody twice"
                raise NotReadBack(f"{PERSON.file}.jsonl, line {number}: the export names {what}.")
            told[pk] = name
        self._count(PERSON, len(told))
        try:
            return people.take(told.items())
        except (DatabaseError, OverflowError) as error:
            raise NotReadBack(f"{PERSON.file}.jsonl: the database refuses it ({_first_line(error)}).") from None

    def _take(self, kind: Kind, staff: dict[int, int]) -> None:
        rows, first, number, size = Rows(kind, staff, self.shelf.name), 1, 0, 0
        for number, text in self._lines(kind):
            self._told(kind, number, text, rows.add)
            size += len(text)
            if len(rows.ready) == AT_ONCE or size >= BYTES_AT_ONCE:
                self._write(kind, rows, first, number)
                self.progress(kind.file, number, self.export.manifest.records[kind.name])
                first, size = number + 1, 0
        self._write(kind, rows, first, number)
        self._count(kind, number)

    def _number_on(self) -> None:
        try:
            numbers.go_on(self.export.manifest.next_numbers)
        except (DatabaseError, OverflowError) as error:
            raise NotReadBack(f"The database refuses the next numbers in {NAME} ({_first_line(error)}).") from None

    def _count(self, kind: Kind, number: int) -> None:
        total = self.export.manifest.records.get(kind.name, 0)
        if number != total:
            raise NotReadBack(f"{kind.file}.jsonl has {number:,} records, and the manifest says {total:,}.")
        self.account.records[kind.name] = number
        self.progress(kind.file, number, total)

    def _lines(self, kind: Kind) -> Iterator[tuple[int, bytes]]:
        if kind.name in self.export.manifest.records:
            yield from self.export.lines(f"{kind.file}.jsonl")

    def _told(self, kind: Kind, number: int, text: bytes, read: Callable[[Any], Any]) -> Any:
        try:
            return read(_parsed(text))
        except RecursionError:
            raise NotReadBack(f"{kind.file}.jsonl, line {number}: {_TOO_DEEP}.") from None
        except BadValue as error:
            raise NotReadBack(f"{kind.file}.jsonl, line {number}: {error}.") from None

    def _write(self, kind: Kind, rows: Rows, first: int, last: int) -> None:
        try:
            rows.write()
        except (DatabaseError, ValueError, OverflowError, RecursionError) as error:
            where = f"line {first}" if first == last else f"lines {first} to {last}"
            raise NotReadBack(f"{kind.file}.jsonl, {where}: the database refuses it ({_first_line(error)}).") from None

    def _check(self) -> None:
        """Refuse what is whole line by line and makes no site. Raises ``NotReadBack``."""
        try:
            connection.check_constraints()
        except DatabaseError as error:
            raise NotReadBack(f"The export refers to a record it does not hold ({_first_line(error)}).") from None
        if not (is_whole(Page) and is_whole(Collection)):
            raise NotReadBack(
                "Its pages or folders are no whole tree: run `tocsin check` on the old site, and export again."
            )
        sites = Site.objects.filter(is_default_site=True, root_page__in=HomePage.objects.values("pk"))
        if HomePage.objects.count() != 1 or sites.count() != 1:
            raise NotReadBack("The export holds no site with its front page.")

    def _make_anew(self) -> None:
        """Make what no export holds: roles, the index of references, what the search needs."""
        Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
        home = HomePage.objects.get()
        roles.establish(home)
        for kind in KINDS:
            if ReferenceIndex.is_indexed(kind.model):
                self._index_references(kind)
        search.refresh_live_citations()
        search.record_changes(["anew:1"])

    def _index_references(self, kind: Kind) -> None:
        """Let it be known what each record of *kind* uses."""
        total = self.account.records[kind.name]
        for done, one in enumerate(kind.rows().iterator(AT_ONCE), 1):
            ReferenceIndex.create_or_update_for_object(one)
            self.progress(f"references of {kind.file}", done, total)


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadValue("it is no JSON") from None


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _rows_apart() -> list[Model]:
    """What the new site has in tables of the export that the export knows nothing of: the log of its accounts."""
    return [
        row
        for kind in KINDS
        if kind is not PERSON and kind.scope
        for row in kind.model._base_manager.exclude(kind.scope)
    ]


def _clear_ground() -> None:
    """Empty every table of the export but that of accounts, and what refers to them."""
    emptied = {table for kind in KINDS if kind is not PERSON for table in kind.tables}
    left_out = {model for model in apps.get_models() if model._meta.label in LEFT_OUT}
    hanging = [
        model
        for model in left_out
        if any(one.remote_field and one.remote_field.model in emptied for one in model._meta.concrete_fields)
    ]
    through = [through_of(one) for kind in KINDS if kind is not PERSON for one in lists(kind)]
    for model in (ReferenceIndex, *hanging, *through, *emptied):
        model._base_manager.all()._raw_delete(connection.alias)  # noqa: SLF001 - nothing is to follow from it


def _wake() -> None:
    """Forget what this process remembers of the site that was; have renditions made, and read what waits for it."""
    Site.clear_site_root_paths_cache()
    surroundings.forget()
    for pk in Picture.objects.values_list("pk", flat=True):
        tasks.make_renditions.enqueue(pk)
    for _ in range(Reading.objects.waiting().count()):
        evidence_tasks.read_next.enqueue()
