"""Hashes that name their algorithm: ``sha256:<hex>``."""

import hashlib
from pathlib import Path
from typing import BinaryIO


def sha256(data: bytes) -> str:
    """Return ``sha256:<hex>`` of *data*."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def sha256_stream(stream: BinaryIO) -> str:
    """Return ``sha256:<hex>`` of what *stream* yields from here to its end."""
    return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"  # type: ignore[arg-type]  # what open() gives has it


def sha256_file(path: Path) -> str:
    """Return ``sha256:<hex>`` of the file at *path*."""
    with path.open("rb") as stream:
        return sha256_stream(stream)
