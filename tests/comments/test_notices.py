"""Mail to those who asked for it: once, plain, and leading out again."""

from __future__ import annotations

import smtplib
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import credentials, sealing, services
from tocsin.comments.errors import NoKey
from tocsin.comments.models import Comment, Notice
from tocsin.comments.services import notifying
from tocsin.comments.services.notifying import NotSent

pytestmark = pytest.mark.django_db
OLHA = "olha@example.org"


def asked(article: ArticlePage, **wishes: bool) -> Comment:
    return make.submitted(article, email=OLHA, **wishes).comment


def test_a_sealed_address_is_opened_by_the_private_key_alone(keys: Path) -> None:
    sealed = sealing.seal(OLHA)
    assert OLHA.encode() not in sealed
    assert sealing.seal(OLHA) != sealed
    assert len(sealing.seal("a@b.example")) == len(sealed), "its length says nothing"
    assert sealing.unseal(sealed) == OLHA
    assert oct((keys / "comments.key").stat().st_mode & 0o777) == "0o600"
    (keys / "comments.key").unlink()
    assert sealing.can_seal()
    assert sealing.seal(OLHA)
    with pytest.raises(NoKey):
        sealing.unseal(sealed)


def test_keys_are_made_once_and_new_ones_open_nothing_old(article: ArticlePage) -> None:
    comment = asked(article, wants_reply=True)
    assert services.make_keys() is False
    assert services.make_keys(anew=True) is True
    comment.refresh_from_db()
    assert (comment.sealed_email, comment.wants_reply) == (None, False)


def test_an_address_is_kept_only_for_a_notice_that_was_asked_for(article: ArticlePage) -> None:
    assert asked(article).sealed_email is None
    assert asked(article, wants_reply=True).sealed_email is not None
    make.discussion_settings(notices=False)
    assert asked(article, wants_reply=True).sealed_email is None


def test_without_keys_no_address_is_taken(article: ArticlePage, settings: Any, tmp_path: Path) -> None:
    settings.COMMENT_KEYS = tmp_path / "nothing"
    assert asked(article, wants_reply=True).sealed_email is None


def test_a_writer_is_told_once_that_their_comment_is_published(
    article: ArticlePage, moderator: User, django_capture_on_commit_callbacks: Any
) -> None:
    comment = asked(article, wants_publication=True)
    with django_capture_on_commit_callbacks(execute=True):
        batch = services.publish([comment], by=moderator)
    with django_capture_on_commit_callbacks(execute=True):
        services.undo(batch.id, by=moderator)
        services.publish([comment], by=moderator)
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == ([OLHA], "Your comment is published")
    leave = f"http://testserver/comments/leave/{credentials.ticket(comment.pk)}/"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver/comments/leave/")
    assert credentials.comment_of(path.rstrip("/")) == comment.pk
    assert f"http://testserver/comments/{comment.pk}/" in letter.body
    assert leave.rpartition("/leave/")[0] in letter.body
    assert article.title in letter.body
    assert comment.text not in letter.body
    assert (letter.content_subtype, letter.attachments) == ("plain", [])
    comment.refresh_from_db()
    assert comment.sealed_email is None, "it has served its end"


def test_a_writer_is_told_once_of_each_reply_and_not_of_their_own(
    article: ArticlePage, moderator: User, django_capture_on_commit_callbacks: Any
) -> None:
    key = "a browser's key 0123"
    comment = asked(article, wants_reply=True, wants_publication=True)
    Comment.objects.filter(pk=comment.pk).update(token=services.token_of(key))
    with django_capture_on_commit_callbacks(execute=True):
        services.publish([comment], by=moderator)
    comment.refresh_from_db()
    make.discussion_settings(flood_seconds=0)
    replies = [make.submitted(article, parent=comment).comment for _ in range(2)]
    own = make.submitted(article, parent=comment, writer_key=key).comment
    with django_capture_on_commit_callbacks(execute=True):
        services.publish([*replies, own], by=moderator)
        services.hold(replies, by=moderator)
        services.publish(replies, by=moderator)
    assert [letter.subject for letter in mail.outbox] == [
        "Your comment is published",
        *["Somebody answered your comment"] * 2,
    ]


def test_nobody_is_told_of_what_waits_or_was_held_again(
    article: ArticlePage, moderator: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        comment = asked(article, wants_publication=True)
        services.publish([comment], by=moderator)
        services.hold([comment], by=moderator)
    assert notifying.tell_of(comment.pk) == 0
    assert mail.outbox == []


class Broken(BaseEmailBackend):
    """A mail server that says no, and to whom."""

    def send_messages(self, email_messages: Any) -> int:
        raise smtplib.SMTPRecipientsRefused({OLHA: (550, b"no such user olha@example.org")})


def test_a_failure_names_nobody_and_is_made_good_later(article: ArticlePage, moderator: User, settings: Any) -> None:
    comment = asked(article, wants_publication=True)
    services.publish([comment], by=moderator)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Broken"
    with pytest.raises(NotSent) as failed:
        notifying.tell_of(comment.pk)
    assert OLHA not in str(failed.value)
    assert failed.value.__suppress_context__
    assert not Notice.objects.exists()
    settings.EMAIL_BACKEND = works
    assert notifying.tell_of(comment.pk) == 1


def test_an_address_that_cannot_be_opened_keeps_nobody_else_from_being_told(
    article: ArticlePage, moderator: User
) -> None:
    first = asked(article, wants_reply=True)
    services.publish([first], by=moderator)
    make.discussion_settings(flood_seconds=0)
    reply = make.submitted(article, parent=first, email="ivan@example.org", wants_publication=True).comment
    services.publish([reply], by=moderator)
    Comment.objects.filter(pk=reply.pk).update(sealed_email=b"sealed with another key")
    with pytest.raises(NotSent) as failed:
        notifying.tell_of(reply.pk)
    assert failed.value.__suppress_context__
    assert [letter.to for letter in mail.outbox] == [[OLHA]]
    Comment.objects.filter(pk=reply.pk).update(sealed_email=sealing.seal("ivan@example.org"))
    assert notifying.tell_of(reply.pk) == 1


def test_a_title_cannot_write_headers_or_lines(
    article: ArticlePage, moderator: User, django_capture_on_commit_callbacks: Any
) -> None:
    ArticlePage.objects.filter(pk=article.pk).update(title="A <b>&\r\nBcc: all@example.org")
    comment = asked(article, wants_publication=True)
    with django_capture_on_commit_callbacks(execute=True):
        services.publish([comment], by=moderator)
    [letter] = mail.outbox
    assert "“A <b>& Bcc: all@example.org”" in letter.body
    assert letter.recipients() == [OLHA]


def test_moderators_are_told_at_most_once_an_hour(
    article: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make.submitted(article)
    assert mail.outbox == [], "nobody left an address"
    make.discussion_settings(tell_moderators="desk@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        make.submitted(article)
        make.submitted(article)
    [letter] = mail.outbox
    assert (letter.to, "3 comments wait" in letter.body) == (["desk@example.org"], True)


def test_the_key_folder_is_nobody_elses(keys: Path) -> None:
    assert oct(keys.stat().st_mode & 0o777) == "0o700"
    assert sorted(path.name for path in keys.iterdir()) == ["comments.key", "comments.pub"]
