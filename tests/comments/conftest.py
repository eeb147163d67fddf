"""What every test of comments stands on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.comments import sealing
from tocsin.config.settings import SQLITE_OPTIONS


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> Path:
    """A pair of keys of the test's own."""
    settings.COMMENT_KEYS = tmp_path / "keys"
    sealing.make_keys()
    return tmp_path / "keys"


@pytest.fixture
def article(home: HomePage) -> ArticlePage:
    return make.article()


@pytest.fixture
def moderator(home: HomePage) -> User:
    return make.user(role="Editors")


@pytest.fixture
def free(home: HomePage) -> None:
    """Settings that hold nothing."""
    make.discussion_settings(hold_all=False, hold_first=False, flood_seconds=0)


@pytest.fixture
def files(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Path]:
    """A site on a database file of its own, opened as a real site opens its own; the folder it is in.

    For tests that are not marked with ``django_db``: there is no transaction around them.
    """
    if connection.vendor != "sqlite":
        pytest.skip("the bytes of SQLite's files")
    folder = tmp_path / "data"
    folder.mkdir()
    with django_db_blocker.unblock():
        at_first = connections["default"]
        at_first.ensure_connection()
        with closing(sqlite3.connect(folder / "tocsin.sqlite3")) as copy:
            at_first.connection.backup(copy)
        there = {**at_first.settings_dict, "NAME": str(folder / "tocsin.sqlite3"), "OPTIONS": SQLITE_OPTIONS}
        connections["default"] = type(at_first)(there, "default")
        try:
            make.site()
            yield folder
        finally:
            connections["default"].close()
            connections["default"] = at_first


def bytes_in(folder: Path) -> bytes:
    """All that stands in the files below *folder*: the database, its log, its journal."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
