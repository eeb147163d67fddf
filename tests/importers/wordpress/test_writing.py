"""What is written many at once is what an ordinary publication leaves behind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from tests.importers.wordpress.exports import SITE, author, category, item, tag, term, written
from tests.importers.wordpress.test_media import attachment, picture_of_a_camera
from tocsin.articles import readiness
from tocsin.articles.models import ArticlePage, CitedSource, HomePage, PlainPage
from tocsin.claims.models import ProtectedName
from tocsin.importers.wordpress.media import Folder
from tocsin.importers.wordpress.services import Wishes, move_in, moving
from tocsin.search.models import Change, LiveCitation
from tocsin.sources.models import Source

pytestmark = pytest.mark.django_db
NOTES = '[{"id":"aa","content":"See <a href=\\"https://example.com/report\\">the report</a>."},{"id":"bb","content":"A letter."}]'
WITH_NOTES = (
    '<!-- wp:paragraph --><p>The bridge<sup data-fn="aa" class="fn"><a href="#aa" id="aa-link">1</a></sup> is open'
    '<sup data-fn="bb" class="fn"><a href="#bb" id="bb-link">2</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->'
)


@pytest.fixture
def moved(home: HomePage, tmp_path: Path) -> ArticlePage:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "span.jpg").write_bytes(picture_of_a_camera())
    path = written(
        tmp_path,
        author(),
        category("war", "War"),
        tag("bridges", "Bridges"),
        term("language", "en", "English"),
        term("language", "uk", "Українська"),
        attachment(5, "span.jpg", meta={"_wp_attached_file": "span.jpg", "_wp_attachment_image_alt": "A span"}),
        item(
            12,
            "Bridge",
            WITH_NOTES
            + '<!-- wp:image {"id":5} --><figure><img src="/wp-content/uploads/span.jpg"/></figure><!-- /wp:image -->',
            slug="bridge",
            terms=[
                ("category", "war", "War"),
                ("post_tag", "bridges", "Bridges"),
                ("language", "en", "English"),
                ("post_translations", "pll_1", "pll_1"),
            ],
            meta={"footnotes": NOTES, "_thumbnail_id": "5"},
        ),
        item(
            13, "Міст", slug="mist", terms=[("language", "uk", "Українська"), ("post_translations", "pll_1", "pll_1")]
        ),
        item(14, "About", type="page", slug="about"),
    )
    move_in(path, Wishes(Folder(tmp_path / "uploads")))
    return ArticlePage.objects.get(slug="bridge")


def test_the_tree_is_whole(moved: ArticlePage) -> None:
    assert Page.find_problems() == ([], [], [], [], [])
    assert moved.get_parent().specific == HomePage.objects.get()
    assert HomePage.objects.get().numchild == 3


def test_the_version_holds_what_a_version_holds(moved: ArticlePage) -> None:
    for page in (moved, PlainPage.objects.get()):
        usual = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
        kept = dict(page.latest_revision.content)
        for content in (usual, kept):
            content["body"] = json.loads(content["body"])
            for name in ("latest_revision", "live_revision"):
                content.pop(name)
        assert kept == usual


def test_an_editor_can_go_on_from_it(moved: ArticlePage) -> None:
    draft = moved.get_latest_revision_as_object()
    assert moved.latest_revision == moved.live_revision
    assert readiness.objections(draft) == []
    draft.title = "Bridge open again"
    draft.save_revision().publish()
    moved.refresh_from_db()
    assert (moved.title, moved.url) == ("Bridge open again", "/2022/03/05/bridge/")


def test_it_is_known_what_each_page_uses(moved: ArticlePage) -> None:
    for page in (moved, ArticlePage.objects.get(slug="mist"), PlainPage.objects.get()):
        kept = set(
            ReferenceIndex.objects.filter(object_id=page.pk).values_list("to_object_id", "model_path", "content_path")
        )
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(page)
        usual = set(
            ReferenceIndex.objects.filter(object_id=page.pk).values_list("to_object_id", "model_path", "content_path")
        )
        assert kept == usual


def test_footnotes_are_references_with_their_sources(moved: ArticlePage) -> None:
    assert [(one.number, one.source.address) for one in moved.citations] == [(1, "https://example.com/report"), (2, "")]
    assert CitedSource.objects.count() == LiveCitation.objects.count() == 2
    assert Source.objects.lost().count() == 1


def test_the_search_is_told(moved: ArticlePage) -> None:
    keys = set(Change.objects.values_list("key", flat=True))
    assert {f"article:{moved.pk}", f"tag:{moved.tags.get().pk}", f"page:{PlainPage.objects.get().pk}"} <= keys


def test_languages_are_linked_as_translations(moved: ArticlePage) -> None:
    other = ArticlePage.objects.get(slug="mist")
    assert (other.language, other.translation_of) == ("uk", moved)
    other.full_clean()


def test_who_is_protected_is_not_published_by_an_import(home: HomePage, tmp_path: Path) -> None:
    ProtectedName.objects.create(text="Taras Hidden")
    account = move_in(
        written(tmp_path, author(), item(12, "Bridge", "<p>Built by Taras Hidden.</p>"), item(13)), Wishes()
    )
    assert dict(ArticlePage.objects.values_list("slug", "live")) == {"item-12": False, "item-13": True}
    assert account.became["states"] == {"protected": 1, "live": 1}


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no choice of processors")
@pytest.mark.parametrize("many", [True, False])
def test_links_are_the_same_however_many_processors_there_are_and_whatever_is_kept_a_draft(
    home: HomePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: bool
) -> None:
    ProtectedName.objects.create(text="Taras Hidden")
    monkeypatch.setattr(moving, "AT_ONCE", 1)
    (tmp_path / "span.jpg").write_bytes(picture_of_a_camera())
    words = {"_wp_attached_file": "span.jpg", "_wp_attachment_image_alt": "Taras Hidden on a bridge"}
    path = written(
        tmp_path,
        attachment(5, "span.jpg", meta=words),
        item(12, slug="bridge", meta={"_thumbnail_id": "5"}),
        item(13, content=f'<p><a href="{SITE}/?p=12">The bridge</a></p>'),
        item(14),
    )
    processors = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, processors if many else {min(processors)})
        move_in(path, Wishes(Folder(tmp_path)))
    finally:
        os.sched_setaffinity(0, processors)
    assert not ArticlePage.objects.get(slug="bridge").live
    assert 'href="/2022/03/05/bridge/"' in ArticlePage.objects.get(slug="item-13").body[0].value.source
