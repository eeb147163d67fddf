"""A running newsroom and Debian's Chromium. Every page that a test opens is watched for foreign requests and CSP reports."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests import make
from tocsin.articles.models import HomePage

CHROMIUM = os.environ.get("TOCSIN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
]

# A synchronous browser runs its own event loop in this thread; Django's guard against that is meant for servers.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = os.path.dirname(__file__)  # noqa: PTH120
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.e2e)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here; .ci/run installs Debian's"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@dataclass
class Watch:
    """What a browser was seen to do that a reader was promised it would not."""

    host: str
    foreign: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in {self.host, ""}:
            self.foreign.append(request.url)

    def on_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)
        elif message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file for SQLite: in memory the threads of a server share one connection, and a desk asks twice at once."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "e2e.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _database_before_server(django_db_setup: None) -> None:
    """The server shares the connection of a database it finds in memory; so the file must be there first."""


@pytest.fixture
def newsroom(live_server: Any, transactional_db: None) -> Iterator[str]:
    """The address of a newsroom in which nothing has been written yet."""
    settings.ALLOWED_HOSTS = ["*"]
    make.site()
    yield live_server.url
    HomePage.objects.all().delete()


@pytest.fixture
def watch(newsroom: str) -> Watch:
    return Watch(urlsplit(newsroom).netloc)


@pytest.fixture
def visit(browser: Browser, newsroom: str, watch: Watch) -> Iterator[Any]:
    """``visit(**options)`` opens a watched browser window of one's own; the options are Playwright's for a context."""
    opened: list[BrowserContext] = []

    def window(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": newsroom, "viewport": {"width": 1280, "height": 900}, **options})
        opened.append(context)
        context.on("request", watch.on_request)
        context.on("console", watch.on_console)
        return context.new_page()

    yield window
    for context in opened:
        context.close()


@pytest.fixture
def violations() -> Any:
    """``violations(page)`` runs axe (WCAG 2.2 A and AA) and returns one line for each violation."""
    axe = Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

    def run(page: Page) -> list[str]:
        found = axe.run(page, options=rules).response["violations"]
        return [f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]

    return run


@pytest.fixture
def desk(visit: Any) -> Page:
    """The desk, with an editor signed in through the form."""
    make.user("olha", role="Editors")
    page: Page = visit(viewport={"width": 1280, "height": 1000})
    page.goto("/desk/")
    page.get_by_label("Username").fill("olha")
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/")
    return page
