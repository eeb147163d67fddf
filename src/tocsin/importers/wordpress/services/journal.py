"""What came of what, as it is written and read while a site moves in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from tocsin.importers.wordpress.models import Arrival, Move, OldAddress
from tocsin.importers.wordpress.statuses import Kind
from tocsin.lib import rows

_COLUMNS = ("kind", "old", "digest", "target", "written", "missing")


def hash_of(*values: object) -> str:
    """Return a hash of *values* by which a change of any is known."""
    return hashlib.sha256(repr(values).encode("utf-8", "replace")).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Line:
    """One arrival."""

    digest: str
    target: int | None
    written: str = ""
    missing: tuple[str, ...] = ()


@dataclass
class Journal:
    """The arrivals of one move. ``note`` and ``lead`` collect; ``flush`` writes, inside the caller's transaction."""

    move: Move
    _known: dict[tuple[str, str], Line] = field(default_factory=dict)
    _fresh: dict[tuple[str, str], Line] = field(default_factory=dict)
    _leads: dict[str, tuple[Kind, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = Arrival.objects.filter(move=self.move).values_list(*_COLUMNS) if self.move.pk else ()
        for kind, old, digest, target, written, missing in kept:
            self._known[kind, old] = Line(digest, target, written, tuple(missing))

    def get(self, kind: Kind, old: str) -> Line | None:
        return self._known.get((kind, old))

    def target(self, kind: Kind, old: str) -> int | None:
        """Return the number here of what was *old* there."""
        found = self._known.get((kind, old))
        return found.target if found else None

    def targets(self, kind: Kind) -> set[int]:
        return {line.target for (one, _old), line in self._known.items() if one == kind and line.target}

    def note(self, kind: Kind, old: str, line: Line) -> None:
        self._known[kind, old] = self._fresh[kind, old] = line

    def lead(self, keys: Iterable[str], kind: Kind, target: int) -> None:
        """Let the old addresses with *keys* lead to *target*; one that leads somewhere already stays."""
        for one in keys:
            self._leads.setdefault(one, (kind, target))

    def flush(self) -> None:
        arrivals = (
            (self.move.pk, kind, old, line.digest, line.target, line.written, json.dumps(line.missing))
            for (kind, old), line in self._fresh.items()
        )
        rows.insert(Arrival, ("move", *_COLUMNS), arrivals, known_by=("move", "kind", "old"))
        leads = ((key, self.move.pk, kind.value, pk, "") for key, (kind, pk) in self._leads.items())
        rows.insert(OldAddress, ("key", "move", "kind", "target", "path"), leads)
        self._fresh, self._leads = {}, {}
