"""What a reader does, with and without scripts, on a telephone and by keyboard; what is promised to them holds."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e import newsroom as rooms
from tests.e2e.conftest import Watch


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("() => document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    page.wait_for_load_state("networkidle")


def test_twenty_public_pages_ask_nobody_else_and_break_no_rule(visit: Any, watch: Watch) -> None:
    addresses = rooms.fill()
    assert len(addresses) >= 20
    page = visit()
    form = addresses.pop("door of a private article")  # it needs a cookie against forgery
    for address in addresses.values():
        opened(page, address)
    assert page.context.cookies() == []
    opened(page, form)
    assert watch.foreign == []
    assert watch.refused == []
    assert watch.errors == []


def test_the_watch_sees_a_foreign_request_and_a_breach(visit: Any, watch: Watch) -> None:
    rooms.fill()
    page = visit()
    page.goto("/")
    page.evaluate("() => { const one = new Image(); one.src = 'http://127.0.0.2:9/x.png'; document.body.append(one); }")
    page.wait_for_timeout(300)
    assert watch.foreign or watch.refused
    assert watch.refused


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_template_is_accessible(visit: Any, violations: Any, scheme: str) -> None:
    found = []
    page = visit(color_scheme=scheme)
    for what, address in rooms.fill().items():
        opened(page, address)
        found += [f"{what}: {line}" for line in violations(page)]
    assert found == []


def test_axe_does_find_violations(visit: Any, violations: Any) -> None:
    page = visit()
    page.set_content("<html><body><img src='x.png'><input></body></html>")
    assert len(violations(page)) >= 3


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_window(visit: Any, width: int) -> None:
    page = visit(viewport={"width": width, "height": 700})
    for what, address in rooms.fill().items():
        opened(page, address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, what


def test_everything_is_read_without_scripts(visit: Any) -> None:
    addresses = rooms.fill()
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Bridge at Irpin").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bridge at Irpin"
    page.locator("sup a", has_text="[2]").click()
    assert page.url.endswith("#ref-2")
    assert "Link lost" in page.locator("#ref-2").inner_text()
    page.locator("#ref-2").get_by_role("link", name="Back to marker").click()
    assert page.url.endswith("#mark-2-1")
    page.get_by_text("Transcript").click()
    assert page.get_by_text("A bell is struck.").is_visible()
    page.get_by_role("link", name="This article has been corrected").click()
    assert "two arches" in page.locator("section.corrections").inner_text()
    page.goto(addresses["front, page 2"])
    page.get_by_role("link", name="Newer").click()
    assert page.url.endswith("/")


def test_a_reader_goes_round_by_keyboard_alone(visit: Any) -> None:
    addresses = rooms.fill()
    page = visit()
    page.goto(addresses["article"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "mark-1-1":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.url.endswith("#ref-1")


def test_an_arabic_page_runs_from_right_to_left(visit: Any) -> None:
    addresses = rooms.fill()
    page = visit()
    page.goto(addresses["article in Arabic"])
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).direction") == "ltr"


def test_an_editors_note_is_nowhere(visit: Any) -> None:
    page = visit()
    for address in rooms.fill().values():
        page.goto(address)
        assert "Kanarienvogel" not in page.content()


def test_a_private_article_opens_with_its_password(visit: Any) -> None:
    page = visit()
    page.goto(rooms.fill()["door of a private article"])
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Open").click()
    assert page.get_by_role("heading", level=1).inner_text() != "Private"
    page.get_by_label("Password").fill("x")
    page.get_by_role("button", name="Open").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Private"
