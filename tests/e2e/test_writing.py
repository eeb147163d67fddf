"""What an editor does at the desk: write, cite, preview, publish, correct, schedule."""

from __future__ import annotations

import re
import time
from typing import Any

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests import make
from tests.e2e.conftest import Watch
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import publishing


def begin(page: Page, title: str) -> None:
    page.goto(reverse("wagtailadmin_pages:add", args=["articles", "articlepage", make.site().pk]))
    page.get_by_placeholder("Page title*").fill(title)
    page.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name="Text", exact=True).click()


def text_box(page: Page) -> Any:
    return page.locator(".public-DraftEditor-content").first


def cite(page: Page, source: str) -> None:
    """Set a marker behind what was typed last, by keyboard."""
    page.keyboard.type(" /Ref")
    expect(page.get_by_role("option", name="Reference")).to_be_visible()
    page.keyboard.press("Enter")
    modal = page.locator(".modal-body")
    modal.locator("tr", has_text=source).get_by_role("checkbox").check()
    page.get_by_role("button", name="Cite", exact=True).click()
    expect(page.locator("body.modal-open")).to_have_count(0)
    expect(text_box(page)).to_be_focused()


def menu_action(page: Page, name: str) -> None:
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name=name, exact=True).click()


def published(title: str) -> ArticlePage:
    found: ArticlePage = ArticlePage.objects.get(title=title)
    assert found.live
    return found


def test_an_editor_writes_cites_previews_publishes_and_corrects(desk: Page, watch: Watch) -> None:
    make.source("Situation report 9", publication="Agency")
    make.source("Telegram post", address="")
    begin(desk, "Bridge open")
    text_box(desk).click()
    desk.keyboard.type("The bridge is open again.")
    cite(desk, "Situation report 9")
    desk.keyboard.type(" The council says so.")
    cite(desk, "Telegram post")
    expect(text_box(desk)).to_have_text("The bridge is open again. [ref] The council says so. [ref]")
    desk.wait_for_timeout(500)  # the editor hands its text to the form a quarter of a second after the last key
    desk.get_by_role("button", name="Save draft").click()
    desk.wait_for_url(re.compile(r"/desk/pages/\d+/edit/"))

    desk.get_by_role("button", name="Toggle preview").click()
    preview = desk.frame_locator("#w-preview-iframe")
    expect(preview.locator("sup.mark").first).to_have_text("[1]", timeout=15_000)
    expect(preview.get_by_text("Situation report 9")).to_be_visible()
    desk.get_by_role("button", name="Toggle preview").click()

    menu_action(desk, "Publish")
    desk.wait_for_url(re.compile(r"/desk/pages/\d+/$"))
    expect(desk.locator(".messages")).to_contain_text("Published with lost references")
    expect(desk.locator(".messages")).to_contain_text("[2] Telegram post")
    article = published("Bridge open")
    desk.goto(article.url)
    assert desk.locator("sup.mark").all_inner_texts() == ["[1]", "[2]"]
    assert "Link lost" in desk.locator("#ref-2").inner_text()

    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    desk.get_by_role("tab", name="Corrections").click()
    desk.get_by_role("button", name="Add Correction").click()
    desk.get_by_label("What was wrong, and what is right").last.fill("It is open to foot traffic alone.")
    menu_action(desk, "Publish")
    desk.wait_for_load_state("networkidle")
    for address in (article.url, "/corrections/", "/corrections/rss.xml"):
        assert "foot traffic alone" in desk.request.get(address).text()
    assert watch.foreign == []


def test_a_schedule_set_at_the_desk_is_kept(desk: Page) -> None:
    begin(desk, "For tomorrow")
    text_box(desk).click()
    desk.keyboard.type("What the council decided.")
    desk.get_by_role("button", name="Save draft").click()
    desk.wait_for_url(re.compile(r"/desk/pages/\d+/edit/"))
    article = ArticlePage.objects.get(title="For tomorrow")
    publishing.schedule(article, publishing_time(seconds=2))
    assert not ArticlePage.objects.get(pk=article.pk).live
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    desk.get_by_role("button", name="Toggle status").click()
    expect(desk.get_by_text(re.compile("go.?live", re.IGNORECASE)).first).to_be_visible()
    time.sleep(2.2)
    publishing.run_due()
    assert published("For tomorrow")


def publishing_time(*, seconds: int) -> Any:
    from datetime import timedelta

    from tocsin.lib import clock

    return clock.now() + timedelta(seconds=seconds)


def test_twenty_screens_of_the_desk_ask_nobody_else(desk: Page, watch: Watch) -> None:
    picture = make.picture()
    article = make.article(body=[make.paragraph(f"A fact.{make.marker(make.source())}")], lead_picture=picture)
    article.save_revision()
    names: list[tuple[str, list[object]]] = [
        ("wagtailadmin_home", []),
        ("wagtailadmin_explore", [make.site().pk]),
        ("wagtailadmin_pages:add", ["articles", "articlepage", make.site().pk]),
        ("wagtailadmin_pages:add", ["articles", "plainpage", make.site().pk]),
        ("wagtailadmin_pages:edit", [article.pk]),
        ("wagtailadmin_pages:history", [article.pk]),
        ("wagtailadmin_pages:revisions_compare", [article.pk, "earliest", "latest"]),
        ("wagtailadmin_pages:copy", [article.pk]),
        ("wagtailadmin_pages:delete", [article.pk]),
        ("wagtailadmin_pages:unpublish", [article.pk]),
        ("take_down", [article.pk]),
        ("lost_references", []),
        ("wagtailsnippets_sources_source:list", []),
        ("wagtailsnippets_sources_source:add", []),
        ("wagtailsnippets_articles_contributor:list", []),
        ("wagtailsnippets_articles_section:add", []),
        ("wagtailimages:index", []),
        ("wagtailimages:add_multiple", []),
        ("wagtailimages:edit", [picture.pk]),
        ("wagtaildocs:index", []),
        ("wagtailredirects:index", []),
        ("wagtailadmin_account", []),
        ("wagtailadmin_pages:search", []),
    ]
    for name, arguments in names:
        response = desk.goto(reverse(name, args=arguments))
        assert response is not None
        assert response.status == 200, name
        desk.wait_for_load_state("networkidle")
    assert len(names) >= 20
    assert watch.foreign == []
    assert watch.errors == []


def test_the_second_factor_is_set_up_in_the_browser(visit: Any, violations: Any) -> None:
    from django_otp.oath import totp

    from tocsin.accounts import services
    from tocsin.accounts.models import User

    settings.SECOND_FACTOR = True
    try:
        make.user("ivan", role="Editors")
        page = visit()
        page.goto("/desk/")
        page.get_by_label("Username").fill("ivan")
        page.get_by_label("Password").fill(make.PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", name="Set up a second factor")).to_be_visible()
        assert violations(page) == []
        key = services.device_to_confirm(User.objects.get(username="ivan")).bin_key
        page.get_by_role("textbox", name="Code").fill(f"{totp(key):06}")
        page.get_by_role("button", name="Confirm").click()
        expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
        page.get_by_role("link", name="I have kept them").click()
        page.wait_for_url("**/desk/")
    finally:
        settings.SECOND_FACTOR = False
