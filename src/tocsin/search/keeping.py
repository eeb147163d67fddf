"""Keeping a machine's own index true: what is new in the outbox is applied; what cannot be trusted is built anew.

Each index has its ``Mark`` in its own folder: how far in the outbox it is. Applying is the same however often it is
done, so the mark is written after the index; a crash in between applies once more. On PostgreSQL a transaction can
commit after a later one, so the numbers that were passed over are looked for again for a while.
"""

from __future__ import annotations

import fcntl
import json
import logging
import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

import tantivy
from django.conf import settings
from django.db import close_old_connections, connection
from django.db.models import Q

from tocsin.lib import clock, files
from tocsin.search import engine, projection, services
from tocsin.search.engine import Index
from tocsin.search.errors import Busy, NoIndex, Unusable, is_of_the_engine
from tocsin.search.models import Change
from tocsin.search.records import Record

logger = logging.getLogger(__name__)
T = TypeVar("T")

ROWS = 2000
"""Changes taken at once."""
AT_ONCE = 500
"""Records written in one go."""
LATE = 600.0
"""Seconds for which a number that was passed over is looked for."""
PASSED_OVER = 1000
HOUR, DAY = 3600.0, 24 * 3600.0
PAUSE = 60.0
"""Seconds after which a build that failed is tried again."""
TRIES = 5
AGAIN, STUCK = 0.1, 10.0
"""Seconds after which is looked again how far a repair got, and after which one that does not get on is left alone."""
ANEW = "anew"
"""The type of a change after which an index is built anew."""
_MARK = "mark.json"


def root() -> Path:
    """The folder of this machine's indexes."""
    return Path(settings.SEARCH_INDEX)


