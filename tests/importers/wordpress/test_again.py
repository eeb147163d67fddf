"""The same site once more: a newer export updates what changed, and never what an editor changed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.wordpress.exports import author, category, comment, item, written
from tocsin.articles.models import ArticlePage, Contributor, HomePage, PlainPage, Section
from tocsin.comments.models import Comment
from tocsin.importers.wordpress.report import Account
from tocsin.importers.wordpress.services import Wishes, move_in

pytestmark = pytest.mark.django_db


def moved(folder: Path, *parts: str) -> Account:
    return move_in(written(folder, author(), *parts), Wishes())


def body_of(article: ArticlePage) -> str:
    return "".join(block.value.source for block in article.body)


def test_what_changed_there_is_brought_up_to_date(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, "Bridge", "<p>Closed.</p>"), item(13, "About", type="page", slug="about"), item(14, "Old"))
    account = moved(
        tmp_path,
        item(12, "Bridge open", "<p>Open.</p>"),
        item(13, "About us", type="page", slug="about"),
        item(14, "Old"),
        item(15, "New"),
    )
    article = ArticlePage.objects.get(slug="item-12")
    assert (article.title, body_of(article), article.live) == ("Bridge open", "<p>Open.</p>", True)
    assert PlainPage.objects.get().title == "About us"
    assert account.became["articles"] == {"added": 1, "updated": 1, "unchanged": 1}
    assert account.became["pages"] == {"updated": 1}
    assert moved(tmp_path, item(12, "Bridge open", "<p>Open.</p>")).became["articles"] == {"unchanged": 1}


def test_what_an_editor_changed_stays_and_is_listed(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, "Bridge"))
    article = ArticlePage.objects.get()
    article.title = "Ours"
    article.save_revision().publish()
    assert moved(tmp_path, item(12, "Bridge")).conflicts.total == 0, "nothing changed there"
    account = moved(tmp_path, item(12, "Theirs", comments=[comment(1)]))
    article.refresh_from_db()
    assert article.title == "Ours"
    assert [(one.title, one.edit) for one in account.conflicts.first] == [("Theirs", f"/desk/pages/{article.pk}/edit/")]
    assert Comment.objects.count() == 1, "readers' comments come all the same"


def test_a_draft_an_editor_began_counts_as_a_change(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, "Bridge"))
    ArticlePage.objects.get().save_revision()
    assert moved(tmp_path, item(12, "Theirs")).conflicts.total == 1
    assert ArticlePage.objects.get().title == "Bridge"


def test_what_was_deleted_here_does_not_come_back(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, "Bridge"))
    ArticlePage.objects.get().delete()
    account = moved(tmp_path, item(12, "Changed"))
    assert account.became["articles"] == {"deleted here": 1}
    assert not ArticlePage.objects.exists()


def test_what_was_published_or_withdrawn_there_follows(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, status="draft"), item(13))
    moved(tmp_path, item(12), item(13, status="draft"))
    assert dict(ArticlePage.objects.values_list("slug", "live")) == {"item-12": True, "item-13": False}


def test_sections_and_contributors_follow_unless_they_were_changed_here(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, category("war", "War"), category("town", "Town", number=11))
    section = Section.objects.get(slug="town")
    section.name = "Our town"
    section.save()
    Contributor.objects.update(name="O. Kovalenko")
    account = moved(tmp_path, category("war", "The war"), category("town", "The town", number=11))
    assert sorted(Section.objects.values_list("name", flat=True)) == ["Our town", "The war"]
    assert Contributor.objects.get().name == "O. Kovalenko"
    (conflict,) = account.conflicts.first
    assert (conflict.title, conflict.edit) == ("Our town", f"/desk/sections/edit/{section.pk}/")


def test_new_comments_come_with_an_article_that_did_not_change(home: HomePage, tmp_path: Path) -> None:
    moved(tmp_path, item(12, comments=[comment(1)]))
    account = moved(tmp_path, item(12, comments=[comment(1), comment(2, "More.", parent=1)]))
    assert account.became["comments"] == {"added": 1, "unchanged": 1}
    assert Comment.objects.get(text="More.").parent.text == "Thank you."
