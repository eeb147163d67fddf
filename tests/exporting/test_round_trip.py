"""What is exported and read back is the same newsroom, byte by byte; what must stay behind stays behind."""

from __future__ import annotations

import json
import re
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageViewRestriction, ReferenceIndex, Revision

from tests import make
from tests.exporting.newsroom import CANARIES, build, empty, files_of
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, HomePage, Picture
from tocsin.articles.services.newsroom import found
from tocsin.claims.models import Override
from tocsin.comments.models import Comment
from tocsin.exporting import people
from tocsin.exporting.columns import names
from tocsin.exporting.errors import NotExported
from tocsin.exporting.kinds import KINDS, LEFT_OUT, PERSON
from tocsin.exporting.reading import read_back
from tocsin.exporting.writing import export
from tocsin.search.models import Change, LiveCitation

DOCS = Path(__file__).resolve().parents[2] / "docs" / "operator" / "export.md"
LISTS = ("/", "/rss.xml", "/feed.json", "/sitemap.xml", "/archive/", "/corrections/", "/claims/", "/comments/", "/old")


def answers(client: Client) -> dict[str, tuple[int, str, bytes]]:
    """What the public addresses say."""
    article = ArticlePage.objects.get(title="Bridge at Irpin is open")
    comment = Comment.objects.public().first()
    assert comment is not None
    addresses = [
        *LISTS,
        *(one.address for one in ArticlePage.objects.live()),
        *("/about/", "/about/team/", "/closed/", "/search/?q=bridge", "/tag/bridges/", f"/comments/{comment.pk}/"),
        *(f"/claims/{span.claim_id}/" for span in article.published_spans.all()),
        *(f"/comments/article-{article.pk}/", f"/api/v1/comments/?article={article.pk}", "/?p=12"),
        *(section.get_absolute_url() for section in [article.section] if section),
        *(line.contributor.get_absolute_url() for line in article.bylines.all()),
    ]
    told = {address: client.get(address) for address in addresses}
    return {address: (one.status_code, one.headers.get("Location", ""), one.content) for address, one in told.items()}


def _taken_in(stored: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in stored.items() if not name.startswith("images/")}


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    named = [*(kind.label for kind in KINDS), *LEFT_OUT]
    assert len(named) == len(set(named))
    assert {model._meta.label for model in apps.get_models()} - set(named) == set()
    assert all(LEFT_OUT.values())
    for kind in KINDS:
        columns = {field.name for field in kind.model._meta.concrete_fields}
        assert kind.withheld.keys() <= columns, kind.name
        assert kind.given.keys() <= kind.withheld.keys(), kind.name


def test_every_column_is_documented() -> None:
    """So that nobody adds a column without asking whether it may leave the house."""
    text = DOCS.read_text(encoding="utf-8")
    told = dict(line.split(" | ", 1) for line in text.splitlines() if re.match(r"\| `[a-z-]+\.jsonl`", line))
    wanted = {}
    for kind in KINDS:
        columns = ["name"] if kind is PERSON else names(kind)
        wanted[f"| `{kind.file}.jsonl`"] = f"`{kind.prefix}` | {', '.join(f'`{name}`' for name in columns)} |"
    assert told == wanted


@pytest.mark.django_db
def test_a_newsroom_read_back_is_the_same(
    home: HomePage, media: Path, elsewhere: Any, tmp_path: Path, client: Client
) -> None:
    build()
    before = answers(client)
    manifest = export(tmp_path / "one")
    assert [kind for kind, count in manifest.records.items() if not count] == []
    assert len([name for name in manifest.files if name.startswith("media/")]) == 2
    written = files_of(tmp_path / "one")
    assert [word for word in CANARIES for data in written.values() if word.encode() in data] == []
    assert b"Nina Sova" in written["people.jsonl"]
    assert len(written["people.jsonl"].splitlines()) == 1, "nobody whom nothing names"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "one").rglob("*")} == {0o600, 0o700}
    originals = files_of(media)

    elsewhere()
    assert read_back(tmp_path / "one", dry_run=True).records == manifest.records
    assert (ArticlePage.objects.count(), files_of(tmp_path / "media-of-the-new-site")) == (0, {})
    account = read_back(tmp_path / "one")
    assert (account.records, account.files, account.closed) == (manifest.records, 2, 2)
    export(tmp_path / "two")
    assert files_of(tmp_path / "two") == written
    after = answers(client)
    assert {address: one[:2] for address, one in after.items()} == {address: one[:2] for address, one in before.items()}
    assert after["/rss.xml"] == before["/rss.xml"]
    assert after["/closed/"][0] == 200
    assert b"For us." not in after["/closed/"][2]
    stored = files_of(tmp_path / "media-of-the-new-site")
    assert _taken_in(stored) == _taken_in(originals)
    assert len(_taken_in(stored)) == 2
    assert Change.objects.filter(key="anew:1").exists()
    assert LiveCitation.objects.count() == 2
    assert ReferenceIndex.get_references_to(Picture.objects.get()).exists()
    editor = Override.objects.get().by
    assert (editor.get_full_name(), editor.is_active, editor.has_usable_password()) == ("Nina Sova", False, False)
    assert make.article("One more").pk > max(page.pk for page in Page.objects.filter(title="Closed"))


