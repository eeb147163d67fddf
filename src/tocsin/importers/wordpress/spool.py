"""Items set aside on the disk while the whole export is looked through, to be taken up again in any order.

The file has no name and goes with the process that opened it: drafts lie on no disk longer than the import runs.
"""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from tocsin.importers.wordpress.records import Item


class Spool:
    """Items by the place at which they were laid."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by ``__exit__``

    def lay(self, item: Item) -> int:
        """Put *item* behind the others; return its place."""
        place = self._file.tell()
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        return place

    def take(self, place: int) -> Item:
        """Return the item laid at *place*."""
        self._file.seek(place)
        item: Item = pickle.load(self._file)  # noqa: S301 - written by ``lay`` into a file that has no name
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
