"""A whole site moves in: what comes of every kind of thing it holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.importers.wordpress.exports import author, category, comment, item, tag, written
from tocsin.articles.models import ArticlePage, Contributor, HomePage, PlainPage, Section
from tocsin.comments.models import Comment
from tocsin.importers.wordpress.report import Account
from tocsin.importers.wordpress.services import Wishes, move_in

pytestmark = pytest.mark.django_db


def moved(path: Path, **wishes: object) -> Account:
    return move_in(path, Wishes(**wishes))


def test_a_post_becomes_an_article_with_everything_it_had(home: HomePage, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        author(),
        category("war", "War"),
        category("kherson", "Kherson", "war", number=11),
        tag("bridges", "Bridges"),
        item(
            12,
            "Bridge repaired",
            "<p>It is <b>open</b>.</p>",
            slug="bridge",
            excerpt="After two weeks.",
            modified_gmt="2022-03-06 08:00:00",
            terms=[("category", "kherson", "Kherson"), ("post_tag", "bridges", "Bridges")],
            meta={"_yoast_wpseo_metadesc": "Words for a search engine", "_yoast_wpseo_title": "%%title%% %%sep%%"},
            comments=[comment(1), comment(2, "Indeed.", parent=1), comment(3, approved="0")],
        ),
    )
    account = moved(path)
    article = ArticlePage.objects.get()
    assert article.live
    assert article.url == "/2022/03/05/bridge/"
    assert (article.title, article.standfirst) == ("Bridge repaired", "After two weeks.")
    assert article.published_at == datetime(2022, 3, 5, 10, tzinfo=UTC)
    assert article.last_published_at == datetime(2022, 3, 6, 8, tzinfo=UTC)
    assert article.section.path == "war/kherson"
    assert [one.name for one in article.tags.all()] == ["Bridges"]
    assert [line.contributor.name for line in article.bylines.all()] == ["Olha Kovalenko"]
    assert (article.search_description, article.seo_title) == ("Words for a search engine", "")
    assert [block.value.source for block in article.body] == ["<p>It is <b>open</b>.</p>"]
    assert sorted(Comment.objects.values_list("text", "state", "parent__text"), key=str) == [
        ("Indeed.", "published", "Thank you."),
        ("Thank you.", "held", None),
        ("Thank you.", "published", None),
    ]
    assert account.became["articles"]["added"] == 1
    assert account.became["comments"]["added"] == 3


def test_a_second_import_adds_nothing(home: HomePage, tmp_path: Path) -> None:
    path = written(
        tmp_path, author(), category("war", "War"), item(12, terms=[("category", "war", "War")], comments=[comment(1)])
    )
    assert moved(path).added()
    before = ArticlePage.objects.get().latest_revision_id
    account = moved(path)
    assert account.added() == 0, account.became
    assert ArticlePage.objects.get().latest_revision_id == before
    assert (Section.objects.count(), Contributor.objects.count(), Comment.objects.count()) == (1, 1, 1)


def test_pages_keep_their_tree_and_order(home: HomePage, tmp_path: Path) -> None:
    moved(
        written(
            tmp_path,
            item(3, "Team", type="page", slug="team", parent=2, order=2),
            item(4, "Money", type="page", slug="money", parent=2, order=1),
            item(2, "About us", type="page", slug="about"),
        )
    )
    about = PlainPage.objects.get(slug="about")
    assert [page.url for page in about.get_children()] == ["/about/money/", "/about/team/"]
    assert PlainPage.find_problems() == ([], [], [], [], [])
