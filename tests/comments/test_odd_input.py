"""What no reader types, but somebody sends."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.comments import services
from tocsin.comments.screening import markup
from tocsin.comments.statuses import Complaint, State

pytestmark = pytest.mark.django_db
NO_ADDRESSES = ["http://[x", "http://a]b/", "http://x\uff03y/", "http://\u2100.com/"]


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml", "feed.json"])
def test_a_link_that_is_none_stays_words_and_spoils_no_feed(client: Client, article: ArticlePage, form: str) -> None:
    make.comment(article, f"See {' '.join(NO_ADDRESSES)} there, and https://example.org/found")
    answer = client.get(f"/comments/{form}")
    assert answer.status_code == 200
    assert b"https://example.org/found" in answer.content


def test_only_addresses_become_links() -> None:
    assert [one for one in NO_ADDRESSES if "<a " in markup.render(one)] == []
    assert "<a " in markup.render("http://example.org/")


@pytest.mark.parametrize("header", ["Origin", "Referer"])
def test_an_origin_that_is_no_address_is_another_site(client: Client, article: ArticlePage, header: str) -> None:
    address = f"/comments/article-{article.pk}/write/"
    assert client.post(address, {"text": "Words."}, headers={header: "http://["}).status_code == 403


def test_an_address_cannot_open_the_form_with_words_in_it(client: Client, article: ArticlePage) -> None:
    address = f"/comments/article-{article.pk}/write/?preview=1&text=Words+of+somebody+else&kind=correction"
    page = client.get(address).content.decode()
    assert "Words of somebody else" not in page
    assert 'name="passage"' in page


def test_reports_of_browsers_that_keep_nothing_count_as_one(article: ArticlePage) -> None:
    make.discussion_settings(hold_after_reports=2)
    comment = make.comment(article)
    for _ in range(3):
        services.report(comment, complaint=Complaint.OTHER)
    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED
    services.report(comment, complaint=Complaint.OTHER, writer_key="another-browser's-random-key-01")
    comment.refresh_from_db()
    assert comment.state == State.HELD


def test_a_private_link_does_not_show_what_readers_may_no_longer_see(client: Client, article: ArticlePage) -> None:
    made = make.submitted(article, "Mine.")
    there = [f"/comments/mine/{made.secret}/", f"/comments/mine/{made.secret}/comments.json"]
    assert [article.title in client.get(one).content.decode() for one in there] == [True, True]
    article.unpublish()
    assert [article.title in client.get(one).content.decode() for one in there] == [False, False]
