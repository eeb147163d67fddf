"""Work done ahead, in order, by a process of its own, while the one that asks for it does something else."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Result = TypeVar("Result")
FEW = 2
"""Results that are not worth another process."""
logger = logging.getLogger(__name__)


def done_ahead(work: Callable[[int], Result], times: int) -> Generator[Result, None, None]:
    """Yield *work* of 0, 1 and so on, *times* in all; while one result is used, the next is prepared.

    *work* sees the world as it was when the first result was asked for, and may touch neither the database nor a
    file's place. Its results are copies. The other process ends when nobody asks any more, and with this one, whatever
    ends it. Where it fails or is killed, what is missing is done here; so is everything where there is only one
    processor, or little to do.
    """
    done = 0
    if times > FEW and _can_fork():
        with closing(_by_another(work, times)) as results:
            for result in results:
                done += 1
                yield result
    yield from map(work, range(done, times))


def _can_fork() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _by_another(work: Callable[[int], Result], times: int) -> Generator[Result, None, None]:
    """Yield as many results as another process gives; log it where that is ended before it gave all."""
    forking = multiprocessing.get_context("fork")
    taking, giving = forking.Pipe(duplex=False)
    other = forking.Process(target=_give, args=(work, times, taking, giving), daemon=True)
    other.start()
    giving.close()
    try:
        for _number in range(times):
            yield taking.recv()
    except (EOFError, OSError):  # it gave the beginning of a result, or none
        other.join()
        if other.exitcode:
            logger.warning("The process that works ahead was ended; what it had left is done without it.")
    finally:
        other.kill()
        other.join()
        taking.close()


# In the other process -------------------------------------------------------------------------------------------


def _give(work: Callable[[int], Any], times: int, taking: Connection[Any, Any], giving: Connection[Any, Any]) -> None:
    """Leave Ctrl-C to the first process; give results until one fails, which is then done and raised there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    taking.close()
    with suppress(Exception):
        for number in range(times):
            giving.send(work(number))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
