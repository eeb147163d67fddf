"""Pictures as the desk takes them in and as readers get them: scrubbed on the disk and in every rendition."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from tests import make
from tests.lib import planted
from tocsin.articles import renditions
from tocsin.articles.models import Picture
from tocsin.articles.services import pictures
from tocsin.lib.pictures import FORMS, PictureRefused

Callbacks = Any
"""A fixture of pytest-django that is called for a context."""

FORM = {
    "title": "A bridge",
    "description": "A bridge with one arch gone",
    "collection": "",
    "tags": "",
    "caption": "",
    "credit": "",
    "licence": "",
}
FOCUS = {"focal_point_x": "", "focal_point_y": "", "focal_point_width": "", "focal_point_height": ""}


def stored_files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def upload(desk: Client, data: bytes, name: str, **fields: str) -> object:
    file = SimpleUploadedFile(name, data)
    return desk.post(
        reverse("wagtailimages:add"), {**FORM, **FOCUS, "collection": root_collection(), "file": file, **fields}
    )


def root_collection() -> int:
    from wagtail.models import Collection

    return int(Collection.get_first_root_node().pk)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_planted_reaches_the_disk_from_the_desk(
    desk: Client, form: str, django_capture_on_commit_callbacks: Callbacks
) -> None:
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        upload(desk, planted.picture(form), f"IMG_from_PLANTEDAUTHOR.{form.lower()}")
    written = stored_files() - before
    assert len(written) > 4, "the stored picture and its renditions"
    for path in written:
        assert planted.survivors(path.read_bytes()) == set()
        assert "PLANTED" not in path.name


@pytest.mark.parametrize("form", FORMS)
def test_the_control_shows_what_was_planted(form: str) -> None:
    assert planted.survivors(planted.picture(form)) == planted.PLANTED[form]


def test_code_that_saves_a_picture_itself_cannot_bypass_the_scrubber(db: None) -> None:
    picture = Picture(title="Raw", file=ContentFile(planted.picture("JPEG"), name="raw.jpg"))
    picture.save()
    assert planted.survivors(picture.file.read()) == set()
    assert (picture.width, picture.height) == (640, 480)
    assert picture.file_size == len(Path(picture.file.path).read_bytes())


def test_code_that_stores_the_file_itself_cannot_bypass_the_scrubber(db: None) -> None:
    picture = make.picture()
    picture.file.save("PLANTED.png", ContentFile(planted.picture("PNG")))
    assert planted.survivors(Path(picture.file.path).read_bytes()) == set()
    assert (picture.width, picture.height) == (640, 480)
    assert "PLANTED" not in picture.file.name


def test_the_file_of_a_picture_gone_is_never_that_of_another(db: None) -> None:
    """Its removal may come late, or twice."""
    gone = make.picture()
    storage, name = gone.file.storage, gone.file.name
    gone.delete()
    storage.delete(name)
    same = make.picture()
    storage.delete(name)
    assert Path(same.file.path).exists()


def test_code_cannot_put_in_what_is_no_picture(db: None) -> None:
    picture = make.picture()
    before = stored_files()
    with pytest.raises(PictureRefused):
        picture.file = ContentFile(b"<svg/>", name="drawing.png")
    with pytest.raises(PictureRefused):
        picture.file.save("drawing.png", ContentFile(b"<svg/>"))
    assert stored_files() == before


def test_a_replaced_file_is_scrubbed_too(db: None) -> None:
    picture = make.picture()
    picture.file = ContentFile(planted.picture("PNG"), name="other.png")
    picture.save()
    assert planted.survivors(Path(picture.file.path).read_bytes()) == set()
    assert "GPS position" in picture.removed


def test_replacing_a_file_at_the_desk_replaces_its_renditions(
    desk: Client, django_capture_on_commit_callbacks: Callbacks
) -> None:
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        picture = make.picture()
    old = stored_files() - before
    file = SimpleUploadedFile("new.webp", planted.picture("WEBP"))
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(
            reverse("wagtailimages:edit", args=[picture.pk]),
            {**FORM, **FOCUS, "collection": root_collection(), "file": file},
        )
    changed = Picture.objects.get()
    assert (changed.width, changed.file.name.endswith(".webp")) == (640, True)
    assert not [path for path in old if path.exists()]
    assert {one.filter_spec for one in changed.renditions.all()} >= {one.spec for one in renditions.choices(changed)}
    for path in stored_files() - before:
        assert planted.survivors(path.read_bytes()) == set()


def test_a_picture_that_comes_back_is_not_shown_by_files_that_are_gone(
    db: None, django_capture_on_commit_callbacks: Callbacks
) -> None:
    for _time in (1, 2):
        with django_capture_on_commit_callbacks(execute=True):
            picture = make.picture()
        assert [one for one in picture.renditions.all() if not Path(one.file.path).exists()] == []
        assert {one.spec for one in renditions.choices(picture)} <= set(renditions.existing(picture))
        with django_capture_on_commit_callbacks(execute=True):
            picture.delete()


def test_a_deleted_picture_leaves_nothing_on_the_disk(db: None, django_capture_on_commit_callbacks: Callbacks) -> None:
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        picture = make.picture()
    assert len(stored_files() - before) > 4
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert stored_files() == before


def several(desk: Client, data: bytes, name: str, title: str = "") -> dict[str, object]:
    """The first step of uploading several pictures: each is sent alone, with the title its file's name gives."""
    response = desk.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": SimpleUploadedFile(name, data), "title": title or name, "collection": root_collection()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    found: dict[str, object] = response.json()
    return found


