"""Reading in a process of its own, so that the server does not carry the parser in its memory.

``read`` starts the process on first use and hands it one text at a time, as lines of JSON. It ends by itself when it
has had nothing to do for a while, and when whoever started it is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from tocsin.lib.errors import TocsinError

IDLE = 60.0
"""Seconds without a text after which the process ends."""
LIMIT = 60.0
"""Seconds a text may take."""
START = 600.0
"""Seconds the process may take to get ready: the first time on a machine the gazetteer is put in order."""
NICE = 5
"""How much the process steps back behind those that answer readers."""
_CHUNK = 1 << 16
_PROGRAM = "tocsin.claims.extraction.process"


class NotRead(TocsinError):
    """A text could not be read."""


class TooSlow(NotRead):
    """Reading took longer than it may."""


class Ended(NotRead):
    """The process ended while it read, twice."""


class _Gone(Exception):
    """The process is not there any more."""


class Reader:
    """Reads texts in one process of its own, one after the other, whichever thread asks."""

    def __init__(self, *, idle: float = IDLE, limit: float = LIMIT, program: str = _PROGRAM) -> None:
        self.idle, self.limit, self.program = idle, limit, program
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    @property
    def pid(self) -> int | None:
        """The number of the process, or None where none is running."""
        child = self._child if self._owner == os.getpid() else None
        return child.pid if child and child.poll() is None else None

    def read(self, text: str, *, language: str = "en", published: date | None = None) -> list[dict[str, Any]]:
        """Return the claims of *text*, each as ``results.Claim.as_dict`` gives it.

        Raises ``TooSlow`` when it takes more than the limit, ``Ended`` when the process ends twice over this text, and
        ``NotRead`` when reading fails.
        """
        asked = {"text": text, "language": language, "published": published.isoformat() if published else None}
        line = json.dumps(asked).encode() + b"\n"
        with self._lock:
            answer = self._answer(line)
        if "error" in answer:
            raise NotRead(f"This text could not be read ({answer['error']}).")
        return answer["claims"]  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the process, if one is running."""
        with self._lock:
            self._end()

    def _answer(self, line: bytes) -> dict[str, Any]:
        for _ in range(2):  # one that was about to end of itself, or that crashed, is started again
            with contextlib.suppress(_Gone):
                return self._ask(line)
            self._end()
        raise Ended("The process that reads texts ended twice over this one.")

    def _ask(self, line: bytes) -> dict[str, Any]:
        child = self._running()
        until = time.monotonic() + self.limit
        assert child.stdin  # noqa: S101 - it was started with a pipe
        try:
            child.stdin.write(line)
            child.stdin.flush()
            return json.loads(self._line(child, until))  # type: ignore[no-any-return]
        except (OSError, ValueError) as error:
            raise _Gone from error

    def _line(self, child: subprocess.Popen[bytes], until: float) -> bytes:
        assert child.stdout  # noqa: S101 - the same
        heard = bytearray()
        while not heard.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0 or not select.select([child.stdout], [], [], left)[0]:
                self._end()
                raise TooSlow(f"Reading took longer than {self.limit:g} seconds and was stopped.")
            chunk = os.read(child.stdout.fileno(), _CHUNK)
            if not chunk:
                raise _Gone
            heard += chunk
        return bytes(heard)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():  # after a fork the process is our parent's
            self._child, self._owner = None, os.getpid()
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-P", "-m", self.program, str(self.idle)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            threading.Thread(target=self._child.wait, daemon=True).start()  # so that no zombie stays when it ends
            self._line(self._child, time.monotonic() + START)
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]


_reader = Reader()


def read(text: str, *, language: str = "en", published: date | None = None) -> list[dict[str, Any]]:
    """Return the claims of *text*; see ``Reader.read``. One process serves all threads of this one."""
    return _reader.read(text, language=language, published=published)


# In the process itself ------------------------------------------------------------------------------------------


def _claims(asked: dict[str, Any]) -> list[dict[str, Any]]:
    from tocsin.claims.extraction.claims import find
    from tocsin.claims.extraction.document import Document

    published = date.fromisoformat(asked["published"]) if asked["published"] else None
    document = Document(asked["text"], language=asked["language"], published=published)
    return [claim.as_dict() for claim in find(document)]


def _warm() -> None:
    """Load what every text needs, and put the gazetteer in order where that was not done yet."""
    from tocsin.claims.extraction import parser
    from tocsin.claims.extraction.places import gazetteer

    gazetteer.known("Kyiv")
    if parser.installed():
        parser.pipeline()


def _lines(idle: float) -> Iterator[bytes]:
    """Yield each line that comes in, until none comes for *idle* seconds or nobody is there to send one."""
    heard = bytearray()
    while select.select([0], [], [], idle)[0]:
        chunk = os.read(0, _CHUNK)
        if not chunk:
            return
        heard += chunk
        if heard.endswith(b"\n"):
            yield bytes(heard)
            heard.clear()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def serve(idle: float, *, read: Any = _claims) -> None:
    """Answer texts on standard input until none comes for *idle* seconds. What *read* prints goes to stderr."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(NICE)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if read is _claims:
        _warm()
    out.write(b"{}\n")  # ready: from now on the clock runs
    out.flush()
    for line in _lines(idle):
        try:
            answer = {"claims": read(json.loads(line))}
        except Exception as error:  # noqa: BLE001 - the edge of the process: one text must not end it for the next
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        with contextlib.suppress(BrokenPipeError):
            out.write(json.dumps(answer).encode() + b"\n")
            out.flush()


if __name__ == "__main__":
    serve(float(sys.argv[1]))
