"""What is looked at in a zip before anything in it is read."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO
from zipfile import ZipInfo

from tocsin.lib.errors import TocsinError

MAX_ENTRIES = 65_534
MAX_DIRECTORY = 16 * 2**20
"""Bytes of the list of contents."""
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, UnicodeDecodeError)
"""What reading a zip raises that is damaged, or built oddly."""

_END, _LONG_END, _TO_LONG_END = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_SIZE, _LONG_END_SIZE, _TO_LONG_END_SIZE = 22, 56, 20
_LONGEST_COMMENT = 2**16
_LISTED_TOO_LONG = "The zip lists more than 65,000 files: unpack it first."


class UnsafeZip(TocsinError):
    """A zip is built to do harm, or is not whole."""


def refuse_long_directory(file: IO[bytes], path: Path) -> None:
    """Raise ``UnsafeZip`` where the list of contents is too long, by what it says of itself; nothing else is read."""
    room = _LONGEST_COMMENT + _END_SIZE
    file.seek(max(0, path.stat().st_size - room - _TO_LONG_END_SIZE - _LONG_END_SIZE))
    tail = file.read()
    file.seek(0)
    at = _end_of_directory(tail, max(0, len(tail) - room))
    if at is None:
        return
    count, length = struct.unpack_from("<HI", tail, at + 10)
    before = at - _TO_LONG_END_SIZE
    if before >= 0 and tail.startswith(_TO_LONG_END, before):
        before -= _LONG_END_SIZE
        if before < 0 or not tail.startswith(_LONG_END, before):
            raise UnsafeZip("The zip's list of contents is built oddly: pack it again.")
        count, length = struct.unpack_from("<QQ", tail, before + 32)
    if count > MAX_ENTRIES or length > MAX_DIRECTORY:
        raise UnsafeZip(_LISTED_TOO_LONG)


def _end_of_directory(tail: bytes, first: int) -> int | None:
    """Where in *tail* the record stands that ``zipfile`` goes by: the very end, else the last one from *first* on."""
    at = len(tail) - _END_SIZE
    if at >= 0 and tail.startswith(_END, at) and tail.endswith(b"\0\0"):
        return at
    at = tail.rfind(_END, first)
    return at if 0 <= at <= len(tail) - _END_SIZE else None


def refuse_unsafe(entries: list[ZipInfo], size: int) -> None:
    """Raise ``UnsafeZip`` for places outside the zip, links, names given twice, passwords, entries that overlap.

    So it does for more entries than are taken, and for any that are packed in another way than deflated or not at all.
    """
    if len(entries) > MAX_ENTRIES:
        raise UnsafeZip(_LISTED_TOO_LONG)
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
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise UnsafeZip("The zip is packed in an unusual way: unpack it, and pack it as a plain zip (deflate).")
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