@pytest.mark.parametrize("form", FORMS)
def test_of_several_pictures_none_waits_unscrubbed_for_its_words(desk: Client, form: str) -> None:
    before = stored_files()
    answer = several(desk, planted.picture(form), f"PLANTED.{form.lower()}")
    picture = Picture.objects.get(pk=answer["image_id"])
    assert "Removed from this file at upload: GPS position, camera" in str(answer["form"])
    for path in stored_files() - before:
        assert planted.survivors(path.read_bytes()) == set()
        assert "PLANTED" not in path.name
    form_fields = {f"image-{picture.pk}-{name}": value for name, value in {**FORM, "collection": "1"}.items()}
    edit = reverse("wagtailimages:edit_multiple", args=[picture.pk])
    without = desk.post(edit, {**form_fields, f"image-{picture.pk}-description": ""}).json()
    assert (without["success"], "Describe what the picture shows" in without["form"]) == (False, True)
    assert desk.post(edit, form_fields).json()["success"]
    assert Picture.objects.get().description == FORM["description"]


def test_of_several_pictures_one_that_waits_for_a_title_is_scrubbed_as_well(desk: Client) -> None:
    before = stored_files()
    answer = several(desk, planted.picture("JPEG"), "PLANTED.jpg", title="x" * 300)
    waiting = UploadedFile.objects.get(pk=answer["uploaded_file_id"])
    assert stored_files() > before
    for path in stored_files() - before:
        assert planted.survivors(path.read_bytes()) == set()
    fields = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in {**FORM, "collection": "1"}.items()}
    answer = desk.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]), fields).json()
    assert answer["success"]
    assert planted.survivors(Picture.objects.get().file.read()) == set()


def test_of_several_files_one_that_is_no_picture_is_refused(desk: Client) -> None:
    before = stored_files()
    answer = several(desk, b"GIF89a" + b"\0" * 50, "moving.gif")
    assert answer == {"success": False, "error_message": "This is a GIF: save it as JPEG or PNG."}
    assert (stored_files(), Picture.objects.count(), UploadedFile.objects.count()) == (before, 0, 0)


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_uploaded_while_writing_is_scrubbed(desk: Client, form: str) -> None:
    before = stored_files()
    values = {**FORM, **FOCUS, "collection": root_collection()}
    fields = {f"image-chooser-upload-{name}": value for name, value in values.items()}
    fields["image-chooser-upload-file"] = SimpleUploadedFile("PLANTED.bin", planted.picture(form))
    answer = desk.post(reverse("wagtailimages_chooser:create"), fields).json()
    assert answer["step"] == "chosen"
    assert len(stored_files() - before) >= 2
    for path in stored_files() - before:
        assert planted.survivors(path.read_bytes()) == set()
    fields["image-chooser-upload-file"] = SimpleUploadedFile("a.jpg", b"<svg/>")
    answer = desk.post(reverse("wagtailimages_chooser:create"), fields).json()
    assert "This is an SVG drawing: save it as PNG." in answer["htmlFragment"]


def test_the_desk_says_what_was_removed(desk: Client) -> None:
    upload(desk, planted.picture("JPEG"), "a.jpg")
    shown_form = desk.get(reverse("wagtailimages:edit", args=[Picture.objects.get().pk])).content.decode()
    assert "Removed from this file at upload: GPS position, camera" in shown_form