@pytest.mark.django_db
def test_accounts_of_the_new_site_stay(home: HomePage, media: Path, elsewhere: Any, tmp_path: Path) -> None:
    User.objects.create_user("old", pk=1, is_superuser=True)
    make.article(owner_id=1).save_revision()
    export(tmp_path / "one.zip")
    elsewhere()
    User.objects.create_user("new", password=make.PASSWORD, pk=1)
    log(User.objects.get(), "tocsin.account.role", data={"role": "Editors"})
    read_back(tmp_path / "one.zip")
    owner = ArticlePage.objects.get().owner
    assert (owner.pk != 1, owner.get_full_name(), owner.is_superuser) == (True, "old", False)
    assert [one.content["owner"] for one in Revision.objects.order_by("-pk")][:1] == [owner.pk]
    assert User.objects.get(pk=1).check_password(make.PASSWORD)
    assert ModelLogEntry.objects.get().label == "new"


@pytest.mark.django_db
def test_a_zip_is_the_same_as_a_folder(home: HomePage, media: Path, elsewhere: Any, tmp_path: Path) -> None:
    picture = make.picture()
    make.article(lead_picture=picture)
    (media / picture.file.name).rename(media / "away")
    assert export(tmp_path / "missing").missing == [picture.file.name]
    (media / "away").rename(media / picture.file.name)
    export(tmp_path / "one")
    export(tmp_path / "one.zip")
    export(tmp_path / "two.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files_of(tmp_path / "one")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert stat.S_IMODE((tmp_path / "one.zip").stat().st_mode) == 0o600
    with pytest.raises(NotExported, match="exists already"):
        export(tmp_path / "one")
    (tmp_path / "mounted").mkdir()
    with pytest.raises(NotExported, match="exists already"):
        export(tmp_path / "mounted")
    elsewhere()
    assert read_back(tmp_path / "missing").missing == [picture.file.name]


@pytest.mark.django_db
def test_nothing_is_left_of_an_export_that_fails(
    home: HomePage, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*told: Any) -> None:
        raise KeyboardInterrupt

    for name in ("one", "one.zip"):
        with pytest.raises(KeyboardInterrupt):
            export(tmp_path / name, progress=fail)
    assert list(tmp_path.iterdir()) == []


HOSTILE = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=80).filter(str.strip)


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.fixed_dictionaries(dict.fromkeys(("title", "text", "comment", "name"), HOSTILE)),
    said=st.recursive(HOSTILE, st.lists),
)
def test_whatever_was_written_comes_back(media: Path, tmp_path_factory: Any, words: dict[str, str], said: Any) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    empty()
    make.site()
    heading = {"type": "heading", "value": {"text": words["text"], "level": "2"}}
    article = make.article("A", body=[make.paragraph(words["text"]), heading])
    article.title = words["title"]
    article.save_revision()
    ArticlePage.objects.filter(pk=article.pk).update(title=words["title"], standfirst=words["text"])
    Comment.objects.create(article=article, text=words["comment"], name=words["name"], reasons=[said], state="held")
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    export(folder / "one")
    empty()
    found("New", base_url="http://testserver")
    read_back(folder / "one")
    export(folder / "two")
    assert files_of(folder / "two") == files_of(folder / "one")
    kept = Comment.objects.get()
    assert (kept.text, kept.name, kept.reasons) == (words["comment"], words["name"], [said])
    assert ArticlePage.objects.get().title == words["title"]
    told = (folder / "one" / "articles.jsonl").read_bytes().split(b"\n")
    assert json.loads(told[0])["title"] == words["title"]


def test_a_person_is_known_by_the_name_the_desk_shows() -> None:
    assert User._meta.get_field("first_name").max_length == people.LONGEST
