"""Where an article is found."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests import make
from tocsin.articles.models import HomePage, PlainPage


def test_an_article_stands_at_its_date_and_slug(home: HomePage, client: Client) -> None:
    article = make.article(slug="people-resist", published_at=datetime(2022, 3, 5, 9, tzinfo=UTC))
    assert article.url == "/2022/03/05/people-resist/"
    assert client.get("/2022/03/05/people-resist/").status_code == 200


def test_another_date_or_the_bare_slug_is_not_its_address(home: HomePage, client: Client) -> None:
    make.article(slug="people-resist", published_at=datetime(2022, 3, 5, 9, tzinfo=UTC))
    assert client.get("/2022/03/06/people-resist/").status_code == 404
    assert client.get("/people-resist/").status_code == 404


@pytest.mark.parametrize(
    ("slug", "taken"), [("claims", True), ("data", True), ("archive", True), ("desk", True), ("about", False)]
)
def test_a_page_does_not_hide_behind_an_address_of_the_site(home: HomePage, slug: str, taken: bool) -> None:
    page = PlainPage(title="A page", slug=slug, body=[])
    if taken:
        with pytest.raises(ValidationError, match="Choose another one"):
            home.add_child(instance=page)
    else:
        assert home.add_child(instance=page).pk
