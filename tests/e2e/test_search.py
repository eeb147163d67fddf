"""Searching as a reader does: by keyboard, with a screen reader, without scripts, on a telephone, in light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests import make
from tests.e2e.conftest import Watch
from tocsin.search import keeping


@pytest.fixture
def texts(newsroom: str, settings: Any, tmp_path: Path) -> None:
    """An index of a few texts in two languages, and one nobody may find."""
    settings.SEARCH_INDEX = tmp_path / "search"
    filler = " ".join(f"Sentence {at} about something else." for at in range(300))
    make.article("Bridge at Irpin", body=[make.paragraph(filler), make.paragraph("Divers mended the sluice.")])
    make.article("Bridge of Kharkiv", standfirst="It stands.", tags=["bridges"])
    make.article("الجسر مفتوح", language="ar", body=[make.paragraph("فُتح الجسر bridge اليوم.")])
    make.assertion(make.claim("The bridge was blown up.", public=True))
    for at in range(12):
        make.article(f"Convoy {at}", body=[make.paragraph("A convoy of lorries.")])
    make.article("Bridge nobody may see", live=False)
    keeping.build()


@pytest.fixture
def page(visit: Any, texts: None) -> Page:
    opened: Page = visit()
    return opened


def test_the_box_answers_while_typing_and_is_worked_by_keyboard_alone(page: Page, watch: Watch) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Search")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "find":
            break
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("brid", delay=20)
    options = page.get_by_role("option")
    expect(options).to_have_count(6)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-controls", "find-list")
    expect(page.get_by_role("status")).to_have_text("5 results")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "find-0")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(box).to_have_attribute("aria-activedescendant", "find-5")
    page.keyboard.press("Home")
    expect(box).to_have_attribute("aria-activedescendant", "find-0")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None, "back in the box"
    page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", "find-5")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("brid")
    page.keyboard.press("ArrowDown")
    title = options.nth(0).locator("span").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/"))
    assert title in page.get_by_role("main").inner_text()
    assert (watch.foreign, watch.refused, watch.errors) == ([], [], [])
    assert page.context.cookies() == []


def test_enter_without_a_choice_shows_all_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Search").fill("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=bridge")
    expect(page.locator(".hit")).to_have_count(5)  # the tag *bridges* too
    expect(page.locator(".hit .status")).to_have_text("Reported")


def test_the_results_of_the_page_follow_the_words_and_are_announced(page: Page, watch: Watch) -> None:
    page.goto("/search/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("convo", delay=20)
    expect(page.get_by_role("status")).to_have_text("12 results")
    expect(page.locator(".hit")).to_have_count(10)
    assert page.url.endswith("?q=convo&suggest=1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=convo")
    page.get_by_role("searchbox").fill("bridge")
    expect(page.get_by_role("status")).to_have_text("5 results")
    page.get_by_text("Narrow the search").click()
    with page.expect_response("**/search/?**part=1") as answer:
        page.get_by_label("Claims").check()
    assert b"<header" not in answer.value.body(), "what changes, not the whole page"
    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.locator("#chosen")).to_have_text("Claims")
    expect(page.locator("#count-article")).to_have_text("3")
    page.get_by_label("Claims").uncheck()
    page.get_by_label("Exact matches only").check()
    page.get_by_label("Where exact matches stand").select_option("start")
    page.get_by_label("Search in content").uncheck()
    expect(page.get_by_role("status")).to_have_text("3 results")
    assert "exact=start&in=title" in page.url
    assert (watch.foreign, watch.refused, watch.errors) == ([], [], [])


def test_an_answer_that_comes_late_is_dropped(page: Page) -> None:
    held: list[Route] = []
    page.route("**/search.json?q=br&**", lambda route: held.append(route))  # noqa: PLW0108 - it sets marks on it
    page.goto("/")
    box = page.get_by_role("combobox", name="Search")
    box.fill("br")
    page.wait_for_timeout(400)
    assert held, "the first question was asked"
    box.fill("convoy")
    expect(page.get_by_role("status")).to_have_text("12 results")
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.get_by_role("status")).to_have_text("12 results")


def test_a_hit_opens_where_its_words_are(page: Page) -> None:
    page.goto("/search/?q=sluice")
    page.locator(".hit__title a").click()
    page.wait_for_url("**/20*/**")
    expect(page.get_by_text("Divers mended the sluice.")).to_be_in_viewport()
    assert page.evaluate("scrollY") > 500


def test_everything_is_found_without_scripts(visit: Any, texts: None) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox", name="Search").fill("convoy")
    page.get_by_role("button", name="Search").click()
    assert "12 results" in page.locator("#summary").inner_text()
    page.get_by_role("link", name="Next").click()
    assert page.locator(".hit").count() == 2
    page.get_by_text("Narrow the search").click()
    page.get_by_label("Exact matches only").check()
    page.get_by_label("Where exact matches stand").select_option("end")
    page.get_by_label("Search in content").uncheck()
    page.get_by_label("Articles").check()
    page.get_by_role("searchbox").fill("voy 11")
    page.get_by_role("button", name="Search").click()
    assert page.locator(".hit__title").all_inner_texts() == ["Convoy 11"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_is_accessible(visit: Any, texts: None, violations: Any, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    found = []
    addresses = ("", "?q=bridge&type=article&after=x", "?q=bridge+convoy", "?q=zeppelin&in=title", "?q=x&in=")
    for address in addresses:
        page.goto(f"/search/{address}")
        found += violations(page)
    page.goto("/")
    page.get_by_role("combobox", name="Search").fill("bridge")
    expect(page.get_by_role("option")).to_have_count(6)
    page.keyboard.press("ArrowDown")
    found += violations(page)
    assert found == []


def test_it_fits_a_telephone_and_runs_from_right_to_left(visit: Any, texts: None) -> None:
    page = visit(viewport={"width": 360, "height": 700})
    for address in ("/search/", "/search/?q=bridge&type=article"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    expect(page.locator("#chosen")).to_have_text("Articles")
    assert page.locator(".hit").first.bounding_box()["y"] < 700, "results before choices"
    expect(page.get_by_label("Claims")).to_be_hidden()
    hit = page.get_by_role("link", name="الجسر مفتوح")
    assert hit.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.goto("/")
    page.evaluate("document.documentElement.dir = document.querySelector('header').dir = 'rtl'")
    page.get_by_role("combobox", name="Search").fill("bridge")
    expect(page.get_by_role("option")).to_have_count(6)
    box = page.get_by_role("listbox").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
