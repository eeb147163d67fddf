"""What moderators do: in one act, kept on record, undone at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import publishing
from tocsin.articles.services.takedown import take_down
from tocsin.claims import services as ledger
from tocsin.claims.models import ProtectedName
from tocsin.comments import services
from tocsin.comments.errors import CommentRefused, NoLink
from tocsin.comments.models import Ban, Comment, Decision, LearnedWord, Report
from tocsin.comments.statuses import Complaint, Deed, Kind, State, Why
from tocsin.lib import clock

pytestmark = pytest.mark.django_db


def states(*comments: Comment) -> list[str]:
    found = dict(Comment.objects.filter(pk__in=[one.pk for one in comments]).values_list("pk", "state"))
    return [found.get(one.pk, "") for one in comments]


def test_a_batch_is_decided_recorded_and_undone_at_once(article: ArticlePage, moderator: User) -> None:
    one, two = make.submitted(article).comment, make.submitted(article).comment
    batch = services.publish([one, two.pk], by=moderator)
    assert (states(one, two), batch.changed) == ([State.PUBLISHED] * 2, [one.pk, two.pk])
    kept = Decision.objects.filter(batch=batch.id).order_by("pk").values_list("deed", "number", "before", "after", "by")
    assert list(kept) == [(Deed.PUBLISH, pk, State.HELD, State.PUBLISHED, moderator.pk) for pk in (one.pk, two.pk)]
    services.undo(batch.id, by=moderator)
    assert states(one, two) == [State.HELD] * 2
    one.refresh_from_db()
    assert [reason["code"] for reason in one.reasons] == [Why.FIRST, Why.ALL]
    assert services.undo(batch.id, by=moderator).changed == []


@pytest.mark.parametrize("act", [services.hold, services.refuse, services.spam])
def test_what_was_published_comes_back_by_undoing(article: ArticlePage, moderator: User, act: Any) -> None:
    comment = make.comment(article)
    batch = act([comment], by=moderator)
    assert list(Comment.objects.public()) == []
    services.undo(batch.id, by=moderator)
    assert list(Comment.objects.public()) == [comment]


def test_what_was_decided_since_is_not_undone(article: ArticlePage, moderator: User) -> None:
    comment = make.submitted(article).comment
    first = services.publish([comment], by=moderator)
    services.refuse([comment], by=moderator)
    assert services.undo(first.id, by=moderator).skipped == {comment.pk: "edited"}
    assert states(comment) == [State.REFUSED]


def test_what_its_writer_edited_meanwhile_is_not_published_unseen(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article)
    seen = {made.comment.pk: made.comment.version}
    services.edit_own(made.secret, text="Something else.")
    assert services.publish([made.comment], by=moderator, seen=seen).skipped == {made.comment.pk: "edited"}
    assert states(made.comment) == [State.HELD]
    assert services.publish([made.comment], by=moderator).changed == [made.comment.pk]


def test_undoing_does_not_publish_what_its_writer_edited_meanwhile(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article)
    services.publish([made.comment], by=moderator)
    batch = services.hold([made.comment], by=moderator)
    services.edit_own(made.secret, text="Something else.")
    assert services.undo(batch.id, by=moderator).skipped == {made.comment.pk: "edited"}
    assert states(made.comment) == [State.HELD]


def test_who_is_protected_is_published_only_singly_and_with_a_reason(article: ArticlePage, moderator: User) -> None:
    ProtectedName.objects.create(text="Marta Oliinyk", why="She hides.")
    one, two = make.submitted(article, "Marta Oliinyk!").comment, make.submitted(article).comment
    assert services.publish([one, two], by=moderator, reason="All good.").skipped == {one.pk: "protected"}
    assert services.publish([one], by=moderator).skipped == {one.pk: "protected"}
    assert services.publish([one], by=make.user(), reason="Known.").skipped == {one.pk: "protected"}
    assert services.publish([one], by=moderator, reason="She spoke out herself.").changed == [one.pk]


def test_who_comes_on_the_protect_list_goes_from_what_is_published(article: ArticlePage) -> None:
    one, two = make.comment(article, "Marta Oliinyk was there."), make.comment(article)
    ProtectedName.objects.create(text="Marta Oliinyk", why="She hides.")
    assert states(one, two) == [State.HELD, State.PUBLISHED]
    assert Decision.objects.get(number=one.pk).deed == Deed.PROTECT


def test_a_report_of_an_error_is_settled_and_never_published(article: ArticlePage, moderator: User) -> None:
    error = make.submitted(article, "It was Tuesday.", kind=Kind.CORRECTION, passage="on Monday").comment
    assert services.publish([error], by=moderator).skipped == {error.pk: "correction"}
    batch = services.settle([error], by=moderator)
    assert states(error) == [State.SETTLED]
    services.undo(batch.id, by=moderator)
    assert states(error) == [State.HELD]


def test_only_replies_that_wait_and_were_seen_are_published_with_what_they_answer(
    article: ArticlePage, moderator: User
) -> None:
    top = make.comment(article)
    waiting, unseen, refused = (make.comment(article, parent=top, state=State.HELD) for _ in range(3))
    services.refuse([refused], by=moderator)
    services.hold([top], by=moderator)
    seen = {one.pk: 1 for one in (top, waiting, refused)}
    services.publish([top], by=moderator, seen=seen, with_replies=True)
    assert states(top, waiting, unseen, refused) == [State.PUBLISHED, State.PUBLISHED, State.HELD, State.REFUSED]


def test_replies_go_along_where_that_is_wanted(article: ArticlePage, moderator: User) -> None:
    top = make.comment(article)
    reply = make.comment(article, parent=top)
    deep = make.comment(article, parent=reply)
    other = make.comment(article)
    services.hold([reply], by=moderator)
    assert states(top, reply, deep) == [State.PUBLISHED, State.HELD, State.PUBLISHED]
    batch = services.refuse([top], by=moderator, with_replies=True)
    assert states(top, reply, deep, other) == [State.REFUSED] * 3 + [State.PUBLISHED]
    services.undo(batch.id, by=moderator)
    assert states(top, reply, deep) == [State.PUBLISHED, State.HELD, State.PUBLISHED]


def test_readers_report_and_a_decision_settles(article: ArticlePage, moderator: User) -> None:
    comment = make.comment(article)
    key = "a browser's key 0123"
    services.report(comment, complaint=Complaint.HATE, reason="Look.", writer_key=key)
    services.report(comment, complaint=Complaint.THREAT, reason="Look again.", writer_key=key)
    assert list(Report.objects.values_list("complaint", "reason")) == [(Complaint.THREAT, "Look again.")]
    assert list(Comment.objects.waiting()) == [comment]
    services.settle([comment], by=moderator)
    assert (list(Comment.objects.waiting()), states(comment)) == ([], [State.PUBLISHED])
    services.report(comment, complaint=Complaint.OTHER)
    services.publish([comment], by=moderator)
    assert list(Comment.objects.waiting()) == []


def test_so_many_reports_hold_where_the_site_says_so(article: ArticlePage) -> None:
    make.discussion_settings(hold_after_reports=2)
    comment = make.comment(article)
    services.report(comment, complaint=Complaint.SPAM)
    assert states(comment) == [State.PUBLISHED]
    services.report(comment, complaint=Complaint.SPAM, writer_key="a-browser's-random-key-0123456789")
    assert states(comment) == [State.HELD]
    comment.refresh_from_db()
    assert [reason["code"] for reason in comment.reasons] == [Why.REPORTED]
    with pytest.raises(NoLink):
        services.report(comment, complaint=Complaint.SPAM)


def test_a_ban_needs_somebody_a_reason_and_a_time_to_come(article: ArticlePage, moderator: User) -> None:
    for wrong in ({"token": ""}, {"reason": " "}, {"until": clock.now() - timedelta(days=1)}):
        with pytest.raises(CommentRefused):
            services.ban(**{"token": "t", "reason": "Threats.", "by": moderator, **wrong})
    first = services.ban("t", by=moderator, reason="Threats.")
    second = services.ban("t", by=moderator, reason="More threats.")
    assert list(Ban.objects.in_force()) == [second]
    first.refresh_from_db()
    assert first.lifted_by == moderator


def test_a_ban_can_take_what_waits_along(article: ArticlePage, moderator: User) -> None:
    comment = make.submitted(article, writer_key="a browser's key 0123").comment
    services.ban(comment.token, by=moderator, reason="Threats.", refuse_waiting=True)
    assert states(comment) == [State.REFUSED]


def test_the_filter_learns_from_decisions_and_unlearns_what_is_undone(article: ArticlePage, moderator: User) -> None:
    comment = make.submitted(article, "Cheap pills +380442345678 pills").comment
    batch = services.spam([comment], by=moderator)
    assert dict(LearnedWord.objects.values_list("word", "spam")) == {"": 1, "cheap": 1, "pills": 1}
    services.undo(batch.id, by=moderator)
    assert not LearnedWord.objects.exists()
    services.publish([comment], by=moderator)
    services.spam([comment], by=moderator)
    assert set(LearnedWord.objects.values_list("spam", "good")) == {(1, 0)}
    services.delete([comment], by=moderator)
    assert not LearnedWord.objects.exists()


def test_what_the_newsroom_taught_is_held(article: ArticlePage, free: None) -> None:
    for _ in range(12):
        services.learn("cheap pills casino winner", spam=True)
        services.learn("the bridge near the river was open on friday", spam=False)
    assert make.submitted(article, "cheap pills casino").comment.state in {State.HELD, State.SPAM}
    assert make.submitted(article, "the bridge near the river").comment.state == State.PUBLISHED


def test_deleting_lifts_nothing_and_leaves_the_shape_of_the_thread(article: ArticlePage, moderator: User) -> None:
    top = make.comment(article, "A secret word")
    reply = make.comment(article, parent=top)
    services.delete([top], by=moderator)
    top.refresh_from_db()
    assert (top.state, top.text, top.name, states(reply)) == (State.ERASED, "", "", [State.PUBLISHED])
    services.delete([reply], by=moderator)
    assert not Comment.objects.exists()
    assert Decision.objects.filter(deed=Deed.DELETE).count() == 2


def test_a_takedown_takes_the_comments_along(article: ArticlePage, moderator: User) -> None:
    top = make.comment(article)
    make.comment(article, parent=top)
    stays = make.comment(make.article())
    take_down(publishing.as_kept(article), reason="A court order.", by=moderator)
    assert list(Comment.objects.all()) == [stays]


def test_an_erased_claim_takes_its_comments_along(home: object, moderator: User) -> None:
    claim = make.claim(public=True)
    comment = make.comment(claim)
    ledger.set_public([claim.pk], public=False)
    assert list(Comment.objects.public()) == []
    ledger.erase([claim.pk], by=moderator)
    assert not Comment.objects.filter(pk=comment.pk).exists()


def test_comments_follow_a_merged_claim(home: object) -> None:
    one, two = make.claim(public=True), make.claim("Kherson is held.", public=True)
    comment = make.comment(one)
    ledger.merge(one, two)
    comment.refresh_from_db()
    assert comment.claim == two
