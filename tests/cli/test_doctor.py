"""The doctor: a healthy site has no problem; each thing that can be wrong is found, with its cure."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db.migrations.recorder import MigrationRecorder

from tests import make
from tests.sites import Site
from tocsin.cli import findings
from tocsin.lib import clock, sqlite
from tocsin.search import keeping
from tocsin.search.models import Change
from tocsin.search.services import record_changes


def problems(question: Callable[[], Any]) -> list[str]:
    return [finding.problem for finding in question()]


def test_a_new_site_has_no_problem(bell: Site) -> None:
    answer = json.loads(bell.run("doctor", "--json").stdout)
    wrong = [finding for found in answer["checks"].values() for finding in found if not finding["warning"]]
    assert wrong == []
    assert answer["healthy"] is True


def test_a_problem_has_a_cure_and_makes_the_exit_code_1(copy: Site) -> None:
    (copy.folder / "secrets" / "secret-key").chmod(0o644)
    result = copy.run("doctor")
    assert result.returncode == 1
    assert f"cure: chmod go= '{copy.folder / 'secrets' / 'secret-key'}'" in result.stdout


def test_a_database_that_does_not_answer_is_found(bell: Site) -> None:
    result = bell.run("doctor", DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert result.returncode == 1
    assert "The database does not answer" in result.stdout


def test_a_missing_or_short_key_is_found(settings: Any) -> None:
    assert problems(findings.secret_key) == []
    settings.SECRET_KEY = "short"
    assert problems(findings.secret_key) == ["The secret key is short"]
    settings.SECRET_KEY = ""
    assert problems(findings.secret_key) == ["There is no secret key"]


def test_debug_pages_for_strangers_are_found(settings: Any) -> None:
    settings.ALLOWED_HOSTS, settings.DEBUG = ["127.0.0.1", "localhost"], True
    assert problems(findings.debugging) == []
    settings.ALLOWED_HOSTS = ["news.example"]
    assert "would show secrets" in problems(findings.debugging)[0]


def test_a_broken_sqlite_is_found(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings.connection, "vendor", "sqlite")
    assert problems(findings.sqlite_version) == []
    monkeypatch.setattr(sqlite, "version", lambda: (3, 40, 1))
    assert problems(findings.sqlite_version) == ["SQLite 3.40.1 can corrupt a database in WAL mode (fixed in 3.51.3)"]


def test_a_database_of_another_version_is_found(db: None) -> None:
    assert problems(findings.migrations) + problems(findings.unknown_migrations) == []
    recorder = MigrationRecorder(findings.connection)
    recorder.record_applied("articles", "9999_from_the_future")
    assert problems(findings.unknown_migrations) == ["The database is of a later version than this program"]
    last = recorder.migration_qs.filter(app="wagtailredirects").order_by("name").last()
    assert last
    recorder.record_unapplied("wagtailredirects", last.name)
    assert problems(findings.migrations) == ["The database is of an older version (1 steps behind)"]


def test_a_clock_that_disagrees_with_the_records_is_found(settings: Any, db: None, tmp_path: Path) -> None:
    settings.SITE = tmp_path
    beat = findings.heartbeat_file()
    beat.parent.mkdir()
    beat.touch()
    assert problems(findings.the_clock) == []
    os.utime(beat, (time.time() + 86400,) * 2)
    assert "the worker's last sign is dated later" in problems(findings.the_clock)[0]


def test_a_worker_that_is_silent_is_found(settings: Any, tmp_path: Path) -> None:
    settings.SITE = tmp_path
    assert "has never run" in problems(findings.worker)[0]
    beat = findings.heartbeat_file()
    beat.parent.mkdir()
    beat.touch()
    assert problems(findings.worker) == []
    os.utime(beat, (time.time() - 86400,) * 2)
    assert "has not been seen" in problems(findings.worker)[0]


def test_an_index_that_is_missing_behind_or_of_another_version_is_found(
    settings: Any, home: Any, tmp_path: Path
) -> None:
    settings.SEARCH_INDEX = tmp_path / "search"
    assert "is not there" in problems(findings.search_index)[0]
    folder = keeping.build()
    assert problems(findings.search_index) == []
    make.section("New")
    assert problems(findings.search_index) == [], "the worker has not had time"
    Change.objects.update(recorded_at=clock.now() - timedelta(minutes=1))
    assert "is older than" in problems(findings.search_index)[0]
    keeping.build()
    record_changes(["tag:1"])
    Change.objects.filter(key="tag:1").update(recorded_at=clock.now() - timedelta(minutes=1))
    assert problems(findings.search_index) == ["The search index lacks the newest changes (1 of them)"]
    (settings.SEARCH_INDEX / "current").write_text("v0-" + folder.name)
    with keeping._locked("build"):
        assert "is of another version and is being built" in problems(findings.search_index)[0]


def test_a_disk_nearly_full_is_found(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SITE = settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(findings, "LEAST_FREE", 0.0)
    assert problems(findings.disk_space) == []
    monkeypatch.setattr(findings, "LEAST_FREE", 1.1)
    assert "is nearly full" in problems(findings.disk_space)[0]


def test_a_network_file_system_is_found(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings.connection, "vendor", "sqlite")
    assert problems(findings.file_system) == []
    monkeypatch.setattr(findings, "file_system_of", lambda _path: "nfs4")
    assert "network file system (nfs4)" in problems(findings.file_system)[0]


def test_the_kernel_is_asked_for_the_file_system() -> None:
    assert findings.file_system_of(Path("/proc/self")) == "proc"
    assert findings.file_system_of(Path("/")) not in {"", "proc"}


def test_an_address_without_tls_is_found(settings: Any) -> None:
    for address, found in {"http://127.0.0.1:8000": 0, "https://news.example": 0, "http://news.example": 1}.items():
        settings.BASE_URL = address
        assert len(problems(findings.secure_address)) == found


def test_new_data_are_sound(bell: Site) -> None:
    assert bell.run("check").stdout.count("ok ") == 4


def test_a_missing_file_and_a_file_left_over_are_found(copy: Site) -> None:
    copy.python("from tests import make; make.picture('A bridge')")
    picture = next(path for path in (copy.folder / "media").rglob("*.jpg"))
    picture.rename(copy.folder / "media" / "stray.jpg")
    os.utime(copy.folder / "media" / "stray.jpg", (0, 0))
    result = copy.run("check", "--tidy")
    assert result.returncode == 1
    assert f"The file {picture.relative_to(copy.folder)} is missing" in result.stdout
    assert "deleted  stray.jpg" in result.stdout
    assert not (copy.folder / "media" / "stray.jpg").exists()
