"""Where an export is written to: a folder, or a zip."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Protocol

from tocsin.exporting.errors import NotExported
from tocsin.exporting.manifest import NAME, File, Manifest
from tocsin.lib import files

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that two exports of the same newsroom are the same."""


class _Target(Protocol):
    def open(self, name: str) -> AbstractContextManager[IO[bytes]]: ...


class _Counted:
    """A stream whose length and hash are known at its end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.digest, self.length = stream, hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        self.digest.update(data)
        self.length += len(data)
        self.stream.write(data)


class Pack:
    """An export while it is written: one file after the other, the manifest at the end."""

    def __init__(self, target: _Target, manifest: Manifest) -> None:
        self.target, self.manifest = target, manifest

    @contextmanager
    def file(self, name: str) -> Iterator[_Counted]:
        """Open the file *name*, and remember its hash."""
        with self.target.open(name) as stream:
            counted = _Counted(stream)
            yield counted
        self.manifest.files[name] = File(counted.length, f"sha256:{counted.digest.hexdigest()}")

    def finish(self) -> None:
        with self.target.open(NAME) as stream:
            stream.write(self.manifest.text().encode())


@contextmanager
def packed(target: Path, manifest: Manifest) -> Iterator[Pack]:
    """Write an export that is at *target* when the block ends well, and nowhere when it does not.

    Only its owner can read it. Raises ``NotExported``, for an empty folder too: it may be one that nothing can take
    the place of, as where a disk is mounted.
    """
    if os.path.lexists(target):
        raise NotExported(f"{target} exists already: name a new folder, or a new file that ends in .zip.")
    if not target.parent.is_dir():
        raise NotExported(f"There is no folder {target.parent}.")
    with (_zipped if target.suffix == ".zip" else _in_folder)(target) as place:
        pack = Pack(place, manifest)
        yield pack
        pack.finish()


class _Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        path = self.path / name
        path.parent.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.PRIVATE), "wb") as stream:
            yield stream


@contextmanager
def _in_folder(target: Path) -> Iterator[_Folder]:
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield _Folder(aside)
        files.flush_tree(aside)
        aside.rename(target)
        files.flush_folder(target.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.external_attr = files.PRIVATE << 16
        entry.compress_type = zipfile.ZIP_STORED if name.startswith("media/") else zipfile.ZIP_DEFLATED
        with self.archive.open(entry, "w", force_zip64=True) as stream:
            yield stream


@contextmanager
def _zipped(target: Path) -> Iterator[_Zip]:
    with files.whole(target, mode=files.PRIVATE) as stream, zipfile.ZipFile(stream, "w") as archive:
        yield _Zip(archive)