def _parts(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


# How far an index is --------------------------------------------------------------------------------------------


@dataclass
class Mark:
    """How far in the outbox an index is: the newest change applied, and those before it that may still appear.

    *due* are the articles that time alone will show (seconds since 1970). *anew* asks for a new index: what is deleted
    stays in an index's files for a while, which what was taken down must not.
    """

    change: int
    recorded_at: str
    passed_over: dict[str, float] = field(default_factory=dict)
    due: dict[str, float] = field(default_factory=dict)
    checked: float = 0.0
    anew: bool = False

    @classmethod
    def now(cls) -> Mark:
        """The end of the outbox as it is. Of an empty one the end is a change that changes nothing."""
        if not Change.objects.exists():
            services.record_changes(["start:0"])
        rows = dict(Change.objects.order_by("-pk").values_list("pk", "recorded_at")[:PASSED_OVER])
        last = max(rows)
        missing = set(range(min(rows), last)) - rows.keys()
        due = {key: at.timestamp() for key, at in projection.due().items()}
        passed_over = {str(pk): time.time() for pk in missing}
        return cls(last, rows[last].isoformat(), passed_over, due, time.time())

    @classmethod
    def of(cls, folder: Path) -> Mark | None:
        """The mark of the index in *folder*, or None where it has none that can be read."""
        try:
            return cls(**json.loads((folder / _MARK).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        files.write(folder / _MARK, json.dumps(asdict(self)), mode=files.PRIVATE)

    def fresh(self) -> list[tuple[int, str, datetime]] | None:
        """The changes that are not applied yet, oldest first; None where the outbox no longer knows this mark."""
        wanted = Q(pk__gte=self.change) | Q(pk__in=[int(pk) for pk in self.passed_over])
        rows = list(Change.objects.filter(wanted).order_by("pk").values_list("pk", "key", "recorded_at")[:ROWS])
        if (self.change, self.recorded_at) not in {(pk, at.isoformat()) for pk, _key, at in rows}:
            return None
        return [row for row in rows if row[0] != self.change]

    def due_now(self) -> list[str]:
        return [key for key, at in self.due.items() if at <= clock.now().timestamp()]

    def advance(self, rows: list[tuple[int, str, datetime]], wrote: Collection[str]) -> None:
        """Take *rows* as applied, and the keys they bore on as written."""
        now, was = time.time(), self.change
        self.anew = self.anew or any(key.startswith(f"{ANEW}:") for _pk, key, _at in rows)
        applied = {pk for pk, _key, _at in rows}
        if rows and max(applied) > was:
            self.change, self.recorded_at = rows[-1][0], rows[-1][2].isoformat()
        missing = [pk for pk in range(max(was, self.change - PASSED_OVER) + 1, self.change) if pk not in applied]
        self.passed_over |= {str(pk): now for pk in missing}
        self.passed_over = {
            pk: since for pk, since in self.passed_over.items() if int(pk) not in applied and now - since < LATE
        }
        ids = [int(key.partition(":")[2]) for key in wrote if key.startswith("article:")]
        self.due = {key: at for key, at in self.due.items() if key not in wrote}
        for part in _parts(ids, AT_ONCE):
            self.due |= {key: at.timestamp() for key, at in projection.due(part).items()}


# Writing --------------------------------------------------------------------------------------------------------


@contextmanager
def _locked(name: str) -> Iterator[None]:
    """Hold one of the locks of this machine's indexes: *write* for a moment, *build* for as long as it takes."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / f"{name}.lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def write(index: Index, keys: Iterable[str]) -> None:
    """Make what *index* holds of *keys* what readers may see now, some at a time."""
    for part in _parts(keys, AT_ONCE):
        found = list(projection.records(part))
        index.write(found, set(part) - {record.key for record in found})


class Outdated(Exception):
    """The outbox no longer knows where the index stands."""


@contextmanager
def _usable() -> Iterator[None]:
    """Raise ``Unusable`` for what tantivy says of files it cannot read or write. Over a torn file it panics."""
    try:
        yield
    except BaseException as error:
        if not is_of_the_engine(error):
            raise
        torn = "A file of the search index is torn"
        what = f"The search index is unusable ({error})" if isinstance(error, Exception) else torn
        raise Unusable(f"{what}. Build it anew: tocsin search reindex") from error


def _apply(index: Index, mark: Mark) -> int:
    """Apply what is new to *index*; return how many changes that was. Raises ``Outdated``."""
    rows = mark.fresh()
    if rows is None:
        raise Outdated
    due = mark.due_now()
    if not rows and not due:
        return 0
    wrote = projection.affected([*(key for _pk, key, _at in rows), *due])
    write(index, sorted(wrote))
    mark.advance(rows, wrote)
    mark.write(index.folder)
    return len(rows) + len(due)


def standing() -> tuple[Path | None, Mark | None]:
    """Return the folder of this machine's index and its mark; nothing for what is not there."""
    folder = engine.current(root())
    return folder, Mark.of(folder) if folder else None


def apply(opened: Callable[[Path], Index] = Index) -> int | None:
    """Apply what is new to this machine's index; return how many changes that was, None where it must be built anew.

    Where another process has the writer, nothing: it applies the same. *opened* gives the index in a folder.
    """
    folder, mark = standing()
    if folder is None or mark is None:
        return None
    if mark.fresh() == [] and not mark.due_now():
        return 0
    with _locked("write"):
        folder, mark = standing()
        if folder is None or mark is None:
            return None
        try:
            with _usable():
                return _apply(opened(folder), mark)
        except Busy:
            return 0
        except Outdated:
            pass
        except Unusable as error:
            logger.warning("%s", error)
            _distrust(folder)
        return None


def _distrust(folder: Path | None) -> None:
    """Take the mark of the index in *folder* away: it is built anew."""
    if folder:
        (folder / _MARK).unlink(missing_ok=True)


def build(*, tell: Callable[[int, int], None] = lambda done, count: None) -> Path:
    """Build an index beside the one that answers, bring it up to date, and let it take over.

    *tell* is told how many records of about how many are done. Builds of one machine wait for each other.
    """
    with _locked("build"), ExitStack() as until_it_took_over:
        services.refresh_live_citations()
        mark = Mark.now()

        def told() -> Iterator[Record]:
            count = projection.count()
            for done, record in enumerate(projection.everything(), 1):
                yield record
                tell(done, count)

        index = Index(engine.build(root() / "building", told()))
        while _apply(index, mark) >= AT_ONCE:
            pass
        until_it_took_over.enter_context(_locked("write"))
        while _apply(index, mark):
            pass
        mark.write(index.folder)
        return _take_over(index.folder)


def _take_over(built: Path) -> Path:
    """Let the index *built* be the one that answers; it and those it replaces change their places."""
    folder = built.replace(root() / built.name)
    files.write(root() / "current", folder.name, mode=files.PRIVATE)
    for other in (*root().glob("v*-*"), root() / "building"):
        for _ in range(TRIES):  # a writer of it may still be joining parts
            if other != folder and other.exists():
                shutil.rmtree(other, ignore_errors=True)
    return folder


# Looking --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """That the index holds of *key* what readers may not see, lacks it, or holds something else."""

    key: str
    what: str


def differences(*, tell: Callable[[int, int], None] = lambda done, count: None) -> list[Difference]:
    """Compare the index with the database, record by record. Raises ``NoIndex``.

    What changes while it looks is looked at again, once the outbox is applied.
    """
    kept, twice = _kept(_index())
    found = [Difference(key, "is there twice") for key in twice]
    count, seen = projection.count(), set()
    for done, record in enumerate(projection.everything(), 1):
        seen.add(record.key)
        if record.key not in kept:
            found.append(Difference(record.key, "is missing"))
        elif kept[record.key] != projection.digest(record):
            found.append(Difference(record.key, "reads otherwise"))
        tell(done, count)
    found += [Difference(key, "should not be there") for key in kept if key not in seen]
    return found


def remaining(found: Iterable[Difference]) -> list[Difference]:
    """Return those of *found* that are still so."""
    index, still = _index(), []
    searcher = index.searcher()
    for part in _parts(found, AT_ONCE):
        wanted = {record.key: projection.digest(record) for record in projection.records(one.key for one in part)}
        for one in part:
            hits = searcher.search(tantivy.Query.term_query(engine.schema(), "key", one.key), limit=3).hits
            kept = [projection.digest(engine.record_of(searcher.doc(address))) for _score, address in hits]
            if kept != ([wanted[one.key]] if one.key in wanted else []):
                still.append(one)
    return still


def repair(found: Iterable[Difference]) -> None:
    """Have what *found* names written anew: at once or, where the worker has the writer, by it.

    Waits for as long as it gets on.
    """
    _record(found)
    newest, reached, since = Change.objects.latest("pk").pk, 0, time.monotonic()
    while reached < newest and time.monotonic() - since < STUCK:
        if apply() is None or _anew():
            build()
        _folder, mark = standing()
        if mark and mark.change > reached:
            reached, since = mark.change, time.monotonic()
        else:
            time.sleep(AGAIN)


def _record(found: Iterable[Difference]) -> None:
    services.record_changes(f"{projection.ONLY}{one.key}" for one in found)


def _index() -> Index:
    folder = engine.current(root())
    if folder is None:
        raise NoIndex("There is no search index yet. Start the worker, or: tocsin search reindex")
    with _usable():
        return Index(folder)


def _kept(index: Index) -> tuple[dict[str, str], list[str]]:
    """A digest of every record the index holds, and the keys it holds more than once."""
    searcher = index.searcher()
    kept: dict[str, str] = {}
    twice = []
    with _usable():
        for _score, address in searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs)).hits:
            record = engine.record_of(searcher.doc(address))
            if record.key in kept:
                twice.append(record.key)
            kept[record.key] = projection.digest(record)
    return kept, twice


# In the worker and in web processes -----------------------------------------------------------------------------


class Keeper:
    """The worker's part: applies what is new at every look; builds and checks in a thread beside it."""

    def __init__(self) -> None:
        self._index: Index | None = None
        self._beside: threading.Thread | None = None
        self._tidied = self._failed = float("-inf")

    def look(self) -> None:
        """Apply what is new. Where there is no index to apply it to, see that one is being built."""
        applied = apply(self._opened)
        folder, mark = standing()
        if self._index and (applied is None or self._index.folder != folder):
            self._index = None
        now = time.monotonic()
        if (applied is None or (mark and mark.anew)) and now - self._failed > PAUSE:
            self._do_beside(self._build)
        if now - self._tidied > HOUR:
            services.prune()
            services.forget_unanswered()
            self._tidied = now
            if mark and time.time() - mark.checked > DAY:
                self._do_beside(self._check)

    def _opened(self, folder: Path) -> Index:
        """The index in *folder*, with a writer that stays open from look to look, until another index takes over."""
        fresh = Index(folder, keeps_writer=True)  # what is open would not notice that a file is torn or gone
        if self._index is None or self._index.folder != folder:
            self._index = fresh
        return self._index

    def _do_beside(self, act: Callable[[], None]) -> None:
        if self._beside is None or not self._beside.is_alive():
            self._beside = threading.Thread(target=self._run, args=(act,), daemon=True)
            self._beside.start()

    def _run(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception:  # the edge of a thread: the worker goes on, and tries again
            self._failed = time.monotonic()
            logger.exception("Keeping the search index failed; it is tried again in %.0f s.", PAUSE)
        finally:
            connection.close()

    def _build(self) -> None:
        began = time.monotonic()
        close_old_connections()
        build()
        logger.info("The search index was built in %.1f s.", time.monotonic() - began)

    def _check(self) -> None:
        """Heal what no signal told of."""
        services.refresh_live_citations()
        folder, _mark = standing()
        try:
            found = remaining(differences())
        except Unusable as error:
            logger.warning("%s", error)
            with _locked("write"):
                _distrust(folder)
            return
        if found:
            logger.warning("%d records of the search index were not as they should be; repaired.", len(found))
            _record(found)  # for the next look, which has the writer
        with _locked("write"):
            folder, mark = standing()
            if folder and mark:
                mark.checked = time.time()
                mark.write(folder)


def _anew() -> bool:
    _folder, mark = standing()
    return bool(mark and mark.anew)


_open: tuple[Path, Index] | None = None
_opening = threading.Lock()


def open_index() -> Index | None:
    """Return this machine's index, the same for all callers of a process until another takes over.

    None while there is none that can be read: ``queries.simple`` answers then.
    """
    global _open  # noqa: PLW0603 - one for each process
    folder = engine.current(root())
    known = _open
    if folder is None or (known and known[0] == folder):
        return known[1] if known and folder else None
    with _opening:
        try:
            with _usable():
                _open = folder, Index(folder)
        except Unusable as error:
            logger.warning("%s", error)
            return None
        return _open[1]


def let_go(index: Index) -> None:
    """Have *index* opened anew by the next who asks: what it broke over may hold it for ever."""
    global _open  # noqa: PLW0603 - one for each process
    with _opening:
        if _open is not None and _open[1] is index:
            _open = None
