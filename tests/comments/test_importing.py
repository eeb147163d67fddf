"""Comments that come from another system."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import ProtectedName
from tocsin.comments import services
from tocsin.comments.models import Comment
from tocsin.comments.services import Imported, Taken
from tocsin.comments.statuses import State

pytestmark = pytest.mark.django_db
THEN = datetime(2015, 3, 5, tzinfo=UTC)


def imported(number: int, above: int = 0, state: State = State.PUBLISHED, text: str = "") -> Imported:
    parent = f"wordpress:bell:{above}" if above else ""
    words = text or f"Comment {number}"
    return Imported(f"wordpress:bell:{number}", "Ivan", words, THEN + timedelta(hours=number), state, parent)


def test_threads_states_and_times_are_kept(article: ArticlePage) -> None:
    rows = [imported(3, 2), imported(1), imported(2, 1), imported(4, 99), imported(5, state=State.REFUSED)]
    assert services.take_over_many(article, rows) == Taken(new=5, known=0)
    kept = {one.origin: one for one in Comment.objects.select_related("parent", "root")}
    first, second, third, fourth, fifth = (kept[f"wordpress:bell:{n}"] for n in range(1, 6))
    assert (third.parent, third.root, third.depth) == (second, first, 3)
    assert (fourth.parent, fourth.depth) == (None, 1)
    assert (first.written_at, first.published_at) == (THEN + timedelta(hours=1),) * 2
    assert (fifth.state, fifth.published_at) == (State.REFUSED, None)
    assert Comment.objects.public().count() == 4


def test_an_import_again_adds_only_what_is_new_and_changes_nothing(article: ArticlePage, moderator: User) -> None:
    services.take_over_many(article, [imported(1)])
    first = Comment.objects.get()
    services.refuse([first], by=moderator)
    again = [imported(1, text="Other words"), imported(2, 1), imported(2, 1)]
    assert services.take_over_many(article, again) == Taken(new=1, known=1)
    first.refresh_from_db()
    assert (first.state, first.text) == (State.REFUSED, "Comment 1")
    assert Comment.objects.exclude(pk=first.pk).get().parent == first


def test_one_by_one(article: ArticlePage) -> None:
    fields = {"article": article, "name": "Ivan", "text": "Yes.", "written_at": THEN}
    top = services.take_over(origin="wordpress:bell:1", **fields)
    reply = services.take_over(origin="wordpress:bell:2", parent=top, state=State.HELD, **fields)
    assert services.take_over(origin="wordpress:bell:2", **fields) == reply
    assert (reply.parent, reply.state, top.state) == (top, State.HELD, State.PUBLISHED)


def test_a_ring_of_replies_and_a_very_deep_thread_end(article: ArticlePage) -> None:
    services.take_over_many(article, [imported(1, 2), imported(2, 1), imported(3, 3)])
    services.take_over_many(article, [imported(10), *(imported(n, n - 1) for n in range(11, 40))])
    assert Comment.objects.count() == 33
    assert max(Comment.objects.values_list("depth", flat=True)) == 10


def test_who_is_protected_is_held(article: ArticlePage) -> None:
    ProtectedName.objects.create(text="Marta Oliinyk", why="She hides.")
    services.take_over_many(article, [imported(1), imported(2, text="Marta Oliinyk said so.")])
    assert list(Comment.objects.order_by("pk").values_list("state", flat=True)) == [State.PUBLISHED, State.HELD]


def test_nothing_is_taken_over_as_erased(article: ArticlePage) -> None:
    with pytest.raises(ValueError, match="erased"):
        services.take_over_many(article, [imported(1, state=State.ERASED)])


def test_a_large_archive_comes_in_quickly(article: ArticlePage) -> None:
    count = 3000
    began = time.process_time()
    taken = services.take_over_many(article, (imported(n, n - 1 if n % 3 else 0) for n in range(1, count + 1)))
    rate = count / (time.process_time() - began)
    assert taken.new == count
    assert rate > 300, f"{rate:.0f} comments a second of processor time"


def test_what_may_be_made_of_an_import_shows_like_the_rest(article: ArticlePage, free: None) -> None:
    services.take_over_many(article, [imported(1)])
    reply = make.submitted(article, parent=Comment.objects.get()).comment
    assert Comment.objects.public().of(article).count() == 2
    assert reply.depth == 2
