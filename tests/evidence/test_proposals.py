"""Proposals: read in the background when asked for, kept, carried through edits, decided on, learned from."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests import make
from tests.evidence.stand_in import BODY, BRIDGE, DEAD, HOLD, StandIn
from tocsin.articles.models import ArticlePage, Span
from tocsin.articles.services import spanning
from tocsin.claims.errors import ChangedMeanwhile
from tocsin.claims.models import Assertion, Claim, Place, ProtectedName
from tocsin.claims.services import protected_in
from tocsin.evidence import asking, judging, reading
from tocsin.evidence.models import Judgement, Proposed, Reading
from tocsin.evidence.ports import Proposal
from tocsin.evidence.proposing import NothingReads, proposals
from tocsin.lib import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _proposer(settings: Any) -> None:
    settings.PROPOSER = "tests.evidence.stand_in.propose"


def written(body: str = BODY, **fields: Any) -> ArticlePage:
    return make.article("Kherson", body=[make.paragraph(body)], **{"live": False, **fields})


@pytest.fixture
def article(home: Any) -> ArticlePage:
    return written()


def address(article: ArticlePage) -> str:
    return f"/desk/articles/{article.pk}/evidence/"


def read(article: ArticlePage) -> Reading:
    asking.ask([article], by=None)
    found = reading.read_next("a task")
    assert found is not None
    return found


def rewrite(article: ArticlePage, body: str) -> None:
    newest = article.get_latest_revision_as_object() if article.latest_revision else article
    newest.body[0].value.source = f"<p>{body}</p>"
    newest.save_revision()


def offered(article: ArticlePage) -> list[str]:
    return [one.words for one in proposals(article, spanning.anchored_text(article).text).open]


def row(article: ArticlePage, words: str) -> Proposed:
    return Proposed.objects.get(reading__article=article, exact=words)


def panel(desk: Client, article: ArticlePage, query: str = "show=proposals") -> str:
    page = desk.get(f"{address(article)}?{query}").content.decode()
    return page[page.index('id="evidence-panel"') :]


def act(desk: Client, article: ArticlePage, do: str, **given: Any) -> Any:
    return desk.post(address(article), {"do": do, "show": "proposals", **given})


# Asked for ------------------------------------------------------------------------------------------------------


def test_nothing_is_read_before_somebody_asks(desk: Client, article: ArticlePage) -> None:
    page = panel(desk, article)
    assert "was not read for claims yet" in page
    assert "Propose claims" in page
    assert Reading.objects.count() == 0


def test_the_desk_asks_waits_and_shows(
    desk: Client, article: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as tasks:
        assert act(desk, article, "propose").status_code == 302
    page = panel(desk, article)
    assert ("it is the next" in page, "data-look-again" in page, "Propose claims" in page) == (True, True, False)
    (task,) = tasks
    task()
    page = panel(desk, article)
    assert (page.count('name="chosen"'), "data-look-again" in page) == (3, False)
    for words in (
        HOLD,
        "A guard (“said”)",
        "sure, 92%",
        "likely, 61%",
        "doubtful, 35%",
        "more than 40",
        "March 2, 2022",
    ):
        assert words in page, words


def test_the_newest_article_is_read_first(home: Any) -> None:
    old, new, draft = written(live=True), written(live=True, published_at=clock.now()), written()
    asking.ask([old, new, draft], by=None)
    order = [reading.read_next(f"task {n}").article_id for n in range(3)]  # type: ignore[union-attr]
    assert order == [draft.pk, new.pk, old.pk]
    assert reading.read_next("one more") is None


def test_an_article_is_not_asked_for_twice(article: ArticlePage) -> None:
    assert asking.ask([article], by=None) == 1
    assert asking.ask([article], by=None) == 0
    read_once = reading.read_next("a task")
    assert read_once
    assert (read_once.state, read_once.reader) == ("done", "tests.evidence.stand_in.propose 7")
    assert asking.ask([article], by=None) == 1


def test_a_task_that_is_run_again_takes_up_what_it_left(article: ArticlePage) -> None:
    asking.ask([article], by=None)
    Reading.objects.update(state="running", task="killed", begun_at=clock.now())
    assert reading.read_next("another") is None
    found = reading.read_next("killed")
    assert found
    assert found.state == "done"
    assert Proposed.objects.count() == 3


def test_what_was_killed_is_told_and_asked_for_again(desk: Client, article: ArticlePage) -> None:
    asking.ask([article], by=None)
    Reading.objects.update(state="running", task="killed", begun_at=clock.now() - timedelta(hours=1))
    page = panel(desk, article)
    assert ("Reading broke off" in page, "Try again" in page) == (True, True)
    assert asking.ask([article], by=None) == 1


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("slow", "took too long"),
        ("crash", "Reading broke off"),
        ("refuse", "Not in this language."),
        ("error", "the server’s log says what"),
    ],
)
def test_a_failure_says_why_and_keeps_what_was_found(desk: Client, article: ArticlePage, word: str, why: str) -> None:
    read(article)
    rewrite(article, f"{BODY} {word}")
    assert read(article).state == "failed"
    page = panel(desk, article)
    assert why in page
    assert "Try again" in page
    assert offered(article) == [HOLD, BRIDGE, DEAD]
    rewrite(article, BODY)
    assert read(article).state == "done"
    assert why not in panel(desk, article)


def test_without_a_proposer_the_desk_says_so(desk: Client, article: ArticlePage, settings: Any) -> None:
    settings.PROPOSER = ""
    page = panel(desk, article)
    assert ("TOCSIN_PROPOSER is empty" in page, "Propose claims" in page) == (True, False)
    settings.PROPOSER = "tests.no_such_module.propose"
    assert "Nothing is found at tests.no_such_module.propose" in panel(desk, article)
    settings.PROPOSER = "tests.evidence.stand_in.not_there"
    assert "Install what reads texts." in panel(desk, article)
    answer = act(desk, article, "propose")
    assert (answer.status_code, Reading.objects.count()) == (409, 0)
    with pytest.raises(NothingReads, match="Install"):
        asking.ask([article], by=None)


def test_only_who_may_edit_the_article_asks(client: Client, article: ArticlePage) -> None:
    client.force_login(make.user("author", role="Authors"))
    assert act(client, article, "propose").status_code in {302, 403}
    assert Reading.objects.count() == 0


def test_reading_a_draft_makes_nothing_public(client: Client, desk: Client, article: ArticlePage) -> None:
    read(article)
    act(desk, article, "proposals", verdict="accept", chosen=[row(article, HOLD).pk], sensitivity="not_sensitive")
    assert not Claim.objects.public().exists()
    client.logout()
    for where in ("/claims/", "/api/v1/claims/", "/data/", "/", "/figures/"):
        answer = client.get(where)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Russian forces" not in body, where
    assert client.get("/desk/ledger/corrections.jsonl").status_code == 302


def test_what_the_ledger_has_no_word_for_is_left_out(article: ArticlePage, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = {"stance": "maybe", "polarity": "?", "modality": "dreamt", "date": "P3D", "confidence": 7.0}
    found = [
        Proposal(0, 7, "event", **odd),
        Proposal(0, 7, "poem"),
        Proposal(5, 10**6, "event"),
        Proposal(3, 3, "event"),
    ]
    monkeypatch.setattr(StandIn, "__call__", lambda *_args, **_options: found)
    read(article)
    (one,) = proposals(article, spanning.anchored_text(article).text).open
    assert (one.words, one.percent) == ("Kherson", 100)
    assert {getattr(one.one, name) for name in ("stance", "polarity", "modality", "date")} == {""}


# After an edit --------------------------------------------------------------------------------------------------


def test_proposals_stay_on_their_words_and_go_with_them(desk: Client, article: ArticlePage) -> None:
    read(article)
    rewrite(article, f"Much happened. {DEAD} {HOLD} Nobody knows.")
    assert offered(article) == [HOLD, DEAD] or offered(article) == [DEAD, HOLD]
    text = spanning.anchored_text(article).text
    assert all(text[one.one.start : one.one.end] == one.words for one in proposals(article, text).open)
    page = panel(desk, article)
    assert "1 proposal no longer stands in it" in page
    assert "Read again" in page
    read(article)
    assert "The text changed" not in panel(desk, article)


def test_words_that_came_to_stand_twice_keep_their_place(article: ArticlePage) -> None:
    read(article)
    rewrite(article, f"{BODY} {HOLD}")
    text = spanning.anchored_text(article).text
    assert [one.one.start for one in proposals(article, text).open if one.words == HOLD] == [text.index(HOLD)]


# Decided on -----------------------------------------------------------------------------------------------------


def test_one_is_accepted_with_all_that_was_read(desk: Client, article: ArticlePage) -> None:
    read(article)
    assert act(desk, article, "proposals", accept=row(article, HOLD).pk).status_code == 409, "sensitivity is required"
    answer = act(desk, article, "proposals", accept=row(article, HOLD).pk, sensitivity=["not_sensitive"])
    assert answer.url == f"{address(article)}?show=proposals&sensitivity=not_sensitive"
    claim, one, place = Claim.objects.get(), Assertion.objects.get(), Place.objects.get()
    assert (claim.text, claim.type, claim.date, claim.publisher_stance) == (HOLD, "control", "2022-03-02", "relay")
    assert (one.said_by, one.stance, one.cue_text) == ("A guard", "support", "said")
    assert (place.name, place.geonames, place.precision, place.public_latitude) == (
        "Kherson",
        706448,
        "settlement",
        46.6,
    )
    assert Span.objects.get().exact == HOLD
    assert offered(article) == [BRIDGE, DEAD]
    page = panel(desk, article, answer.url.partition("?")[2])
    assert 'value="not_sensitive" checked' in page, "it is asked for once"


def test_a_figure_and_a_negation_are_kept(desk: Client, article: ArticlePage) -> None:
    read(article)
    chosen = [row(article, BRIDGE).pk, row(article, DEAD).pk]
    act(desk, article, "proposals", verdict="accept", chosen=chosen, sensitivity="not_sensitive")
    bridge, dead = Claim.objects.get(type="access"), Claim.objects.get(type="figure")
    assert bridge.polarity == "negation"
    assert (dead.figure.low, dead.figure.high, dead.figure.quantifier, dead.figure.reported) == (
        40,
        None,
        "MORE_THAN",
        "At least 40",
    )


def test_a_place_on_record_is_the_same_place(article: ArticlePage) -> None:
    there = make.place("Херсон", geonames=706448)
    read(article)
    text = spanning.anchored_text(article).text
    judging.accept(article, proposals(article, text).open[:1], within=text, sensitivity=["not_sensitive"], by=None)
    assert Claim.objects.get().places.get() == there


def test_what_cannot_be_kept_is_refused_as_a_whole(desk: Client, article: ArticlePage) -> None:
    read(article)
    Proposed.objects.filter(exact=DEAD).update(rest={"figure": {"low": "9", "high": "4"}})
    chosen = [row(article, HOLD).pk, row(article, DEAD).pk]
    answer = act(desk, article, "proposals", verdict="accept", chosen=chosen, sensitivity="not_sensitive")
    assert (answer.status_code, Claim.objects.count(), Judgement.objects.count()) == (409, 0, 0)
    assert "cannot keep one of them" in answer.content.decode()
    assert answer.content.decode().count(" checked") == 3, "what was ticked stays so"


def test_a_refusal_is_taken_back(desk: Client, article: ArticlePage) -> None:
    read(article)
    act(desk, article, "proposals", refuse=row(article, HOLD).pk)
    act(desk, article, "proposals", verdict="refuse", chosen=[row(article, BRIDGE).pk, row(article, DEAD).pk])
    assert offered(article) == []
    read(article)
    assert offered(article) == [], "they are not made again"
    page = panel(desk, article)
    assert "2 refused last, as" in page
    act(desk, article, "undo")
    assert offered(article) == [BRIDGE, DEAD], "the last refusal alone"
    act(desk, article, "undo")
    assert offered(article) == [HOLD, BRIDGE, DEAD]
    assert act(desk, article, "undo").status_code == 409


def test_another_editors_refusal_is_not_taken_back(desk: Client, article: ArticlePage) -> None:
    read(article)
    text = spanning.anchored_text(article).text
    judging.refuse(article, proposals(article, text).open, within=text, by=make.user("other"))
    assert "undo-refusal" not in panel(desk, article)
    assert act(desk, article, "undo").status_code == 409


def test_those_above_a_confidence_are_accepted_after_a_question(desk: Client, article: ArticlePage) -> None:
    read(article)
    page = panel(desk, article, "show=accept-from&least=60")
    assert "Accept 2 proposals of 60% or more?" in page
    assert (page.count('name="chosen"'), page.count(" checked")) == (2, 2)
    assert Claim.objects.count() == 0
    page = panel(desk, article, "show=refuse-below&least=60")
    assert ("Refuse 1 proposal of less than 60%?" in page, page.count('name="chosen"')) == (True, 1)
    assert "There are none." in panel(desk, article, "show=refuse-below&least=30")


def correction(desk: Client, article: ArticlePage, words: str, **changed: Any) -> Any:
    """Post the form of the proposal for *words* as the desk shows it, with some fields changed."""
    one = row(article, words)
    text = spanning.anchored_text(article).text
    offer = proposals(article, text).by_pk(one.pk)
    assert offer
    start, end = changed.pop("start", offer.one.start), changed.pop("end", offer.one.end)
    first = {**judging.flat(offer.one), "text": words, "sensitivity": ["not_sensitive"], "checkability": "checkable"}
    place = {"start": start, "end": end, "exact": text[start:end], "proposal": one.pk}
    return act(desk, article, "correct", **{**first, **place, **changed})


def test_the_form_begins_with_what_was_read(desk: Client, article: ArticlePage) -> None:
    read(article)
    one = row(article, HOLD)
    page = panel(desk, article, f"proposal={one.pk}&start={one.start}&end={one.end}")
    for value in (
        'value="A guard"',
        'value="said"',
        'value="2022-03-02"',
        'value="Kherson"',
        'value="support" selected',
    ):
        assert value in page, value
    one = row(article, DEAD)
    page = panel(desk, article, f"start={one.start}&end={one.end}")
    assert ('value="40"' in page, 'value="MORE_THAN" selected' in page) == (True, True)


def test_a_correction_is_recorded_and_learned_from(desk: Client, article: ArticlePage) -> None:
    read(article)
    answer = correction(
        desk, article, DEAD, low="42", quantifier="EXACT", high="42", speaker="The mayor", stance="support"
    )
    assert answer.status_code == 302, panel_errors(answer)
    figure = Claim.objects.get().figure
    assert (figure.low, figure.high, figure.quantifier) == (42, 42, "EXACT")
    assert Assertion.objects.get().said_by == "The mayor"
    kept = Judgement.objects.get()
    assert (kept.verdict, kept.exact, kept.sentence, kept.proposed["figure"]["low"]) == ("corrected", DEAD, DEAD, "40")
    assert kept.changes == {
        "low": ["40", "42"],
        "high": ["", "42"],
        "quantifier": ["MORE_THAN", "EXACT"],
        "speaker": ["", "The mayor"],
        "stance": ["", "support"],
    }
    assert offered(article) == [HOLD, BRIDGE]


def panel_errors(answer: Any) -> str:
    page = answer.content.decode()
    return page[page.find("field__error") - 200 :][:600]


def test_saving_it_unchanged_accepts_it(desk: Client, article: ArticlePage) -> None:
    read(article)
    for words in (HOLD, BRIDGE, DEAD):
        answer = correction(desk, article, words)
        assert answer.status_code == 302, panel_errors(answer)
    assert [(one.verdict, one.changes) for one in Judgement.objects.all()] == [("accepted", {})] * 3


def test_other_words_and_another_wording_are_changes_too(desk: Client, article: ArticlePage) -> None:
    read(article)
    start = spanning.anchored_text(article).text.index(HOLD)
    correction(desk, article, HOLD, end=start + len("Russian forces"), text="They hold it.", type="event")
    changes = Judgement.objects.get().changes
    assert changes == {
        "end": [start + len(HOLD), start + len("Russian forces")],
        "type": ["control", "event"],
        "text": ["Russian forces", "They hold it."],
    }
    assert Span.objects.get().exact == "Russian forces"
    assert HOLD not in offered(article)


def test_a_form_with_errors_comes_back(desk: Client, article: ArticlePage) -> None:
    read(article)
    answer = correction(desk, article, DEAD, low="50", high="40", date="some day")
    page = answer.content.decode()
    assert (answer.status_code, page.count('class="field__error"'), Claim.objects.count()) == (422, 2, 0)
    assert 'value="50"' in page


def test_a_proposal_decided_on_meanwhile_is_not_recorded_again(desk: Client, article: ArticlePage) -> None:
    read(article)
    assert correction(desk, article, HOLD).status_code == 302
    one = row(article, HOLD)
    answer = act(desk, article, "correct", proposal=one.pk, start=one.start, end=one.end, exact=HOLD)
    assert (answer.status_code, Claim.objects.count()) == (409, 1)


def test_accepting_is_all_or_nothing(article: ArticlePage) -> None:
    read(article)
    text = spanning.anchored_text(article).text
    with pytest.raises(ValidationError):
        judging.accept(article, proposals(article, text).open, within=text, sensitivity=[], by=None)
    assert (Claim.objects.count(), Judgement.objects.count()) == (0, 0)


# Learned from ---------------------------------------------------------------------------------------------------


def test_decisions_are_exported_without_whom_they_must_not_name(desk: Client, article: ArticlePage) -> None:
    read(article)
    act(desk, article, "proposals", accept=row(article, HOLD).pk, sensitivity="not_sensitive")
    act(desk, article, "proposals", refuse=row(article, BRIDGE).pk)
    correction(desk, article, DEAD, speaker="Olena Witness", stance="support")

    def exported() -> list[dict[str, Any]]:
        answer = desk.get("/desk/ledger/corrections.jsonl")
        return [json.loads(line) for line in answer.getvalue().decode().splitlines()]

    found = exported()
    assert [one["verdict"] for one in found] == ["accepted", "refused", "corrected"]
    assert found[0]["exact"] == HOLD
    assert {"digest", "start", "end", "sentence", "language", "reader", "proposed", "changes"} <= set(found[0])
    make_protected = ProtectedName.objects.create(text="Olena Witness", why="At risk.")
    assert [one["verdict"] for one in exported()] == ["accepted", "refused"]
    make_protected.delete()
    guard = Assertion.objects.get(claim__text=HOLD).speaker
    guard.naming, guard.naming_reason = "withheld", "At risk."
    guard.save()
    assert [one["verdict"] for one in exported()] == ["refused", "corrected"]
    assert protected_in(["nobody"]) == []


def test_the_export_is_for_those_who_see_everything(client: Client, article: ArticlePage) -> None:
    client.force_login(make.user("author", role="Authors"))
    assert client.get("/desk/ledger/corrections.jsonl").status_code in {302, 403}
    assert client.get("/desk/ledger/readings/").status_code in {302, 403}


def test_it_goes_with_its_article(article: ArticlePage) -> None:
    read(article)
    text = spanning.anchored_text(article).text
    judging.refuse(article, proposals(article, text).open, within=text, by=None)
    article.delete()
    assert (Reading.objects.count(), Proposed.objects.count(), Judgement.objects.count()) == (0, 0, 0)


# Many -----------------------------------------------------------------------------------------------------------


def test_many_are_asked_for_and_watched(desk: Client, home: Any) -> None:
    for _ in range(3):
        written()
    assert "3 articles were never read" in desk.get("/desk/ledger/readings/").content.decode()
    assert desk.post("/desk/ledger/readings/").status_code == 302
    page = desk.get("/desk/ledger/readings/").content.decode()
    assert ("3 articles are being read" in page, "never read" in page) == (True, False)
    newest = reading.read_next("a task")
    assert newest
    rewrite(newest.article, "slow")
    read(newest.article)  # the newest again, before those that wait
    page = desk.get("/desk/ledger/readings/").content.decode()
    assert ("2 articles are being read" in page, "took too long" in page) == (True, True)
    desk.post("/desk/ledger/readings/", {"article": newest.article_id})
    assert "3 articles are being read" in desk.get("/desk/ledger/readings/").content.decode()


def test_the_list_asks_the_database_the_same_for_one_and_for_thirty(
    desk: Client, home: Any, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            desk.get("/desk/ledger/readings/")
        return len(queries)

    read(written())
    asking.ask([written()], by=None)
    count()
    few = count()
    for _ in range(8):
        read(written())
        asking.ask([written()], by=None)
    assert count() == few


def listed(article: ArticlePage) -> tuple[str, list[Any]]:
    text = spanning.anchored_text(article).text
    return text, list(proposals(article, text).open)


def test_of_two_editors_who_look_at_the_same_list_one_decides(article: ArticlePage) -> None:
    read(article)
    text, seen = listed(article)
    accepted = judging.accept(article, seen[:1], within=text, sensitivity=["not_sensitive"], by=None)
    assert accepted == 1
    with pytest.raises(ChangedMeanwhile):
        judging.accept(article, seen, within=text, sensitivity=["not_sensitive"], by=None)
    with pytest.raises(ChangedMeanwhile):
        judging.refuse(article, seen, within=text, by=None)
    assert Claim.objects.count() == 1
    assert Judgement.objects.count() == 1


def test_two_proposals_on_the_same_words_are_decided_on_apart(article: ArticlePage) -> None:
    reading_ = read(article)
    first = Proposed.objects.filter(reading=reading_).first()
    assert first is not None
    other = "event" if first.type != "event" else "figure"
    Proposed.objects.create(
        reading=reading_, exact=first.exact, prefix=first.prefix, suffix=first.suffix, start=first.start, end=first.end,
        type=other, confidence=0.5, rest=first.rest,
    )  # fmt: skip
    text, seen = listed(article)
    chosen = [one for one in seen if one.pk == first.pk]
    judging.refuse(article, chosen, within=text, by=None)
    assert [one.one.type for one in listed(article)[1] if one.words == first.exact] == [other]


def test_a_sentence_that_stands_twice_is_refused_once(home: Any) -> None:
    article = written(f"{BODY} {BODY}")
    reading_ = read(article)
    text = spanning.anchored_text(article).text
    first = Proposed.objects.filter(reading=reading_).order_by("start").first()
    assert first is not None
    again = text.index(first.exact, first.end)
    Proposed.objects.create(
        reading=reading_, exact=first.exact, prefix="", suffix="", start=again, end=again + len(first.exact),
        type=first.type, confidence=0.5, rest=first.rest,
    )  # fmt: skip
    judging.refuse(article, [one for one in listed(article)[1] if one.pk == first.pk], within=text, by=None)
    assert [one.one.start for one in listed(article)[1] if (one.words, one.one.type) == (first.exact, first.type)] == [
        again
    ]


def test_what_waited_too_long_can_be_asked_for_again(article: ArticlePage) -> None:
    assert asking.ask([article], by=None) == 1
    assert asking.ask([article], by=None) == 0
    Reading.objects.update(asked_at=clock.now() - timedelta(minutes=11))
    assert asking.ask([article], by=None) == 1
