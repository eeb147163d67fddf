"""What is taken down is gone: text, versions, notes, pictures, files. Its addresses say so, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from wagtail.models import Comment, PageLogEntry, Revision

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.errors import TakedownRefused
from tocsin.articles.models import ArticlePage, CitedSource, File, HomePage, Picture, PictureRendition, Takedown
from tocsin.articles.services import publishing, spanning
from tocsin.articles.services.takedown import plan, take_down
from tocsin.claims.models import Claim, Decision

CANARY = "Khrystyna Zaplavska"
NOON = datetime(2022, 3, 5, 12, tzinfo=UTC)


def rows_with(text: str) -> list[str]:
    """Every table and column of the database that holds *text*."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            found += [
                f"{table}.{name}"
                for row in cursor
                for name, value in zip(columns, row, strict=True)
                if text in str(value)
            ]
    return sorted(set(found))


def body_with(picture: Picture) -> list[dict]:
    value = {"image": picture.pk, "alt_text": "A bridge", "decorative": False}
    return [
        make.paragraph(f"{CANARY} saw it."),
        {"type": "picture", "value": {"picture": value, "caption": "", "credit": ""}},
    ]


def test_nothing_in_the_database_holds_the_text_any_more(home: HomePage) -> None:
    editor = make.user("editor", superuser=True)
    article = make.article(f"{CANARY} testifies", body=body_with(make.picture()), tags=[CANARY], slug="witness")
    article.title = f"{CANARY} speaks"
    article.save_revision(user=editor, log_action=True).publish(user=editor)
    article.refresh_from_db()
    Comment.objects.create(page=article, user=editor, text=f"Is {CANARY} safe?", contentpath="title")
    assert {"articles_articlepage.body", "wagtailcore_revision.content"} <= set(rows_with(CANARY)), "it can be found"
    take_down(article, "A source asked us to.", editor)
    assert rows_with(CANARY) == []
    assert not ArticlePage.objects.exists()
    assert not Revision.objects.exists()
    assert not CitedSource.objects.exists()
    assert PageLogEntry.objects.filter(page_id=article.pk).exists(), "that something happened is still on record"


@pytest.mark.django_db(transaction=True)
def test_pictures_of_any_version_leave_the_disk_with_their_renditions() -> None:
    make.site()
    first, second = make.picture("First"), make.picture("Second")
    article = make.article(body=body_with(first), slug="witness")
    small = ContentFile(make.picture_bytes(), name="small.jpg")
    rendition = PictureRendition.objects.create(image=first, filter_spec="width-100", file=small, width=100, height=75)
    article.body = ArticlePage._meta.get_field("body").to_python(body_with(second))
    article.lead_picture = second
    article.save_revision().publish()
    files = [Path(file.path) for file in (first.file, rendition.file, second.file)]
    assert all(file.exists() for file in files)
    take_down(ArticlePage.objects.get(pk=article.pk), "A source asked us to.", None)
    assert [file for file in files if file.exists()] == []
    assert not Picture.objects.exists()


def test_what_something_else_uses_stays(home: HomePage, django_capture_on_commit_callbacks) -> None:
    in_article, in_draft, of_person, only_here = (make.picture(name) for name in ("Article", "Draft", "Person", "Here"))
    pictures = [in_article, in_draft, of_person, only_here]
    article = make.article(body=[block for picture in pictures for block in body_with(picture)], slug="witness")
    make.article(body=body_with(in_article))
    other = make.article()
    other.lead_picture = in_draft
    other.save_revision()
    make.contributor(picture=of_person)
    planned = plan(article)
    assert ({one.title for one in planned.staying}, [one.title for one in planned.going]) == (
        {"Article", "Draft", "Person"},
        ["Here"],
    )
    with django_capture_on_commit_callbacks(execute=True):
        take_down(article, "A source asked us to.", None)
    assert set(Picture.objects.values_list("title", flat=True)) == {"Article", "Draft", "Person"}
    assert all(Path(picture.file.path).exists() for picture in Picture.objects.all())


def test_a_linked_file_goes_too(home: HomePage, django_capture_on_commit_callbacks) -> None:
    file = File.objects.create(title="List", file=ContentFile(b"names", name="names.txt"))
    link = f'<a linktype="document" id="{file.pk}">the list</a>'
    article = make.article(body=[make.paragraph(f"See {link}.")])
    path = Path(file.file.path)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        take_down(article, "A source asked us to.", None)
    assert (path.exists(), File.objects.exists()) == (False, False)


def test_the_address_and_every_earlier_one_answer_410_with_the_reason(home: HomePage, client: Client) -> None:
    article = make.article(slug="one", published_at=NOON)
    article.slug = "two"
    article.save_revision().publish()
    article.refresh_from_db()
    take_down(article, "A source <asked> us to.", None)
    for address in ("/2022/03/05/one/", "/2022/03/05/two/", "/2022/03/05/two"):
        response = client.get(address)
        assert (address, response.status_code) == (address, 410)
        assert "A source &lt;asked&gt; us to." in response.content.decode()
    assert client.get("/2022/03/05/three/").status_code == 404
    assert Takedown.objects.count() == 2


def test_what_is_published_there_later_is_shown(home: HomePage, client: Client) -> None:
    take_down(make.article(slug="one", published_at=NOON), "A source asked us to.", None)
    assert client.get("/2022/03/05/one/").status_code == 410
    make.article(slug="one", published_at=NOON)
    assert client.get("/2022/03/05/one/").status_code == 200


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_a_takedown_needs_a_reason_readers_can_read(home: HomePage, reason: str) -> None:
    article = make.article()
    with pytest.raises(TakedownRefused, match="at most 300 characters"):
        take_down(article, reason, None)
    assert ArticlePage.objects.filter(pk=article.pk).exists()


def test_a_draft_nobody_saw_is_deleted_not_taken_down(home: HomePage) -> None:
    with pytest.raises(TakedownRefused, match="Delete the draft instead"):
        take_down(make.article(live=False), "A source asked us to.", None)


def test_the_claims_of_the_article_alone_go_with_it_and_shared_ones_stay(editor: User) -> None:
    article = make.article(body=[make.paragraph("One thing. Another thing.")], live=False)
    other = make.article(body=[make.paragraph("Another thing.")], live=False)
    alone, shared = make.claim("One thing.", type="event"), make.claim("Another thing.", type="event")
    make.assertion(alone)
    for page, claim in ((article, alone), (article, shared), (other, shared)):
        start = spanning.anchored_text(page).text.index(claim.text)
        spanning.add_span(page, claim, start=start, end=start + len(claim.text))
    for page in (article, other):
        publishing.publish(page)
    take_down(ArticlePage.objects.get(pk=article.pk), "Wrong.", editor)
    assert list(Claim.objects.public()) == [shared]
    assert not Claim.objects.filter(text="One thing.").exists()
    assert Decision.objects.get(verb="erase").after == {"claims": 1}
