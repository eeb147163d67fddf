"""A site of its own for each long test, with articles to save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with sites.made(tmp_path / "site") as made:
        settings = made.folder / "tocsin.env"
        settings.write_text(settings.read_text() + "TOCSIN_SECOND_FACTOR=no\n")
        yield made
