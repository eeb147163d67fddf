"""What stood at an address of the old site is found there with one permanent redirect, and drafts are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from tests import make
from tests.importers.wordpress.exports import author, category, item, tag, term, written
from tests.importers.wordpress.test_media import attachment, picture_of_a_camera
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.articles.services.takedown import take_down
from tocsin.importers.wordpress.media import Folder
from tocsin.importers.wordpress.models import OldAddress
from tocsin.importers.wordpress.services import Wishes, move_in

pytestmark = pytest.mark.django_db
BRIDGE = "/2022/03/05/bridge/"


@pytest.fixture
def site(home: HomePage, tmp_path: Path) -> HomePage:
    folder = tmp_path / "uploads" / "2022" / "03"
    folder.mkdir(parents=True)
    (folder / "span.jpg").write_bytes(picture_of_a_camera())
    (folder / "hidden.jpg").write_bytes(picture_of_a_camera() + b" ")
    path = written(
        tmp_path,
        author("okovalenko", "Olha Kovalenko", number=3),
        category("war", "War"),
        category("kherson", "Kherson", "war", number=11),
        tag("bridges", "Bridges"),
        term("region", "south", "South"),
        attachment(
            5,
            "2022/03/span.jpg",
            parent=12,
            slug="span",
            meta={"_wp_attached_file": "2022/03/span.jpg", "_wp_attachment_image_alt": "A span"},
        ),
        attachment(6, "2022/03/hidden.jpg", parent=13, slug="hidden"),
        item(
            12,
            slug="bridge",
            link="https://old.example.org/news/bridge.html",
            terms=[
                ("category", "kherson", "Kherson"),
                ("post_tag", "bridges", "Bridges"),
                ("region", "south", "South"),
            ],
            meta={"_wp_old_slug": "span-repaired", "_thumbnail_id": "5"},
        ),
        item(13, "Secret", slug="secret", status="draft", meta={"_thumbnail_id": "6"}),
        item(14, "Private", slug="private", status="private"),
        item(15, "About", slug="about", type="page", link="https://old.example.org/info/about/"),
        item(16, "Cut", slug="cut", password="letmein"),
    )
    move_in(path, Wishes(Folder(tmp_path / "uploads")))
    return home


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/news/bridge.html", BRIDGE),
        ("/?p=12", BRIDGE),
        ("/index.php?p=12", BRIDGE),
        ("/?page_id=15", "/about/"),
        ("/?attachment_id=5", BRIDGE),
        ("/archives/12", BRIDGE),
        ("/bridge", BRIDGE),
        ("/bridge/", BRIDGE),
        ("/2022/03/bridge/", BRIDGE),
        ("/span-repaired/", BRIDGE),
        ("/2021/12/31/bridge/", BRIDGE),
        ("/news/bridge.html/comment-page-2/", BRIDGE),
        ("/2022/03/bridge/feed/", BRIDGE),
        ("/info/about/", "/about/"),
        ("/category/war/", "/section/war/"),
        ("/category/war/kherson/", "/section/war/kherson/"),
        ("/category/kherson/page/3/", "/section/war/kherson/"),
        ("/category/kherson/feed/", "/section/war/kherson/rss.xml"),
        ("/category/kherson/feed/atom/", "/section/war/kherson/atom.xml"),
        ("/?cat=11", "/section/war/kherson/"),
        ("/tag/bridges/page/9/", "/tag/bridges/"),
        ("/tag/bridges/feed/", "/tag/bridges/rss.xml"),
        ("/region/south/", "/tag/south/"),
        ("/?tag=bridges", "/tag/bridges/"),
        ("/author/okovalenko/", "/contributor/olha-kovalenko/"),
        ("/author/okovalenko/feed/", "/contributor/olha-kovalenko/rss.xml"),
        ("/?author=3", "/contributor/olha-kovalenko/"),
        ("/2022/03/page/7/", "/2022/03/"),
        ("/?m=202203", "/2022/03/"),
        ("/feed/", "/rss.xml"),
        ("/feed/atom/", "/atom.xml"),
        ("/?feed=rss2", "/rss.xml"),
        ("/comments/feed/", "/rss.xml"),
        ("/page/99/", "/"),
        ("/?s=bridge", "/search/?q=bridge"),
        ("/wp-sitemap.xml", "/sitemap.xml"),
        ("/wp-sitemap-posts-post-1.xml", "/sitemap.xml"),
    ],
)
def test_one_redirect_leads_to_the_right_page(site: HomePage, client: Client, old: str, new: str) -> None:
    answer = client.get(old)
    assert (answer.status_code, answer.headers.get("Location")) == (301, new)
    assert client.get(new).status_code == 200


@pytest.mark.parametrize("size", ["", "-300x200", "-scaled", "-1024x683"])
def test_uploads_answer_in_every_size(site: HomePage, client: Client, size: str) -> None:
    answer = client.get(f"/wp-content/uploads/2022/03/span{size}.jpg")
    assert answer.status_code == 301
    assert client.get(answer.headers["Location"]).headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(
    "path", ["/2022/03/05/bridge/", "/tag/bridges/", "/2022/", "/2022/03/", "/2022/03/05/", "/page/1/"]
)
def test_what_has_the_same_address_here_answers_itself(site: HomePage, client: Client, path: str) -> None:
    assert client.get(path).status_code in {200, 302, 301}


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/?p=13",
            "/secret/",
            "/2022/03/05/secret/",
            "/?p=14",
            "/private/",
            "/2022/03/05/private/",
            "/?p=16",
            "/cut/",
        ),
        *("/wp-content/uploads/2022/03/hidden.jpg", "/?attachment_id=6", "/hidden/", "/nothing/", "/?p=999"),
        *("/author/nobody/", "/wp-json/wp/v2/users/", "/wp-login.php", "/xmlrpc.php"),
    ],
)
def test_what_is_not_public_is_not_given_away(site: HomePage, client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {200, 404} if path.startswith("/?") else answer.status_code == 404
    assert "Location" not in answer.headers
    assert b"secret" not in answer.content.lower().replace(path.encode(), b"")


def test_a_draft_answers_at_its_old_address_once_it_is_published(site: HomePage, client: Client) -> None:
    assert client.get("/secret/").status_code == 404
    secret = ArticlePage.objects.get(slug="secret")
    secret.lead_picture.description = "A bridge"
    secret.lead_picture.save()
    secret.save_revision().publish()
    secret.refresh_from_db()
    assert client.get("/?p=13").headers["Location"] == secret.address


def test_a_new_address_is_followed_at_once(site: HomePage, client: Client) -> None:
    article = ArticlePage.objects.get(slug="bridge")
    article.slug = "renamed"
    article.save_revision().publish()
    assert client.get("/?p=12").headers["Location"] == "/2022/03/05/renamed/"


def test_what_was_taken_down_says_so_at_its_old_address(site: HomePage, client: Client) -> None:
    take_down(ArticlePage.objects.get(slug="bridge"), "A source was in danger.", make.user())
    assert client.get("/?p=12").headers["Location"] == BRIDGE
    assert client.get(BRIDGE).status_code == 410


def test_no_login_can_be_read_from_what_is_kept(site: HomePage) -> None:
    assert OldAddress.objects.exists()
    assert not OldAddress.objects.filter(key__contains="okovalenko").exists()
