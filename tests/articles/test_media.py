"""Files as readers get them: whole, in part, and none but those meant for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

CONTENT = bytes(range(256)) * 10


@pytest.fixture
def address(db: None) -> str:
    folder = Path(settings.MEDIA_ROOT) / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bytes.webp").write_bytes(CONTENT)
    return "/media/images/bytes.webp"


def body(response: object) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]


def test_a_file_is_served_whole_and_may_be_kept(client: Client, address: str) -> None:
    response = client.get(address)
    assert body(response) == CONTENT
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100-", 100, 2559), ("bytes=-60", 2500, 2559), ("bytes=2000-9999", 2000, 2559)],
)
def test_a_part_is_served(client: Client, address: str, asked: str, first: int, last: int) -> None:
    response = client.get(address, headers={"range": asked})
    assert response.status_code == 206
    assert body(response) == CONTENT[first : last + 1]
    assert response["Content-Range"] == f"bytes {first}-{last}/2560"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "items=0-1", "bytes=0-1,4-5", "nonsense"])
def test_what_is_no_range_gets_the_whole(client: Client, address: str, asked: str) -> None:
    response = client.get(address, headers={"range": asked})
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_a_range_beyond_the_end_cannot_be_satisfied(client: Client, address: str) -> None:
    assert client.get(address, headers={"range": "bytes=2560-"}).status_code == 416


@pytest.mark.parametrize(
    "path",
    ["../data/tocsin.sqlite3", "..%2f..%2fetc/passwd", "%2fetc/passwd", "nothing.webp", "", "../original_images/a.jpg"],
)
def test_nothing_else_is_served(client: Client, address: str, path: str) -> None:
    folder = Path(settings.MEDIA_ROOT) / "original_images"
    folder.mkdir(exist_ok=True)
    (folder / "a.jpg").write_bytes(b"original")
    assert client.get(f"/media/images/{path}").status_code == 404
    assert client.get("/media/original_images/a.jpg").status_code == 404
