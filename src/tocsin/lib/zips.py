"""What is looked at in a zip before anything in it is read."""

from __future__ import annotations

import re
import stat
import struct
from pathlib import Path
from typing import IO
from zipfile import ZipInfo

from tocsin.lib.errors import TocsinError

MAX_ENTRIES = 65_534
MAX_DIRECTORY = 16 * 2**20
"""Bytes of the list of contents."""
_END_OF_DIRECTORY = b"PK\x05\x06"


class UnsafeZip(TocsinError):
    """A zip is built to do harm, or is not whole."""


def refuse_long_directory(file: IO[bytes], path: Path) -> None:
    """Raise ``UnsafeZip`` where the list of contents is too long, by what it says of itself; nothing else is read."""
    file.seek(max(0, path.stat().st_size - 65_557))
    tail = file.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    if at >= 0 and len(tail) >= at + 16:
        (count,), (length,) = struct.unpack("<H", tail[at + 8 : at + 10]), struct.unpack("<I", tail[at + 12 : at + 16])
        if count > MAX_ENTRIES or length > MAX_DIRECTORY:
            raise UnsafeZip("The zip lists more than 65,000 files: unpack it first.")
    file.seek(0)


def refuse_unsafe(entries: list[ZipInfo], size: int) -> None:
    """Raise ``UnsafeZip`` for places outside the zip, links, names given twice, passwords, entries that overlap."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if leaves_folder(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise UnsafeZip(f"The zip names {name[:100]!r}, a place outside itself.")
        if name in seen:
            raise UnsafeZip(f"The zip holds {name[:100]!r} twice.")
        seen.add(name)
        if entry.flag_bits & 1:
            raise UnsafeZip("The zip is protected by a password: pack it without one.")
    _refuse_overlap(entries, size)


def leaves_folder(name: str) -> bool:
    """Whether *name* is more than a path downwards."""
    odd = name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/")
    return odd or re.match(r"[A-Za-z]:", name) is not None


def _refuse_overlap(entries: list[ZipInfo], size: int) -> None:
    """Entries that share bytes let a small zip grow without a high ratio anywhere."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end or entry.header_offset + entry.compress_size > size:
            raise UnsafeZip("The zip's entries overlap or lie outside it.")
        end = entry.header_offset + entry.compress_size
