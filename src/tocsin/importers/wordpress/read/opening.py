"""A file to the streams of bytes in it: the file itself, what a gzip holds, or the XML files of a zip.

Nothing is unpacked to disk. An archive that would grow beyond reason is refused while it is read, whatever its header
says.
"""

from __future__ import annotations

import gzip
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, TypeVar

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import limits
from tocsin.importers.wordpress.read.repairs import Repairs
from tocsin.lib import zips

T = TypeVar("T")
CHUNK = 1 << 18
_GZIP = b"\x1f\x8b"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHER_ARCHIVES = {b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"7z\xbc\xaf": "7z", b"Rar!": "RAR", b"\x28\xb5\x2f\xfd": "zstd"}
_INSTEAD = "Give the .xml itself, or a zip with nothing else in it."


@dataclass(frozen=True)
class Part:
    """One XML document: its name inside a zip (else empty) and its bytes, piece by piece."""

    name: str
    chunks: Iterator[bytes]


def parts(path: Path, repairs: Repairs) -> Iterator[Part]:
    """Give every XML document in the file at *path*, in the order of their names. Raises ``ExportRefused``."""
    return _told(_parts(path, repairs), path.name)


def _parts(path: Path, repairs: Repairs) -> Iterator[Part]:
    if not stat.S_ISREG(path.stat().st_mode):
        raise ExportRefused(f"{path.name} is no file.")
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(0)
        budget = _Budget(path.name)
        if not head:
            raise ExportRefused(f"{path.name} is empty.")
        if head.startswith(_ZIPS):
            yield from _zip_parts(path, file, budget, repairs)
        elif head.startswith(_GZIP):
            yield Part("", budget.spend(_gunzipped(file, repairs), file.tell))
        else:
            _refuse_archive(head)
            yield Part("", budget.spend(_read(file), file.tell))


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while data := file.read(CHUNK):
        yield data


def _refuse_archive(head: bytes) -> None:
    for mark, name in _OTHER_ARCHIVES.items():
        if head.startswith(mark):
            raise ExportRefused(f"The file is packed with {name}. Unpack it, or pack it as .gz or .zip.")


class _Budget:
    """What a file may grow to, over all its parts together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.total = 0

    def spend(self, chunks: Iterator[bytes], packed: Callable[[], int]) -> Iterator[bytes]:
        """Pass *chunks* on until they outgrow the bytes that *packed* says they came from so far."""
        mine = 0
        for number, chunk in enumerate(_told(chunks, self.name)):
            if not number and chunk.startswith((_GZIP, *_ZIPS)):
                raise ExportRefused("The archive holds another archive. Unpack it once and import what is inside.")
            mine += len(chunk)
            self.total += len(chunk)
            if self.total > limits.MAX_BYTES:
                raise ExportRefused(f"The export is larger than {limits.MAX_BYTES >> 30} GB. Export it in parts.")
            if mine > limits.RATIO_FROM and mine > limits.MAX_RATIO * packed():
                raise ExportRefused(
                    f"The archive grows to more than {limits.MAX_RATIO} times its size; no export does."
                )
            yield chunk


def _told(chunks: Iterator[T], name: str) -> Iterator[T]:
    """Turn what can go wrong in reading into a refusal."""
    try:
        yield from chunks
    except zips.UnsafeZip as error:
        raise ExportRefused(f"{error} {_INSTEAD}") from None
    except OSError as error:
        raise ExportRefused(f"{name} cannot be read: {error.strerror or error}.") from None
    except zips.BROKEN as error:
        raise ExportRefused(f"The archive {name} is damaged: {error}. Pack it again.") from None


def _gunzipped(file: IO[bytes], repairs: Repairs) -> Iterator[bytes]:
    """Unpack member after member; a file that breaks off gives what there is."""
    with gzip.GzipFile(fileobj=file) as unpacked:
        while True:
            try:
                data = unpacked.read1(CHUNK)
            except EOFError:
                repairs.add(0, "The compressed file breaks off; what it holds until there was read.")
                return
            if not data:
                return
            yield data


def _zip_parts(path: Path, file: IO[bytes], budget: _Budget, repairs: Repairs) -> Iterator[Part]:
    size = path.stat().st_size
    zips.refuse_long_directory(file, path)
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        zips.refuse_unsafe(entries, size)
        chosen = sorted(filter(_is_export, entries), key=lambda entry: _natural(entry.filename))
        if not chosen:
            raise ExportRefused(f"{path.name} holds no .xml file.")
        if len(chosen) > limits.MAX_PARTS:
            raise ExportRefused(f"{path.name} holds {len(chosen)} .xml files; {limits.MAX_PARTS} can be read.")
        for entry in chosen:
            repairs.file = entry.filename if len(chosen) > 1 else ""
            with archive.open(entry) as member:
                yield Part(repairs.file, budget.spend(_read(member), partial(getattr, entry, "compress_size")))


def _is_export(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.rsplit("/", 1)[-1]
    return name.lower().endswith(".xml") and not name.startswith(".") and not entry.filename.startswith("__MACOSX/")


def _natural(name: str) -> list[tuple[int, str]]:
    """Sort ``part-10`` after ``part-9``."""
    return [
        (int(piece), "") if piece.isascii() and piece.isdigit() else (-1, piece)
        for piece in re.split(r"([0-9]{1,18})", name)
    ]
