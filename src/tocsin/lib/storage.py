"""Uploaded files that survive a power cut, and leave nothing half written when the disk is full."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

from tocsin.lib.files import flush_folder


class DurableStorage(FileSystemStorage):
    """Django's storage on disk; a file is flushed to the disk before its row is written."""

    def _save(self, name: str, content: Any) -> str:
        try:
            saved = super()._save(name, content)  # type: ignore[misc]  # the stubs leave it out
        except OSError:
            Path(self.path(name)).unlink(missing_ok=True)
            raise
        path = Path(self.path(saved))
        with path.open("rb") as stream:
            os.fsync(stream.fileno())
        flush_folder(path.parent)
        return saved
