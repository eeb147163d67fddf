"""A site of its own for each long test, with articles to save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Site


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that the others are copies of: making one takes half a minute."""
    with sites.made(tmp_path_factory.mktemp("first") / "site") as made:
        yield made


@pytest.fixture
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Site]:
    with ExitStack() as until_the_end:
        if sites.POSTGRES:  # a database there is not copied by copying a folder
            made = until_the_end.enter_context(sites.made(tmp_path / "site"))
        else:
            made = request.getfixturevalue("first").copy(tmp_path / "site")
        settings = made.folder / "tocsin.env"
        settings.write_text(settings.read_text() + "TOCSIN_SECOND_FACTOR=no\n")
        yield made
