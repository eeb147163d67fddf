"""Nothing that is written as a comment runs in a browser or calls elsewhere, though the content policy be off."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils.html import escape
from lxml import etree
from playwright.sync_api import Page, Route

from tests import make
from tests.comments.payloads import FOREIGN, payloads
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import feeds, sealing
from tocsin.comments.models import Ban, Comment, Decision, ModeratorNote, Report
from tocsin.comments.services import notifying
from tocsin.comments.statuses import Deed, Kind, State, Why
from tocsin.lib import clock

COUNT = int(os.environ.get("TOCSIN_XSS", "200"))
ALWAYS = 125
"""So many come first, of every kind; of the rest, which are put together from few parts, some are taken."""
ON_A_PAGE = 250
ALIKE = 10
"""So many at a time look alike to the desk."""

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
        self.found: list[int] = []
        self.foreign: list[str] = []
        page.add_init_script(HIT)
        page.route(f"{FOREIGN}/**", self._foreign)

    def _foreign(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()

    @property
    def hits(self) -> list[int]:
        return list(self.page.evaluate("[...(window.hits ?? [])]"))

    def visit(self, address: str) -> None:
        """Open a page and wait for what would run there."""
        self.page.goto(address)
        self._settle()

    def show(self, html: Iterable[str]) -> None:
        """Put *html* on a page of ours, as a program does that shows what it was sent."""
        self.page.goto("/robots.txt")
        self.page.set_content("\n".join(html))
        self._settle()

    def _settle(self) -> None:
        self.page.evaluate("scrollTo(0, document.body?.scrollHeight ?? 0)")
        self.page.wait_for_timeout(250)
        self.found += self.hits

    @property
    def all(self) -> tuple[list[int], list[str]]:
        return self.found, self.foreign


@pytest.fixture
def page(visit: Any) -> Page:
    opened: Page = visit(bypass_csp=True)
    opened.on("dialog", lambda dialog: dialog.dismiss())
    return opened


@pytest.fixture
def ran(page: Page) -> Ran:
    return Ran(page)


@pytest.fixture
def sent() -> list[str]:
    """``TOCSIN_XSS`` payloads."""
    every = list(payloads())
    rest = every[ALWAYS:]
    step = max(len(rest) // max(COUNT - ALWAYS, 1), 1)
    return (every[:ALWAYS] + rest[::step])[:COUNT]


def written(sent: list[str], **fields: Any) -> list[Comment]:
    """Comments under one article, published unless *fields* say otherwise, of which each is name and words of one."""
    article, now = make.article(), clock.now()
    common: dict[str, Any] = {
        "article": article,
        "written_at": now,
        **({"state": State.PUBLISHED, "published_at": now} | fields),
    }
    return Comment.objects.bulk_create(Comment(text=text, name=text, passage=text, **common) for text in sent)


def discussed(sent: list[str]) -> ArticlePage:
    """An article under which they are published in threads, 250 on a page."""
    make.discussion_settings(per_page=25, longest=5000)
    rows = written(sent)
    for at, one in enumerate(rows):
        if at % 10:
            one.parent = one.root = rows[at - at % 10]
            one.depth = 2
    Comment.objects.bulk_update(rows, ["parent", "root", "depth"], batch_size=200)
    assert rows[0].article
    return rows[0].article


def test_raw_they_run_and_call_elsewhere(ran: Ran, sent: list[str]) -> None:
    """Else the tests below would say nothing."""
    raw = sent[:20] + sent[20::25]
    ran.page.goto("/robots.txt")
    ran.page.evaluate(RAW, raw)
    for _ in range(100):
        if len(ran.hits) >= len(raw) / 10 and ran.foreign:
            break
        ran.page.wait_for_timeout(200)
    assert len(ran.hits) >= len(raw) / 10
    assert ran.foreign


def test_nothing_runs_on_pages_or_forms(ran: Ran, sent: list[str]) -> None:
    article, shown = discussed(sent), 0
    for number in range(1, -(-len(sent) // ON_A_PAGE) + 1):
        ran.visit(f"/comments/article-{article.pk}/" + (f"page/{number}/" if number > 1 else ""))
        shown += ran.page.locator("li.comment").count()
    assert shown == len(sent)
    client = Client()
    ran.show(panel(client, article, one) for one in sent[:: max(len(sent) // 60, 1)])
    assert ran.all == ([], [])


def panel(client: Client, article: ArticlePage, text: str) -> str:
    """The form as it comes back with *text* in every field of it."""
    given = dict.fromkeys(("name", "email", "text", "passage", "ticket", "writer", "reply", "kind"), text)
    answer = client.post(f"/comments/article-{article.pk}/write/", {**given, "preview": "1"})
    return str(BeautifulSoup(answer.content.decode(), "html.parser").select_one("[data-comment-panel]"))


def test_nothing_runs_in_feeds(ran: Ran, sent: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "NEWEST", len(sent))
    base, client = f"/comments/article-{discussed(sent).pk}", Client()
    items = client.get(f"{base}/feed.json").json()["items"]
    shown = {"json": [escape(one["title"]) + one["content_html"] for one in items]}
    for form, item, words in (("atom.xml", "entry", "content"), ("rss.xml", "item", "encoded")):
        document = etree.fromstring(client.get(f"{base}/{form}").content)
        entries = document.xpath(f"//*[local-name()='{item}']")
        shown[form] = [escape(_part(one, "title")) + _part(one, words) for one in entries]
        ran.visit(f"{base}/{form}")
    assert {form: len(read) for form, read in shown.items()} == dict.fromkeys(shown, len(sent))
    for read in shown.values():
        ran.show(read)
    assert ran.all == ([], [])


def _part(entry: Any, name: str) -> str:
    return str(entry.xpath(f"string(*[local-name()='{name}'])"))


def test_nothing_runs_at_the_moderation_desk(ran: Ran, sent: list[str]) -> None:
    moderator = _sign_in(ran.page)
    rows = written(sent, state=State.HELD, published_at=None)
    for at, one in enumerate(rows):
        one.reasons = [{"code": Why.WORDS, "detail": one.text}, {"code": one.text[:20], "detail": ""}]
        one.fingerprint, one.token = [at // ALIKE] * 64, f"writer {at}"
        one.parent = rows[at - 1] if at else None
    Comment.objects.bulk_update(rows, ["reasons", "fingerprint", "token", "parent"], batch_size=200)
    Report.objects.bulk_create(Report(comment=one, reason=one.text[:500]) for one in rows)
    ModeratorNote.objects.bulk_create(ModeratorNote(comment=one, text=one.text, by=moderator) for one in rows)
    Ban.objects.bulk_create(Ban(token=one.token, reason=one.text[:300], made_by=moderator) for one in rows)
    Decision.objects.bulk_create(
        Decision(deed=Deed.HOLD, comment=one, number=one.pk, detail=one.text[:300], by=moderator) for one in rows
    )
    shown = _turn(ran, "/desk/comments/?state=all", ".held")
    assert shown == len(sent), "each by itself"
    shown = _turn(ran, "/desk/comments/", ".held__others li, .held")
    assert shown == len(sent), "and in groups"
    written(sent[:50], kind=Kind.CORRECTION, state=State.HELD, published_at=None)
    for address in ("errors/", "bans/", "decisions/", *(f"{one.pk}/" for one in rows[:5])):
        ran.visit(f"/desk/comments/{address}")
    assert ran.all == ([], [])


def _turn(ran: Ran, address: str, selector: str) -> int:
    """Visit every page of a list; return how many of *selector* stand on them."""
    shown, number = 0, 1
    while True:
        ran.visit(f"{address}{'&' if '?' in address else '?'}p={number}")
        shown, number = shown + ran.page.locator(selector).count(), number + 1
        if not ran.page.get_by_role("link", name="After", exact=True).count():
            return shown


def _sign_in(page: Page) -> User:
    moderator, client = make.user(role="Editors"), Client()
    client.force_login(moderator)
    page.goto("/robots.txt")
    cookies: Any = [{"name": name, "value": one.value, "url": page.url} for name, one in client.cookies.items()]
    page.context.add_cookies(cookies)
    return moderator


def test_nothing_runs_in_mail(ran: Ran, sent: list[str]) -> None:
    """Mail is plain text; a program that takes it for HTML all the same runs nothing, as it repeats no words."""
    sealing.make_keys()
    make.discussion_settings(tell_moderators="desk@example.org")
    wishes: dict[str, Any] = {"sealed_email": sealing.seal("olha@example.org"), "wants_publication": True}
    rows = written(sent, **wishes, wants_reply=True)
    answers = written(sent[:50])
    for one, answer in zip(rows, answers, strict=False):
        answer.parent, answer.article = one, one.article
    Comment.objects.bulk_update(answers, ["parent", "article"])
    for one in rows + answers:
        notifying.tell_of(one.pk)
    written(sent[:1], state=State.HELD)
    notifying.tell_moderators()
    assert len(mail.outbox) == len(sent) + min(50, len(sent)) + 1
    assert {(letter.content_subtype, len(getattr(letter, "alternatives", []))) for letter in mail.outbox} == {
        ("plain", 0)
    }
    ran.show(_source(letter) for letter in mail.outbox)
    assert ran.all == ([], [])


def _source(letter: EmailMessage) -> str:
    return f"<div>{letter.subject}\n{letter.body}</div>"
