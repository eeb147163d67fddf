"""Opening an export: nothing of it is believed before every file is there, of its length and with its hash."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Protocol

from tocsin.exporting import manifest as manifests
from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.manifest import NAME, Manifest
from tocsin.lib import zips

PIECE = 1 << 18
MAX_MANIFEST = 32 * 2**20
MAX_LINE = 64 * 2**20
MAX_RATIO = 200
"""By which a zip may grow; what people write grows by three to ten."""
RATIO_FROM = 32 * 2**20


class Packed(Protocol):
    """Where the files of an export lie."""

    def sizes(self) -> dict[str, int]:
        """The length of every file."""

    def open(self, name: str) -> IO[bytes]:
        """Open the file *name*, which is one of them."""


class _Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def sizes(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for folder, folders, names in os.walk(self.path):
            for name in (*folders, *names):
                path = Path(folder, name)
                state = path.lstat()
                if not (stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)):
                    raise NotReadBack(f"{path} is a link or something odd, which no export holds.")
                if stat.S_ISREG(state.st_mode):
                    found[path.relative_to(self.path).as_posix()] = state.st_size
        return found

    def open(self, name: str) -> IO[bytes]:
        return (self.path / name).open("rb")


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    def sizes(self) -> dict[str, int]:
        return {one.filename: one.file_size for one in self.archive.infolist() if not one.is_dir()}

    def open(self, name: str) -> IO[bytes]:
        return self.archive.open(name)


class Export:
    """A whole and unchanged export."""

    def __init__(self, packed: Packed, manifest: Manifest) -> None:
        self.packed, self.manifest = packed, manifest

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Every line of the file *name* with its number. Raises ``NotReadBack`` where one is too long."""
        with _refusing(name), self.packed.open(name) as stream:
            number = 0
            while text := stream.readline(MAX_LINE + 1):
                number += 1
                if len(text) > MAX_LINE:
                    raise NotReadBack(f"{name}, line {number}: it is longer than {MAX_LINE >> 20} MB.")
                yield number, text

    def pieces(self, name: str) -> Iterator[bytes]:
        with _refusing(name), self.packed.open(name) as stream:
            while piece := stream.read(PIECE):
                yield piece


@contextmanager
def _refusing(what: Path | str) -> Iterator[None]:
    """Turn what can go wrong in reading *what* into a refusal."""
    try:
        yield
    except OSError as error:
        raise NotReadBack(f"{what} cannot be read: {error.strerror or error}.") from None
    except zips.BROKEN as error:
        raise NotReadBack(
            f"{what} is no whole export ({error}): name a folder or zip that tocsin export wrote."
        ) from None


@contextmanager
def opened(path: Path, progress: Callable[[str, int, int], None]) -> Iterator[Export]:
    """Open the export at *path*, a folder or a zip, once all of it is verified. Raises ``NotReadBack``."""
    with ExitStack() as stack:
        with _refusing(path):
            export = _verified(_packed(path, stack), progress)
        yield export


def _packed(path: Path, stack: ExitStack) -> Packed:
    if path.is_dir():
        return _Folder(path)
    if not path.is_file():
        raise NotReadBack(f"{path} is no folder and no zip.")
    file = stack.enter_context(path.open("rb"))
    zips.refuse_long_directory(file, path)
    archive = stack.enter_context(zipfile.ZipFile(file))
    zips.refuse_unsafe(archive.infolist(), path.stat().st_size)
    _refuse_bomb(archive, path.stat().st_size)
    return _Zip(archive)


def _refuse_bomb(archive: zipfile.ZipFile, size: int) -> None:
    grown = sum(one.file_size for one in archive.infolist())
    if grown > RATIO_FROM and grown > MAX_RATIO * size:
        raise NotReadBack(f"The zip grows to more than {MAX_RATIO} times its size; no export does.")


def _verified(packed: Packed, progress: Callable[[str, int, int], None]) -> Export:
    sizes = packed.sizes()
    if NAME not in sizes:
        raise NotReadBack(f"There is no {NAME}: this is no whole export of Tocsin.")
    if sizes[NAME] > MAX_MANIFEST:
        raise NotReadBack(f"{NAME} is longer than {MAX_MANIFEST >> 20} MB, which no export's is.")
    with packed.open(NAME) as stream:
        export = Export(packed, manifests.read(stream.read(MAX_MANIFEST)))
    files = export.manifest.files
    if missing := files.keys() - sizes.keys():
        raise NotReadBack(f"{min(missing)} is missing: the export is not whole.")
    if extra := sizes.keys() - files.keys() - {NAME}:
        raise NotReadBack(f"{min(extra)[:200]!r} is not named in {NAME}: take it out, or get an unchanged export.")
    done, total = 0, sum(one.bytes for one in files.values())
    for name, one in files.items():
        if sizes[name] != one.bytes or _hash(export, name, one.bytes) != one.sha256:
            raise NotReadBack(f"{name} is not what was exported: it was damaged or changed.")
        done += one.bytes
        progress("verifying (kB)", done >> 10, total >> 10)
    return export


def _hash(export: Export, name: str, length: int) -> str:
    digest, read = hashlib.sha256(), 0
    for piece in export.pieces(name):
        read += len(piece)
        if read > length:
            break
        digest.update(piece)
    return f"sha256:{digest.hexdigest()}"
