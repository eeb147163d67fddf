"""Fixtures that every test may ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from django.test import Client

from tests import make
from tests.settings import SITE_FOLDER
from tocsin.accounts.models import User
from tocsin.articles.models import HomePage


@pytest.fixture(autouse=True, scope="session")
def _remove_site_folder() -> Iterator[None]:
    yield
    shutil.rmtree(SITE_FOLDER, ignore_errors=True)


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
