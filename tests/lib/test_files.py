"""A file is there whole, or it is not there."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from tocsin.lib import files
from tocsin.lib.storage import DurableStorage


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    with files.whole(tmp_path / "a", mode=files.PRIVATE) as stream:
        stream.write(b"text")
        assert not (tmp_path / "a").exists()
    assert (tmp_path / "a").read_bytes() == b"text"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == files.PRIVATE


def test_what_was_interrupted_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")

    def interrupted() -> None:
        with files.whole(tmp_path / "a") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old"}


class FullDisk(ContentFile):
    """An upload after whose first piece the disk is full."""

    def chunks(self, chunk_size: int | None = None) -> Any:
        yield b"a piece"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_an_upload_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    storage = DurableStorage(location=tmp_path)
    with pytest.raises(OSError, match="No space left"):
        storage.save("pictures/a.jpg", FullDisk(b"", name="a.jpg"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_upload_that_fits_is_kept(tmp_path: Path) -> None:
    storage = DurableStorage(location=tmp_path)
    names = [storage.save("pictures/a.jpg", ContentFile(b"text")) for _ in range(2)]
    assert len(set(names)) == 2
    assert [(tmp_path / name).read_bytes() for name in names] == [b"text", b"text"]
