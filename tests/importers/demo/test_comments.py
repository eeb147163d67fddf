"""The demo's readers: what they say is shown, and what waits does so for the reasons that anybody's would."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import make
from tests.importers.demo.test_demo import blank_pictures
from tocsin.articles.models import ArticlePage
from tocsin.comments.models import Comment
from tocsin.comments.statuses import Kind, State
from tocsin.importers.demo.services import fill

pytestmark = pytest.mark.django_db


def test_readers_speak_the_newsroom_answers_and_the_desk_has_work(client: Client) -> None:
    editor = make.user("editor", superuser=True)
    fill(by=editor, drawn=blank_pictures())
    before = list(Comment.objects.values_list("pk", "state"))
    fill(by=editor, drawn=blank_pictures())
    assert list(Comment.objects.values_list("pk", "state")) == before
    article = ArticlePage.objects.get(slug="kherson-one-city-three-answers")
    page = client.get(article.url).content.decode()
    assert all(words in page for words in ("Marta K.", "Сусід з Корабельної", "مترجمة", "夜读", "Newsroom"))
    assert Comment.objects.public().filter(by_staff=editor).count() == 2
    claim = Comment.objects.public().get(claim__isnull=False)
    assert "Reads footnotes" in client.get(f"/claims/{claim.claim_id}/").content.decode()
    held = Comment.objects.filter(state=State.HELD, kind=Kind.COMMENT).order_by("pk")
    assert [
        {one["code"] for one in reasons} - {"all", "first"} for reasons in held.values_list("reasons", flat=True)
    ] == [
        set(),
        {"details"},
        {"details"},
        {"links"},
        {"links", "alike"},
        {"links", "alike"},
        set(),
    ]
    client.force_login(editor)
    desk = client.get("/desk/comments/")
    assert (desk.context["queue"].count, desk.context["errors_open"]) == (8, 1)
