"""The evidence desk: an editor records, links, splits, merges; nothing is overwritten; the private stays private."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.evidence.ground import lay
from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.articles.services import publishing, spanning
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, Decision
from tocsin.sources.models import Citation

pytestmark = pytest.mark.django_db
WORDS = "Russian forces hold Kherson."
BODY = [make.paragraph(f"{WORDS} The bridge is closed. Nobody knows why.")]


@pytest.fixture
def article(home: Any) -> ArticlePage:
    return make.article("Kherson", body=BODY, live=False)


def address(article: ArticlePage) -> str:
    return f"/desk/articles/{article.pk}/evidence/"


def place(article: ArticlePage, words: str) -> dict[str, Any]:
    start = spanning.anchored_text(article).text.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def claim_fields(**fields: Any) -> dict[str, Any]:
    first = {"text": WORDS, "type": "control", "sensitivity": ["not_sensitive"], "checkability": "checkable"}
    return {**first, "polarity": "affirmed", "modality": "actual", **fields}


def record(desk: Client, article: ArticlePage, words: str = WORDS, **fields: Any) -> Claim:
    given = claim_fields(text=words, **fields)
    response = desk.post(address(article), {"do": "new", **place(article, words), **given})
    assert response.status_code == 302, response.content.decode()[-3000:]
    return Claim.objects.latest("pk")


def test_the_desk_shows_what_no_claim_covers(desk: Client, article: ArticlePage) -> None:
    page = desk.get(address(article)).content.decode()
    assert page.count("run--open") == 4, "the headline and three sentences"
    record(desk, article)
    page = desk.get(address(article)).content.decode()
    assert (page.count("run--open"), page.count("run--unsourced")) == (3, 1)


def test_words_become_a_claim_with_places(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article, places="Kherson; Odesa", date="2022-03-02")
    assert ([str(one) for one in claim.places.order_by("name")], claim.spans.get().exact) == (
        ["Kherson", "Odesa"],
        WORDS,
    )


def test_a_form_with_errors_keeps_what_was_typed(desk: Client, article: ArticlePage) -> None:
    given = claim_fields(sensitivity=[], date="sometime", text="My own words")
    response = desk.post(address(article), {"do": "new", **place(article, WORDS), **given})
    page = response.content.decode()
    assert response.status_code == 422
    assert "My own words" in page
    assert page.count('class="field__error"') == 2
    assert Claim.objects.count() == 0


def test_words_of_a_text_that_changed_are_refused(desk: Client, article: ArticlePage) -> None:
    given = {"do": "new", **place(article, WORDS), **claim_fields(), "exact": "Other words."}
    response = desk.post(address(article), given)
    assert response.status_code == 409
    assert "changed meanwhile" in response.content.decode()
    assert (Claim.objects.count(), Span.objects.count()) == (0, 0)


def test_who_says_so_is_attached_with_a_quote(desk: Client, article: ArticlePage) -> None:
    claim, source = record(desk, article), make.source("Statement", text="They said: We hold the city. Then left.")
    given = {
        "stance": "support",
        "speaker": "Ministry",
        "source": source.pk,
        "quote": "We hold the city.",
        "origin": "root",
        "interest": "for",
    }
    response = desk.post(address(article), {"do": "assert", "claim": claim.pk, **given})
    assert response.status_code == 302
    one = Assertion.objects.get()
    assert (one.speaker.name, one.citation.start, one.appraised.interest) == ("Ministry", 11, "for")
    assert claim.standings.get(audience="newsroom").status == "reported"


def test_a_quote_that_is_not_there_is_said_at_once(desk: Client, article: ArticlePage) -> None:
    claim, source = record(desk, article), make.source("Statement", text="Something else.")
    given = {
        "stance": "support",
        "source": source.pk,
        "quote": "We hold the city.",
        "origin": "unknown",
        "interest": "none",
    }
    desk.post(address(article), {"do": "assert", "claim": claim.pk, **given})
    assert Citation.objects.get().is_found is False
    page = desk.get(f"{address(article)}?show=checks").content.decode()
    assert "does not stand in the text kept of" in page


def test_an_assertion_without_a_speaker_is_refused(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    response = desk.post(
        address(article), {"do": "assert", "claim": claim.pk, "stance": "support", "origin": "root", "interest": "none"}
    )
    assert response.status_code == 422
    assert "Say who says so" in response.content.decode()


def test_two_editors_at_once_overwrite_nothing(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    first = {"do": "save", "claim": claim.pk, "version": 1, **claim_fields(text="Held since March.")}
    second = {"do": "save", "claim": claim.pk, "version": 1, **claim_fields(text="Not held.")}
    assert desk.post(address(article), first).status_code == 302
    response = desk.post(address(article), second)
    assert response.status_code == 409
    assert "Somebody changed this meanwhile" in response.content.decode()
    claim.refresh_from_db()
    assert claim.text == "Held since March."


def test_the_record_of_a_type_is_saved(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    given = {"do": "subtype", "claim": claim.pk, "version": 1, "subtype-status": "held", "subtype-basis": "claimed"}
    assert desk.post(address(article), given).status_code == 302
    assert Claim.objects.get().control.status == "held"


@pytest.mark.parametrize(
    "kind",
    [
        "figure",
        "event",
        "service_status",
        "access",
        "quote",
        "accusation",
        "denial",
        "forecast",
        "scheduled_event",
        "intent",
        "causation",
        "relation",
        "assessment",
    ],
)
def test_every_type_has_its_form(desk: Client, article: ArticlePage, kind: str) -> None:
    claim = record(desk, article, type=kind)
    page = desk.get(f"{address(article)}?claim={claim.pk}")
    assert page.status_code == 200
    assert b'name="do" value="subtype"' in page.content


def test_split_and_merge(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    desk.post(address(article), {"do": "split", "claim": claim.pk, "part": "Russian forces", "part_type": "event"})
    part = Claim.objects.latest("pk")
    assert (part.spans.get().exact, part.type) == ("Russian forces", "event")
    desk.post(address(article), {"do": "merge", "claim": part.pk, "into": claim.pk})
    part.refresh_from_db()
    assert part.merged_into == claim
    assert sorted(span.exact for span in claim.spans.all()) == ["Russian forces", WORDS]


def test_link_and_untie(desk: Client, article: ArticlePage) -> None:
    claim = make.claim("The bridge is shut.")
    desk.post(address(article), {"do": "link", **place(article, "The bridge is closed."), "to": claim.pk})
    span = Span.objects.get()
    assert span.claim == claim
    desk.post(address(article), {"do": "untie", "span": span.pk})
    assert (Span.objects.count(), Claim.objects.count()) == (0, 1)


def test_an_orphan_finds_new_words(desk: Client, article: ArticlePage) -> None:
    record(desk, article)
    newest = article.get_latest_revision_as_object() if article.latest_revision else article
    newest.body[0].value.source = newest.body[0].value.source.replace("hold Kherson", "left Kherson")
    newest.save_revision()
    page = desk.get(f"{address(article)}?show=orphans").content.decode()
    assert f"<q>{WORDS}</q>" in page
    desk.post(
        address(article),
        {"do": "move", "span": Span.objects.get().pk, **place(article, "Russian forces left Kherson.")},
    )
    assert list(Span.objects.orphans()) == []


def test_appraise_withdraw_override_and_lift(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    one = make.assertion(claim, origin="unknown")
    desk.post(
        address(article),
        {
            "do": "appraise",
            "claim": claim.pk,
            "assertion": one.pk,
            "origin": "root",
            "interest": "none",
            "verified": "on",
            "reason": "Seen.",
        },
    )
    assert claim.standings.get(audience="newsroom").status == "corroborated"
    desk.post(
        address(article),
        {"do": "override", "claim": claim.pk, "status": "contested", "reason": "Video doubted.", "until": "2099-01-01"},
    )
    assert claim.standings.get(audience="newsroom").status == "contested"
    desk.post(address(article), {"do": "lift", "claim": claim.pk, "override": claim.overrides.get().pk})
    desk.post(
        address(article), {"do": "withdraw", "claim": claim.pk, "assertion": one.pk, "reason": "He said so himself."}
    )
    assert claim.standings.get(audience="newsroom").status == "withdrawn"
    verbs = set(Decision.objects.filter(claim=claim).values_list("verb", flat=True))
    assert {"record", "assert", "appraise", "override", "lift", "withdraw"} <= verbs


def test_private_evidence_is_for_those_who_may_see_it(client: Client, desk: Client) -> None:
    ground = lay()
    page = f"{address(ground.article)}?claim={ground.claim.pk}"
    assert b"CANARYprivate" in desk.get(page).content
    author = make.user("author", role="Authors")
    ground.article.owner = author
    ground.article.save()
    client.force_login(author)
    answer = client.get(page)
    assert answer.status_code == 200
    assert b"CANARYprivate" not in answer.content
    assert b"CANARYrestricted" not in answer.content


def test_others_articles_are_closed_to_an_author(client: Client, article: ArticlePage) -> None:
    client.force_login(make.user("author", role="Authors"))
    assert client.get(address(article)).status_code in {302, 403}


def test_the_ledger_lists_searches_and_pages(desk: Client, article: ArticlePage) -> None:
    for n in range(35):
        make.claim(f"Statement {n}")
    record(desk, article)
    page = desk.get("/desk/ledger/").content.decode()
    assert "Page 1 of 2, 36 claims" in page
    assert desk.get("/desk/ledger/?q=Kherson").content.decode().count("evidence/?claim=") == 1
    assert "No claim on record is like that" in desk.get("/desk/ledger/?status=refuted").content.decode()


def test_a_changed_status_becomes_a_correction(desk: Client, article: ArticlePage, client: Client) -> None:
    claim = record(desk, article)
    make.assertion(claim, interest="for")
    publishing.publish(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object())
    assert "still holds" in desk.get("/desk/ledger/changed/").content.decode()
    make.assertion(claim, stance="deny", verified=True)
    page = desk.get("/desk/ledger/changed/").content.decode()
    assert "it is now refuted" in page
    span = PublishedSpan.objects.live().get()
    desk.post(
        "/desk/ledger/changed/",
        {"span": span.pk, "do": "correct", "text": "We wrote that forces hold the city. That is refuted."},
    )
    assert "still holds" in desk.get("/desk/ledger/changed/").content.decode()
    fresh = ArticlePage.objects.get(pk=article.pk)
    assert [one.text for one in fresh.corrections.all()] == ["We wrote that forces hold the city. That is refuted."]
    assert PublishedSpan.objects.live().get().status == "refuted"


def test_a_change_can_be_settled_without_a_correction(desk: Client, article: ArticlePage) -> None:
    claim = record(desk, article)
    make.assertion(claim, interest="for")
    publishing.publish(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object())
    ledger.withdraw(claim.assertions.get(), by=None, reason="He took it back.")
    span = PublishedSpan.objects.live().get()
    desk.post("/desk/ledger/changed/", {"span": span.pk, "do": "settle"})
    assert "still holds" in desk.get("/desk/ledger/changed/").content.decode()


def test_the_text_of_a_source_is_offered_sentence_by_sentence(desk: Client, client: Client) -> None:
    source = make.source("Statement", text="We hold the city. Then they left.")
    page = desk.get(f"/desk/ledger/source/{source.pk}/").content.decode()
    assert page.count("data-quote") == 2
    assert "No text is kept" in desk.get(f"/desk/ledger/source/{make.source('Other').pk}/").content.decode()
    kept_back = make.source("Secret", confidentiality="restricted", text="A name.")
    client.force_login(make.user("author", role="Authors"))
    assert client.get(f"/desk/ledger/source/{kept_back.pk}/").status_code == 404


def test_a_speaker_is_kept_with_names_and_offices(desk: Client) -> None:
    from tocsin.claims.models import Speaker

    given = {
        "kind": "Person",
        "name": "Mikhail Mizintsev",
        "naming": "named",
        "other_names": "Mezentsev\nМизинцев",
        "offices_held": "Head; National Defence Management Centre; 2014; 2022-09",
    }
    assert desk.post("/desk/snippets/claims/speaker/add/", given).status_code in {200, 302, 404}
    address = next(
        one for one in ("/desk/speakers/add/", "/desk/snippets/claims/speaker/add/") if desk.get(one).status_code == 200
    )
    assert desk.post(address, given).status_code == 302
    speaker = Speaker.objects.get()
    assert [one.text for one in speaker.names.all()] == ["Mezentsev", "Мизинцев"]
    assert [str(one) for one in speaker.offices.all()] == ["Head, National Defence Management Centre"]


def test_a_sources_text_and_side_are_kept_and_quotations_looked_for_again(desk: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tocsin.sources import services as sources

    source = make.source("Statement", text="Nothing.")
    citation = sources.cite(source, exact="We hold it.")
    assert not citation.is_found
    given = {"title": "Statement", "address": source.address, "type": "post", "confidentiality": "unprotected"}
    file = SimpleUploadedFile("text.txt", "They said: “We hold it.” Then left.".encode())
    response = desk.post(f"/desk/sources/edit/{source.pk}/", {**given, "side": make.party().pk, "text_file": file})
    assert response.status_code == 302
    citation.refresh_from_db()
    source.refresh_from_db()
    assert (citation.is_found, citation.start, source.side.name) == (True, 12, "Ukraine")
    wrong = SimpleUploadedFile("text.pdf", b"\xff\xfe\x00")
    assert (
        "no plain text" in desk.post(f"/desk/sources/edit/{source.pk}/", {**given, "text_file": wrong}).content.decode()
    )
