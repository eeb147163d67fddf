"""The demo's newsroom: complete, honest about its sources, and built by the services every newsroom uses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from PIL import Image
from pytest_django import DjangoDbBlocker

from tests import make
from tocsin.articles import readiness
from tocsin.articles.models import ArticlePage, Correction, File, Menu, Newsroom, Picture, PlainPage, Section
from tocsin.articles.rendering import render
from tocsin.articles.statuses import CorrectionKind
from tocsin.importers.demo import pictures, read, services, sound
from tocsin.importers.demo.body import Shelf
from tocsin.lib import clock
from tocsin.sources.models import Source
from tocsin.sources.statuses import ReferenceStatus

NOTHING = services.Summary()


def blank_pictures() -> dict[str, bytes]:
    """Small pictures in place of the drawn ones, each of another colour, as drawing takes a while."""
    return {
        name: make.picture_bytes(size=(320, 213), colour=f"#{10 + 9 * number:02x}5577")
        for number, name in enumerate(pictures.MOTIFS)
    }


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[services.Summary]:
    """A site filled once for all tests of this file, and emptied after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        make.site()
        yield services.fill(drawn=blank_pictures())
        transaction.set_rollback(True)


@pytest.fixture
def published(filled: services.Summary, db: None) -> list[ArticlePage]:
    return list(ArticlePage.objects.published())


def block_kinds(articles: list[ArticlePage]) -> set[str]:
    return {block.block_type for article in articles for block in article.body}


def test_an_empty_site_is_filled(filled: services.Summary, db: None) -> None:
    assert filled == services.Summary(
        articles=ArticlePage.objects.count(),
        pages=PlainPage.objects.count(),
        pictures=len(pictures.MOTIFS),
        sources=len(read.sources()),
    )
    assert filled.articles >= 15
    assert Newsroom.objects.get().name == "The Night Bell"


def test_filling_twice_doubles_nothing(filled: services.Summary, db: None) -> None:
    counted = (ArticlePage, PlainPage, Picture, File, Source, Section, Menu, Correction)
    before = [model.objects.count() for model in counted]
    assert services.fill(drawn=blank_pictures()) == NOTHING
    assert [model.objects.count() for model in counted] == before


def test_it_speaks_four_languages_and_links_the_translations(published: list[ArticlePage]) -> None:
    languages = [article.language for article in published]
    assert {code: languages.count(code) for code in sorted(set(languages))} == {"ar": 1, "en": 7, "es": 2, "uk": 2}
    original = ArticlePage.objects.get(slug="ukraine-crossing-a-border")
    assert sorted(one.language for one in original.translations.all()) == ["es", "uk"]


def test_every_published_article_is_ready_and_filed(published: list[ArticlePage]) -> None:
    assert [(article.slug, readiness.objections(article)) for article in published] == [
        (article.slug, []) for article in published
    ]
    for article in published:
        assert article.section
        assert article.tags.exists()
        assert article.bylines.exists()
        assert article.standfirst
        assert article.lead_picture


def test_an_unready_article_would_be_noticed(home: object) -> None:
    article = make.article(live=False, lead_picture=make.picture(description=""))
    assert readiness.objections(article) != []


def test_every_picture_says_what_it_shows(filled: services.Summary, db: None) -> None:
    for picture in Picture.objects.all():
        assert picture.description.startswith("Illustration: ")
        assert picture.credit == "Illustration: Tocsin demo"


def test_what_is_not_out_is_not_seen(published: list[ArticlePage]) -> None:
    hidden = ArticlePage.objects.exclude(pk__in=[article.pk for article in published])
    by_slug = {article.slug: article for article in hidden}
    assert sorted(by_slug) == ["haiti-one-million", "how-we-write-a-death-toll", "idai-before-the-water-came"]
    assert by_slug["idai-before-the-water-came"].approved_schedule is False
    assert by_slug["haiti-one-million"].approved_schedule
    scheduled = by_slug["haiti-one-million"].scheduled_revision
    assert clock.now() < scheduled.approved_go_live_at < clock.now() + timedelta(days=2)
    assert by_slug["how-we-write-a-death-toll"].scheduled_revision.as_object().is_embargoed


