"""Backups taken while editors save and pictures come and go: each restores elsewhere to the same, and is sound."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tarfile
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests import sites
from tests.sites import TOCSIN, Server, Site, clean_environment, tocsin
from tests.soak.desk import Editor, lost, make_articles, stop, wait_for_saves

BACKUPS = int(os.environ.get("TOCSIN_BACKUPS", "5"))
COMING_AND_GOING = """
import time
from tests import make
end = time.monotonic() + {seconds}
while time.monotonic() < end:
    picture = make.picture("Here and gone")
    time.sleep(0.02)
    name = picture.file.name
    picture.delete()
    picture.file.storage.delete(name)
    make.picture("Here to stay")
"""
TITLES = """
import json
from wagtail.models import Revision
print(json.dumps(sorted(revision.content["title"] for revision in Revision.objects.all())))
"""


def pictures_coming_and_going(site: Site, seconds: float) -> subprocess.Popen[bytes]:
    code = COMING_AND_GOING.format(seconds=seconds)
    arguments = ["--site", str(site.folder), "manage", "shell", "--no-imports", "-c", code]
    return subprocess.Popen([*TOCSIN, *arguments], env=clean_environment())


def hashes(backup: Path) -> dict[str, str]:
    with tarfile.open(backup) as tar:
        manifest = tar.extractfile("manifest.json")
        assert manifest
        files: dict[str, str] = json.loads(manifest.read())["files"]
        return files


def restored_hashes(folder: Path, names: dict[str, str]) -> dict[str, str]:
    places = {"database.sqlite3": "data/tocsin.sqlite3"}
    return {
        name: f"sha256:{hashlib.sha256((folder / places.get(name, name)).read_bytes()).hexdigest()}" for name in names
    }


def restore(backup: Path, folder: Path, url: str) -> Site:
    result = tocsin("restore", str(backup), "--into", str(folder), *(["--database", url] if url else []))
    assert result.returncode == 0, result.stderr
    return Site(folder, url)


@pytest.mark.soak
def test_backups_under_load_restore_elsewhere_to_the_same(site: Site, tmp_path: Path) -> None:
    session, articles = site.sign_in(), make_articles(site, 2)
    acknowledged: list[list[str]] = []
    with site.served() as server:
        editors = [Editor(server, session, article) for article in articles]
        for editor in editors:
            editor.start()
        load = pictures_coming_and_going(site, seconds=3.0 * BACKUPS)
        for number in range(BACKUPS):
            wait_for_saves(editors, 3)
            acknowledged.append([title for editor in editors for title in list(editor.acknowledged)])
            result = site.run("backup", str(tmp_path / f"{number}.tar"))
            assert result.returncode == 0, result.stderr
        load.terminate()
        load.wait()
        stop(editors)
        server.stop()
    assert lost(site, editors) == []
    for number, before in enumerate(acknowledged):
        _same_and_sound(tmp_path / f"{number}.tar", tmp_path / f"restored-{number}", before)


def _same_and_sound(backup: Path, folder: Path, saved_before: list[str]) -> None:
    with sites.new_database() as url:
        restored = restore(backup, folder, url)
        changed_on_purpose = {"database.pgdump", "tocsin.env", "secrets/database-url"} if url else set()
        expected = {name: value for name, value in hashes(backup).items() if name not in changed_on_purpose}
        assert restored_hashes(folder, expected) == expected
        check = restored.run("check")
        assert check.returncode == 0, check.stdout
        kept: list[Any] = json.loads(restored.python(TITLES).splitlines()[-1])
        assert [title for title in saved_before if title not in kept] == []


@pytest.mark.soak
def test_a_restored_site_serves_at_once(site: Site, tmp_path: Path) -> None:
    make_articles(site, 1)
    assert site.run("backup", str(tmp_path / "b.tar.gz")).returncode == 0
    with sites.new_database() as url:
        restored = restore(tmp_path / "b.tar.gz", tmp_path / "elsewhere", url)
        began = time.monotonic()
        with restored.served() as server:
            assert server.browser().get("/").status == 200
            _stops_in_time(server)
        assert time.monotonic() - began < 60


def _stops_in_time(server: Server) -> None:
    """Under load too: readers who keep their connections open do not hold it up."""
    stopping = threading.Event()

    def read() -> None:
        browser = server.browser()
        while not stopping.is_set():
            try:
                browser.get("/")
            except OSError:
                return

    readers = [threading.Thread(target=read, daemon=True) for _ in range(4)]
    for reader in readers:
        reader.start()
    time.sleep(0.5)
    took = server.stop()
    stopping.set()
    assert took < 5
