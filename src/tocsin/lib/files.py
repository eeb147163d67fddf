"""Files that are whole or absent: written aside, flushed to the disk, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700


@contextmanager
def whole(path: Path, *, mode: int = 0o644) -> Iterator[BinaryIO]:
    """Open a file that appears at *path* when the block ends well, and not at all when it does not."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode), "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
        flush_folder(path.parent)
    finally:
        aside.unlink(missing_ok=True)


def write(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Put *text* at *path*, whole or not at all."""
    with whole(path, mode=mode) as stream:
        stream.write(text.encode())


def flush_folder(folder: Path) -> None:
    """Make what was renamed in *folder* survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_tree(folder: Path) -> None:
    """Flush every file and folder below *folder* to the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            continue
        if path.is_dir():
            flush_folder(path)
        elif path.is_file():
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
    flush_folder(folder)


def is_empty(folder: Path) -> bool:
    """Tell whether nothing stands at *folder*, or only an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
