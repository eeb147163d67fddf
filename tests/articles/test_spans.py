"""Claims tied to the words of an article: through versions, publishing, merging, and into the page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tocsin.articles import canonical
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.articles.services import publishing, spanning
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim

pytestmark = pytest.mark.django_db

BODY = [
    make.paragraph("Russian forces hold <b>Kherson</b> &amp; its port, officials say."),
    {"type": "note", "value": "<p>Ask Olena again.</p>"},
    {"type": "heading", "value": {"text": "In the south", "level": "2"}},
    {"type": "list", "value": {"ordered": False, "items": ["<p>One bridge is gone.</p>", "<p>Another is closed.</p>"]}},
]


def stated(article: ArticlePage, words: str, claim: Claim | None = None) -> Span:
    text = spanning.anchored_text(article).text
    start = text.index(words)
    return spanning.add_span(article, claim or make.claim(words), start=start, end=start + len(words))


def edit(article: ArticlePage, was: str, now: str) -> ArticlePage:
    newest = article.get_latest_revision_as_object()
    for block in newest.body:
        if block.block_type == "paragraph":
            block.value.source = block.value.source.replace(was, now)
    newest.save_revision()
    return ArticlePage.objects.get(pk=article.pk)


def test_the_canonical_text_is_what_readers_read() -> None:
    article = make.article("Kherson", standfirst="A port city.", body=BODY)
    assert canonical.text_of(article) == (
        "Kherson\n\nA port city.\n\nRussian forces hold Kherson & its port, officials say.\n\nIn the south\n\n"
        "One bridge is gone.\n\nAnother is closed."
    )


def test_markers_of_references_are_no_words() -> None:
    article = make.article("A", body=[make.paragraph(f"It fell{make.marker(make.source())}. All of it.")])
    assert canonical.text_of(article) == "A\n\nIt fell. All of it."


def test_a_span_is_carried_through_an_edit_and_an_orphan_is_listed() -> None:
    article = make.article(body=BODY)
    kept, lost = stated(article, "Russian forces hold Kherson & its port"), stated(article, "officials say")
    edit(article, "officials say", "one official said on Monday")
    for span in (kept, lost):
        span.refresh_from_db()
    assert (kept.exact, bool(kept.orphaned_at)) == ("Russian forces hold Kherson & its port", False)
    assert list(Span.objects.orphans()) == [lost]


def test_an_orphan_whose_words_come_back_returns() -> None:
    article = make.article(body=BODY)
    span = stated(article, "officials say")
    article = edit(article, "officials say", "officials said")
    edit(article, "officials said", "officials say")
    span.refresh_from_db()
    assert (span.orphaned_at, span.exact) == (None, "officials say")


def test_words_chosen_in_an_older_text_are_refused() -> None:
    article = make.article(body=BODY)
    with pytest.raises(ArticleRefused, match="changed meanwhile"):
        spanning.add_span(article, make.claim(), start=0, end=5, exact="other")
    assert Span.objects.count() == 0


def test_a_claim_is_public_while_a_published_article_states_it() -> None:
    article = make.article(body=BODY, live=False)
    claim = stated(article, "Russian forces hold Kherson").claim
    assert not Claim.objects.public().exists()
    publishing.publish(article)
    assert list(Claim.objects.public()) == [claim]
    publishing.unpublish(ArticlePage.objects.get(pk=article.pk))
    assert not Claim.objects.public().exists()


def test_a_claim_added_to_the_draft_alone_is_not_public() -> None:
    article = make.article(body=BODY)
    stated(article, "Russian forces hold Kherson")
    assert not Claim.objects.public().exists()


def test_a_claim_of_a_private_article_is_not_public() -> None:
    article = make.article(body=BODY, live=False)
    stated(article, "Russian forces hold Kherson")
    publishing.publish(article)
    assert Claim.objects.public().count() == 1, "the control"
    restriction = article.view_restrictions.create(restriction_type="password", password="x")
    assert Claim.objects.public().count() == 0
    restriction.delete()
    assert Claim.objects.public().count() == 1


def test_the_status_at_publication_is_kept_with_the_version() -> None:
    article = make.article(body=BODY, live=False)
    claim = stated(article, "Russian forces hold Kherson").claim
    make.assertion(claim)
    publishing.publish(article)
    make.assertion(claim, stance="deny")
    row = PublishedSpan.objects.live().get()
    assert (row.status, claim.standings.get(audience="readers").status) == ("reported", "contested")


def test_spans_follow_a_merged_claim() -> None:
    article = make.article(body=BODY, live=False)
    one, other = stated(article, "Russian forces hold Kherson"), stated(article, "officials say")
    publishing.publish(article)
    ledger.merge(one.claim, other.claim, by=None)
    assert {span.claim for span in Span.objects.all()} == {other.claim}
    assert list(Claim.objects.public()) == [other.claim]


def read(client: Client, article: ArticlePage) -> str:
    return client.get(article.address).content.decode()


def test_the_page_marks_the_words_of_a_claim(client: Client) -> None:
    article = make.article(body=BODY, live=False)
    claim = stated(article, "Russian forces hold Kherson & its").claim
    article = publishing.publish(article)
    html = read(client, article)
    assert (
        '<span class="claim claim--unsourced">Russian forces hold </span><b><span class="claim claim--unsourced">Kherson</span></b>'
        in html
    )
    assert f'popovertarget="claim-{claim.pk}"' in html
    assert html.count('id="claim-') == 1
    assert "\ue000" not in html


def test_a_draft_s_claims_are_not_on_the_page(client: Client) -> None:
    article = make.article(body=BODY)
    stated(article, "Russian forces hold Kherson", make.claim("A secret claim"))
    assert 'class="claim claim--' not in read(client, article)
    assert "A secret claim" not in read(client, article)


def test_marking_costs_a_fixed_number_of_queries(client: Client) -> None:
    articles = []
    for words in (["Russian forces"], ["Russian forces", "hold", "Kherson", "its port", "officials", "One bridge"]):
        article = make.article(body=BODY, live=False)
        for one in words:
            make.assertion(stated(article, one).claim, source=make.source(publication="A paper"))
        articles.append(publishing.publish(article))
    counts = []
    for article in articles:
        read(client, article)
        with CaptureQueriesContext(connection) as found:
            read(client, article)
        counts.append(len(found.captured_queries))
    assert counts[0] == counts[1]
