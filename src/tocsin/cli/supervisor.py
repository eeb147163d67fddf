"""Keeps a few child processes running: starts what ended again, ever more slowly, and stops all of them in time."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tocsin.lib import process
from tocsin.lib.errors import TocsinError

logger = logging.getLogger(__name__)

GRACE = 3.5
"""Seconds a child may take to stop before it is killed; the whole group is gone within five."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY = 60.0
"""A child that ran this many seconds is started again after the first pause."""

_WATCHED = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}


@dataclass
class Child:
    """One process: what it runs, and how its last start went."""

    name: str
    run: Callable[[], None]
    pid: int = 0
    started: float = 0.0
    pause: float = field(default=FIRST_PAUSE)
    due: float = 0.0


class Supervisor:
    """Runs *children* until SIGTERM or Ctrl-C. They die with it, even when it is killed."""

    def __init__(self, *children: Child) -> None:
        self.children = children

    def run(self, *, every_moment: Callable[[], None]) -> None:
        """Return when all are stopped. *every_moment* is called a few times a second."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _WATCHED)
        stopping = False
        try:
            while not stopping:
                self._start_what_is_due()
                heard = signal.sigtimedwait(_WATCHED, 0.1)
                stopping = heard is not None and heard.si_signo != signal.SIGCHLD
                self._bury_the_dead()
                every_moment()
        finally:
            self._stop()

    def _start_what_is_due(self) -> None:
        for child in self.children:
            if not child.pid and time.monotonic() >= child.due:
                child.started = time.monotonic()
                child.pid = _fork(child.run)

    def _bury_the_dead(self) -> None:
        for child in self.children:
            if child.pid and os.waitpid(child.pid, os.WNOHANG)[0]:
                now = time.monotonic()
                child.pid = 0
                child.pause = FIRST_PAUSE if now - child.started > STEADY else min(child.pause * 2, LONGEST_PAUSE)
                child.due = now + child.pause
                logger.error("The %s ended by itself; it is started again in %.0f s.", child.name, child.pause)

    def _stop(self) -> None:
        for child in self.children:
            _send(child.pid, signal.SIGTERM)
        end = time.monotonic() + GRACE
        for child in self.children:
            while child.pid and time.monotonic() < end:
                if os.waitpid(child.pid, os.WNOHANG)[0]:
                    child.pid = 0
                else:
                    time.sleep(0.02)
            if child.pid:
                _send(child.pid, signal.SIGKILL)
                os.waitpid(child.pid, 0)


def _send(pid: int, what: signal.Signals) -> None:
    if pid:
        os.kill(pid, what)


def _fork(run: Callable[[], None]) -> int:
    """Run *run* in a child that dies with this process; return its process id."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _WATCHED)
        process.die_with(parent)
        run()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    except TocsinError as refusal:
        logger.error("%s", refusal)  # noqa: TRY400 - a refusal is one line
    except BaseException:
        logger.exception("A process of this server failed.")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
