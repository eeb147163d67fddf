"""Who only moderates knows of what readers see and of what was commented on, and of nothing else."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.models import Comment, Discussion
from tocsin.comments.statuses import State

SECRET = "Zeppelin over Irpin"
_HREF = re.compile(r'href="(/desk/[^"#]*)"')


@pytest.fixture
def moderator(db: None, client: Client) -> Client:
    make.site()
    group = Group.objects.create(name="Moderation")
    rights = Permission.objects.filter(codename__in=["access_admin", "moderate_comments"])
    group.permissions.set(rights)
    user = make.user()
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.fixture
def draft(moderator: Client) -> ArticlePage:
    return make.article(SECRET, live=False)


@pytest.fixture
def unknown(moderator: Client) -> Claim:
    return make.claim(SECRET)


def test_an_article_nobody_sees_is_not_there(moderator: Client, draft: ArticlePage, unknown: Claim) -> None:
    for kind, pk in (("article", draft.pk), ("claim", unknown.pk)):
        address = f"/desk/comments/under/{kind}/{pk}/"
        assert moderator.get(address).status_code == 404
        assert moderator.post(address, {"opening": "closed", "holding": "all"}).status_code == 404
        assert SECRET not in moderator.get(f"/desk/comments/?{kind}={pk}").content.decode()
    assert not Discussion.objects.exists()


def test_what_was_commented_on_is_still_there_when_it_is_withdrawn(moderator: Client) -> None:
    article, other = make.article("Bridge at Irpin"), make.article("Dam")
    make.comment(article, state=State.HELD)
    for one in (article, other):
        one.unpublish()
    assert moderator.get(f"/desk/comments/under/article/{article.pk}/").status_code == 200
    assert moderator.get(f"/desk/comments/under/article/{other.pk}/").status_code == 404
    assert "Bridge at Irpin" in moderator.get("/desk/comments/").content.decode()


def test_an_editor_sees_the_discussion_of_a_draft(client: Client, draft: ArticlePage, unknown: Claim) -> None:
    client.force_login(make.user(role="Editors"))
    for kind, pk in (("article", draft.pk), ("claim", unknown.pk)):
        assert client.get(f"/desk/comments/under/{kind}/{pk}/").status_code == 200


def test_no_screen_within_reach_names_a_draft(moderator: Client, draft: ArticlePage, unknown: Claim) -> None:
    comment = make.comment(make.article("Bridge at Irpin"), state=State.HELD)
    waiting = ["/desk/", f"/desk/comments/{comment.pk}/", f"/desk/pages/{draft.pk}/edit/", "/desk/choose-page/"]
    waiting += [f"/desk/pages/{draft.pk}/", "/desk/pages/", f"/desk/pages/search/?q={SECRET}", "/desk/reports/locked/"]
    waiting += [f"/desk/choose-page/search/?q={SECRET}", f"/desk/pages/{draft.pk}/history/"]
    seen = set()
    while waiting:
        address = waiting.pop()
        if address in seen or "logout" in address:
            continue
        seen.add(address)
        answer = moderator.get(address)
        page = answer.content.decode() if "text/html" in answer.headers["Content-Type"] else ""
        assert SECRET not in page.replace(f"?q={SECRET}", "").replace(f'value="{SECRET}"', ""), address
        waiting += _HREF.findall(page)
    assert len(seen) > 10
    assert Comment.objects.count() == 1
