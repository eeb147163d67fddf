"""Work done ahead, in order, by a process of its own, while the one that asks for it does something else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")
AHEAD = 2
"""Results that wait at most."""
_work: Callable[[int], Any] | None = None


def done_ahead(work: Callable[[int], Result], times: int) -> Generator[Result, None, None]:
    """Yield *work* of 0, 1 and so on, *times* in all; while one result is used, the next are prepared.

    *work* sees the world as it was when the first result was asked for, and may touch neither the database nor a
    file's place. Its results are copies. The other process ends with this one, whatever ends it. Where there is only
    one processor, or little to do, all is done here.
    """
    if times <= AHEAD or not _can_fork():
        yield from map(work, range(times))
        return
    forking = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, mp_context=forking, initializer=_begin, initargs=(work,)) as other:
        waiting = deque(other.submit(_do, number) for number in range(AHEAD))
        for number in range(AHEAD, times + AHEAD):
            if number < times:
                waiting.append(other.submit(_do, number))
            yield waiting.popleft().result()


def _can_fork() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _begin(work: Callable[[int], Any]) -> None:
    """In the other process: remember what to do, leave Ctrl-C to the first one, end when that is gone."""
    global _work  # noqa: PLW0603 - what a process is for
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(number: int) -> Any:
    assert _work is not None  # noqa: S101 - ``_begin`` came first
    return _work(number)
