"""How this machine's index stands, for whoever looks after the machine."""

from __future__ import annotations

import fcntl
from dataclasses import dataclass
from datetime import timedelta

from tocsin.lib import clock
from tocsin.search import engine, keeping
from tocsin.search.keeping import Mark
from tocsin.search.models import Change

PATIENCE = timedelta(seconds=10)
"""Age up to which a change may wait for the worker."""


@dataclass(frozen=True)
class Health:
    """*there* tells whether there is an index of this version, *other* whether one of another; *behind* counts changes
    that have waited too long, and is None where the outbox no longer knows the index.
    """

    there: bool
    other: bool = False
    building: bool = False
    behind: int | None = 0


def health() -> Health:
    """Look at the index, reading nothing but its mark."""
    folder = engine.current(keeping.root())
    mark = Mark.of(folder) if folder else None
    if mark is None:
        return Health(there=False, other=_of_another_version(), building=_is_being_built())
    known = Change.objects.filter(pk=mark.change, recorded_at=mark.recorded_at).exists()
    waiting = Change.objects.filter(pk__gt=mark.change, recorded_at__lt=clock.now() - PATIENCE)
    return Health(there=True, building=_is_being_built(), behind=waiting.count() if known else None)


def _of_another_version() -> bool:
    try:
        name = (keeping.root() / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return False
    return bool(name) and not name.startswith(f"v{engine.VERSION}-")


def _is_being_built() -> bool:
    try:
        with (keeping.root() / "build.lock").open("a") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
