"""A comment arrives: what is kept of it, and what it is turned away for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import publishing
from tocsin.claims.models import ProtectedName
from tocsin.comments import queries, services
from tocsin.comments.errors import Banned, Closed, Duplicate, TooSoon, Unfit
from tocsin.comments.models import Comment, Discussion, DiscussionSettings
from tocsin.comments.statuses import Holding, Kind, Opening, State, Why
from tocsin.lib import clock

KEY = "a-browser's-random-key-0123456789"
pytestmark = pytest.mark.django_db


def reasons(comment: Comment) -> list[str]:
    return [reason["code"] for reason in comment.reasons]


def test_a_comment_waits_with_its_reasons(article: ArticlePage) -> None:
    comment = make.submitted(
        article, "Call me: +380 44 234 5678. See https://a.example https://b.example", name="Olha"
    ).comment
    comment.refresh_from_db()
    assert (comment.state, comment.name, comment.published_at) == (State.HELD, "Olha", None)
    assert reasons(comment) == [Why.DETAILS, Why.LINKS, Why.FIRST, Why.ALL]
    assert list(Comment.objects.public()) == []
    assert list(Comment.objects.waiting()) == [comment]


def test_a_word_found_in_an_address_holds_without_being_kept(article: ArticlePage) -> None:
    make.discussion_settings(hold_words="troll@example.org")
    told = make.submitted(article, "Words of mine.", email="troll@example.org").comment
    assert {"code": Why.WORDS, "detail": ""} in told.reasons
    assert {"code": Why.WORDS, "detail": "troll@example.org"} in make.submitted(
        article, "troll@example.org"
    ).comment.reasons


def test_where_nothing_is_held_it_is_there_at_once(article: ArticlePage, free: None) -> None:
    comment = make.submitted(article).comment
    assert comment.state == State.PUBLISHED
    assert list(Comment.objects.public()) == [comment]


def test_a_writer_is_known_by_their_browsers_key_alone(article: ArticlePage, moderator: User) -> None:
    make.discussion_settings(hold_all=False, flood_seconds=0)
    first = make.submitted(article, writer_key=KEY).comment
    services.publish([first], by=moderator)
    assert make.submitted(article, writer_key=KEY).comment.state == State.PUBLISHED
    assert make.submitted(article, writer_key=KEY + "another").comment.state == State.HELD
    assert KEY not in first.token


@pytest.mark.parametrize("key", ["", "short"])
def test_who_keeps_no_key_is_nobody(article: ArticlePage, key: str) -> None:
    assert make.submitted(article, writer_key=key).comment.token == ""


def test_words_that_hold_and_words_that_refuse(article: ArticlePage) -> None:
    make.discussion_settings(hold_all=False, hold_first=False, hold_words="Press\n", refuse_words="casino")
    assert reasons(make.submitted(article, "I read WordPress.").comment) == [Why.WORDS]
    assert make.submitted(article, "I won at the CASINO").comment.state == State.REFUSED
    assert make.submitted(article, "Fine.", name="Casino Royal").comment.state == State.REFUSED
    assert make.submitted(article, "I read books.").comment.state == State.PUBLISHED


def test_who_is_protected_is_not_named_even_by_staff(article: ArticlePage, moderator: User, free: None) -> None:
    ProtectedName.objects.create(text="Marta Oliinyk", why="She hides.")
    assert reasons(make.submitted(article, "It was Marta  OLIINYK!").comment) == [Why.PROTECTED]
    assert reasons(make.submitted(article, "Hello", name="Marta Oliinyk").comment) == [Why.PROTECTED]
    assert reasons(make.submitted(article, "Marta Oliinyk says", staff=moderator).comment) == [Why.PROTECTED]
    assert make.submitted(article, "It was Marta.").comment.state == State.PUBLISHED


def test_the_same_words_are_not_taken_twice(article: ArticlePage) -> None:
    make.submitted(article, "I saw it.", name="Olha")
    with pytest.raises(Duplicate) as refused:
        make.submitted(article, " I  saw it. ", name="olha")
    assert refused.value.status == 409
    make.submitted(article, "I saw it.", name="Ivan")
    make.submitted(make.article(), "I saw it.", name="Olha")
    assert Comment.objects.count() == 3


def test_what_was_refused_may_be_sent_again(article: ArticlePage, moderator: User) -> None:
    services.refuse([make.submitted(article, "I saw it.").comment], by=moderator)
    assert make.submitted(article, "I saw it.").comment.state == State.HELD


def test_a_writer_waits_between_two_comments(article: ArticlePage, moderator: User) -> None:
    make.submitted(article, writer_key=KEY)
    with pytest.raises(TooSoon) as refused:
        make.submitted(make.article(), writer_key=KEY)
    assert (refused.value.status, 0 < refused.value.retry_after <= 15) == (429, True)
    make.submitted(article, writer_key=KEY, staff=moderator)
    Comment.objects.update(written_at=clock.now() - timedelta(seconds=16))
    make.submitted(article, writer_key=KEY)


def test_slow_mode_makes_known_writers_and_strangers_wait(article: ArticlePage, moderator: User, free: None) -> None:
    services.slow(by=moderator, minutes=5)
    assert reasons(make.submitted(article, writer_key=KEY).comment) == [Why.SLOW]
    with pytest.raises(TooSoon):
        make.submitted(article, writer_key=KEY)
    for _ in range(20):
        make.submitted(article)
    with pytest.raises(TooSoon) as refused:
        make.submitted(article)
    assert refused.value.retry_after == 300
    make.submitted(make.article())
    services.slow(by=moderator, on=False)
    assert make.submitted(article).comment.state == State.PUBLISHED


def test_closed_everywhere_here_and_by_age(article: ArticlePage, moderator: User, free: None) -> None:
    services.close_everything(by=moderator)
    with pytest.raises(Closed) as refused:
        make.submitted(article)
    assert (refused.value.status, refused.value.code) == (403, "closed_everywhere")
    assert make.submitted(article, kind=Kind.CORRECTION).comment.state == State.HELD
    services.close_everything(by=moderator, closed=False)
    services.set_discussion(article, by=moderator, opening=Opening.CLOSED)
    with pytest.raises(Closed):
        make.submitted(article)
    make.discussion_settings(close_after_days=14)
    services.set_discussion(article, by=moderator, opening=Opening.INHERIT)
    with pytest.raises(Closed) as refused:
        make.submitted(article)
    assert refused.value.code == "closed_old"
    services.set_discussion(article, by=moderator, opening=Opening.OPEN)
    assert make.submitted(article).comment.state == State.PUBLISHED
    fresh = make.article(published_at=clock.now() - timedelta(days=13))
    assert make.submitted(fresh).comment.state == State.PUBLISHED


def test_one_article_can_be_moderated_otherwise(article: ArticlePage, moderator: User, free: None) -> None:
    services.set_discussion(article, by=moderator, holding=Holding.ALL)
    assert reasons(make.submitted(article).comment) == [Why.ALL]
    make.discussion_settings(hold_all=True)
    services.set_discussion(article, by=moderator, holding=Holding.RULES)
    assert make.submitted(article).comment.state == State.PUBLISHED
    assert Discussion.under(article) is not None


def test_claims_take_comments_where_the_site_lets_them(home: object, free: None) -> None:
    claim = make.claim(public=True)
    comment = make.submitted(claim).comment
    assert list(Comment.objects.public().of(claim)) == [comment]
    make.discussion_settings(claims_open=False)
    with pytest.raises(Closed):
        make.submitted(claim)
    with pytest.raises(Closed):
        make.submitted(make.claim("Nobody sees this."))


def test_what_readers_cannot_see_takes_no_comments(home: object, free: None) -> None:
    for hidden in (make.article(live=False), make.article(embargo_until=clock.now() + timedelta(days=1))):
        with pytest.raises(Closed):
            make.submitted(hidden)


def test_comments_come_and_go_with_their_article(article: ArticlePage, free: None) -> None:
    comment = make.submitted(article).comment
    publishing.unpublish(article)
    assert list(Comment.objects.public()) == []
    publishing.publish(publishing.as_kept(article))
    assert list(Comment.objects.public()) == [comment]


def test_a_reply_hangs_below_what_it_answers_and_no_deeper_than_the_site_wants(article: ArticlePage) -> None:
    make.discussion_settings(depth=3)
    chain = [make.comment(article)]
    for _ in range(4):
        chain.append(make.comment(article, parent=chain[-1]))
    assert [one.depth for one in chain] == [1, 2, 3, 3, 3]
    assert [one.parent_id for one in chain] == [None, chain[0].pk, chain[1].pk, chain[1].pk, chain[1].pk]
    assert {one.root_id for one in chain[1:]} == {chain[0].pk}


@pytest.mark.parametrize("state", [State.HELD, State.REFUSED, State.SPAM])
def test_what_is_not_shown_is_not_answered(article: ArticlePage, state: State) -> None:
    parent = make.comment(article, state=state)
    with pytest.raises(Closed):
        make.submitted(article, parent=parent)


def test_a_reply_stands_under_the_same_article(article: ArticlePage) -> None:
    with pytest.raises(Closed):
        make.submitted(make.article(), parent=make.comment(article))


def test_a_banned_writer_is_turned_away_until_the_ban_ends(article: ArticlePage, moderator: User) -> None:
    token = make.submitted(article, writer_key=KEY).comment.token
    ban = services.ban(token, by=moderator, reason="Threats.", until=clock.now() + timedelta(days=1))
    make.discussion_settings(flood_seconds=0)
    with pytest.raises(Banned):
        make.submitted(article, writer_key=KEY)
    make.submitted(article, writer_key=KEY + "another")
    ban.until = clock.now() - timedelta(seconds=1)
    ban.save()
    make.submitted(article, writer_key=KEY)
    lifted = services.ban(token, by=moderator, reason="Threats.")
    services.lift(lifted, by=moderator)
    make.submitted(article, writer_key=KEY)


@pytest.mark.parametrize("email", ["nobody", "a@b", "a b@example.org", "x@example.org\nBcc: y@example.org"])
def test_an_address_that_is_none_is_turned_away(article: ArticlePage, email: str) -> None:
    with pytest.raises(Unfit) as refused:
        make.submitted(article, email=email, wants_reply=True)
    assert (refused.value.field, refused.value.status) == ("email", 422)


def test_what_cannot_be_seen_in_a_name_is_no_name(article: ArticlePage) -> None:
    make.discussion_settings(require_name=True)
    with pytest.raises(Unfit) as refused:
        make.submitted(article, name="\u202e\u200b")
    assert refused.value.field == "name"
    assert make.submitted(article, name="\u202eahlO").comment.name == "ahlO"


def test_a_text_is_kept_as_typed_but_for_control_characters(article: ArticlePage) -> None:
    turn = "\u202e\u200f"
    kept = make.submitted(article, f" <b>one</b>\r\n\0two\x07 {turn} ").comment.text
    assert kept == f"<b>one</b>\ntwo {turn}"


def test_what_is_asked_of_a_page_costs_the_same_for_few_and_for_many(
    article: ArticlePage, django_assert_num_queries: Any
) -> None:
    def grow(count: int) -> None:
        for _ in range(count):
            top = make.comment(article)
            make.comment(article, parent=make.comment(article, parent=top), state=State.HELD)

    settings = DiscussionSettings.current()
    grow(1)
    with django_assert_num_queries(5):
        queries.page(article, settings)
    grow(4)
    with django_assert_num_queries(5):
        page = queries.page(article, settings)
    assert (page.count, len(page.threads)) == (10, 5)
