"""``tocsin worker``: scheduled publishing, background tasks and the search index, in one process of three threads."""

from __future__ import annotations

import fcntl
import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import IO

import click
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from tocsin.articles.services import publishing
from tocsin.claims import services as ledger
from tocsin.comments import services as comments
from tocsin.lib import clock, sqlite
from tocsin.lib.errors import TocsinError
from tocsin.search.keeping import Keeper

logger = logging.getLogger(__name__)

INTERVAL = 1.0
"""Seconds between two looks; a schedule fires within five."""
OFTEN = 0.2
"""Seconds between two looks for what the search index lacks."""
DAY, HOUR = 24 * 3600.0, 3600.0
KEPT = timedelta(days=7)
"""How long the rows of finished tasks are kept."""
TRIES = 3
"""A task that was running at this many ends of a worker is given up."""
LEAP, HOLD = 3600.0, 600.0
"""A clock that leaps ahead by more seconds than the first is not believed for as many as the second."""
LOCK = 0x70C514
"""Names the lock on PostgreSQL that lets one machine at a time publish what is due."""


class AlreadyRunning(TocsinError):
    """A worker of this site runs already."""


def heartbeat_file() -> Path:
    """The file that is locked while a worker runs and touched at every look; ``doctor`` reads its time."""
    return Path(settings.SITE) / "data" / "worker.lock"


@contextmanager
def only_one() -> Iterator[IO[str]]:
    """Hold this site's place for one worker. Raises ``AlreadyRunning``."""
    path = heartbeat_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as stream:
        for _ in range(30):  # one that was told to stop may still be about to
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.1)
        else:
            raise AlreadyRunning("This site's worker runs already: `tocsin serve` brings its own.")
        yield stream


class Schedule:
    """Publishes what is due, on one machine at a time; does not believe a clock that leaps ahead."""

    def __init__(self) -> None:
        self.held_until = 0.0
        self.seen = self._clocks()

    @staticmethod
    def _clocks() -> tuple[float, float]:
        return time.time(), time.clock_gettime(time.CLOCK_BOOTTIME)

    def look(self) -> None:
        """Publish and unpublish what is due, unless the clock has just leapt or another machine is doing it."""
        wall, steady = self._clocks()
        leap = (wall - self.seen[0]) - (steady - self.seen[1])
        self.seen = wall, steady
        if leap > LEAP:
            self.held_until = steady + HOLD
            logger.warning("The clock leapt ahead by %.0f s; scheduled publishing waits %.0f s.", leap, HOLD)
        elif leap < -LEAP:
            self.held_until = 0.0
            logger.warning("The clock went back by %.0f s; scheduled publishing follows it.", -leap)
        if steady >= self.held_until:
            with alone() as ours:
                if ours:
                    publishing.run_due()
                    ledger.run_due()


@contextmanager
def alone() -> Iterator[bool]:
    """Tell whether no other machine on this database is in here; on SQLite there is no other machine."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        ours = bool(cursor.fetchone()[0])
    try:
        yield ours
    finally:
        if ours:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


class Tasks:
    """Runs waiting background tasks one after the other; throws away what is finished with, and forgets what is due."""

    def __init__(self) -> None:
        self.name = f"{os.uname().nodename[:30]}:{get_random_string(20)}"
        self.tidied: float | None = None
        self.forgot: float | None = None
        self.worker: Worker | None = None

    def look(self) -> None:
        """Run every task that is ready."""
        if self.tidied is None:
            take_up_interrupted()
        if self.tidied is None or time.monotonic() - self.tidied > DAY:
            tidy()
            self.tidied = time.monotonic()
        if self.forgot is None or time.monotonic() - self.forgot > HOUR:
            self.forgot = time.monotonic()
            comments.make_keys()
            comments.forget_due()
        if DBTaskResult.objects.ready().exists():
            self.worker = Worker(
                queue_names=["*"],
                excluded_queue_names=[],
                interval=0,
                batch=True,
                backend_name="default",
                startup_delay=False,
                max_tasks=None,
                worker_id=self.name,
            )
            self.worker.run()

    def stop(self) -> None:
        """Begin no other task."""
        if self.worker:
            self.worker.running = False


def take_up_interrupted() -> None:
    """Let the tasks that a worker of this machine was running when it was killed run again, a few times at most."""
    here = f"{os.uname().nodename[:30]}:"
    for task in DBTaskResult.objects.running():
        if not task.worker_ids or not task.worker_ids[-1].startswith(here):
            continue
        if len(task.worker_ids) >= TRIES:
            task.set_failed(RuntimeError(f"The worker ended {TRIES} times while this task ran."))
        else:
            DBTaskResult.objects.filter(pk=task.pk, status=task.status).update(status="READY")


def tidy() -> None:
    """Forget finished tasks and ended sessions; let the database refresh what it knows of its tables."""
    DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - KEPT).delete()
    call_command("clearsessions")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")


class Rounds:
    """The threads of the worker, each looking for its work again and again until told to stop."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.schedule, self.tasks, self.keeper = Schedule(), Tasks(), Keeper()

    def stop(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """Have all threads end after what they are doing."""
        self.stopping.set()
        self.tasks.stop()

    def run(self) -> None:
        """Work until stopped; what a task is in the middle of is given a few seconds."""
        with only_one() as lock:
            often = {"every": OFTEN}
            beside = [
                threading.Thread(target=self._repeat, args=(self.tasks.look,), daemon=True),
                threading.Thread(target=self._repeat, args=(self.keeper.look,), kwargs=often, daemon=True),
            ]
            for one in beside:
                one.start()
            self._repeat(self.schedule.look, lambda: os.utime(lock.fileno()))
            for one in beside:
                one.join(timeout=3)

    def _repeat(
        self, look: Callable[[], None], afterwards: Callable[[], None] = lambda: None, *, every: float | None = None
    ) -> None:
        """Call *look* again and again. A database that does not answer is asked again, ever more slowly."""
        every = INTERVAL if every is None else every
        pause = every
        while not self.stopping.is_set():
            try:
                close_old_connections()
                look()
                afterwards()
                pause = every
            except (DatabaseError, InterfaceError) as error:
                logger.warning("The database does not answer (%s); it is asked again.", str(error).strip())
                connection.close()
                pause = min(max(pause, INTERVAL) * 2, 4.0)
            except Exception:  # the edge of the process: one bad round must not end all rounds
                logger.exception("A round of the worker failed.")
            self.stopping.wait(pause)
        connection.close()


def run() -> None:
    """Work until SIGTERM or Ctrl-C. Raises ``AlreadyRunning``."""
    if connection.vendor == "sqlite" and not sqlite.is_fixed():
        raise TocsinError("This SQLite can corrupt the database: see `tocsin doctor`.")
    logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
    rounds = Rounds()
    for what in (signal.SIGTERM, signal.SIGINT):
        signal.signal(what, rounds.stop)
    rounds.run()


@click.command("worker")
def command() -> None:
    """Run the worker alone: background tasks, scheduled publishing, the search index.

    `tocsin serve` brings its own; use this on a machine that serves no pages.
    """
    run()
