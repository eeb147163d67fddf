"""The account of a move: what came, what became of it, what was not kept and why, what needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tocsin.importers.wordpress.read import Export
from tocsin.importers.wordpress.records import Repair

MOST = 2000
"""Lines of one kind that are kept; all are counted."""


@dataclass(frozen=True)
class Need:
    """Something a person should look at: of what, where it is edited, and why."""

    title: str
    edit: str
    why: str


@dataclass
class Lines:
    """The first ``MOST`` lines of one kind, and how many there are."""

    first: list[Need] = field(default_factory=list)
    total: int = 0

    def add(self, one: Need) -> None:
        self.total += 1
        if len(self.first) < MOST:
            self.first.append(one)


@dataclass
class Account:
    """Filled while a site moves in. *came* and *became* count by kind; *not_kept* by what and why."""

    file: str = ""
    site: str = ""
    dry_run: bool = False
    resumed: bool = False
    came: dict[str, Counter[str]] = field(default_factory=dict)
    became: dict[str, Counter[str]] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    repairs_total: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    not_kept: Counter[tuple[str, str]] = field(default_factory=Counter)
    lost: Lines = field(default_factory=Lines)
    needs: Lines = field(default_factory=Lines)
    conflicts: Lines = field(default_factory=Lines)
    missing: Lines = field(default_factory=Lines)
    seconds: float = 0.0

    def read(self, export: Export) -> None:
        """Take down what *export* holds."""
        counts = export.counts
        self.file, self.site = export.path.name, export.site.title
        for (kind, status), number in counts.items.items():
            self.came.setdefault("items", Counter())[f"{kind} ({status})" if status else kind] += number
        self.came["comments"] = Counter({"comments": counts.comments})
        self.came["authors"] = Counter({"authors": counts.authors})
        self.came["terms"] = Counter(dict(counts.terms))
        self.repairs, self.repairs_total = export.repairs, export.repairs_total
        self.left_out.update(export.left_out)

    def count(self, kind: str, what: str, number: int = 1) -> None:
        """Count *number* more of *kind* (``articles``) of which *what* was done (``added``)."""
        if number:
            self.became.setdefault(kind, Counter())[what] += number

    def drop(self, what: str, why: str, number: int = 1) -> None:
        """Count *number* more of *what* that is not kept, and why."""
        if number:
            self.not_kept[what, why] += number

    def added(self) -> int:
        """How many things of any kind were added."""
        return sum(counted["added"] for counted in self.became.values())

    def as_data(self) -> dict[str, Any]:
        """Everything as plain data, for a program."""
        return {
            "file": self.file,
            "site": self.site,
            "dry_run": self.dry_run,
            "resumed": self.resumed,
            "seconds": round(self.seconds, 1),
            "came": {kind: dict(sorted(counted.items())) for kind, counted in self.came.items()},
            "became": {kind: dict(sorted(counted.items())) for kind, counted in sorted(self.became.items())},
            "repairs": [{"line": one.line, "file": one.file, "what": one.what} for one in self.repairs],
            "repairs_total": self.repairs_total,
            "left_out": dict(sorted(self.left_out.items())),
            "not_kept": [
                {"what": what, "why": why, "count": count} for (what, why), count in sorted(self.not_kept.items())
            ],
            **{name: _data(lines) for name, lines in self._lists()},
        }

    def _lists(self) -> Iterable[tuple[str, Lines]]:
        return (
            ("references_lost", self.lost),
            ("needs_a_person", self.needs),
            ("conflicts", self.conflicts),
            ("media_missing", self.missing),
        )


def _data(lines: Lines) -> dict[str, Any]:
    return {
        "total": lines.total,
        "first": [{"title": one.title, "edit": one.edit, "why": one.why} for one in lines.first],
    }