@pytest.mark.parametrize("form", FORMS)
def test_nothing_planted_reaches_readers(
    client: Client, tmp_path: Path, home: object, form: str, django_capture_on_commit_callbacks: Callbacks
) -> None:
    """What the browser gets, looked through byte by byte and by exiftool; the original is not served at all."""
    with django_capture_on_commit_callbacks(execute=True):
        picture = pictures.add(planted.picture(form), title="A bridge", description="A bridge")
    served = [client.get(one.url) for one in picture.renditions.all()]
    assert len(served) >= 7
    for number, response in enumerate(served):
        data = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        assert (response.status_code, planted.survivors(data)) == (200, set())
        (tmp_path / f"{number}.{response['Content-Type'].removeprefix('image/')}").write_bytes(data)
    assert client.get(picture.file.url).status_code == 404
    if exiftool := shutil.which("exiftool"):
        assert "PLANTED" not in read_by(exiftool, tmp_path)
        (tmp_path / "control.jpg").write_bytes(planted.picture("JPEG"))
        assert "PLANTEDAUTHOR" in read_by(exiftool, tmp_path)


def read_by(exiftool: str, folder: Path) -> str:
    command = [exiftool, "-a", "-u", "-ee", "-G", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_a_refusal_stands_at_the_field_and_nothing_is_kept(desk: Client) -> None:
    before = stored_files()
    response = upload(desk, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.png")
    assert response.status_code == 200  # type: ignore[attr-defined]
    assert Picture.objects.count() == 0
    assert stored_files() == before


def test_a_picture_needs_words_or_the_tick_that_it_is_decorative(desk: Client) -> None:
    data = planted.picture("JPEG")
    response = upload(desk, data, "a.jpg", description="")
    assert "Describe what the picture shows" in response.content.decode()  # type: ignore[attr-defined]
    assert Picture.objects.count() == 0
    upload(desk, data, "a.jpg", description="", is_decorative="on")
    assert Picture.objects.get().is_decorative


def test_the_service_refuses_and_keeps_nothing(db: None) -> None:
    with pytest.raises(PictureRefused):
        pictures.add(b"GIF89a", title="Moving")
    assert Picture.objects.count() == 0


def shown(picture: Picture, arguments: str = "") -> str:
    template = Template("{% load tocsin_pictures %}{% responsive_picture picture " + arguments + " %}")
    return template.render(Context({"picture": picture}))


def test_a_page_offers_modern_forms_and_sizes(db: None) -> None:
    picture = make.picture()
    renditions.make(picture)
    html = shown(Picture.objects.get(pk=picture.pk))
    assert 'type="image/avif"' in html
    assert 'type="image/webp"' in html
    assert 'width="800" height="600"' in html
    assert 'loading="lazy"' in html
    assert 'alt="A bridge with one arch gone"' in html


def test_a_page_shows_a_picture_before_the_background_has_made_its_renditions(db: None) -> None:
    picture = make.picture()
    html = shown(picture)
    assert "<img src=" in html
    assert "avif" not in html


def test_a_decorative_picture_has_an_empty_alternative_text(db: None) -> None:
    assert 'alt=""' in shown(make.picture(is_decorative=True))
    assert 'alt="Here"' in shown(make.picture(is_decorative=True), 'alt="Here"')


def test_pages_ask_nothing_more_for_thirty_pictures_than_for_one(
    db: None, django_assert_num_queries: Callbacks, django_capture_on_commit_callbacks: Callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for _number in range(30):
            make.picture()
    for number in (1, 30):
        with django_assert_num_queries(2):
            found = list(Picture.objects.prefetch_related("renditions")[:number])
            assert len([html for html in map(shown, found) if 'type="image/avif"' in html]) == number


def test_a_page_is_shown_though_a_pictures_file_is_lost(db: None) -> None:
    picture = make.picture()
    Path(picture.file.path).unlink()
    assert shown(Picture.objects.get()) == ""


def test_readers_cannot_have_renditions_made(client: Client, home: object) -> None:
    picture = make.picture()
    stem = Path(picture.file.name).stem
    for path in (f"/media/images/{stem}.width-333.jpg", f"/images/{picture.pk}/width-333/", "/desk/images/1/preview/"):
        assert client.get(path).status_code in {302, 404}
    assert picture.renditions.count() == 0


def test_no_rendition_is_larger_than_the_picture(db: None) -> None:
    assert max(one.width for one in renditions.choices(make.picture())) <= 800
