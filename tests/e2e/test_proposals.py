"""Proposals on the evidence desk: asked for, accepted, corrected, refused and taken back by keyboard, or without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.e2e.conftest import Watch
from tests.evidence.stand_in import BODY, BRIDGE, DEAD, HOLD
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Assertion, Claim
from tocsin.evidence import asking, reading
from tocsin.evidence.models import Judgement, Proposed, Reading


@pytest.fixture
def article(newsroom: str, settings: Any) -> ArticlePage:
    settings.PROPOSER = "tests.evidence.stand_in.propose"
    return make.article("Kherson", body=[make.paragraph(BODY)], live=False)


def opened(page: Page, article: ArticlePage, query: str = "?show=proposals") -> None:
    page.goto(f"/desk/articles/{article.pk}/evidence/{query}")
    expect(page.locator("#evidence-text")).to_be_visible()


def put_in_line(article: ArticlePage) -> None:
    """Have it wait for the worker."""
    Reading.objects.create(article=article)


def proposal(page: Page, words: str) -> Any:
    return page.locator("#proposals .proposal", has_text=words)


def test_proposals_are_asked_for_and_decided_on_by_keyboard(desk: Page, article: ArticlePage, watch: Watch) -> None:
    opened(desk, article)
    desk.get_by_role("button", name="Propose claims").press("Enter")
    expect(desk.locator("#proposals .proposal")).to_have_count(3)
    desk.keyboard.press("n")
    expect(proposal(desk, HOLD)).to_be_focused()
    assert desk.evaluate("[...CSS.highlights.get('proposal')].map(String).join('')") == HOLD
    desk.keyboard.press("y")
    expect(desk.get_by_label("Not sensitive")).to_be_focused()
    desk.keyboard.press("Space")
    desk.keyboard.press("n")
    desk.keyboard.press("y")
    expect(desk.locator("#evidence-said")).to_contain_text("1 claim was recorded.")
    expect(proposal(desk, BRIDGE)).to_be_focused()
    expect(desk.get_by_label("Not sensitive")).to_be_checked()
    desk.keyboard.press("x")
    expect(proposal(desk, DEAD)).to_be_focused()
    expect(desk.locator("#proposals .proposal")).to_have_count(1)
    desk.keyboard.press("z")
    expect(desk.locator("#proposals .proposal")).to_have_count(2)
    desk.keyboard.press("n")
    desk.keyboard.press("n")
    expect(proposal(desk, DEAD)).to_be_focused()
    desk.keyboard.press("p")
    expect(proposal(desk, BRIDGE)).to_be_focused()
    desk.keyboard.press("n")
    desk.keyboard.press("c")
    expect(desk.get_by_role("heading", name="Correct the proposal")).to_be_visible()
    expect(desk.get_by_label("At least")).to_have_value("40")
    desk.get_by_label("At least").fill("42")
    desk.get_by_label("Speaker").fill("The mayor")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#evidence-said")).to_contain_text("The claim was recorded.")
    expect(proposal(desk, BRIDGE)).to_be_focused()
    assert sorted(Claim.objects.values_list("text", flat=True)) == [DEAD, HOLD]
    assert sorted(Assertion.objects.values_list("speaker__name", flat=True)) == ["A guard", "The mayor"]
    assert [(one.verdict, one.changes.get("low")) for one in Judgement.objects.all()] == [
        ("accepted", None),
        ("corrected", ["40", "42"]),
    ]
    assert (watch.foreign, watch.refused, watch.errors) == ([], [], [])


def test_those_above_a_confidence_are_accepted_after_a_question(desk: Page, article: ArticlePage) -> None:
    put_in_line(article)
    reading.read_next("a task")
    opened(desk, article)
    desk.get_by_label("Confidence").select_option("60")
    desk.get_by_role("button", name="Accept from there up").click()
    expect(desk.get_by_role("heading", name="Accept 2 proposals of 60% or more?")).to_be_visible()
    desk.get_by_label("Not sensitive").check()
    desk.get_by_role("button", name="Yes, accept them").click()
    expect(desk.locator("#proposals .proposal")).to_have_count(1)
    assert Claim.objects.count() == 2


def test_the_list_appears_when_the_text_was_read(desk: Page, article: ArticlePage) -> None:
    put_in_line(article)
    opened(desk, article)
    expect(desk.locator(".reading")).to_contain_text("it is the next")
    reading.read_next("a task")
    expect(desk.locator("#proposals .proposal")).to_have_count(3, timeout=10_000)


def test_chosen_words_keep_their_proposal(desk: Page, article: ArticlePage) -> None:
    put_in_line(article)
    reading.read_next("a task")
    opened(desk, article)
    desk.keyboard.press("n")
    desk.keyboard.press("c")
    expect(desk.locator("#chosen-words")).to_have_text(HOLD)
    desk.keyboard.press("Escape")
    desk.keyboard.press("[")
    expect(desk.locator("#chosen-words")).to_have_text("Russian forces hold Kherson")
    expect(desk.get_by_label("Speaker")).to_have_value("A guard")


def test_proposals_work_without_scripts(visit: Any, article: ArticlePage) -> None:
    make.user("olha", role="Editors")
    page: Page = visit(java_script_enabled=False)
    page.goto("/desk/login/")
    page.locator("input[name=username]").fill("olha")
    page.locator("input[name=password]").fill(make.PASSWORD)
    page.locator("button[type=submit]").first.click()
    put_in_line(article)
    opened(page, article)
    reading.read_next("a task")
    page.get_by_role("link", name="Look again").click()
    expect(page.locator("#proposals .proposal")).to_have_count(3)
    proposal(page, BRIDGE).get_by_role("button", name="Refuse").click()
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("#proposals .proposal")).to_have_count(3)
    proposal(page, HOLD).get_by_role("link", name="Correct").click()
    page.get_by_label("Not sensitive").check()
    page.get_by_label("Speaker").fill("The mayor")
    page.get_by_role("button", name="Record the claim").click()
    expect(page.get_by_label("Not sensitive")).to_be_checked()
    proposal(page, DEAD).get_by_role("button", name="Accept").click()
    expect(page.locator("#proposals .proposal")).to_have_count(1)
    assert sorted(Claim.objects.values_list("text", flat=True)) == [DEAD, HOLD]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_proposals_are_accessible(desk: Page, article: ArticlePage, violations: Any, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened(desk, article)
    assert violations(desk) == []
    put_in_line(article)
    opened(desk, article)
    assert violations(desk) == []
    reading.read_next("a task")
    one = Proposed.objects.get(exact=DEAD)
    for query in ("", "&least=60", f"&proposal={one.pk}&start={one.start}&end={one.end}"):
        show = "accept-from" if "least" in query else "proposals"
        opened(desk, article, f"?show={show}{query}")
        assert violations(desk) == []
    asking.ask([make.article("Next", live=False)], by=None)
    desk.goto("/desk/ledger/readings/")
    assert violations(desk) == []
