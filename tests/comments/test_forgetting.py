"""What is deleted when its time is over; ``test_seizure`` looks for it in the bytes of the files."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import services
from tocsin.comments.models import Ban, Comment, Report
from tocsin.comments.services import Forgotten
from tocsin.comments.statuses import Complaint, State
from tocsin.lib import clock

KEY = "a-browser's-random-key-0123456789"
pytestmark = pytest.mark.django_db


def days(count: float) -> timedelta:
    return timedelta(days=count)


def test_each_thing_is_forgotten_when_its_time_is_over(article: ArticlePage, moderator: User) -> None:
    make.discussion_settings(flood_seconds=0)
    shown = make.submitted(article, writer_key=KEY, email="olha@example.org", wants_reply=True).comment
    refused = make.submitted(article, writer_key=KEY, email="olha@example.org", wants_reply=True).comment
    services.publish([shown], by=moderator)
    services.report(shown, complaint=Complaint.OTHER)
    services.settle([shown], by=moderator)
    services.refuse([refused], by=moderator)
    now = clock.now()
    assert services.forget_due(now + days(0.9)) == Forgotten(0, 0, 0, 0)
    assert services.forget_due(now + days(1.1)) == Forgotten(addresses=1, writers=0, comments=0, reports=0)
    assert services.forget_due(now + days(31)) == Forgotten(addresses=1, writers=0, comments=1, reports=1)
    assert services.forget_due(now + days(181)) == Forgotten(addresses=0, writers=1, comments=0, reports=0)
    [left] = Comment.objects.all()
    assert (left.pk, left.state, left.token, left.sealed_email, left.wants_reply) == (
        shown.pk,
        State.PUBLISHED,
        "",
        None,
        False,
    )


def test_refused_comments_stay_where_the_site_keeps_them(article: ArticlePage, moderator: User) -> None:
    make.discussion_settings(refused_days=0)
    services.refuse([make.submitted(article).comment], by=moderator)
    assert services.forget_due(clock.now() + days(3000)).comments == 0


def test_all_of_a_writer_is_erased_for_who_lost_the_link(article: ArticlePage, moderator: User) -> None:
    make.discussion_settings(flood_seconds=0)
    first = make.submitted(article, writer_key=KEY).comment
    make.submitted(make.article(), writer_key=KEY)
    other = make.comment(article)
    services.report(other, complaint=Complaint.OTHER, writer_key=KEY)
    services.ban(first.token, by=moderator, reason="Threats.")
    assert services.forget_writer(first.token) == 2
    assert list(Comment.objects.all()) == [other]
    assert (Report.objects.get().token, Ban.objects.count()) == ("", 0)
