"""An export that is not whole, was changed, or is built to do harm is refused in one line, and nothing of it is left."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as site_settings
from django.core.files.base import ContentFile
from PIL import Image
from taggit.models import Tag

from tests import make
from tests.exporting.newsroom import changed, empty, files_of
from tocsin.articles.models import ArticlePage, File, HomePage
from tocsin.articles.services.newsroom import found
from tocsin.claims.models import Decision, Override
from tocsin.exporting import opening
from tocsin.exporting.columns import BadValue, Column
from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.reading import read_back
from tocsin.exporting.writing import export
from tocsin.lib.errors import TocsinError

Change = Callable[[Path], object]


def told(change: Callable[[dict[str, Any]], object]) -> Change:
    """Change what the manifest says."""

    def do(folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        change(manifest)
        (folder / "manifest.json").write_text(json.dumps(manifest))

    return do


def record(file: str, /, **values: Any) -> Change:
    """Change the first record of a file; ``...`` takes a column out."""

    def do(content: bytes) -> bytes:
        first, _end, rest = content.partition(b"\n")
        one = json.loads(first) | values
        return json.dumps({key: value for key, value in one.items() if value is not ...}).encode() + b"\n" + rest

    return lambda folder: changed(folder, f"{file}.jsonl", do)


def line(name: str, text: bytes) -> Change:
    return lambda folder: changed(folder, f"{name}.jsonl", lambda content: text + b"\n" + content.partition(b"\n")[2])


def twice(name: str, kind: str) -> Change:
    def do(folder: Path) -> None:
        changed(folder, f"{name}.jsonl", lambda content: content.splitlines(keepends=True)[0] * 2)
        told(lambda manifest: manifest["records"].update({kind: 2}))(folder)

    return do


def media(kind: str, content: bytes) -> Change:
    """Put *content* in place of the file of the first record of *kind*."""

    def do(folder: Path) -> None:
        one = json.loads((folder / f"{kind}.jsonl").read_bytes().splitlines()[0])
        changed(folder, one["file"]["media"], lambda was: content)

    return do


def photographed() -> bytes:
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (30, 20)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def packed(change: Callable[[zipfile.ZipFile, Path], object]) -> Change:
    """Pack the folder, in a zip that *change* adds to."""

    def do(folder: Path) -> Path:
        target = folder.with_suffix(".zip")
        with zipfile.ZipFile(target, "w") as archive:
            for path in folder.rglob("*"):
                archive.write(path, path.relative_to(folder))
            change(archive, folder)
        return target

    return do


def cut(folder: Path) -> Path:
    target = packed(lambda archive, _folder: None)(folder)
    assert isinstance(target, Path)
    target.write_bytes(target.read_bytes()[:-400])
    return target


def bomb(folder: Path) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * (64 * 2**20))
    return target


def picture_named(name: str) -> Change:
    def do(folder: Path) -> None:
        one = json.loads((folder / "pictures.jsonl").read_bytes())
        record("pictures", file=one["file"] | {"name": name})(folder)

    return do


NESTED = b'{"id": "tag:1", "name": ' + b"[" * 200_000 + b"]" * 200_000 + b', "slug": "a"}'
REFUSED: dict[str, tuple[Change, str]] = {
    "no manifest": (lambda folder: (folder / "manifest.json").unlink(), "There is no manifest.json"),
    "a manifest that is none": (lambda folder: (folder / "manifest.json").write_text("{"), "cannot be read"),
    "another program's": (told(lambda one: one.update(format="backup")), "no export of Tocsin"),
    "a later form": (told(lambda one: one.update(version=2)), "form 2, and this program reads form 1"),
    "an odd manifest": (told(lambda one: one["files"].update(README=7)), "says something odd"),
    "a kind nobody knows": (told(lambda one: one["records"].update(poem=0)), "does not know: poem"),
    "a kind without its file": (told(lambda one: one["files"].pop("tags.jsonl")), "does not name the files"),
    "a next number of nothing": (told(lambda one: one["next_numbers"].update(poem=1)), "says something odd"),
    "a next number below one": (told(lambda one: one["next_numbers"].update(page=0)), "says something odd"),
    "a path out": (told(lambda one: one["files"].update({"../x.jsonl": one["files"]["tags.jsonl"]})), "no export of Tocsin holds"),
    "another time zone": (told(lambda one: one.update(time_zone="Europe/Kyiv")), "TOCSIN_TIME_ZONE=Europe/Kyiv"),
    "another language": (told(lambda one: one.update(language="uk")), "TOCSIN_LANGUAGE=uk"),
    "a file missing": (lambda folder: (folder / "tags.jsonl").unlink(), "tags.jsonl is missing"),
    "media missing": (lambda folder: next((folder / "media").iterdir()).unlink(), r"media/\w+\.\w+ is missing"),
    "a file more": (lambda folder: (folder / "more.txt").write_text("x"), "'more.txt' is not named"),
    "a changed file": (lambda folder: (folder / "tags.jsonl").write_text(""), "tags.jsonl is not what was exported"),
    "a link": (lambda folder: (folder / "link").symlink_to("/etc/passwd"), "is a link"),
    "no JSON": (line("tags", b"{"), "tags.jsonl, line 1: it is no JSON"),
    "bad UTF-8": (line("tags", b'{"id": "\xff"}'), "tags.jsonl, line 1: it is no JSON"),
    "deep JSON": (line("tags", NESTED), "tags.jsonl, line 1: "),
    "no number": (line("places", b'{"id": "place:1", "true_latitude": NaN}'), "places.jsonl, line 1: it is no JSON"),
    "no record": (line("tags", b"[1]"), "line 1: it is no record"),
    "a column less": (record("articles", title=...), "articles.jsonl, line 1: title: it is missing"),
    "a column more": (record("articles", colour="red"), "line 1: colour: no such column"),
    "a password": (record("page-restrictions", password="x"), "line 1: password: no such column"),
    "nothing where something must be": (record("articles", title=None), "title: nothing stands there"),
    "a word for a switch": (record("articles", live="yes"), 'live: it is "yes"'),
    "a number for a text": (record("articles", title=7), "title: it is 7"),
    "a number too large": (record("sections", position=10**30), "position: "),
    "text too long": (record("tags", name="x" * 101), "name: it is longer than 100 characters"),
    "a zero byte": (record("tags", name="a\0b"), "name: a character in it is a zero byte"),
    "half a character": (record("tags", name="a\ud800b"), "tags.jsonl, line 1"),
    "no instant": (record("comments", written_at="yesterday"), "written_at: it is no instant"),
    "no offset": (record("comments", written_at="2022-03-05T12:00:00"), "without its offset"),
    "no date": (record("articles", dateline_date="2022-13-01"), "dateline_date: it is no date"),
    "no amount": (record("assertions", best="many"), "best: it is no number"),
    "a word that is no choice": (record("comments", state="shown"), 'state: it is "shown", and can be held, published'),
    "blocks that are none": (record("articles", body="<p>x</p>"), "body: blocks are a list"),
    "a reference to another kind": (record("articles", section="tag:1"), "section: it is no section:NUMBER"),
    "a reference to no number": (record("articles", section="section:1 OR 1"), "section: it is no section:NUMBER"),
    "a reference to nothing": (record("articles", section="section:999"), "refers to a record it does not hold"),
    "a type that is none": (record("revisions", content_type="session"), "content_type: it is the name of no kind"),
    "a page of another kind": (record("articles", content_type="front-page"), "content_type: it is no article"),
    "a record twice": (twice("tags", "tag"), "tags.jsonl, lines 1 to 2: the database refuses it"),
    "a record less": (lambda folder: changed(folder, "tags.jsonl", lambda content: b""), "has 0 records, and the manifest says 1"),
    "groups that are none": (record("page-restrictions", groups="Editors"), "groups are a list of names"),
    "a torn tree": (record("articles", path="0001000100010001"), "no whole tree"),
    "a child nobody counts": (record("front-pages", numchild=0), "no whole tree"),
    "a place of other letters": (record("articles", path="00010001000!"), "no whole tree"),
    "no site": (record("sites", is_default_site=False), "no site with its front page"),
    "a person without a name": (record("people", name=""), "people.jsonl, line 1: a person has"),
    "a person that is no record": (line("people", b"[1]"), "people.jsonl, line 1: a person has"),
    "a person twice": (twice("people", "person"), "people.jsonl, line 2: the export names somebody twice"),
    "a person with a password": (record("people", password="x"), "people.jsonl, line 1: a person has"),
    "a picture outside": (picture_named("original_images/../../x.jpg"), "no name of a file in original_images/"),
    "a picture anywhere": (picture_named("/etc/x.jpg"), "no name of a file in original_images/"),
    "a picture hidden": (picture_named("original_images/.htaccess"), "no name of a file in original_images/"),
    "a picture that is not there": (record("pictures", file={"name": "original_images/x.jpg", "media": None}), "not in the export"),
    "a picture with its camera": (media("pictures", photographed()), "holds more than its pixels"),
    "a picture that is none": (media("pictures", b"<svg/>"), "pictures.jsonl, line 1: file: "),
    "a page that calls itself a table": (media("files", b"<html>"), "is not what its name says"),
    "a zip that leaves": (packed(lambda archive, _folder: archive.writestr("../x", b"")), "a place outside itself"),
    "a zip of another kind": (packed(lambda archive, _folder: archive.writestr("x", b"", zipfile.ZIP_BZIP2)), "packed in an unusual way"),
    "a zip cut short": (cut, "is no whole export"),
    "a zip that grows": (bomb, "grows to more than 200 times"),
}  # fmt: skip


@pytest.fixture
def whole(home: HomePage, settings: Any, tmp_path: Path) -> Path:
    """An export with something of all that is changed, beside a new site."""
    settings.MEDIA_ROOT = tmp_path / "media-of-the-old-site"
    article = make.article(section=make.section(), lead_picture=make.picture(), tags=["bridges"], owner=make.user())
    make.comment(article)
    make.place()
    make.assertion()
    article.view_restrictions.create(restriction_type="login")
    File.objects.create(title="Table", file=ContentFile(b"a,b\n", name="table.csv"))
    export(tmp_path / "whole")
    empty()
    settings.MEDIA_ROOT = tmp_path / "media"
    found("New", base_url="http://testserver")
    return tmp_path / "whole"


def rows() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


def refusal(path: Path) -> str:
    try:
        read_back(path)
    except TocsinError as error:
        return str(error)
    return "it was taken"


@pytest.mark.django_db
def test_what_is_not_whole_is_refused_and_leaves_nothing(whole: Path, tmp_path: Path) -> None:
    before, wrong = rows(), {}
    for number, (name, (change, said)) in enumerate(REFUSED.items()):
        folder = tmp_path / f"changed-{number}"
        shutil.copytree(whole, folder)
        target = change(folder)
        answer = refusal(target if isinstance(target, Path) else folder)
        assert answer != "it was taken", name
        if not re.search(said, answer) or "\n" in answer:
            wrong[name] = answer
    assert wrong == {}
    assert rows() == before
    assert not Path(site_settings.MEDIA_ROOT).exists() or files_of(Path(site_settings.MEDIA_ROOT)) == {}
    assert refusal(whole) == "it was taken"
    assert ArticlePage.objects.count() == 1
    assert "This site is not new: there are articles in it (1)." in refusal(whole)


@pytest.mark.django_db
def test_files_are_taken_away_again_where_the_last_one_fails(whole: Path, settings: Any) -> None:
    there = Path(settings.MEDIA_ROOT) / "documents"
    there.mkdir(parents=True)
    name = json.loads((whole / "files.jsonl").read_bytes())["file"]["name"]
    (there.parent / name).write_bytes(b"another")
    before = rows()
    assert "is there already, and is another file" in refusal(whole)
    assert (rows(), files_of(there.parent)) == (before, {name: b"another"})


@pytest.mark.django_db
def test_a_site_that_is_begun_while_the_export_is_verified_is_left_alone(whole: Path) -> None:
    def begin(what: str, done: int, total: int) -> None:
        if what.startswith("verifying"):
            Tag.objects.get_or_create(name="begun")

    with pytest.raises(NotReadBack, match="This site is not new: there are tags in it"):
        read_back(whole, progress=begin)
    assert Tag.objects.get().name == "begun"


def test_somebody_the_export_does_not_hold_is_nobody_or_refused() -> None:
    """Never the one who has that number in the new site."""
    assert Column("by", Decision._meta.get_field("by")).read("person:5", {}) is None
    with pytest.raises(BadValue, match=r"nobody in people\.jsonl"):
        Column("by", Override._meta.get_field("by")).read("person:5", {6: 6})


@pytest.mark.django_db
def test_a_line_without_end_is_not_read_into_memory(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_LINE", 10)
    with pytest.raises(NotReadBack, match=r"people.jsonl, line 1: it is longer than"):
        read_back(whole)
