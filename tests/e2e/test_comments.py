"""The whole life of a comment: by keyboard, without scripts, on a telephone, in light and dark."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.e2e.conftest import Watch
from tocsin.articles.models import ArticlePage
from tocsin.comments import limits, sealing, tickets
from tocsin.comments.models import Comment
from tocsin.comments.statuses import Kind, State

PICTURES = os.environ.get("TOCSIN_PICTURES")
"""A folder in which pictures of the pages are left, to be looked at."""


@pytest.fixture
def article(newsroom: str, settings: Any, tmp_path: Path) -> Iterator[ArticlePage]:
    settings.COMMENT_KEYS = tmp_path
    sealing.make_keys()
    limits.forget()
    tickets.forget()
    make.discussion_settings(hold_all=False, hold_first=False, flood_seconds=0)
    made = make.article("Bridge at Irpin", body=[make.paragraph("The bridge has one arch. It is open again.")])
    make.comment(made, text="Is it open to *lorries*?", name="Petro")
    yield made
    limits.forget()


@pytest.fixture
def page(visit: Any, article: ArticlePage) -> Page:
    opened: Page = visit()
    opened.goto(article.address)
    return opened


def keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def test_a_comment_is_written_read_changed_and_deleted_by_keyboard(page: Page, watch: Watch, violations: Any) -> None:
    link = page.get_by_role("link", name="Leave a comment")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Comment", exact=True)).to_be_focused()
    assert violations(page) == []
    page.keyboard.type("It is open: I *walked* over it.")
    page.keyboard.press("Tab")
    page.keyboard.type("Olha")
    keep(page, "form-wide")
    page.get_by_label("Remember me").check()
    page.get_by_role("button", name="Send").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused(timeout=20_000)
    comment = Comment.objects.get(name="Olha")
    assert (comment.state, comment.reasons, bool(comment.token)) == (State.PUBLISHED, [], True)
    expect(page.locator(f"#comment-{comment.pk} em")).to_have_text("walked")
    keep(page, "sent-wide")
    private = page.locator(".panel__link code").inner_text()
    page.goto(re.sub(r"^https?://[^/]+", "", private))
    page.get_by_label("Comment", exact=True).fill("It is open. I went over it twice.")
    page.get_by_role("button", name="Change it").click()
    expect(page.locator(".notice")).to_have_text("Your comment is changed.")
    assert violations(page) == []
    keep(page, "mine-wide")
    page.get_by_role("link", name="Delete it for ever").click()
    page.get_by_role("button", name="Delete for ever").click()
    expect(page.get_by_role("heading")).to_have_text("It is deleted")
    assert not Comment.objects.filter(name="Olha").exists()
    assert (watch.foreign, watch.refused, watch.errors, page.context.cookies()) == ([], [], [], [])


def test_a_reply_is_written_where_one_reads_and_errors_stand_on_the_form(page: Page) -> None:
    page.get_by_role("link", name="Reply to Petro").click()
    words = page.get_by_label("Comment", exact=True)
    words.fill("Yes.")
    page.get_by_text("Notices by e-mail").click()
    page.get_by_label("E-mail address").fill("olha@nowhere")
    page.get_by_role("button", name="Send").click()
    error = page.locator("#comment-email-error")
    expect(error).to_contain_text("This is no e-mail address", timeout=20_000)
    expect(page.get_by_label("E-mail address")).to_be_focused()
    page.get_by_label("E-mail address").fill("")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=20_000)
    assert Comment.objects.get(text="Yes.").parent == Comment.objects.get(name="Petro")


def test_an_error_is_reported_with_the_words_selected(page: Page) -> None:
    page.evaluate("""() => {
        const words = [...document.querySelectorAll(".text p")].find((one) => one.textContent.includes("one arch")).firstChild;
        const range = document.createRange();
        range.setStart(words, words.data.indexOf("one arch"));
        range.setEnd(words, words.data.indexOf("one arch") + 8);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    page.wait_for_timeout(100)
    page.get_by_role("link", name="Report an error").click()
    expect(page.get_by_label("The words in question")).to_have_value("one arch")
    page.get_by_label("What is wrong, and how you know").fill("It has two arches: I built it.")
    page.get_by_role("button", name="Send to the editors").click()
    expect(page.get_by_text("gone to the editors")).to_be_visible(timeout=20_000)
    kept = Comment.objects.get(kind=Kind.CORRECTION)
    assert (kept.passage, kept.state) == ("one arch", State.HELD)


def test_all_of_it_works_without_scripts(visit: Any, article: ArticlePage, watch: Watch) -> None:
    page = visit(java_script_enabled=False)
    page.goto(article.address)
    page.get_by_role("link", name="Reply to Petro").click()
    page.get_by_label("Comment", exact=True).fill("I have no scripts.")
    page.wait_for_timeout(3100)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".panel__preview .comment__text")).to_have_text("I have no scripts.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("waits for a moderator")).to_be_visible()
    kept = Comment.objects.get(text="I have no scripts.")
    assert [one["code"] for one in kept.reasons] == ["unproven"]
    page.get_by_role("link", name="Your private link").click()
    page.get_by_role("link", name="Delete it for ever").click()
    page.get_by_role("button", name="Delete for ever").click()
    page.goto(article.address)
    page.get_by_role("link", name="Report Petro").click()
    page.get_by_label("It is spam").check()
    page.get_by_role("button", name="Report it").click()
    expect(page.get_by_text("The moderators will look at it.")).to_be_visible()
    assert Comment.objects.get(name="Petro").reports.count() == 1
    assert (watch.foreign, watch.refused, page.context.cookies()) == ([], [], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible_and_fit_a_telephone(
    visit: Any, article: ArticlePage, violations: Any, scheme: str
) -> None:
    first = Comment.objects.get()
    make.comment(article, text="نعم، فُتح الجسر.\n\n> قال\n\n- one\n- two", name="عبد الله", parent=first)
    make.comment(article, text="Long" * 80, name="W" * 70, parent=first)
    page = visit(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    base, found = f"/comments/article-{article.pk}/", []
    addresses = [
        article.address,
        base,
        f"{base}write/",
        f"{base}write/?kind=correction",
        f"{base}write/?reply={first.pk}",
    ]
    addresses += ["/comments/", f"/comments/{first.pk}/thread/", f"/comments/{first.pk}/report/"]
    for at, address in enumerate(addresses if scheme == "light" else addresses[::3]):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        found += violations(page)
        keep(page, f"{at}-{scheme}")
    assert found == []
