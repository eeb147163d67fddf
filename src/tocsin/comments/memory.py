"""A table of times by key, in memory alone, of fixed size, that all web processes of this machine share.

It is made when the application is loaded, before the server forks, so every process looks at the same pages. The lock
is the kernel's: it goes with a process that dies while it holds it.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SLOT = struct.Struct("<Qd")
_WAYS = 8
"""Places in which one key may stand."""


class Table:
    """Times (seconds since 1970) by key (64 bits). A time that has passed is as good as none.

    Use it inside ``with table.locked():``, and look and write within the same one.
    """

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._memory = mmap.mmap(-1, rows * _WAYS * _SLOT.size)
        self._latch = _descriptor()
        self._threads = threading.Lock()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other threads and processes out."""
        with self._threads:
            fcntl.lockf(self._latch, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._latch, fcntl.LOCK_UN)

    def get(self, key: int) -> float:
        """Return the time that stands at *key*, else 0."""
        for offset in self._places(key):
            found, until = _SLOT.unpack_from(self._memory, offset)
            if found == key:
                return float(until)
        return 0.0

    def put(self, key: int, until: float, *, now: float, make_room: bool) -> bool:
        """Write *until* at *key* and tell whether it could be written.

        Where all its places hold times to come, the nearest of them gives way if *make_room*; else nothing is written.
        """
        places = [(offset, *_SLOT.unpack_from(self._memory, offset)) for offset in self._places(key)]
        own = [offset for offset, found, _until in places if found == key]
        free = [offset for offset, _found, old in places if old <= now]
        if not own and not free and not make_room:
            return False
        nearest = min(places, key=lambda place: place[2])[0]
        _SLOT.pack_into(self._memory, (own or free or [nearest])[0], key, until)
        return True

    def clear(self) -> None:
        self._memory[:] = bytes(len(self._memory))

    def _places(self, key: int) -> range:
        start = key % self._rows * _WAYS * _SLOT.size
        return range(start, start + _WAYS * _SLOT.size, _SLOT.size)


def _descriptor() -> int:
    """An open file without a name, for the kernel to hang a lock on."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("comments")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
