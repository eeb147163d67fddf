"""The moderation desk in a browser: by keys alone, and without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.e2e.conftest import Watch
from tocsin.articles.models import ArticlePage
from tocsin.comments import services
from tocsin.comments.models import Comment
from tocsin.comments.statuses import Complaint, Kind, State

SPAM = "Cheap watches and pills at our online casino, visit {} today and win a bonus, dear friend!"
READERS = [
    "The bridge is open, I crossed it this morning with my children.",
    "Дякую за репортаж, у нашому селі так само три дні не було води.",
    "الجسر مفتوح والناس يعبرونه منذ الصباح.",
]


@pytest.fixture
def article(newsroom: str) -> ArticlePage:
    make.discussion_settings(flood_seconds=0)
    return make.article("Bridge at Irpin")


def held(article: ArticlePage, text: str, **fields: Any) -> Comment:
    return make.comment(article, text, state=State.HELD, **fields)


def states(comments: list[Comment]) -> list[str]:
    for one in comments:
        one.refresh_from_db()
    return [one.state for one in comments]


def said(page: Page) -> Any:
    return page.locator("#desk-said")


def test_the_queue_is_cleared_by_keys_alone(desk: Page, article: ArticlePage, watch: Watch) -> None:
    spam = [held(article, SPAM.format(f"https://{name}.example")) for name in "abc"]
    readers = [held(article, text, name="Olena") for text in READERS]
    desk.goto("/desk/comments/")
    groups = desk.locator(".held")
    expect(groups).to_have_count(4)
    expect(groups.nth(0)).to_be_focused()
    desk.keyboard.press("e")
    expect(groups.nth(0).locator("details li").first).to_be_visible()
    desk.keyboard.press("s")
    expect(said(desk)).to_contain_text("3 comments marked as spam.")
    expect(groups).to_have_count(3)
    expect(groups.nth(0)).to_be_focused()
    desk.keyboard.press("j")
    desk.keyboard.press("r")
    expect(groups).to_have_count(2)
    expect(groups.nth(1)).to_be_focused()
    desk.keyboard.press("u")
    expect(groups).to_have_count(3)
    desk.keyboard.press("Shift+X")
    expect(said(desk)).to_contain_text("Chosen: 3")
    desk.keyboard.press("p")
    expect(desk.get_by_text("Nothing waits. Thank you.")).to_be_visible()
    assert (states(spam), states(readers)) == ([State.SPAM] * 3, [State.PUBLISHED] * 3)
    desk.keyboard.press("?")
    expect(desk.get_by_text("choose all on this page, or none")).to_be_visible()
    assert (watch.foreign, watch.refused, watch.errors) == ([], [], [])


def test_keys_pressed_in_haste_decide_in_order_on_what_they_were_meant_for(desk: Page, article: ArticlePage) -> None:
    readers = [held(article, text) for text in READERS]
    desk.goto("/desk/comments/")
    expect(desk.locator(".held")).to_have_count(3)
    for key in ("p", "r", "p"):
        desk.keyboard.press(key)
    expect(desk.get_by_text("Nothing waits. Thank you.")).to_be_visible()
    assert states(readers) == [State.PUBLISHED, State.REFUSED, State.PUBLISHED]


def test_every_screen_of_the_desk_is_accessible(
    desk: Page, article: ArticlePage, violations: Any, watch: Watch
) -> None:
    parent = make.comment(article, "Was it you?", name="Petro", writer_key="k" * 43)
    first = held(article, READERS[0], parent=parent, writer_key="k" * 43)
    held(article, SPAM.format("https://a.example"))
    held(article, SPAM.format("https://b.example"))
    make.submitted(article, "It has three arches.", kind=Kind.CORRECTION, passage="two arches")
    services.report(parent, complaint=Complaint.FALSE, reason="It is not so.")
    by = make.user(role="Editors")
    services.note(first, "Ask Petro.", by=by)
    services.ban(first.token, by=by, reason="Threats")
    found = []
    for address in (
        "",
        "?state=spam",
        f"{first.pk}/",
        "errors/",
        "bans/",
        "decisions/",
        "settings/",
        "switch/slow/",
        f"under/article/{article.pk}/",
    ):
        desk.goto(f"/desk/comments/{address}")
        for details in desk.locator(".moderation details").all():
            details.evaluate("one => { one.open = true }")
        found += violations(desk)
        wide = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, address
    assert (found, watch.foreign, watch.refused, watch.errors) == ([], [], [], [])


def test_without_scripts_the_same_is_done_by_buttons(visit: Any, article: ArticlePage) -> None:
    make.user("olha", role="Editors")
    one, two = held(article, READERS[0]), held(article, READERS[1])
    page: Page = visit(java_script_enabled=False)
    page.goto("/desk/comments/")
    page.get_by_label("Username").fill("olha")
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.locator(f"#held-{one.pk}").get_by_role("button", name="Refuse").click()
    assert states([one, two]) == [State.REFUSED, State.HELD]
    page.locator(f"#held-{two.pk}").get_by_role("checkbox").check()
    page.get_by_role("button", name="Publish chosen").click()
    page.get_by_role("button", name="Undo the last").click()
    assert states([one, two]) == [State.REFUSED, State.HELD]
