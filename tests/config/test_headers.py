"""What every answer tells browsers."""

from __future__ import annotations

from django.test import Client

from tests import make
from tocsin.articles.models import HomePage


def test_readers_pages_tell_nobody_where_a_reader_came_from(home: HomePage, client: Client) -> None:
    make.article()
    for address in ("/", "/archive/", "/nothing/"):
        assert client.get(address)["Referrer-Policy"] == "no-referrer"


def test_a_page_with_a_form_still_names_its_origin_to_this_site(home: HomePage, client: Client) -> None:
    article = make.article()
    article.view_restrictions.create(restriction_type="password", password="x")
    assert client.get(article.url, follow=True)["Referrer-Policy"] == "same-origin"
    assert client.get("/desk/login/")["Referrer-Policy"] == "same-origin"


def test_readers_pages_switch_sensors_off_and_load_nothing_from_elsewhere(home: HomePage, client: Client) -> None:
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert (answer["Cross-Origin-Opener-Policy"], answer["Cross-Origin-Resource-Policy"]) == ("same-origin",) * 2
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_desk_is_kept_nowhere(home: HomePage, client: Client) -> None:
    assert client.get("/desk/login/")["Cache-Control"] == "no-store"
