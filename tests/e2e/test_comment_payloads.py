"""Nothing that is written as a comment runs in a browser or calls elsewhere, though the content policy be off."""

from __future__ import annotations

import os
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import Page, Route

from tests import make
from tests.comments.payloads import FOREIGN, payloads
from tocsin.articles.models import ArticlePage
from tocsin.comments.models import Comment
from tocsin.comments.statuses import State
from tocsin.lib import clock

COUNT = int(os.environ.get("TOCSIN_XSS", "2000"))
ON_A_PAGE = 250


RAW = """(sent) => {
    for (const one of sent) {
        const frame = document.createElement("iframe");
        frame.srcdoc = one;
        document.body.append(frame);
    }
}"""
"""The control: each in a document of its own, as it is."""


HIT = "window.hit = (number) => { (top.hits ??= new Set()).add(number); }"


class Ran:
    """What ran in a page, and what it asked elsewhere."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.foreign: list[str] = []
        page.add_init_script(HIT)
        page.route(f"{FOREIGN}/**", self._foreign)

    def _foreign(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()

    @property
    def hits(self) -> list[int]:
        return list(self.page.evaluate("[...(window.hits ?? [])]"))


@pytest.fixture
def page(visit: Any) -> Page:
    opened: Page = visit(bypass_csp=True)
    opened.on("dialog", lambda dialog: dialog.dismiss())
    return opened


def written(sent: list[str]) -> ArticlePage:
    """An article under which each payload is name and words of a published comment, 250 on a page."""
    article, now = make.article(), clock.now()
    make.discussion_settings(per_page=25, longest=5000)
    common: dict[str, Any] = {"article": article, "state": State.PUBLISHED, "published_at": now}
    tops = Comment.objects.bulk_create(Comment(text=text, name=text, written_at=now, **common) for text in sent[::10])
    Comment.objects.bulk_create(
        Comment(text=text, name=text, parent=tops[at // 10], root=tops[at // 10], depth=2, written_at=now, **common)
        for at, text in enumerate(sent)
        if at % 10
    )
    return article


def settle(page: Page) -> None:
    page.evaluate("scrollTo(0, document.body?.scrollHeight ?? 0)")
    page.wait_for_timeout(250)


def test_no_payload_runs_on_pages_in_feeds_or_forms(page: Page) -> None:
    sent = [one for _at, one in zip(range(COUNT), payloads(), strict=False)]
    ran = Ran(page)
    raw = sent[:20] + sent[20::25]
    page.goto("/robots.txt")
    page.evaluate(RAW, raw)
    for _ in range(100):
        if len(ran.hits) >= len(raw) / 10 and ran.foreign:
            break
        page.wait_for_timeout(200)
    assert len(ran.hits) >= len(raw) / 10, "raw, a tenth of them run"
    assert ran.foreign, "raw, some call elsewhere"
    ran.foreign.clear()

    article = written(sent)
    shown, found = 0, list[int]()
    for number in range(1, -(-len(sent) // ON_A_PAGE) + 1):
        page.goto(f"/comments/article-{article.pk}/" + (f"page/{number}/" if number > 1 else ""))
        settle(page)
        found += ran.hits
        shown += page.locator("li.comment").count()
    assert shown == len(sent)
    client = Client()
    feed = client.get(f"/comments/article-{article.pk}/feed.json").json()
    page.set_content("".join(item["content_html"] for item in feed["items"]))
    settle(page)
    found += ran.hits
    page.set_content("".join(panel(client, article, one) for one in sent[:: max(len(sent) // 60, 1)]))
    settle(page)
    found += ran.hits
    assert (found, ran.foreign) == ([], [])


def panel(client: Client, article: ArticlePage, text: str) -> str:
    """The form as it comes back with *text* in every field of it."""
    given = dict.fromkeys(("name", "email", "text", "passage", "ticket", "writer", "reply", "kind"), text)
    answer = client.post(f"/comments/article-{article.pk}/write/", {**given, "preview": "1"})
    return str(BeautifulSoup(answer.content.decode(), "html.parser").select_one("[data-comment-panel]"))
