"""Reading in a process of its own: one for all threads, ended when idle, killed when slow, started again once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tocsin.claims.extraction import process
from tocsin.claims.extraction.process import Ended, NotRead, Reader, TooSlow

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "tests.claims.extraction.stand_in"


@pytest.fixture
def make_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Reader]]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made: list[Reader] = []

    def one(**options: Any) -> Reader:
        made.append(Reader(program=PROGRAM, **options))
        return made[-1]

    yield one
    for reader in made:
        reader.close()


def is_there(pid: int | None) -> bool:
    return pid is not None and Path(f"/proc/{pid}").exists()


def gone(pid: int | None, *, within: float = 10) -> bool:
    until = time.monotonic() + within
    while is_there(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_there(pid)


def test_the_extractor_answers_from_another_process() -> None:
    reader = Reader()
    try:
        assert reader.pid is None, "nothing is started before it is needed"
        assert isinstance(reader.read("Two people died in Odesa on Friday.", published=date(2022, 3, 5)), list)
        assert is_there(reader.pid)
        assert reader.pid != os.getpid()
    finally:
        reader.close()
    assert reader.pid is None


def test_what_is_given_arrives_as_it_was(make_reader: Callable[..., Reader]) -> None:
    text = "Дві людини\n«загинули» \U0001f6a8 \ud800 " + "x" * 200_000
    (heard,) = make_reader().read(text, language="uk", published=date(2022, 3, 5))
    assert (heard["text"], heard["language"], heard["published"]) == (text, "uk", "2022-03-05")
    assert heard["django"] is False


def test_it_is_kept_for_the_next_text(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader()
    assert reader.read("one")[0]["pid"] == reader.read("two")[0]["pid"] == reader.pid


def test_it_ends_when_idle_and_starts_again(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(idle=0.2)
    first = reader.read("one")[0]["pid"]
    assert gone(first), "no process and no zombie stays"
    assert reader.pid is None
    assert reader.read("two")[0]["pid"] != first


def test_a_text_that_takes_too_long_is_stopped(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(limit=1.5)
    first = reader.read("one")[0]["pid"]
    with pytest.raises(TooSlow, match=r"longer than 1\.5 seconds"):
        reader.read("sleep 60")
    assert gone(first)
    assert reader.read("two")[0]["text"] == "two"


def test_a_crash_is_survived_once(make_reader: Callable[..., Reader], tmp_path: Path) -> None:
    reader = make_reader()
    assert len(reader.read(f"end once {tmp_path / 'ended'}")) == 1
    with pytest.raises(Ended, match="twice"):
        reader.read("end")
    assert reader.read("again")[0]["text"] == "again"


def test_a_text_that_fails_does_not_end_it(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader()
    first = reader.read("one")[0]["pid"]
    with pytest.raises(NotRead, match=r"ValueError: no such words"):
        reader.read("fail")
    assert reader.read("print")[0]["pid"] == first, "what is printed does not come between"


def test_threads_share_one(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(reader.read, [f"text {n}" for n in range(40)]))
    assert [one["text"] for (one,) in answers] == [f"text {n}" for n in range(40)]
    assert len({one["pid"] for (one,) in answers}) == 1


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_forked_process_has_its_own(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader()
    ours, (read, write) = reader.read("ours")[0]["pid"], os.pipe()
    forked = os.fork()
    if forked == 0:
        os.write(write, str(reader.read("theirs")[0]["pid"]).encode())
        reader.close()
        os._exit(0)
    os.waitpid(forked, 0)
    assert int(os.read(read, 100)) != ours
    assert reader.read("ours again")[0]["pid"] == ours
    os.close(read)
    os.close(write)


@pytest.mark.parametrize("text", ["one", "sleep 30"], ids=["idle", "at work"])
def test_it_ends_with_whoever_started_it(text: str) -> None:
    code = f"""
import threading, time
from tocsin.claims.extraction.process import Reader
reader = Reader(program={PROGRAM!r})
reader.read("first")
print(reader.pid, flush=True)
threading.Thread(target=reader.read, args=({text!r},), daemon=True).start()
time.sleep(60)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    starter = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True)
    assert starter.stdout
    pid = int(starter.stdout.readline())
    assert is_there(pid)
    time.sleep(0.3)
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    starter.stdout.close()
    assert gone(pid)


def test_importing_it_loads_neither_django_nor_the_parser() -> None:
    code = "import sys, tocsin.claims.extraction.process; print([m for m in ('django', 'spacy', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_reader_serves_the_process() -> None:
    try:
        assert process.read("") == []
    finally:
        process._reader.close()
