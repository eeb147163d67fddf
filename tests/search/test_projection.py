"""What is indexed: every public thing with the words readers see, in a fixed number of queries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make
from tocsin.articles import canonical
from tocsin.articles.models import ArticlePage, Correction, HomePage, PlainPage
from tocsin.articles.services import pages
from tocsin.claims import services as ledger
from tocsin.claims.models import SpeakerName
from tocsin.search import projection
from tocsin.search.projection import keys as public_keys
from tocsin.search.projection import texts
from tocsin.search.records import Record

SAID = datetime(2022, 3, 5, tzinfo=UTC)


def everything() -> dict[str, Record]:
    return {record.key: record for record in projection.everything()}


def full_body(picture: int, source: Any) -> list[dict[str, Any]]:
    rich = f"<p>Rich &amp; bold <b>words</b>{make.marker(source)}</p><p>Second</p>"
    return [
        {"type": "paragraph", "value": rich},
        {"type": "heading", "value": {"text": "A heading", "level": "2"}},
        {
            "type": "picture",
            "value": {
                "picture": {"image": picture, "decorative": False, "alt_text": "Seen"},
                "caption": "<p>Captioned</p>",
                "credit": "By us",
            },
        },
        {"type": "quote", "value": {"text": "<p>Own words</p>", "speaker": "A mayor", "office": "Mayor"}},
        {
            "type": "list",
            "value": {"ordered": True, "items": [{"type": "item", "id": "1", "value": "<p>First point</p>"}]},
        },
        {"type": "demands", "value": {"title": "Calls", "by": "", "items": ["<p>Open the road</p>"]}},
        {
            "type": "table",
            "value": {
                "caption": "A table",
                "table": {
                    "columns": [{"type": "text", "heading": "T"}, {"type": "rich", "heading": "R"}],
                    "rows": [{"values": ["cell", "<p>rich cell</p>"]}],
                    "caption": "",
                },
                "row_headings": False,
            },
        },
        {"type": "embed", "value": {"address": "https://example.org/x", "title": "Film", "caption": "<p>Shown</p>"}},
        {"type": "note", "value": "<p>secretnote</p>"},
    ]


def test_the_words_of_a_stored_body_are_those_of_the_canonical_text(home: HomePage) -> None:
    article = make.article(body=full_body(make.picture().pk, make.source()), standfirst="Standing first")
    found = [article.title, article.standfirst, *texts.words(article.body)]
    assert found == [part.text for part in canonical.parts(article)]
    assert "secretnote" not in "".join(found)


def test_an_article_is_found_by_all_that_readers_see_of_it(home: HomePage) -> None:
    war = make.section("War")
    article = make.article(
        "Bridge repaired",
        standfirst="In one line",
        body=full_body(make.picture().pk, make.source()),
        by=[make.contributor("Olha"), make.contributor("Petro")],
        tags=["irpin", "bridges"],
        section=make.section("Kyiv", parent=war),
        lead_caption="Leading",
        language="uk",
        slug="bridge",
        published_at=datetime(2022, 3, 5, 12, tzinfo=UTC),
    )
    article.corrections = [Correction(text="Put right")]
    article.save()
    record = everything()[f"article:{article.pk}"]
    words = [
        *("In one line", "Leading", "Rich & bold words Second", "A heading", "Captioned", "By us", "Own words"),
        *("A mayor", "Mayor", "First point", "Calls", "Open the road", "A table", "cell", "rich cell"),
        *("Film", "Shown", "Put right"),
    ]
    assert record == Record(
        f"article:{article.pk}",
        "article",
        "Bridge repaired",
        " ".join(words),
        "uk",
        "/2022/03/05/bridge/",
        datetime(2022, 3, 5, 12, tzinfo=UTC),
        "War / Kyiv",
        ("bridges", "irpin"),
        ("Olha", "Petro"),
    )


def test_pages_contributors_sections_and_tags_are_found(home: HomePage) -> None:
    page = pages.publish_page(PlainPage(title="About us", slug="about-us", body=[make.paragraph("We report.")]))
    writer, idle = make.contributor("Olha", about="Reports from Kherson.", slug="olha"), make.contributor("Idle")
    section = make.section("War", slug="war", about="All of it.")
    make.article(by=[writer], tags=["irpin"])
    make.article(by=[idle], tags=["unused"], live=False)
    found = {(one.type, one.title, one.body, one.url) for one in projection.everything() if one.type != "article"}
    assert found == {
        ("page", "About us", "We report.", page.url),
        ("contributor", "Olha", "Reports from Kherson.", "/contributor/olha/"),
        ("section", "War", "All of it.", section.get_absolute_url()),
        ("tag", "irpin", "", "/tag/irpin/"),
    }


def test_a_source_is_found_where_the_newest_article_shows_it(home: HomePage) -> None:
    first = make.source("Other report")
    source = make.source("Situation report", publication="OCHA", author="A. Writer", quote="Their words", language="en")
    make.article(body=[make.paragraph(f"Old.{make.marker(source)}")], published_at=datetime(2022, 3, 1, tzinfo=UTC))
    body = [make.paragraph(f"One.{make.marker(first)} Two.{make.marker(source)}")]
    article = make.article(body=body, published_at=datetime(2022, 3, 9, tzinfo=UTC))
    record = everything()[f"source:{source.pk}"]
    assert (record.title, record.body, record.url, record.authors) == (
        "Situation report",
        "OCHA Their words",
        f"{article.address}#ref-2",
        ("A. Writer",),
    )


def test_what_only_a_draft_cites_is_not_found(home: HomePage) -> None:
    source, live = make.source("Drafted"), make.source("Published")
    article = make.article(body=[make.paragraph(f"One.{make.marker(live)}")])
    article.body = [make.paragraph(f"One.{make.marker(source)}")]
    article.save_revision()
    assert {one.title for one in projection.everything() if one.type == "source"} == {"Published"}
    article.get_latest_revision().publish()
    assert {one.title for one in projection.everything() if one.type == "source"} == {"Drafted"}


def test_a_claim_is_found_by_its_text_who_says_so_and_where(home: HomePage) -> None:
    claim = make.claim("The bridge is gone.", public=True, places=[make.place("Irpin")])
    speaker = make.speaker("Ihor Kolykhaiev")
    SpeakerName.objects.create(speaker=speaker, text="Колихаєв")
    make.assertion(claim, speaker=speaker, speaker_role_text="Mayor of Kherson", public_at=SAID)
    found = everything()
    assert found[f"claim:{claim.pk}"] == Record(
        f"claim:{claim.pk}",
        "claim",
        "The bridge is gone.",
        "Ihor Kolykhaiev Mayor of Kherson Irpin",
        "en",
        f"/claims/{claim.pk}/",
        SAID,
        status="reported",
    )
    assert found[f"speaker:{speaker.pk}"] == Record(
        f"speaker:{speaker.pk}",
        "speaker",
        "Ihor Kolykhaiev",
        "Колихаєв",
        url=f"/speakers/{speaker.pk}/",
        house="en",
    )


@pytest.mark.parametrize("kind", ["article", "claim", "source", "section", "contributor", "tag", "page"])
def test_a_batch_takes_the_same_queries_whatever_its_size(home: HomePage, kind: str) -> None:
    def add(number: int) -> None:
        source = make.source(f"Source {number}", publication=f"Paper {number}")
        make.article(
            by=[make.contributor(f"Writer {number}")],
            tags=[f"tag{number}"],
            section=make.section(f"Section {number}"),
            body=full_body(make.picture().pk, source),
        )
        claim = make.claim(f"Claim {number}", public=True, places=[make.place(f"Place {number}")])
        make.assertion(claim, source=source)
        pages.publish_page(PlainPage(title=f"Page {number}", slug=f"page-{number}"))

    def queries() -> int:
        keys = [key for key in public_keys() if key.startswith(f"{kind}:")]
        with CaptureQueriesContext(connection) as seen:
            assert len(list(projection.records(keys))) == len(keys)
        return len(seen)

    add(1)
    queries()
    before = queries()
    for number in range(2, 8):
        add(number)
    assert queries() == before


def test_keys_are_those_of_the_records_in_batches_too(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        make.article(f"Article {number}", tags=[f"tag{number}"])
        ledger.set_public([make.claim(f"Claim {number}").pk], public=True)
    monkeypatch.setattr(projection, "BATCH", 2)
    keys = list(public_keys())
    assert [record.key for record in projection.everything()] == keys
    assert {record.key for record in projection.records(keys)} == set(keys)
    assert projection.count() == len(keys) == 15
    assert ArticlePage.objects.count() == 5
