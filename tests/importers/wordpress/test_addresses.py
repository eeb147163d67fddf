"""Which addresses a thing had on the old site, and which ones a request may mean."""

from __future__ import annotations

import pytest

from tocsin.importers.wordpress import addresses

LINK = "https://old.example.org/2022/03/bridge/"


def names(link: str = LINK, *, slug: str = "bridge", old: tuple[str, ...] = (), base: str = "") -> set[str]:
    return set(addresses.of_item(link, 12, slug, old, base=base))


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/2022/03/bridge/", ""),
        ("/2022/03/bridge", ""),
        ("/2022/03//Bridge/", ""),
        ("/index.php/2022/03/bridge/", ""),
        ("/2022/03/bridge/feed/", ""),
        ("/2022/03/bridge/feed/atom/", ""),
        ("/2022/03/bridge/comment-page-3/", ""),
        ("/2022/03/bridge/page/2/", ""),
        ("/2022/03/bridge/2/", ""),
        ("/2022/03/bridge/amp/", ""),
        ("/2022/03/bridge/trackback/", ""),
        ("/", "p=12"),
        ("/", "page_id=12"),
        ("/", "attachment_id=12&lang=en"),
        ("/archives/12", ""),
        ("/bridge.html", ""),
        ("/2022/03/05/bridge/", ""),
        ("/news/kherson/bridge/", ""),
        ("/2022/03/span/", ""),
        ("/span/", ""),
    ],
)
def test_every_structure_of_permalinks_is_understood(path: str, query: str) -> None:
    assert names(old=("span",)).intersection(addresses.meant_by(path, query))


@pytest.mark.parametrize(("path", "query"), [("/", ""), ("/other/", ""), ("/", "p=13"), ("/", "p=x"), ("/12", "")])
def test_other_addresses_mean_something_else(path: str, query: str) -> None:
    assert not names().intersection(addresses.meant_by(path, query))


def test_addresses_in_other_scripts_are_compared_decoded() -> None:
    link = "https://old.example.org/2022/03/%d0%bc%d1%96%d1%81%d1%82/"
    assert names(link, slug="%d0%bc%d1%96%d1%81%d1%82").intersection(addresses.meant_by("/2022/03/міст/"))


def test_a_site_in_a_folder_is_found_with_the_folder_and_without() -> None:
    found = names("https://old.example.org/blog/2022/bridge/", base="/blog")
    assert {"path:/blog/2022/bridge", "path:/2022/bridge"} <= found


UPLOAD = "https://old.example.org/wp-content/uploads/2022/03/span-scaled.jpg"


@pytest.mark.parametrize(
    "name", ["span-scaled.jpg", "span.jpg", "span-300x200.jpg", "Span-1024x683.jpg", "span-scaled-150x150.jpg"]
)
def test_uploads_are_known_in_every_size(name: str) -> None:
    wanted = addresses.meant_by(f"/wp-content/uploads/2022/03/{name}")
    assert set(addresses.of_file(UPLOAD)).intersection(wanted)


def test_archives_are_known_by_their_last_part() -> None:
    assert "term:category/kherson" in addresses.meant_by("/category/war/kherson/page/2/")
    assert "term:post_tag/bridges" in addresses.meant_by("/tag/bridges/feed/")
    assert "term:region/south" in addresses.meant_by("/region/south/")
    assert "cat:3" in addresses.meant_by("/", "cat=3")
    assert list(addresses.of_term("category", "kherson", 3)) == ["term:category/kherson", "cat:3"]


def test_the_key_of_an_author_depends_on_the_secret_and_others_do_not() -> None:
    author = next(addresses.of_author("okovalenko"))
    assert author in addresses.meant_by("/author/okovalenko/")
    assert addresses.key(author, "one") != addresses.key(author, "two")
    assert addresses.key("id:12", "one") == addresses.key("id:12", "two")


@pytest.mark.parametrize("path", ["/" + "a" * 3000, "/\0", "/%ff%fe/", "/" + "feed/" * 300, "//", "/[::1"])
def test_hostile_paths_mean_something_or_nothing_and_never_raise(path: str) -> None:
    for query in ("p=" + "9" * 400, "&".join(["feed=1"] * 100)):
        assert isinstance(addresses.meant_by(path, query), list)
        assert isinstance(addresses.feed_in(path, query), str)
