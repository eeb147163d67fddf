"""A zip is looked at by what ``zipfile`` goes by, whatever else it says of itself."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tocsin.lib import zips


def zipped(method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name in "abc":
            archive.writestr(name, name)
    return stream.getvalue()


def long_end(count: int, length: int) -> bytes:
    """The record of a large zip, and the one that says where it is."""
    record = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, 0)
    return record + struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)


def refusal(data: bytes, folder: Path) -> str:
    path = folder / "some.zip"
    path.write_bytes(data)
    with path.open("rb") as file:
        try:
            zips.refuse_long_directory(file, path)
        except zips.UnsafeZip as error:
            return str(error)
        assert file.tell() == 0
    return ""


def test_a_short_list_of_contents_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(zipped(), tmp_path) == ""
    assert refusal(zipped()[:-2] + b"\4\0PK\5\6", tmp_path) == ""
    assert refusal(b"", tmp_path) == ""
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    large = zipped()
    assert large[-42:-38] == b"PK\6\7"
    told = large[:-14] + b"\xff" * 12 + b"\0\0"
    assert zipfile.ZipFile(io.BytesIO(told)).namelist() == ["a", "b", "c"]
    assert (refusal(large, tmp_path), refusal(told, tmp_path)) == ("", "")


@pytest.mark.parametrize("odd", [(70_000, 1), (1, 2**30)])
def test_a_long_one_is_refused_though_another_record_says_less(odd: tuple[int, int], tmp_path: Path) -> None:
    plain = zipped()
    assert "65,000 files" in refusal(plain[:-22] + long_end(*odd) + plain[-22:], tmp_path)
    assert "built oddly" in refusal(plain[:-22] + b"?" * 56 + long_end(*odd)[56:] + plain[-22:], tmp_path)


def test_a_long_one_is_refused_though_its_record_holds_the_beginning_of_another(tmp_path: Path) -> None:
    record = struct.pack("<4sHHHHI4sH", b"PK\5\6", 0, 0, 65_535, 65_535, 2**30, b"PK\5\6", 0)
    assert "65,000 files" in refusal(zipped()[:-22] + record, tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_in_an_unusual_way_is_refused(method: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(method))) as archive, pytest.raises(zips.UnsafeZip, match="plain zip"):
        zips.refuse_unsafe(archive.infolist(), 10_000)
