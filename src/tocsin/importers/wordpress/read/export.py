"""A checked export: what it holds as a whole, and its items one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import assembling, limits
from tocsin.importers.wordpress.read.assembling import Assembler
from tocsin.importers.wordpress.read.bags import Bag
from tocsin.importers.wordpress.read.opening import Part, parts
from tocsin.importers.wordpress.read.repairs import Repairs
from tocsin.importers.wordpress.read.scanner import Scanner
from tocsin.importers.wordpress.read.text import texts
from tocsin.importers.wordpress.records import Author, Counts, Item, Repair, Site, Term

_VERSION = re.compile(r"1\.[0-9]")
_NEWEST = "1.2"


@dataclass(frozen=True)
class Export:
    """An export that was read through once and found readable.

    *authors* and *terms* are in the order of the file; what several parts of a zip repeat is given once.
    *left_out* counts what is never passed on, by kind: ``comment_email``, ``comment_ip``, ``comment_url``,
    ``author_email``, and ``meta`` for values whose key says address, login or secret.
    *undeclared* are logins that items name and no author entry describes.
    *repairs_total* counts all repairs; *repairs* holds the first 1,000.
    """

    path: Path
    site: Site
    authors: tuple[Author, ...]
    terms: tuple[Term, ...]
    counts: Counts
    repairs: tuple[Repair, ...]
    repairs_total: int
    left_out: Mapping[str, int]
    undeclared: frozenset[str] = field(repr=False)
    stamp: tuple[int, int] = field(default=(0, 0), repr=False)

    def items(self) -> Iterator[Item]:
        """Every item in the order of the file; may be called again. Refuses a file that has changed."""
        if _stamp(self.path) != self.stamp:
            raise ExportRefused(f"{self.path.name} has changed while it was imported. Start again.")
        repairs = Repairs()
        for part in parts(self.path, repairs):
            for bag in Assembler(Scanner(texts(part.chunks, repairs), repairs)).bags():
                if bag.name == "item":
                    yield assembling.item(bag)


@contextmanager
def open_export(path: Path, *, each: Callable[[Item], object] | None = None) -> Iterator[Export]:
    """Check the file at *path* (.xml, .gz, .zip) and give what it holds. Raises ``ExportRefused`` with one line.

    *each* is called with every item on the way, while the file may still be refused: it may set items aside, so that
    the file need not be read twice, and must write nothing that lasts.
    """
    yield _Survey(path, each).run()


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise ExportRefused(f"{path.name} cannot be read: {error.strerror}.") from None
    return found.st_size, found.st_mtime_ns


class _Survey:
    """Reads a file to its end without keeping its items."""

    def __init__(self, path: Path, each: Callable[[Item], object] | None) -> None:
        self.path, self.each = path, each
        self.repairs = Repairs()
        self.site: Site | None = None
        self.authors: list[Author] = []
        self.terms: list[Term] = []
        self.term_text = 0
        self.items: Counter[tuple[str, str]] = Counter()
        self.comments = self.meta = self.empty = 0
        self.creators: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def run(self) -> Export:
        stamp = _stamp(self.path)
        for part in parts(self.path, self.repairs):
            self._read(part)
        if self.site is None:
            raise ExportRefused(f"{self.path.name} holds no WordPress export.")
        return Export(
            path=self.path,
            site=self.site,
            authors=tuple(self.authors),
            terms=tuple(self.terms),
            counts=Counts(
                items=dict(self.items),
                comments=self.comments,
                authors=len(self.authors),
                terms=dict(Counter(term.taxonomy for term in self.terms)),
                meta=self.meta,
            ),
            repairs=tuple(self.repairs.kept),
            repairs_total=self.repairs.total,
            left_out=dict(self.left_out),
            undeclared=frozenset(self.creators - {author.login for author in self.authors}),
            stamp=stamp,
        )

    def _read(self, part: Part) -> None:
        assembler = Assembler(Scanner(texts(part.chunks, self.repairs), self.repairs))
        known_authors = {author.login for author in self.authors}
        known_terms = {(term.taxonomy, term.slug) for term in self.terms}
        for bag in assembler.bags():
            if bag.name == "item":
                self._count(bag)
                if self.each:
                    self.each(assembling.item(bag))
            elif bag.name == "wp:author":
                author = assembling.author(bag)
                if author.login not in known_authors:
                    self.authors.append(author)
            else:
                term = assembling.term(bag)
                self.term_text += bag.size
                if (term.taxonomy, term.slug) not in known_terms:
                    self.terms.append(term)
            self._refuse_crowd(bag)
        self.left_out += assembler.left_out
        site = assembling.site(assembler.channel)
        self._check_version(site.version, part)
        self.site = self.site or site

    def _count(self, bag: Bag) -> None:
        kind = bag.texts.get("wp:post_type", "post").strip(), assembling.status(bag)
        self.items[kind] += 1
        self.comments += len(bag.comments)
        self.meta += bag.metas
        if login := assembling.creator(bag):
            self.creators.add(login)
        if not bag.texts:
            self.empty += 1

    def _refuse_crowd(self, bag: Bag) -> None:
        for count, most, what in (
            (self.empty, limits.MAX_EMPTY_ITEMS, "empty items"),
            (len(self.terms), limits.MAX_TERMS, "terms"),
            (self.term_text, limits.MAX_TERM_TEXT, "characters in its terms"),
            (max(len(self.authors), len(self.creators)), limits.MAX_AUTHORS, "authors"),
            (len(self.items), limits.MAX_KINDS, "kinds of item"),
        ):
            if count > most:
                raise ExportRefused(f"Line {bag.line}: the file has more than {most} {what}; no export has.")

    def _check_version(self, version: str, part: Part) -> None:
        name = part.name or self.path.name
        if not version:
            raise ExportRefused(f"{name} does not say which version of a WordPress export it is, so it was not read.")
        if not _VERSION.fullmatch(version):
            raise ExportRefused(
                f"{name} calls its version {version[:20]!r}; exports of version 1.0, 1.1 and 1.2 can be read."
            )
        if version > _NEWEST:
            self.repairs.add(0, f"Version {version} was read as {_NEWEST}.")
