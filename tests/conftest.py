"""Fixtures that every test may ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from tests import make
from tests.settings import SITE_FOLDER
from tocsin.accounts.models import User
from tocsin.articles import surroundings
from tocsin.articles.models import HomePage


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only the tests that ask a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database-only"):
        asks = {item: _asks_a_database(item) for item in items}
        config.hook.pytest_deselected(items=[item for item in items if not asks[item]])
        items[:] = [item for item in items if asks[item]]


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "live_server"}
    return item.get_closest_marker("django_db") is not None or bool(fixtures & set(getattr(item, "fixturenames", ())))


@pytest.fixture(autouse=True, scope="session")
def _remove_site_folder() -> Iterator[None]:
    yield
    shutil.rmtree(SITE_FOLDER, ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_kept_of_the_test_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what stands around a page for as long as a test takes, however slow the machine: queries are counted."""
    monkeypatch.setattr(surroundings, "FRESH", 3600.0)
    surroundings.forget()


@pytest.fixture(autouse=True)
def _no_language_left() -> None:
    """Begin in the newsroom's language: a browser leaves the one it asked for."""
    translation.deactivate()


@pytest.fixture
def home(db: None) -> HomePage:
    """The front page of a newsroom that has nothing else yet."""
    return make.site()


@pytest.fixture
def editor(home: HomePage) -> User:
    return make.user("editor", superuser=True)


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A browser in which the editor has signed in."""
    client.force_login(editor)
    return client
