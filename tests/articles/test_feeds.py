"""Feeds: the full text of what is public, well-formed whatever the words, in a fixed number of queries."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree

from tests import make
from tocsin.articles.models import ArticlePage, Correction, HomePage
from tocsin.lib import clock, feeds

LISTS = ["/", "/section/war/", "/tag/bridges/", "/contributor/olha/"]
FORMS = ["rss.xml", "atom.xml", "feed.json"]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def filing(home: HomePage) -> dict[str, Any]:
    return {"section": make.section(slug="war"), "by": [make.contributor(slug="olha")], "tags": ["bridges"]}


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("at", LISTS)
def test_every_list_has_its_feeds_with_the_full_text(
    filing: dict[str, Any], client: Client, at: str, form: str
) -> None:
    make.article("Bridge", body=[make.paragraph("The whole second sentence.")], **filing)
    assert "The whole second sentence." in get(client, f"{at}{form}")


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_takes_as_many_queries_for_one_article_as_for_thirty(
    filing: dict[str, Any], client: Client, form: str
) -> None:
    def publish(number: int) -> None:
        for _ in range(number):
            make.article(
                body=[make.paragraph(f"Fact {make.marker(make.source())}.")], lead_picture=make.picture(), **filing
            )

    def count() -> int:
        get(client, f"/{form}")
        with CaptureQueriesContext(connection) as captured:
            get(client, f"/{form}")
        return len(captured)

    publish(1)
    one = count()
    publish(29)
    assert count() == one


def test_addresses_in_a_feed_are_absolute(filing: dict[str, Any], client: Client) -> None:
    body = [make.paragraph(f'See <a href="/about/">about</a> {make.marker(make.source())}')]
    article = make.article(body=body, lead_picture=make.picture(), **filing)
    text = json.loads(get(client, "/feed.json"))["items"][0]["content_html"]
    assert 'href="http://testserver/about/"' in text
    assert f'href="http://testserver{article.url}#ref-1"' in text
    assert 'src="http://testserver/media/' in text
    assert 'href="/' not in text
    assert "srcset" not in text


def test_rss_is_well_formed_and_names_what_readers_need(filing: dict[str, Any], client: Client) -> None:
    make.article("Bridge & river", standfirst="It <stands>", language="uk", **filing)
    item = etree.fromstring(get(client, "/rss.xml").encode()).find("channel/item")
    assert item is not None
    assert item.findtext("title") == "Bridge & river"
    assert item.findtext("description") == "It <stands>"
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Olha Kovalenko"
    assert item.findtext("{http://purl.org/dc/elements/1.1/}language") == "uk"
    assert item.findtext("pubDate") == "Sat, 05 Mar 2022 12:00:00 +0000"
    assert item.findtext("guid", "").startswith("http://testserver/2022/03/05/")
    assert item.findtext("category") == "bridges"


def test_atom_is_well_formed_and_has_what_it_must(filing: dict[str, Any], client: Client) -> None:
    make.article("Bridge", **filing)
    feed = etree.fromstring(get(client, "/atom.xml").encode())
    assert [feed.findtext(f"{ATOM}{name}") is not None for name in ("id", "title", "updated")] == [True] * 3
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert [entry.findtext(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "content")] == [True] * 4
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Olha Kovalenko"


def test_corrections_have_a_feed(home: HomePage, client: Client) -> None:
    article = make.article("Bridge")
    when = datetime(2022, 4, 1, tzinfo=UTC)
    Correction.objects.create(article=article, text="It has two arches & a half.", corrected_at=when)
    for form in FORMS:
        assert "It has two arches" in get(client, f"/corrections/{form}")


def test_a_feed_that_has_not_changed_is_not_sent_again(home: HomePage, client: Client) -> None:
    make.article()
    first = client.get("/rss.xml")
    again = client.get("/rss.xml", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    make.article()
    assert client.get("/rss.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_newsroom_has_feeds(home: HomePage, client: Client) -> None:
    for form in FORMS:
        get(client, f"/{form}")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_public_is_in_no_feed(filing: dict[str, Any], client: Client, form: str) -> None:
    note = {"type": "note", "value": "<p>Kanarienvogel in a note</p>"}
    make.article("Seen", body=[make.paragraph("Seen by all"), note], **filing)
    make.article("Kanarienvogel draft", live=False, **filing)
    held = make.article("Kanarienvogel held", embargo_until=clock.now() + timedelta(days=1), **filing)
    ArticlePage.objects.filter(pk=held.pk).update(live=True)
    private = make.article("Kanarienvogel private", **filing)
    private.view_restrictions.create(restriction_type="password", password="x")
    for at in [*LISTS, "/corrections/"]:
        text = get(client, f"{at}{form}")
        assert "Kanarienvogel" not in text
        assert at == "/corrections/" or "Seen by all" in text


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_words_make_a_well_formed_feed(title: str, text: str) -> None:
    when = datetime(2022, 3, 5, tzinfo=UTC)
    entry = feeds.Entry("http://testserver/a/", feeds.legal(title), feeds.legal(text), "uk", when, when)
    channel = feeds.Channel(title, "http://testserver/", "http://testserver/rss.xml", text, "en", [entry])
    for form in ("rss.xml", "atom.xml"):
        etree.fromstring(feeds.FORMS[form][1](channel))
    json.loads(feeds.FORMS["feed.json"][1](channel))


@given(st.text(max_size=300))
def test_any_html_becomes_standalone(html: str) -> None:
    feeds.standalone(html, "http://testserver/2022/03/05/a/")
