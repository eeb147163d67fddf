"""Items set aside on the disk while the whole export is looked through, to be taken up again in any order.

The file has no name and goes with the process that opened it: drafts lie on no disk longer than the import runs.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from tocsin.importers.wordpress.records import Item

_HEAD = 5
"""Bytes before each item that say how many it has."""


class Spool:
    """Items by the place at which they were laid."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by ``__exit__``
        self._end = 0

    def lay(self, item: Item) -> int:
        """Put *item* behind the others; return its place."""
        place, data = self._end, pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)
        self._file.write(len(data).to_bytes(_HEAD, "big") + data)
        self._end += _HEAD + len(data)
        return place

    def take(self, place: int) -> Item:
        """Return the item laid at *place*. Processes that share the file may do so at the same time."""
        self._file.flush()
        number = self._file.fileno()
        length = int.from_bytes(os.pread(number, _HEAD, place), "big")
        item: Item = pickle.loads(os.pread(number, length, place + _HEAD))  # noqa: S301 - of ``lay``, in a file without a name
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
