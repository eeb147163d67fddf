"""A comment's way through the form, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import travel

from tests import make
from tests.comments.writing import form_at, one, parsed, send
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import limits, services, tickets
from tocsin.comments.models import Comment
from tocsin.comments.statuses import Kind, State
from tocsin.lib import clock


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(limits, "LEAST_BITS", 6)  # the work is tried in test_gates
    limits.forget()
    tickets.forget()
    yield
    limits.forget()


@pytest.fixture
def form(article: ArticlePage) -> str:
    return f"/comments/article-{article.pk}/write/"


def errors(answer: Any) -> list[str]:
    return [one.text for one in parsed(answer).select(".panel__error")]


def test_a_comment_with_work_done_is_published_at_once_where_nothing_holds_it(
    client: Client, free: None, article: ArticlePage, form: str
) -> None:
    answer = send(client, form, text="The bridge *is* open.", name="Olha")
    (comment,) = Comment.objects.all()
    assert (answer.status_code, comment.state, comment.reasons) == (200, State.PUBLISHED, [])
    assert "Your comment is published." in answer.content.decode()
    page = parsed(client.get(article.url))
    assert one(page, f"#comment-{comment.pk} .comment__text em").text == "is"
    assert one(page, "#comments-title").text == "1 comment"


def test_a_comment_without_scripts_waits_and_says_why(client: Client, free: None, form: str) -> None:
    answer = send(client, form, work=False, text="I have no scripts.")
    (comment,) = Comment.objects.all()
    assert (comment.state, [one["code"] for one in comment.reasons]) == (State.HELD, ["unproven"])
    assert "waits for a moderator" in answer.content.decode()


def test_nothing_but_what_was_typed_is_kept(client: Client, free: None, form: str) -> None:
    headers = {
        "Sec-Fetch-Site": "same-origin",
        "User-Agent": "canary-agent",
        "Accept-Language": "uk",
        "X-Real-IP": "198.51.100.77",
    }
    answer = send(client, form, text="Canaries.", headers=headers)
    row = str(Comment.objects.values().get())
    assert "canary" not in row
    assert "198.51" not in row
    assert not answer.cookies
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")
    assert "Cookie" not in answer.get("Vary", "")


def test_the_private_link_is_in_the_answer_and_opens(client: Client, free: None, form: str) -> None:
    link = one(parsed(send(client, form, text="Mine.")), "a[href*='/mine/']")["href"]
    assert "Mine." in client.get(str(link)).content.decode()


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"text": ""}, 422, "Write something first."),
        ({"text": "x" * 6000}, 422, "too long"),
        ({"text": "x", "email": "nobody"}, 422, "no e-mail address"),
        ({"text": "x", "subject": "buy"}, 422, "is to stay empty"),
        ({"text": "x", "ticket": "forged"}, 422, "did not come from here"),
        ({"text": "x", "after": 0}, 422, "sooner than anyone"),
        ({"text": "x", "after": 7 * 3600}, 422, "open for a long time"),
        ({"text": "x", "proof": "1"}, 409, "Send it again"),
        ({"text": "x", "reply": "999"}, 422, "is not here any more"),
        ({"text": "x", "headers": {"Sec-Fetch-Site": "cross-site"}}, 403, "from another site"),
    ],
)
def test_what_is_wrong_stands_on_the_form_with_what_was_written(  # noqa: PLR0917 - fixtures and the three of a case
    client: Client, free: None, form: str, given: dict[str, Any], status: int, said: str
) -> None:
    answer = send(client, form, **{"name": "Olha", **given})
    assert answer.status_code == status
    (error,) = errors(answer)
    assert said in error
    document = parsed(answer)
    assert one(document, "[name=name]")["value"] == "Olha"
    assert one(document, "textarea").text.strip() == given["text"]
    assert Comment.objects.count() == 0
    mended = {**given, "text": given["text"][:4000] or "Something."}
    for name in ("subject", "ticket", "after", "proof", "reply", "headers", "email"):
        mended.pop(name, None)
    assert send(client, form, **mended).status_code == 200, "the control is taken"


def test_a_form_is_sent_once(client: Client, free: None, form: str) -> None:
    first = form_at(client, form)
    for text, status in (("One.", 200), ("Two.", 422)):
        assert send(client, form, work=False, ticket=first["ticket"], text=text).status_code == status
    assert Comment.objects.count() == 1


def test_what_is_turned_away_may_be_mended_with_the_same_form(client: Client, free: None, form: str) -> None:
    send(client, form, text="The same.")
    again = send(client, form, text="The same.")
    assert (again.status_code, len(errors(again))) == (409, 1)
    ticket = one(parsed(again), "[name=ticket]")["value"]
    assert send(client, form, work=False, ticket=ticket, text="Something else.").status_code == 200


def test_the_overflow_is_told_when_to_come_back(client: Client, free: None, form: str) -> None:
    answers = [send(client, form, work=False, text=f"Number {at}.") for at in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[3]["Retry-After"]) <= 60
    assert one(parsed(answers[3]), "textarea").text.strip() == "Number 3."
    assert send(client, form, text="With work done.").status_code == 200


def test_a_preview_keeps_nothing_and_uses_nothing_up(client: Client, free: None, form: str) -> None:
    for _ in range(5):
        answer = send(client, form, work=False, text="**Strong** <script>", preview="1")
    document = parsed(answer)
    assert one(document, ".panel__preview strong").text == "Strong"
    assert not document.select(".panel__preview script")
    assert Comment.objects.count() == 0


def test_a_reply_stands_below_what_it_answers(client: Client, free: None, article: ArticlePage, form: str) -> None:
    send(client, form, text="First.", name="Olha")
    first = Comment.objects.get()
    page = parsed(client.get(f"{form}?reply={first.pk}"))
    assert "Olha" in one(page, "#write-title").text
    send(client, f"{form}?reply={first.pk}", text="Answer.", name="Petro")
    answer = Comment.objects.get(text="Answer.")
    assert answer.parent == first
    assert one(parsed(client.get(article.url)), f"#comment-{first.pk} > ol > #comment-{answer.pk}")


def test_a_report_of_an_error_goes_to_the_editors_alone(
    client: Client, free: None, article: ArticlePage, form: str
) -> None:
    assert 'name="email"' not in client.get(f"{form}?kind=correction").content.decode(), "there is no notice of it"
    answer = send(client, f"{form}?kind=correction", text="It has two arches.", passage="one arch")
    (kept,) = Comment.objects.all()
    assert (kept.kind, kept.state, kept.passage) == (Kind.CORRECTION, State.HELD, "one arch")
    assert "gone to the editors" in answer.content.decode()
    for address in (
        article.url,
        f"/comments/article-{article.pk}/",
        "/comments/",
        "/comments/rss.xml",
        "/api/v1/comments/",
    ):
        assert "two arches" not in client.get(address).content.decode()


def test_a_closed_discussion_has_no_form_but_takes_reports_of_errors(
    client: Client, free: None, article: ArticlePage, form: str
) -> None:
    before = form_at(client, form)
    services.close_everything(by=None)
    assert not parsed(client.get(form)).select("form[data-send]")
    late = client.post(form, {**before, "text": "Late."}, headers={"Sec-Fetch-Site": "same-origin"})
    assert (late.status_code, Comment.objects.count()) == (422, 0)
    assert send(client, f"{form}?kind=correction", text="A slip.").status_code == 200
    assert "Comments are closed." in client.get(article.url).content.decode()


@pytest.mark.parametrize("key", ["article-999", "claim-999", "report-1"])
def test_there_is_no_form_for_what_is_not_there(client: Client, article: ArticlePage, key: str) -> None:
    assert client.get(f"/comments/{key}/write/").status_code == 404


def test_what_readers_may_not_see_takes_no_comment(client: Client, article: ArticlePage, form: str) -> None:
    held = form_at(client, form)
    article.unpublish()
    assert client.get(form).status_code == 404
    assert client.post(form, {**held, "text": "x"}, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404


def test_a_moderator_publishes_at_once_with_the_newsrooms_mark_if_it_comes_from_here(
    client: Client, article: ArticlePage, editor: User, form: str
) -> None:
    client.force_login(editor)
    assert send(client, form, work=False, text="We asked them.", headers={}).status_code == 403
    assert send(client, form, work=False, text="We asked them.").status_code == 200
    comment = Comment.objects.get()
    assert (comment.state, comment.by_staff) == (State.PUBLISHED, editor)
    assert Client().get(article.url).content.decode().count("comment__badge") == 1


def test_claims_take_comments_too(client: Client, free: None) -> None:
    claim = make.claim("The bridge was blown up.", public=True)
    send(client, f"/comments/claim-{claim.pk}/write/", text="I saw it.")
    assert "I saw it." in client.get(f"/claims/{claim.pk}/").content.decode()


# The private link -----------------------------------------------------------------------------------------------


@pytest.fixture
def secret(client: Client, free: None, form: str) -> str:
    return str(one(parsed(send(client, form, text="Mine.", name="Olha")), "a[href*='/mine/']")["href"])


def post(client: Client, address: str, **given: str) -> Any:
    return client.post(address, given, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_writer_changes_their_comment_for_a_while(client: Client, secret: str) -> None:
    answer = post(client, secret, text="Changed.", name="Olha")
    assert (answer.status_code, Comment.objects.get().text) == (302, "Changed.")
    assert "Your comment is changed." in client.get(answer["Location"]).content.decode()
    empty = post(client, secret, text="", name="Olha")
    assert (empty.status_code, errors(empty)) == (422, ["Write something first."])
    with travel(clock.now() + timedelta(minutes=20)):
        late = post(client, secret, text="Later.", name="Olha")
    assert (late.status_code, Comment.objects.get().text) == (409, "Changed.")
    assert "Later." in late.content.decode(), "what was written is there to copy"


def test_a_writer_deletes_their_comment_after_being_asked(client: Client, secret: str) -> None:
    assert "for ever?" in client.get(f"{secret}delete/").content.decode()
    assert Comment.objects.get().state == State.PUBLISHED
    assert client.post(f"{secret}delete/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert post(client, f"{secret}delete/").status_code == 200
    assert not Comment.objects.exists()
    assert client.get(secret).status_code == 404


def test_a_writer_takes_their_comments_along(client: Client, secret: str) -> None:
    answer = client.get(f"{secret}comments.json")
    assert [one["text"] for one in answer.json()["comments"]] == ["Mine."]
    assert answer["Cache-Control"] == "no-store"


def test_a_writer_leaves_the_mail_from_their_page_or_from_a_mail(client: Client, free: None, form: str) -> None:
    from tocsin.comments import addresses, credentials

    link = str(
        one(
            parsed(send(client, form, text="Tell me.", email="olha@example.org", wants_reply="1")), "a[href*='/mine/']"
        )["href"]
    )
    comment = Comment.objects.get()
    assert comment.sealed_email
    there = addresses.leave(credentials.ticket(comment.pk))
    assert client.get(there).status_code == 200
    assert Comment.objects.get().sealed_email, "a program that tests the link ends nothing"
    assert "You asked for notices" in client.get(link).content.decode()
    assert client.post(there, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Comment.objects.get().sealed_email
    assert client.get(f"/comments/leave/{'x' * 20}/").status_code == 404


# Reports --------------------------------------------------------------------------------------------------------


def test_a_reader_reports_a_comment(client: Client, free: None, form: str) -> None:
    send(client, form, text="A number: 12.")
    comment = Comment.objects.get()
    address = f"/comments/{comment.pk}/report/"
    assert send(client, address).status_code == 422
    done = send(client, address, complaint="details", reason="My address.")
    assert "The moderators will look at it." in done.content.decode()
    assert [(one.complaint, one.reason) for one in comment.reports.all()] == [("details", "My address.")]
    statuses = [send(client, address, complaint="spam", network="203.0.113.9").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
