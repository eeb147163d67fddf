"""What a writer does with their private link."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import credentials, services
from tocsin.comments.errors import NoLink, TooLate, Unfit
from tocsin.comments.models import Comment, Decision, ModeratorNote, Report
from tocsin.comments.statuses import Complaint, State
from tocsin.lib import clock

KEY = "a-browser's-random-key-0123456789"
pytestmark = pytest.mark.django_db


def test_the_secret_is_long_and_is_not_kept(article: ArticlePage) -> None:
    made = make.submitted(article)
    assert len(made.secret) == 32  # 192 bits
    assert made.secret not in json.dumps(list(Comment.objects.values()), default=str)
    assert services.own(made.secret) == made.comment


@pytest.mark.parametrize("secret", ["", "x", "\0", "A" * 32, "é" * 500])
def test_another_secret_finds_nothing(article: ArticlePage, secret: str) -> None:
    make.submitted(article)
    make.comment(article)
    with pytest.raises(NoLink):
        services.own(secret)


def test_a_writer_edits_what_waits_and_it_goes_on_waiting(article: ArticlePage, free: None) -> None:
    make.discussion_settings(hold_all=True)
    made = make.submitted(article)
    make.discussion_settings(hold_all=False)
    edited = services.edit_own(made.secret, text="Other words.", name="Ivan")
    assert (edited.text, edited.name, edited.state, edited.version) == ("Other words.", "Ivan", State.HELD, 2)


def test_a_writer_edits_what_is_published_and_it_is_decided_on_anew(article: ArticlePage, free: None) -> None:
    made = make.submitted(article)
    assert services.edit_own(made.secret, text="Other words.").state == State.PUBLISHED
    assert services.edit_own(made.secret, text="Write to witness@example.org").state == State.HELD
    assert services.edit_own(made.secret, text="Other words again.").state == State.HELD


def test_an_edit_under_moderation_waits_again(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article)
    services.publish([made.comment], by=moderator)
    assert services.edit_own(made.secret, text="Other words.").state == State.HELD


def test_the_time_to_edit_ends(article: ArticlePage) -> None:
    made = make.submitted(article)
    assert services.may_edit(made.comment)
    Comment.objects.update(written_at=clock.now() - timedelta(minutes=15))
    with pytest.raises(TooLate):
        services.edit_own(made.secret, text="Other words.")


@pytest.mark.parametrize("state", [State.REFUSED, State.SPAM])
def test_what_was_refused_is_not_brought_back_by_editing(article: ArticlePage, state: State) -> None:
    made = make.submitted(article)
    Comment.objects.update(state=state)
    with pytest.raises(TooLate):
        services.edit_own(made.secret, text="Other words.")


def test_nothing_is_not_put_in_the_place_of_something(article: ArticlePage) -> None:
    made = make.submitted(article)
    with pytest.raises(Unfit):
        services.edit_own(made.secret, text=" ")
    made.comment.refresh_from_db()
    assert made.comment.text


def test_what_nothing_answers_is_erased_altogether(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article, name="Olha")
    services.publish([made.comment], by=moderator)
    services.erase_own(made.secret)
    assert not Comment.objects.exists()
    with pytest.raises(NoLink):
        services.own(made.secret)
    assert list(Decision.objects.values_list("number", "reasons")) == [(made.comment.pk, [])]


def test_what_is_answered_leaves_its_place_and_nothing_else(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article, name="Olha", writer_key=KEY, email="olha@example.org", wants_reply=True)
    services.publish([made.comment], by=moderator)
    reply = make.comment(article, parent=made.comment)
    services.report(made.comment, complaint=Complaint.OTHER, reason="She says who she is.")
    services.note(made.comment, "She says who she is.", by=moderator)
    services.erase_own(made.secret)
    kept = Comment.objects.get(pk=made.comment.pk)
    empty = ("", "", "", "", None, None, [], False)
    assert (
        kept.name,
        kept.text,
        kept.token,
        kept.digest,
        kept.link_hash,
        kept.sealed_email,
        kept.fingerprint,
        kept.wants_reply,
    ) == empty
    assert (Report.objects.count(), ModeratorNote.objects.count()) == (0, 0)
    assert list(Comment.objects.public()) == [reply]
    reply.refresh_from_db()
    assert reply.parent == kept


def test_a_writer_erases_all_that_is_theirs(article: ArticlePage, free: None) -> None:
    made = make.submitted(article, writer_key=KEY)
    make.submitted(make.article(), writer_key=KEY)
    other = make.submitted(article, writer_key=KEY + "another").comment
    assert services.erase_own(made.secret, everything=True) == 2
    assert list(Comment.objects.all()) == [other]


def test_a_writer_takes_all_that_is_theirs_along(article: ArticlePage, free: None) -> None:
    made = make.submitted(article, "First words.", writer_key=KEY, name="Olha", email="o@example.org", wants_reply=True)
    make.submitted(article, "Second words.", writer_key=KEY)
    make.submitted(article, "Somebody else's.")
    exported = json.loads(json.dumps(services.export_own(made.secret)))
    assert [one["text"] for one in exported["comments"]] == ["First words.", "Second words."]
    first = exported["comments"][0]
    assert (first["name"], first["published"], first["email_kept"], first["notice_of_reply"]) == (
        "Olha",
        True,
        True,
        True,
    )
    assert made.secret not in json.dumps(exported)


def test_a_writer_is_not_told_that_they_were_refused(article: ArticlePage, moderator: User) -> None:
    made = make.submitted(article)
    waiting = services.export_own(made.secret)["comments"]
    services.refuse([made.comment], by=moderator)
    assert services.export_own(made.secret)["comments"] == waiting


def test_notices_end_by_the_ticket_of_a_mail_and_not_by_a_forged_one(article: ArticlePage) -> None:
    made = make.submitted(article, email="olha@example.org", wants_reply=True, wants_publication=True)
    with pytest.raises(NoLink):
        services.leave_notices(credentials.ticket(made.comment.pk)[:-1] + "~")
    services.leave_notices(credentials.ticket(made.comment.pk))
    made.comment.refresh_from_db()
    left = made.comment
    assert (left.sealed_email, left.wants_reply, left.wants_publication) == (None, False, False)