def test_references_are_honest(published: list[ArticlePage]) -> None:
    by_status = {
        status: set(Source.objects.filter(status=status).values_list("title", flat=True)) for status in ReferenceStatus
    }
    assert "Pakistan: humanitarian assistance" in by_status[ReferenceStatus.LOST]
    assert by_status[ReferenceStatus.RECOVERED] == {"Sudan: humanitarian assistance"}
    lost = ArticlePage.objects.get(slug="pakistan-a-third-under-water")
    assert [sources[0].title for _number, sources in readiness.lost_references(lost)] == [
        "Pakistan: humanitarian assistance"
    ]


def test_numbers_follow_the_text_and_repeat_for_the_same_source(published: list[ArticlePage]) -> None:
    references = render(ArticlePage.objects.get(slug="ukraine-crossing-a-border")).references
    assert [one.number for one in references] == list(range(1, len(references) + 1))
    assert max(len(one.marks) for one in references) > 1, "one source is cited more than once"
    assert max(len(one.sources) for one in references) > 1, "one marker points at several sources"
    assert all(render(article).references for article in published)


def test_there_is_a_correction_and_a_clarification(published: list[ArticlePage]) -> None:
    kinds = set(Correction.objects.filter(article__in=published).values_list("kind", flat=True))
    assert kinds == {CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION}


def test_all_but_film_is_shown(published: list[ArticlePage]) -> None:
    every = set(ArticlePage._meta.get_field("body").stream_block.child_blocks)
    assert every - block_kinds(published) == {"video"}


def test_notes_of_editors_stay_at_the_desk(published: list[ArticlePage]) -> None:
    noted = ArticlePage.objects.get(slug="kherson-one-city-three-answers")
    assert "note" in block_kinds([noted])
    assert "Until somebody finds it" not in render(noted).body
    assert "Armed visitors" in render(noted).body


def test_the_editor_is_one_account_with_a_new_password_each_time(home: object) -> None:
    account, first = services.editor("editor")
    again, second = services.editor("editor")
    assert account == again
    assert [group.name for group in again.groups.all()] == ["Editors"]
    assert (first != second, again.check_password(first), again.check_password(second)) == (True, False, True)


def test_a_picture_is_drawn_the_same_each_time() -> None:
    first = pictures.draw("tally")
    assert Image.open(io.BytesIO(first)).size == (1600, 1067)
    assert pictures.draw("tally") == first
    assert pictures.draw("wadi-before") != pictures.draw("wadi-night")
    assert set(pictures.MOTIFS) == set(read.pictures())


def test_the_bell_is_a_sound() -> None:
    assert sound.bell(strokes=1)[:4] == b"RIFF"
    assert len(sound.bell()) > len(sound.bell(strokes=1))


def test_text_is_stored_as_the_editor_stores_it() -> None:
    assert Shelf().inline("**Tell** *us* <now> [here](/contact/)") == (
        '<b>Tell</b> <i>us</i> &lt;now&gt; <a href="/contact/">here</a>'
    )


def test_pieces_of_a_text() -> None:
    text = read.parse(
        '+++\nslug = "a"\n+++\nOne.\n\nTwo.\n\n## Three\n\n- a\n- b\n\n:::quote\nspeaker = "S"\n---\nQ\n:::\n'
    )
    assert text.about == {"slug": "a"}
    assert text.pieces == (
        read.Piece("paragraph", ("One.", "Two.")),
        read.Piece("heading", ("Three",), {"level": "2"}),
        read.Piece("list", ("a", "b"), {"ordered": False}),
        read.Piece("quote", ("Q",), {"speaker": "S"}),
    )


def test_every_source_is_cited_and_every_marker_has_its_source() -> None:
    texts = [*read.texts("articles"), *read.texts("pages")]
    cited = {
        key
        for text in texts
        for piece in text.pieces
        for line in piece.lines
        for keys in re.findall(r"\[\^([a-z0-9,-]+)\]", line)
        for key in keys.split(",")
    }
    assert cited == set(read.sources())
