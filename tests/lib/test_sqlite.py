"""SQLite as the settings ask for it: a repaired version, every pragma at every connection, no lost updates."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.utils import ConnectionHandler

from tocsin.cli.findings import PRAGMAS
from tocsin.config.settings import SQLITE_OPTIONS
from tocsin.lib import sqlite


def handler(path: Path, **options: object) -> ConnectionHandler:
    return ConnectionHandler(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": {**SQLITE_OPTIONS, **options}}}
    )


@pytest.fixture(autouse=True)
def _own_databases(django_db_blocker: Any) -> Iterator[None]:
    """These tests make databases of their own, and touch no other."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[ConnectionHandler]:
    made = handler(tmp_path / "test.sqlite3", timeout=20)
    yield made
    made.close_all()


def pragmas(connection: DatabaseWrapper) -> dict[str, object]:
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def test_the_library_in_use_is_repaired() -> None:
    assert sqlite3.sqlite_version_info >= sqlite.FIXED_IN
    assert sqlite.is_fixed()
    assert sqlite3.sqlite_version_info == sqlite.version()


def test_every_pragma_holds_at_every_connection(connections: ConnectionHandler) -> None:
    connection = connections["default"]
    first = pragmas(connection)
    connection.close()
    seen = {}
    thread = threading.Thread(target=lambda: seen.update(pragmas(connections["default"])))
    thread.start()
    thread.join()
    assert [first, pragmas(connection), seen] == [PRAGMAS] * 3


def test_without_the_settings_the_pragmas_would_differ(tmp_path: Path) -> None:
    plain = handler(tmp_path / "plain.sqlite3", init_command="")
    different = {name for name, value in pragmas(plain["default"]).items() if value != PRAGMAS[name]}
    assert different >= {"journal_mode", "secure_delete", "trusted_schema", "journal_size_limit"}
    plain.close_all()


def test_a_transaction_takes_the_write_lock_at_its_beginning(tmp_path: Path) -> None:
    one, other = handler(tmp_path / "a.sqlite3"), handler(tmp_path / "a.sqlite3", timeout=0.1)
    with one["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE t (n)")
    one["default"].ensure_connection()
    other["default"].ensure_connection()
    with one["default"].cursor() as cursor:
        one["default"]._start_transaction_under_autocommit()
        cursor.execute("SELECT count(*) FROM t")
        with pytest.raises(OperationalError, match="locked"):
            other["default"]._start_transaction_under_autocommit()
        cursor.execute("ROLLBACK")
    other["default"]._start_transaction_under_autocommit()
    with other["default"].cursor() as cursor:
        cursor.execute("ROLLBACK")
    one.close_all()
    other.close_all()


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    first = handler(tmp_path / "b.sqlite3")
    with first["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE t (n)")
        cursor.execute("INSERT INTO t VALUES (0)")
    failures: list[Exception] = []

    def count() -> None:
        mine = handler(tmp_path / "b.sqlite3")
        connection = mine["default"]
        connection.ensure_connection()
        try:
            for _ in range(25):
                with connection.cursor() as cursor:
                    connection._start_transaction_under_autocommit()
                    value = cursor.execute("SELECT n FROM t").fetchone()[0]
                    cursor.execute("UPDATE t SET n = %s", [value + 1])
                    cursor.execute("COMMIT")
        except OperationalError as error:
            failures.append(error)
        finally:
            mine.close_all()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with first["default"].cursor() as cursor:
        assert (failures, cursor.execute("SELECT n FROM t").fetchone()[0]) == ([], 100)
    first.close_all()
