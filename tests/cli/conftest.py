"""A site made once for all tests of commands, and a copy of it for each test that changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Site


@pytest.fixture(scope="session")
def bell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A new site; a test that changes it takes ``copy``."""
    with sites.made(tmp_path_factory.mktemp("sites") / "bell", "--name", "The Bell") as site:
        yield site


@pytest.fixture
def copy(bell: Site, tmp_path: Path) -> Iterator[Site]:
    """A site of this test's own. On PostgreSQL it is made by restoring a backup."""
    if not sites.POSTGRES:
        yield bell.copy(tmp_path / "copy")
        return
    backup = tmp_path / "bell.tar"
    assert bell.run("backup", str(backup)).returncode == 0
    with sites.new_database() as url:
        result = sites.tocsin("restore", str(backup), "--into", str(tmp_path / "copy"), "--database", url)
        assert result.returncode == 0, result.stderr
        backup.unlink()
        yield Site(tmp_path / "copy", url)
