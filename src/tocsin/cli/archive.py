"""A backup file: a tar of files with a manifest of their hashes. Neither Django nor a site is needed to read one."""

from __future__ import annotations

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from tocsin.lib.errors import TocsinError

MANIFEST = "manifest.json"
FORMAT = 1
_LARGEST_MANIFEST = 512 * 2**20
_PIECE = 1 << 20

Progress = Callable[[int], None]


class BadBackup(TocsinError):
    """A file is no whole and unchanged backup."""


@dataclass
class Manifest:
    """What a backup holds: the hash of every file by its path, and what wrote it."""

    tocsin: str
    made: str
    database: str
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


class Writer:
    """Adds files to a backup and remembers their hashes; ``finish`` puts the manifest at the end."""

    def __init__(self, stream: IO[bytes], manifest: Manifest, *, compress: bool, progress: Progress) -> None:
        self.manifest, self.progress = manifest, progress
        self.tar = tarfile.open(fileobj=stream, mode="w:gz" if compress else "w", format=tarfile.PAX_FORMAT)  # noqa: SIM115

    def add(self, name: str, path: Path, *, mode: int = 0o644) -> None:
        """Add the file at *path* as *name*. Raises ``FileNotFoundError`` before anything is written."""
        with path.open("rb") as source:
            state = path.stat()
            self._add(name, _Counted(source, self.progress), size=state.st_size, mode=mode, time=int(state.st_mtime))

    def _add(self, name: str, source: _Counted, *, size: int, mode: int, time: int) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = size, mode, time
        self.tar.addfile(member, source)  # type: ignore[arg-type]
        self.manifest.files[name] = source.hash()

    def finish(self) -> None:
        """Write the manifest and the end of the tar."""
        content = json.dumps(asdict(self.manifest), indent=1, sort_keys=True).encode()
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(content), 0o600
        self.tar.addfile(member, io.BytesIO(content))
        self.tar.close()


class _Counted:
    """A stream that hashes what is read from it."""

    def __init__(self, stream: IO[bytes], progress: Progress) -> None:
        self.stream, self.progress, self.digest = stream, progress, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.stream.read(size)
        self.digest.update(piece)
        self.progress(len(piece))
        return piece

    def hash(self) -> str:
        return f"sha256:{self.digest.hexdigest()}"


def verify(path: Path, *, progress: Progress = lambda _: None) -> Manifest:
    """Read the whole backup at *path* and return its manifest. Raises ``BadBackup`` for the first thing amiss."""
    return _walk(path, lambda _name, _mode: None, progress)


def unpack(path: Path, folder: Path, *, progress: Progress = lambda _: None) -> Manifest:
    """Write the files of a backup below *folder*, which the caller throws away if this raises ``BadBackup``."""

    def place(name: str, mode: int) -> Path:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch(mode=mode)
        return target

    return _walk(path, place, progress)


def _walk(path: Path, place: Callable[[str, int], Path | None], progress: Progress) -> Manifest:
    """Go through the members once; each goes where *place* says, and its hash must be the manifest's."""
    seen: dict[str, str] = {}
    manifest: Manifest | None = None
    with _opened(path) as tar:
        for member in tar:
            if manifest is not None:
                raise BadBackup(f"{path.name} goes on after its manifest: something was added to it.")
            _refuse_unsafe(path, member, seen)
            source = tar.extractfile(member)
            if source is None:
                raise BadBackup(f"{path.name} holds {member.name!r}, which is no file.")
            if member.name == MANIFEST:
                manifest = _read_manifest(path, source, member.size)
            else:
                seen[member.name] = _copy(source, place(member.name, member.mode & 0o644), progress)
    if manifest is None:
        raise BadBackup(f"{path.name} is not whole: it has no manifest. Take another backup.")
    _compare(path, manifest, seen)
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(path, "r:*") as tar:
            yield tar
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise BadBackup(_not_whole(path, error)) from error
    except OSError as error:
        if error.errno is None:  # the gzip module's own complaints
            raise BadBackup(_not_whole(path, error)) from error
        raise


def _not_whole(path: Path, error: Exception) -> str:
    return f"{path.name} is no whole backup ({str(error).partition(':')[0]}). Take another one."


def _refuse_unsafe(path: Path, member: tarfile.TarInfo, seen: dict[str, str]) -> None:
    parts = PurePosixPath(member.name).parts
    inside = parts and not member.name.startswith("/") and ".." not in parts and "\\" not in member.name
    known = re.fullmatch(r"manifest\.json|tocsin\.env|database\.(sqlite3|pgdump)|(media|secrets)/.+", member.name)
    if not inside or not known or "\0" in member.name or str(PurePosixPath(*parts)) != member.name:
        raise BadBackup(f"{path.name} holds {member.name!r}, which no backup of Tocsin does.")
    if not member.isreg() or member.name in seen:
        raise BadBackup(f"{path.name} holds {member.name!r} twice or as a link: it was changed.")


def _read_manifest(path: Path, source: IO[bytes], size: int) -> Manifest:
    if size > _LARGEST_MANIFEST:
        raise BadBackup(f"The manifest of {path.name} is too large to be one.")
    try:
        manifest = Manifest(**json.loads(source.read()))
    except (ValueError, TypeError) as error:
        raise BadBackup(f"The manifest of {path.name} cannot be read.") from error
    if manifest.format != FORMAT:
        raise BadBackup(f"{path.name} is of format {manifest.format}: restore it with the version that wrote it.")
    return manifest


def _copy(source: IO[bytes], target: Path | None, progress: Progress) -> str:
    counted = _Counted(source, progress)
    if target is None:
        while counted.read(_PIECE):
            pass
    else:
        with target.open("wb") as stream:
            while piece := counted.read(_PIECE):
                stream.write(piece)
    return counted.hash()


def _compare(path: Path, manifest: Manifest, seen: dict[str, str]) -> None:
    for name, expected in manifest.files.items():
        if name not in seen:
            raise BadBackup(f"{path.name} lacks {name!r}: it is not whole.")
        if seen[name] != expected:
            raise BadBackup(f"{name!r} in {path.name} is not what was backed up: it was damaged or changed.")
    if extra := seen.keys() - manifest.files.keys():
        raise BadBackup(f"{path.name} holds {min(extra)!r}, which its manifest does not name: it was changed.")
