"""A page that was read becomes a draft with its references, contributors and pictures."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from tests import make, shared
from tocsin.articles.models import ArticlePage, Contributor, HomePage, Picture
from tocsin.importers.webpage import services
from tocsin.importers.webpage.page import Page
from tocsin.importers.webpage.read import read
from tocsin.lib.errors import TocsinError
from tocsin.sources.models import Source
from tocsin.sources.statuses import ReferenceStatus

SEED = shared.DATA / "first-week-article" / "page.txt"

HTML = """
<html lang="uk"><head><title>Міст відкрито — Дзвін</title></head><body>
<nav><a href="/">Головна</a> <a href="/news">Новини</a></nav>
<article><h1>Міст відкрито</h1><p class="byline">Ольга Коваленко</p><time datetime="2023-05-04">4 травня 2023</time>
<p>Міст через Ірпінь знову відкрито для руху після року відбудови, повідомила обласна влада.<sup><a href="#fn1">[1]</a></sup>
За її словами, роботи коштували два мільйони.</p>
<p>Рух почався о шостій ранку, і першими мостом пройшли мешканці двох сіл, які рік їздили в обхід.</p>
<h2>Що далі</h2><ul><li>Другий міст добудують восени.</li><li>Дорогу розширять до чотирьох смуг.</li></ul>
<blockquote><p>Ми чекали на це цілий рік.</p></blockquote>
<figure><img src="bridge.jpg" alt="Міст з двома арками"><figcaption>Міст у травні</figcaption></figure>
<p>Обласна влада обіцяє завершити всі роботи до кінця року, якщо не зміниться погода та фінансування.</p>
<ol><li id="fn1">Звіт адміністрації: <a href="https://example.org/report">https://example.org/report</a></li></ol>
</article><form><label>Коментар</label><textarea></textarea></form></body></html>
"""


def none(address: str) -> bytes:
    raise TocsinError(address)


def bring_in(page: Page, **wishes: object) -> services.Imported:
    return services.bring_in(page, services.Wishes(**wishes), fetch=wishes.pop("fetch", none))  # type: ignore[arg-type]


@pytest.fixture
def bridge() -> Page:
    return read(HTML.encode())


def test_a_page_becomes_a_draft(home: HomePage, bridge: Page) -> None:
    found = bring_in(bridge)
    article = ArticlePage.objects.get()
    assert found.article == article
    assert not article.live
    assert article.title == "Міст відкрито"
    assert article.language == "uk"
    assert {"paragraph", "heading", "list", "quote"} <= {block.block_type for block in article.body}


def test_its_references_are_records(home: HomePage, bridge: Page, client: Client) -> None:
    found = bring_in(bridge, publish=True)
    source = Source.objects.get()
    assert source.address == "https://example.org/report"
    assert found.article.live
    assert f'href="{source.address}"' in client.get(found.article.url).content.decode()


def test_a_source_with_the_same_address_is_not_doubled(home: HomePage, bridge: Page) -> None:
    known = make.source("Report", address="https://example.org/report")
    bring_in(bridge)
    assert Source.objects.get() == known


def test_its_picture_is_taken_with_its_words(home: HomePage, bridge: Page) -> None:
    data = make.picture_bytes()
    found = services.bring_in(bridge, services.Wishes(), fetch=lambda _address: data)
    assert found.pictures == 1
    assert Picture.objects.get().description == "Міст з двома арками"


def test_a_picture_that_cannot_be_had_is_told(home: HomePage, bridge: Page) -> None:
    assert any("could not be taken" in doubt and "bridge.jpg" in doubt for doubt in bring_in(bridge).doubts)


def test_what_the_importer_says_stands_over_what_the_page_says(home: HomePage, bridge: Page) -> None:
    section = make.section()
    article = bring_in(bridge, section=section, published=date(2022, 3, 5), byline=["The Bell"]).article
    assert article.section == section
    assert article.published_at == datetime(2022, 3, 5, 12, tzinfo=UTC)
    assert [line.contributor.name for line in article.bylines.all()] == ["The Bell"]


def test_a_contributor_is_known_by_name(home: HomePage, bridge: Page) -> None:
    make.contributor("THE BELL")
    bring_in(bridge, byline=["The Bell"])
    assert Contributor.objects.filter(name__iexact="the bell").count() == 1


def test_the_same_page_is_not_imported_twice_unless_asked(home: HomePage, bridge: Page) -> None:
    bring_in(bridge)
    with pytest.raises(services.AlreadyThere, match="--again"):
        bring_in(bridge)
    assert ArticlePage.objects.count() == 1
    assert bring_in(bridge, again=True).article.slug.endswith("-2")


def test_a_draft_that_may_not_be_published_stays_a_draft_and_says_why(home: HomePage) -> None:
    bridge = read(HTML.replace('alt="Міст з двома арками"', "").encode())
    found = services.bring_in(bridge, services.Wishes(publish=True), fetch=lambda _address: make.picture_bytes())
    assert not found.article.live
    assert any("stays a draft" in doubt for doubt in found.doubts)


@shared.needs(SEED)
def test_the_article_the_project_began_with(home: HomePage, client: Client) -> None:
    page = read(SEED.read_bytes(), content_type="text/plain")
    article = bring_in(page, published=date(2022, 3, 5), publish=True).article
    html = client.get(article.url).content.decode()
    for furniture in (
        "Exact matches only",
        "Search in title",
        "Generic selectors",
        "More to explorer",
        "Leave a Comment",
        "Nurses #VoteReject",
        "Jhina",
        "Deepen China",
    ):
        assert furniture not in html
    assert [reference.label for reference in page.references] == ["1", "2", "3"]
    assert Source.objects.filter(status=ReferenceStatus.LOST).count() == 5
    assert html.count("Link lost") == 5
    assert article.url == "/2022/03/05/ukraine-people-resist/"
