"""What machines are told: sitemaps, robots, Open Graph, JSON-LD."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests import make
from tocsin.articles import metadata, renditions
from tocsin.articles.models import ArticlePage, Correction, HomePage
from tocsin.lib import clock

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def ld(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def addresses(client: Client, sitemap: str = "/sitemap.xml") -> list[str | None]:
    return [one.text for one in etree.fromstring(client.get(sitemap).content).iter(LOC)]


def test_an_article_tells_what_it_is_and_what_it_cites(home: HomePage, client: Client) -> None:
    lost = make.source("Gone", address="", lost_address="https://example.org/gone")
    kept = make.source("Report", publication="Agency", published_on="2022-03", address="https://example.org/r")
    body = [make.paragraph(f"Fact {make.marker(kept, lost)}")]
    article = make.article(
        "Bridge </script><b>", body=body, by=[make.contributor("Olha", slug="olha")], tags=["bridges"]
    )
    Correction.objects.create(article=article, text="Two arches.", corrected_at=datetime(2022, 4, 1, tzinfo=UTC))
    data = ld(client.get(article.url).content.decode())
    assert data["headline"] == "Bridge </script><b>"
    assert data["author"] == [{"@type": "Person", "name": "Olha", "url": "http://testserver/contributor/olha/"}]
    assert data["citation"][0]["url"] == "https://example.org/r"
    assert data["citation"][0]["datePublished"] == "2022-03"
    assert "url" not in data["citation"][1]
    assert data["correction"][0]["text"] == "Two arches."
    assert data["keywords"] == ["bridges"]


@given(st.text())
def test_no_words_end_the_script(text: str) -> None:
    script = metadata.as_script({"a": text})
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner) == {"a": text}


def test_a_link_to_an_article_shows_its_picture(home: HomePage, client: Client) -> None:
    picture = make.picture()
    renditions.make(picture)
    page = client.get(make.article("Bridge", lead_picture=picture, standfirst="It stands.").url).content.decode()
    assert re.search(r'<meta property="og:image" content="http://testserver/media/images/[^"]+">', page)
    assert '<meta property="og:description" content="It stands.">' in page
    assert '<link rel="canonical" href="http://testserver/2022/03/05/' in page


def test_versions_are_announced(home: HomePage, client: Client) -> None:
    english = make.article("Bridge")
    ukrainian = make.article("Міст", language="uk", translation_of=english)
    for page in (client.get(english.url).content.decode(), client.get(ukrainian.url).content.decode()):
        assert f'hreflang="en" href="http://testserver{english.url}"' in page
        assert f'hreflang="uk" href="http://testserver{ukrainian.url}"' in page
        assert f'hreflang="x-default" href="http://testserver{english.url}"' in page


def test_the_sitemap_holds_what_is_public_and_nothing_else(home: HomePage, client: Client) -> None:
    seen = make.article(section=make.section(slug="war"), by=[make.contributor(slug="olha")])
    hidden = make.article(live=False)
    held = make.article(embargo_until=clock.now() + timedelta(days=1))
    ArticlePage.objects.filter(pk=held.pk).update(live=True)
    found = addresses(client)
    assert f"http://testserver{seen.url}" in found
    assert {"http://testserver/", "http://testserver/section/war/", "http://testserver/contributor/olha/"} <= set(found)
    assert not {f"http://testserver{one.url}" for one in (hidden, held)} & set(found)


def test_the_news_sitemap_holds_the_last_two_days(home: HomePage, client: Client) -> None:
    fresh = make.article(published_at=clock.now() - timedelta(hours=3))
    make.article(published_at=clock.now() - timedelta(hours=60))
    assert addresses(client, "/sitemap-news.xml") == [f"http://testserver{fresh.url}"]


def test_the_sitemap_takes_as_many_queries_for_one_article_as_for_thirty(home: HomePage, client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/sitemap.xml")
        return len(captured)

    make.article(lead_picture=make.picture())
    count()
    one = count()
    for _ in range(29):
        make.article(lead_picture=make.picture())
    assert count() == one


def test_robots_are_kept_off_the_desk(home: HomePage, client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
