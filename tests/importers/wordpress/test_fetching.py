"""Files of the old site, fetched from it: scrubbed, bounded, the missing ones listed and fetched the next time."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.importers.wordpress.exports import author, item, written
from tests.importers.wordpress.test_media import picture_of_a_camera
from tests.lib import canary
from tocsin.articles.models import ArticlePage, HomePage, Picture
from tocsin.importers.wordpress.media import Web
from tocsin.importers.wordpress.services import Wishes, move_in

HOST = "old.example.org"


class OldSite:
    """What the old site serves: bytes by path; anything else is not found."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        found = self.files.get(request.path)
        canary.page(found or b"", status=200 if found else 404, Content_Type="image/jpeg")(request)


@pytest.fixture
def old() -> OldSite:
    return OldSite()


@pytest.fixture
def server(old: OldSite) -> Iterator[canary.Server]:
    with canary.serve(old) as server:
        yield server


def web(server: canary.Server, **fields: int) -> Web:
    return Web(guard=canary.lenient(server, old_example_org=[["127.0.0.1"]]), **fields)


def address(server: canary.Server, name: str) -> str:
    return f"http://{HOST}:{server.port}/wp-content/uploads/{name}"


def attached(server: canary.Server, number: int, name: str) -> str:
    return item(
        number,
        f"File {number}",
        "",
        type="attachment",
        url=address(server, name),
        meta={"_wp_attached_file": name, "_wp_attachment_image_alt": "A span"},
    )


@pytest.mark.django_db
def test_files_are_fetched_and_what_is_missing_is_listed_and_fetched_the_next_time(
    home: HomePage, old: OldSite, server: canary.Server, tmp_path: Path
) -> None:
    old.files = {f"/wp-content/uploads/{name}": picture_of_a_camera() for name in ("span.jpg", "loose.jpg")}
    old.files["/wp-content/uploads/long.jpg"] = picture_of_a_camera() + b"\0" * 200_000
    path = written(
        tmp_path,
        author(),
        *(attached(server, number, name) for number, name in enumerate(("long.jpg", "gone.jpg", "span.jpg"), start=5)),
        item(
            12,
            "Bridge",
            f'<p>It is open.</p><img class="wp-image-7" src="{address(server, "span.jpg")}"/>'
            f'<img src="{address(server, "loose.jpg")}" alt="Loose"/>',
            meta={"_thumbnail_id": "6"},
        ),
    )
    account = move_in(path, Wishes(web(server, largest=100_000)))
    assert {one.why.split(": ")[0] for one in account.missing.first} == {
        address(server, name) for name in ("long.jpg", "gone.jpg")
    }
    assert "larger than 100,000 bytes" in account.missing.first[0].why
    assert Picture.objects.count() == 2
    assert not any(b"CANARY" in picture.file.read() for picture in Picture.objects.all())
    article = ArticlePage.objects.get()
    assert [block.block_type for block in article.body] == ["paragraph", "picture", "picture"]

    old.files["/wp-content/uploads/gone.jpg"] = picture_of_a_camera()
    server.hits.clear()
    account = move_in(path, Wishes(web(server, largest=100_000)))
    asked = {path.rpartition("/")[2] for _host, path in server.hits}
    assert asked == {"long.jpg", "gone.jpg"}, "what is here is not fetched again"
    assert account.became["articles"] == {"updated": 1}
    assert ArticlePage.objects.get().lead_picture is not None


@pytest.mark.django_db
def test_addresses_inside_are_never_asked(home: HomePage, server: canary.Server, tmp_path: Path) -> None:
    inside = [f"http://127.0.0.1:{server.port}/a.jpg", "http://10.0.0.7/b.jpg", "file:///etc/passwd"]
    path = written(
        tmp_path,
        *(item(number, "A", "", type="attachment", url=url) for number, url in enumerate(inside, start=5)),
        item(12, content=f'<img src="{inside[0]}"/>'),
    )
    account = move_in(path, Wishes(Web(guard=canary.strict(server))))
    assert (server.connections, Picture.objects.count()) == (0, 0)
    assert account.missing.total == 3


def test_a_host_that_is_down_is_left_alone_and_one_that_refuses_a_file_is_not(server: canary.Server) -> None:
    guard = canary.lenient(server, old_example_org=[["127.0.0.1"]], gone_example_org=[["127.0.0.1"]])
    shelf = Web(guard=guard)
    reasons = []
    for number in range(5):
        for place in (f"http://{HOST}:{server.port}/{number}.jpg", f"http://gone.example.org:1/{number}.jpg"):
            with pytest.raises(Exception, match=r".") as refusal:
                shelf.find(place)
            reasons.append(str(refusal.value))
    assert len(server.hits) == 5
    assert reasons[-1] == "gone.example.org did not answer before"
