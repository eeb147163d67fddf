"""Files of the old site: taken from the folder they lie in and from nowhere else, scrubbed, and missed aloud."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests import make
from tests.importers.wordpress.exports import SITE, author, item, written
from tocsin.articles.models import ArticlePage, File, HomePage, Picture
from tocsin.importers.wordpress.media import Folder, NotThere, Nowhere
from tocsin.importers.wordpress.services import Wishes, move_in


def picture_of_a_camera() -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "CANARY-CAMERA"
    Image.new("RGB", (60, 40), "#335577").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    (folder / "2022" / "03").mkdir(parents=True)
    (folder / "2022" / "03" / "span.jpg").write_bytes(picture_of_a_camera())
    (folder / "2022" / "03" / "list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return folder


def attachment(number: int, name: str, **fields: object) -> str:
    fields.setdefault("meta", {"_wp_attached_file": name})
    return item(number, "Span", "", type="attachment", url=f"{SITE}/wp-content/uploads/{name}", **fields)


@pytest.mark.parametrize("name", ["2022/03/span.jpg", "/2022/03/span.jpg"])
def test_a_file_is_found_by_its_path_inside_the_folder(uploads: Path, name: str) -> None:
    assert Folder(uploads).find("", name) == uploads / "2022" / "03" / "span.jpg"
    assert Folder(uploads).find(f"{SITE}/wp-content/uploads/2022/03/span.jpg") == uploads / "2022" / "03" / "span.jpg"
    assert Folder(uploads.parent).find("", name) == uploads / "2022" / "03" / "span.jpg"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg",
        "2022/../../secret.jpg",
        "{root}/secret.jpg",
        "link.jpg",
        "folder/secret.jpg",
        "2022",
        "a\0b",
        "x" * 5000,
        "..\\secret.jpg",
    ],
)
def test_nothing_outside_the_folder_is_read(uploads: Path, name: str) -> None:
    secret = uploads.parent / "secret.jpg"
    secret.write_bytes(b"secret")
    (uploads / "link.jpg").symlink_to(secret)
    (uploads / "folder").symlink_to(uploads.parent)
    with pytest.raises(NotThere):
        Folder(uploads).find(f"{SITE}/wp-content/uploads/{name}", name.format(root=uploads.parent))


def test_without_a_folder_it_is_said_what_to_do() -> None:
    with pytest.raises(NotThere, match="--media"):
        Nowhere().find(f"{SITE}/wp-content/uploads/a.jpg")


@pytest.mark.django_db
def test_pictures_come_with_their_words_and_without_what_the_camera_wrote(
    home: HomePage, uploads: Path, tmp_path: Path
) -> None:
    path = written(
        tmp_path,
        author(),
        attachment(
            5,
            "2022/03/span.jpg",
            excerpt="The span in March",
            parent=12,
            meta={"_wp_attached_file": "2022/03/span.jpg", "_wp_attachment_image_alt": "A span lies in the river"},
        ),
        attachment(6, "2022/03/list.csv"),
        attachment(7, "2022/03/gone.jpg"),
        item(
            12,
            "Bridge",
            '<!-- wp:image {"id":5} --><figure class="wp-block-image"><img src="https://old.example.org/wp-content/'
            'uploads/2022/03/span-300x200.jpg" alt="" class="wp-image-5"/></figure><!-- /wp:image -->'
            f'<p>See <a href="{SITE}/wp-content/uploads/2022/03/list.csv">the list</a>.</p>',
            meta={"_thumbnail_id": "5"},
        ),
    )
    account = move_in(path, Wishes(Folder(uploads)))
    picture = Picture.objects.get()
    assert (picture.description, picture.caption) == ("A span lies in the river", "The span in March")
    assert b"CANARY" in (uploads / "2022/03/span.jpg").read_bytes()
    assert b"CANARY" not in picture.file.read()
    article = ArticlePage.objects.get()
    assert article.live
    assert article.lead_picture == picture
    shown = next(block for block in article.body if block.block_type == "picture")
    assert (shown.value["picture"].pk, shown.value["picture"].contextual_alt_text) == (
        picture.pk,
        "A span lies in the river",
    )
    assert f'linktype="document" id="{File.objects.get().pk}"' in str(article.body.raw_data[1])
    assert [one.why.split(": ")[0] for one in account.missing.first] == [f"{SITE}/wp-content/uploads/2022/03/gone.jpg"]
    assert account.became["media"] == {"added": 2, "missing": 1}


@pytest.mark.django_db
def test_articles_get_their_pictures_once_these_are_there(home: HomePage, uploads: Path, tmp_path: Path) -> None:
    path = written(tmp_path, author(), attachment(5, "2022/03/span.jpg"), item(12, meta={"_thumbnail_id": "5"}))
    account = move_in(path, Wishes())
    assert account.missing.total == 1
    assert ArticlePage.objects.get().lead_picture is None
    move_in(path, Wishes(Folder(uploads)))
    assert ArticlePage.objects.get().get_latest_revision_as_object().lead_picture == Picture.objects.get()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("evil.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("page.jpg", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("page.csv", b"<html><script>alert(1)</script></html>"),
        ("shell.php", b"<?php system($_GET['c']);"),
        ("fake.pdf", b"<html></html>"),
    ],
)
def test_what_is_no_picture_or_not_what_its_name_says_is_refused(
    home: HomePage, uploads: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    (uploads / name).write_bytes(data)
    account = move_in(written(tmp_path, author(), attachment(5, name), item(12)), Wishes(Folder(uploads)))
    assert (Picture.objects.count(), File.objects.count()) == (0, 0)
    assert account.missing.total == 1
    assert ArticlePage.objects.count() == 1


@pytest.mark.django_db
def test_what_was_uploaded_here_is_not_touched_by_a_second_import(
    home: HomePage, uploads: Path, tmp_path: Path
) -> None:
    mine = make.picture()
    path = written(tmp_path, author(), attachment(5, "2022/03/span.jpg"))
    move_in(path, Wishes(Folder(uploads)))
    account = move_in(path, Wishes(Folder(uploads)))
    assert account.added() == 0
    assert Picture.objects.count() == 2
    assert Picture.objects.filter(pk=mine.pk).exists()
