"""The moderation desk without scripts: every act is a form, and only moderators have it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.comments import services
from tocsin.comments.models import Ban, Comment, Decision, Discussion, DiscussionSettings, ModeratorNote, Report
from tocsin.comments.statuses import Complaint, Kind, State
from tocsin.lib import clock

DESK = "/desk/comments/"
SPAM = "Cheap watches and pills at our online casino, visit {} today and win a bonus, dear friend!"


@pytest.fixture
def article(db: None) -> ArticlePage:
    make.site()
    make.discussion_settings(flood_seconds=0)
    return make.article("Bridge at Irpin")


@pytest.fixture
def desk(article: ArticlePage, client: Client) -> Client:
    client.force_login(make.user("olha", role="Editors"))
    return client


def held(article: ArticlePage, text: str = "", **fields) -> Comment:
    return make.comment(article, text, state=State.HELD, **fields)


def key(*comments: Comment) -> str:
    return ",".join(f"{one.pk}:{one.version}" for one in comments)


def state(comment: Comment) -> str:
    comment.refresh_from_db()
    return comment.state


def said(response) -> str:
    return " ".join(str(one) for one in response.context["messages"])


ADDRESSES = [
    "",
    "errors/",
    "bans/",
    "decisions/",
    "settings/",
    "switch/close/",
    "switch/slow/",
    "under/article/{article}/",
    "{comment}/",
]


@pytest.mark.parametrize("role", ["Authors", "Contributors"])
def test_who_may_not_moderate_gets_nothing_and_does_nothing(article: ArticlePage, client: Client, role: str) -> None:
    comment = held(article)
    client.force_login(make.user(role=role))
    for address in ADDRESSES:
        full = DESK + address.format(article=article.pk, comment=comment.pk)
        for answer in (client.get(full), client.post(full, {"publish": key(comment), "do": "note", "text": "x"})):
            assert answer.status_code in {302, 403}, full
            assert answer.status_code == 403 or answer.url == "/desk/", full
    assert (state(comment), Decision.objects.count(), ModeratorNote.objects.count()) == (State.HELD, 0, 0)
    assert "/desk/comments/" not in client.get("/desk/").content.decode()


def test_a_moderator_sees_every_screen(desk: Client, article: ArticlePage) -> None:
    comment = held(article)
    for address in ADDRESSES:
        full = DESK + address.format(article=article.pk, comment=comment.pk)
        assert desk.get(full).status_code == 200, full
    assert "/desk/comments/" in desk.get("/desk/").content.decode()


def test_what_waits_is_seen_with_its_article_parent_and_reasons_in_words(desk: Client, article: ArticlePage) -> None:
    parent = make.comment(article, "Was it you?", name="Petro")
    comment = held(article, "Call 067 123 45 67", parent=parent, name="Ivan")
    Comment.objects.filter(pk=comment.pk).update(reasons=[{"code": "details", "detail": "phone, phone"}])
    page = desk.get(DESK).content.decode()
    for words in (
        "Bridge at Irpin",
        "Was it you?",
        "Petro",
        "Ivan",
        "Looks like personal details: a phone number",
        "067 123 45 67",
    ):
        assert words in page, words


def test_one_comment_is_published_refused_and_called_spam(desk: Client, article: ArticlePage) -> None:
    for verdict, after in (("publish", State.PUBLISHED), ("refuse", State.REFUSED), ("spam", State.SPAM)):
        comment = held(article)
        answer = desk.post(DESK, {verdict: key(comment)}, follow=True)
        assert (answer.status_code, state(comment), comment.decided_by.username) == (200, after, "olha")


def test_what_is_much_alike_is_one_group_and_decided_on_as_one(desk: Client, article: ArticlePage) -> None:
    family = [held(article, SPAM.format(f"https://{name}.example")) for name in "abc"]
    other = held(article, "The bridge is open, I crossed it this morning with my children.")
    groups = desk.get(DESK).context["queue"].groups
    assert [group.ids for group in groups] == [[one.pk for one in family], [other.pk]]
    answer = desk.post(DESK, {"spam": groups[0].key}, follow=True)
    assert [state(one) for one in (*family, other)] == [State.SPAM] * 3 + [State.HELD]
    assert "3 comments marked as spam." in said(answer)


def test_those_chosen_are_decided_on_together_and_the_last_is_undone(desk: Client, article: ArticlePage) -> None:
    one, two = held(article, "I was there myself."), held(article, "Thank you all for this report on the bridge.")
    desk.post(DESK, {"do": "publish", "group": [key(one), key(two)]})
    assert (state(one), state(two)) == (State.PUBLISHED, State.PUBLISHED)
    desk.post(DESK, {"refuse": key(one)})
    desk.post(DESK, {"do": "undo"})
    assert (state(one), state(two)) == (State.PUBLISHED, State.PUBLISHED)
    answer = desk.post(DESK, {"do": "undo"}, follow=True)
    assert (state(one), state(two)) == (State.HELD, State.HELD)
    assert "2 comments are as they were" in said(answer)
    assert desk.post(DESK, {"do": "undo"}).status_code == 409


def test_nothing_chosen_decides_nothing(desk: Client, article: ArticlePage) -> None:
    comment = held(article)
    for given in ({"do": "publish"}, {"do": "publish", "group": "x,9:"}, {"do": "delete", "group": key(comment)}, {}):
        assert desk.post(DESK, given).status_code == 409
    assert state(comment) == State.HELD


def test_what_its_writer_changed_meanwhile_is_left(desk: Client, article: ArticlePage) -> None:
    comment = held(article)
    seen = key(comment)
    Comment.objects.filter(pk=comment.pk).update(version=2, text="Something else")
    answer = desk.post(DESK, {"publish": seen}, follow=True)
    assert (state(comment), "1 was changed meanwhile" in said(answer)) == (State.HELD, True)


def test_a_name_on_the_protect_list_needs_a_reason_of_its_own(desk: Client, article: ArticlePage) -> None:
    from tocsin.claims.models import ProtectedName

    ProtectedName.objects.create(text="Halyna Petrenko", why="She was threatened.")
    comment = held(article, "It was Halyna Petrenko who said so")
    answer = desk.post(DESK, {"publish": key(comment)}, follow=True)
    assert (state(comment), "protect list" in said(answer)) == (State.HELD, True)
    desk.post(f"{DESK}{comment.pk}/", {"publish": key(comment), "reason": "She asks to be named."})
    assert state(comment) == State.PUBLISHED


def test_a_reported_comment_waits_and_keeping_it_settles_the_reports(desk: Client, article: ArticlePage) -> None:
    comment = make.comment(article, "Everybody knows it.")
    services.report(comment, complaint=Complaint.FALSE, reason="It is not so.")
    page = desk.get(f"{DESK}?reported=1")
    assert "It is not so." in page.content.decode()
    desk.post(DESK, {"publish": key(comment)})
    assert (state(comment), Report.objects.filter(settled_at=None).count()) == (State.PUBLISHED, 0)
    assert desk.get(DESK).context["queue"].groups == []


def test_filters_leave_what_they_say(desk: Client, article: ArticlePage) -> None:
    elsewhere = make.article("Dam")
    first = held(article, "About the bridge and its arches.", writer_key="k" * 43)
    second = held(elsewhere, "Nobody has water in our street since then.")
    third = make.comment(article, "Seen by all readers today.", writer_key="k" * 43)
    Comment.objects.filter(pk=second.pk).update(reasons=[{"code": "links", "detail": "3"}])
    asked = {
        f"article={elsewhere.pk}": [second],
        "reason=links": [second],
        "q=ARCHES": [first],
        "state=published": [third],
        f"state=all&writer={first.pk}": [third, first],
        "state=spam": [],
        "state=nonsense&reason=nonsense&article=x&writer=&p=9": [second, first],
    }
    for query, wanted in asked.items():
        groups = desk.get(f"{DESK}?{query}").context["queue"].groups
        assert sorted(pk for group in groups for pk in group.ids) == sorted(one.pk for one in wanted), query


def test_a_note_a_ban_and_a_deletion(desk: Client, article: ArticlePage) -> None:
    comment, other = (
        held(article, "I know where he lives.", writer_key="k" * 43),
        held(article, "So do I, my friend.", writer_key="k" * 43),
    )
    address = f"{DESK}{comment.pk}/"
    desk.post(address, {"do": "note", "text": "Ask Petro."})
    assert "Ask Petro." in desk.get(DESK).content.decode()
    assert desk.post(address, {"do": "ban", "days": "7", "reason": " "}).status_code == 409
    assert desk.post(address, {"do": "ban", "days": "8", "reason": "Threats"}).status_code == 409
    desk.post(address, {"do": "ban", "days": "7", "reason": "Threats", "waiting": "1"})
    ban = Ban.objects.in_force().get()
    assert (
        ban.reason,
        ban.made_by.username,
        ban.until is not None and abs(ban.until - clock.now() - timedelta(days=7)) < timedelta(minutes=1),
    ) == ("Threats", "olha", True)
    assert (state(comment), state(other)) == (State.REFUSED, State.REFUSED)
    assert "Threats" in desk.get(f"{DESK}bans/").content.decode()
    desk.post(f"{DESK}bans/", {"ban": ban.pk})
    assert not Ban.objects.in_force().exists()
    assert "Threats" in desk.get(f"{DESK}bans/?all=1").content.decode()
    assert desk.post(address, {"do": "delete"}).status_code == 409
    desk.post(address, {"do": "delete", "sure": "1"})
    assert not Comment.objects.filter(pk=comment.pk).exists()
    assert desk.get(address).status_code == 404


def test_reported_errors_are_answered_closed_and_opened_again(desk: Client, article: ArticlePage) -> None:
    error = make.submitted(article, "It has three arches.", kind=Kind.CORRECTION, passage="two arches").comment
    address = f"{DESK}errors/"
    page = desk.get(address).content.decode()
    assert all(words in page for words in ("three arches", "two arches", f"/pages/{article.pk}/edit/"))
    assert error.pk not in [pk for group in desk.get(DESK).context["queue"].groups for pk in group.ids]
    desk.post(address, {"do": "settle", "comment": error.pk, "text": "Corrected today."})
    assert (state(error), ModeratorNote.objects.get().text) == (State.SETTLED, "Corrected today.")
    assert "three arches" in desk.get(f"{address}?state=settled").content.decode()
    desk.post(f"{address}?state=settled", {"do": "hold", "comment": error.pk})
    assert state(error) == State.HELD
    desk.post(address, {"do": "undo"})
    assert state(error) == State.SETTLED
    assert desk.post(DESK, {"publish": key(error)}).status_code == 302
    assert state(error) == State.SETTLED


def test_decisions_are_kept_and_undone_from_the_trail(desk: Client, article: ArticlePage) -> None:
    comment = held(article)
    desk.post(DESK, {"spam": key(comment)})
    page = desk.get(f"{DESK}decisions/?deed=spam")
    assert [(first.deed, count) for first, _some, count in page.context["trail"]] == [("spam", 1)]
    desk.post(f"{DESK}decisions/", {"batch": Decision.objects.get().batch})
    assert (state(comment), desk.get(f"{DESK}decisions/?deed=publish").context["trail"]) == (State.HELD, [])
    assert desk.post(f"{DESK}decisions/", {"batch": "x"}).status_code == 404


def test_everything_is_closed_and_slowed_after_one_question(desk: Client, article: ArticlePage) -> None:
    assert "Close all comments?" in desk.get(f"{DESK}switch/close/").content.decode()
    assert not DiscussionSettings.current().closed_everywhere
    desk.post(f"{DESK}switch/close/")
    assert DiscussionSettings.current().closed_everywhere
    assert "Comments are closed everywhere." in desk.get(DESK).content.decode()
    desk.post(f"{DESK}switch/open/")
    desk.post(f"{DESK}switch/slow/", {"minutes": "20"})
    now = DiscussionSettings.current()
    assert (now.closed_everywhere, now.slow_mode, now.slow_minutes) == (False, True, 20)
    desk.post(f"{DESK}switch/slow/", {"minutes": "5000"})
    desk.post(f"{DESK}switch/fast/")
    now = DiscussionSettings.current()
    assert (now.slow_mode, now.slow_minutes) == (False, 20)
    assert desk.get(f"{DESK}switch/other/").status_code == 404
    assert set(Decision.objects.values_list("deed", flat=True)) == {"close", "open", "slow", "fast"}


def test_every_option_has_a_place_in_the_settings_with_its_default(desk: Client, article: ArticlePage) -> None:
    page = desk.get(f"{DESK}settings/")
    form = page.context["form"]
    options = {one.name for one in DiscussionSettings._meta.get_fields() if getattr(one, "editable", False)} - {
        "id",
        "site",
    }
    assert (set(form.fields), all("Unless changed" in field.help_text for field in form.fields.values())) == (
        options,
        True,
    )
    given = {name: value for name, value in form.initial.items() if value is not False and value is not None}
    assert desk.post(f"{DESK}settings/", {**given, "per_page": "2"}).status_code == 422
    assert (
        desk.post(
            f"{DESK}settings/", {**given, "per_page": "20", "closed_everywhere": "on", "hold_words": "bomb"}
        ).status_code
        == 302
    )
    now = DiscussionSettings.current()
    assert (now.per_page, now.closed_everywhere, now.hold_words, now.hold_all) == (20, True, "bomb", True)
    assert Decision.objects.get().deed == "close"


def test_one_article_differs_from_the_site(desk: Client, article: ArticlePage) -> None:
    address = f"{DESK}under/article/{article.pk}/"
    assert address in desk.get(f"/desk/pages/{article.pk}/edit/").content.decode()
    assert desk.post(address, {"opening": "closed", "holding": "all"}).status_code == 302
    here = Discussion.under(article)
    assert (here.opening, here.holding, here.changed_by.username) == ("closed", "all", "olha")
    assert desk.post(address, {"opening": "shut"}).status_code == 200
    assert Discussion.under(article).opening == "closed"


@pytest.mark.parametrize("many", [1, 6])
def test_the_queue_takes_the_same_queries_however_much_waits(
    desk: Client, article: ArticlePage, django_assert_max_num_queries, many: int
) -> None:
    parent = make.comment(article, "The first of all.")
    words = ["arches", "water in the cellar", "the mayor's speech", "trains to Lviv", "bread and prices", "schools"]
    for at in range(many):
        held(
            article,
            f"What about {words[at]}? Nobody says {words[at][::-1]} aloud.",
            parent=parent,
            writer_key=str(at) * 43,
        )
    desk.get(DESK)
    with django_assert_max_num_queries(34):
        assert len(desk.get(DESK).context["queue"].groups) == many


def test_a_name_that_could_be_taken_for_anothers_is_pointed_out(desk: Client, article: ArticlePage) -> None:
    make.contributor("Iryna Zrazok")
    make.comment(article, name="Petro")
    names = ["Реtrо", "IRYNA ZRAZOK", "lryna Zrazok", "Petro", "Ольга", ""]
    wanted = [
        ["This name mixes alphabets", "This name looks like another’s: Petro"],
        ["This name is, or looks like, one of the newsroom’s: Iryna Zrazok"],
        ["This name is, or looks like, one of the newsroom’s: Iryna Zrazok"],
        [],
        [],
        [],
    ]
    cards = [held(article, name=name) for name in names]
    page = desk.get(DESK)
    shown = {card.comment.pk: card.warnings for group in page.context["queue"].groups for card in group.cards}
    assert [list(shown[one.pk]) for one in cards] == wanted
    assert "This name mixes alphabets" in page.content.decode()


def test_the_same_name_is_pointed_out_where_it_is_certainly_somebody_elses(desk: Client, article: ArticlePage) -> None:
    make.discussion_settings(flood_seconds=0)
    make.comment(article, name="Olha", staff=make.user(role="Editors"))
    make.comment(article, name="Petro", writer_key="p" * 43)
    newsrooms = ["This name is, or looks like, one of the newsroom’s: Olha"]
    anothers = ["Somebody else wrote here under this name"]
    cards = {
        held(article, name="olha", writer_key="p" * 43).pk: newsrooms,
        held(article, name="Olha").pk: newsrooms,
        held(article, name="petro", writer_key="x" * 43).pk: anothers,
        held(article, name="Petro", writer_key="p" * 43).pk: [],
        held(article, name="Petro").pk: [],
    }
    groups = desk.get(DESK).context["queue"].groups
    assert {card.comment.pk: list(card.warnings) for group in groups for card in group.cards} == cards
