"""Work done ahead comes back in its order, and the process that does it never outlives the one that asks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tocsin.lib import ahead

needs_a_second = pytest.mark.skipif(not ahead._can_fork(), reason="there is one processor, or no fork")
KEPT_WAITING = """
import os, time
from tocsin.lib.ahead import done_ahead
for number in done_ahead(lambda number: (time.sleep(60 * number), os.getpid())[1], 10):
    print(number, flush=True)
    time.sleep(60)
"""


def test_results_come_in_order_whatever_there_is_to_do() -> None:
    words = ["a", "b", "c", "d", "e"]
    for times in range(6):
        assert list(ahead.done_ahead(lambda place: words[place] * 2, times)) == [one * 2 for one in words[:times]]


@needs_a_second
def test_another_process_does_it() -> None:
    assert os.getpid() not in set(ahead.done_ahead(lambda _place: os.getpid(), 4))


@needs_a_second
def test_what_fails_there_fails_here_at_its_place() -> None:
    found = ahead.done_ahead(lambda place: 1 // (2 - place), 5)
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(ZeroDivisionError):
        next(found)


@needs_a_second
def test_what_a_killed_one_leaves_is_done_here_in_its_order(caplog: pytest.LogCaptureFixture) -> None:
    found = ahead.done_ahead(lambda place: (place, os.getpid(), b"x" * 2**20), 5)
    _place, other, _much = next(found)
    os.kill(other, signal.SIGKILL)  # with a result half given, as none fits into a pipe
    rest = [(place, process) for place, process, _much in found]
    assert rest == [(place, os.getpid()) for place in range(1, 5)]
    assert len(caplog.records) == 1


@needs_a_second
def test_nobody_waits_for_what_is_not_wanted_any_more() -> None:
    def ever_slower(place: int) -> int:
        time.sleep(60 * place)
        return os.getpid()

    found = ahead.done_ahead(ever_slower, 5)
    other = next(found)
    before = time.monotonic()
    found.close()
    assert time.monotonic() - before < 20
    assert not is_there(other)


def is_there(process: int) -> bool:
    """Whether it runs; one that ended and that nobody asked about does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@needs_a_second
def test_it_ends_with_the_process_that_asked_even_when_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", KEPT_WAITING], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        other = int(asking.stdout.readline())
        assert is_there(other)
        os.kill(asking.pid, signal.SIGKILL)
        asking.wait()
        until = time.monotonic() + 20
        while is_there(other) and time.monotonic() < until:
            time.sleep(0.05)
    assert not is_there(other)
