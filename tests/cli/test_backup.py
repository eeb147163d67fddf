"""A backup is the site at one moment; a restored one is the same, or nothing."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import tarfile
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Site, tocsin
from tocsin.cli import archive
from tocsin.cli.archive import BadBackup, Manifest, Writer

ADD_PICTURE = """
from tests import make
make.picture("A bridge")
"""


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def small_backup(path: Path, *, compress: bool = False) -> Path:
    """A backup of two files, written by the product."""
    (path.parent / "one").write_bytes(b"one" * 1000)
    (path.parent / "two").write_bytes(b"two" * 1000)
    manifest = Manifest(tocsin="0.1.0", made="2022-03-05T00:00:00+00:00", database="sqlite")
    with path.open("wb") as stream:
        writer = Writer(stream, manifest, compress=compress, progress=lambda _: None)
        writer.add("media/one", path.parent / "one")
        writer.add("database.sqlite3", path.parent / "two", mode=0o600)
        writer.finish()
    return path


def hand_made(path: Path, members: list[tuple[tarfile.TarInfo, bytes]], *, named: bool = True) -> Path:
    """A tar made by someone else, with a manifest that fits."""
    files = {member.name: f"sha256:{hashlib.sha256(content).hexdigest()}" for member, content in members}
    manifest = json.dumps(
        {"format": 1, "tocsin": "0.1.0", "made": "x", "database": "sqlite", "files": files if named else {}}
    ).encode()
    with tarfile.open(path, "w") as tar:
        for member, content in [*members, (tarfile.TarInfo("manifest.json"), manifest)]:
            member.size = len(content) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(content))
    return path


def test_a_site_restored_elsewhere_is_the_same(copy: Site, tmp_path: Path) -> None:
    backup, elsewhere = tmp_path / "bell.tar", tmp_path / "elsewhere"
    copy.python(ADD_PICTURE)
    assert copy.run("backup", str(backup)).returncode == 0
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert "is whole" in tocsin("restore", "--verify", str(backup)).stdout
    with sites.new_database() as url:
        options = ["--database", url] if url else []
        result = tocsin("restore", str(backup), "--into", str(elsewhere), *options)
        assert result.returncode == 0, result.stderr
        with tarfile.open(backup) as tar:
            files = json.loads(tar.extractfile("manifest.json").read())["files"]  # type: ignore[union-attr]
        places = {"database.sqlite3": "data/tocsin.sqlite3"}
        skipped = {"database.pgdump"} | ({"tocsin.env", "secrets/database-url"} if url else set())
        restored = {
            name: f"sha256:{sha256(elsewhere / places.get(name, name))}" for name in files if name not in skipped
        }
        assert restored == {name: value for name, value in files.items() if name not in skipped}
        assert any(name.startswith("media/") for name in restored)
        assert stat.S_IMODE((elsewhere / "secrets" / "secret-key").stat().st_mode) == 0o600
        check = Site(elsewhere).run("check")
        assert check.returncode == 0, check.stdout
        assert (
            Site(elsewhere).python("from tocsin.articles.models import Picture as P; print(P.objects.get().title)")
            == "A bridge"
        )


def test_a_backup_never_takes_the_place_of_another_file(bell: Site, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_text("mine")
    result = bell.run("backup", str(tmp_path / "b.tar"))
    assert result.returncode == 1
    assert "exists already" in result.stderr
    assert (tmp_path / "b.tar").read_text() == "mine"


def test_a_folder_with_something_in_it_is_not_restored_into(tmp_path: Path) -> None:
    backup = small_backup(tmp_path / "b.tar")
    result = tocsin("restore", str(backup), "--into", str(tmp_path))
    assert result.returncode == 1
    assert "is not empty" in result.stderr


@pytest.mark.parametrize("compress", [False, True])
def test_a_whole_backup_is_whole(tmp_path: Path, compress: bool) -> None:
    manifest = archive.verify(small_backup(tmp_path / "b.tar", compress=compress))
    assert sorted(manifest.files) == ["database.sqlite3", "media/one"]
    archive.unpack(tmp_path / "b.tar", tmp_path / "out")
    assert (tmp_path / "out" / "media" / "one").read_bytes() == b"one" * 1000


@pytest.mark.parametrize("compress", [False, True])
def test_a_backup_cut_short_anywhere_is_refused(tmp_path: Path, compress: bool) -> None:
    whole = small_backup(tmp_path / "b.tar", compress=compress).read_bytes()
    with tarfile.open(tmp_path / "b.tar") as tar:
        members = tar.getmembers()
    needed = len(whole) * 6 // 10 if compress else members[-1].offset_data + members[-1].size
    for length in {*range(0, needed, max(1, needed // 40)), needed - 1}:
        (tmp_path / "b.tar").write_bytes(whole[:length])
        with pytest.raises(BadBackup):
            archive.verify(tmp_path / "b.tar")


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    backup = small_backup(tmp_path / "b.tar")
    backup.write_bytes(backup.read_bytes().replace(b"twotwo", b"twoTwo", 1))
    with pytest.raises(BadBackup, match=r"'database.sqlite3' in b.tar is not what was backed up"):
        archive.verify(backup)


@pytest.mark.parametrize(
    "name",
    ["../media/x", "media/../../x", "/etc/passwd", "media/./x", "media//x", "media\\..\\x", "other.txt", "media/"],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    backup = hand_made(tmp_path / "b.tar", [(tarfile.TarInfo(name), b"bad")])
    with pytest.raises(BadBackup, match="which no backup of Tocsin does"):
        archive.unpack(backup, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE])
def test_anything_but_a_file_is_refused(tmp_path: Path, kind: bytes) -> None:
    member = tarfile.TarInfo("media/x")
    member.type, member.linkname = kind, "/etc/passwd"
    with pytest.raises(BadBackup):
        archive.unpack(hand_made(tmp_path / "b.tar", [(member, b"")]), tmp_path / "out")


def test_a_hand_made_backup_that_fits_is_accepted(tmp_path: Path) -> None:
    backup = hand_made(tmp_path / "b.tar", [(tarfile.TarInfo("media/x"), b"good")])
    assert list(archive.verify(backup).files) == ["media/x"]


def test_a_file_twice_or_unnamed_is_refused(tmp_path: Path) -> None:
    member = tarfile.TarInfo("media/x")
    with pytest.raises(BadBackup, match="twice"):
        archive.verify(hand_made(tmp_path / "b.tar", [(member, b"1"), (member, b"1")]))
    with pytest.raises(BadBackup, match="does not name"):
        archive.verify(hand_made(tmp_path / "b.tar", [(member, b"1")], named=False))


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 10240, b"\x1f\x8b" + b"\0" * 50])
def test_a_file_of_another_kind_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.tar").write_bytes(content)
    result = tocsin("restore", str(tmp_path / "b.tar"), "--into", str(tmp_path / "site"))
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "site").exists()
