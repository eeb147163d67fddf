"""Where the files of the old site are taken from: a copy of its folder of uploads, the old site itself, or nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from tocsin.lib import http
from tocsin.lib.errors import TocsinError
from tocsin.lib.pictures import MAX_BYTES

TYPES = ("image/*", "audio/*", "video/*", "text/plain", "text/csv", "text/vtt", "application/*")
LARGEST = 200 * 1024 * 1024
"""Of a file in a folder that is no picture."""
LARGEST_FETCHED = 50 * 1024 * 1024
_PATIENCE = 120
"""Seconds for one file."""
_FAILURES_OF_A_HOST, _FAILURES = 3, 50
_UNREACHED = (http.AddressRefused, http.TooSlow)


class NotThere(TocsinError):
    """A file is not to be had; the text says why."""


class Shelf(Protocol):
    """Gives the bytes of a file of the old site, or the path where they lie. Raises a ``TocsinError``."""

    def find(self, address: str, file: str = "") -> Path | bytes:
        """*address* is where it was served, *file* its path inside the folder of uploads, where that is known."""


class Nowhere:
    """Neither a folder was named nor may anything be fetched."""

    def find(self, address: str, file: str = "") -> Path | bytes:
        raise NotThere(_("name the folder of uploads with --media, or let it be fetched with --fetch-media"))


@dataclass(frozen=True)
class Folder:
    """A copy of the folder of uploads, or of one that holds it. Nothing outside it is read, whatever is asked for."""

    root: Path

    def find(self, address: str, file: str = "") -> Path | bytes:
        root = self.root.resolve()
        for name in _names(address, file):
            for folder in ("", "uploads", "wp-content/uploads"):
                if found := _inside(root, f"{folder}/{name}" if folder else name):
                    return found
        raise NotThere(_("not in the folder of uploads"))


def _names(address: str, file: str) -> Iterator[str]:
    """The paths inside the folder of uploads at which the file may lie."""
    if file:
        yield file
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return
    _before, uploads, after = path.partition("/uploads/")
    if uploads:
        yield after
        if after.startswith("sites/"):
            yield after.split("/", 2)[-1]
    elif path.strip("/"):
        yield path.lstrip("/")


def _inside(root: Path, name: str) -> Path | None:
    """Return the plain file *name* below *root*, reached through no link and no step upwards."""
    if "\0" in name or len(name) > 1000:  # noqa: PLR2004 - longer than any path
        return None
    path = root / name.lstrip("/\\")
    try:
        if path.resolve() == path and path.is_relative_to(root) and path.is_file():
            return path
    except OSError:
        return None
    return None


@dataclass
class Web:
    """The web, through ``lib.http``. A host not reached three times is left alone; after fifty in a row, all are."""

    largest: int = LARGEST_FETCHED
    guard: http.Guard | None = None
    failed: Counter[str] = field(default_factory=Counter)
    in_a_row: int = 0

    def find(self, address: str, file: str = "") -> Path | bytes:
        host = _host(address)
        if not host:
            raise NotThere(_("its address is none on the web"))
        if self.failed[host] >= _FAILURES_OF_A_HOST or self.in_a_row >= _FAILURES:
            raise NotThere(_("%(host)s did not answer before") % {"host": host})
        try:
            found = http.fetch(address, max_bytes=self.largest, timeout=_PATIENCE, types=TYPES, guard=self.guard).body
        except http.FetchError as error:
            if isinstance(error, _UNREACHED) or (isinstance(error, http.BadAnswer) and not error.status):
                self._note(host)
            else:
                self.in_a_row = 0
            raise
        self.in_a_row = 0
        return found

    def _note(self, host: str) -> None:
        self.failed[host] += 1
        self.in_a_row += 1


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""


def bytes_of(found: Path | bytes, largest: int = MAX_BYTES) -> bytes:
    """Return the content of what a shelf gave, at most one byte more than *largest*."""
    if isinstance(found, bytes):
        return found
    with found.open("rb") as stream:
        return stream.read(largest + 1)
