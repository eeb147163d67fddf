"""Who is on the protect list reaches no reader by accident: not in text, caption, claim or quotation."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import make
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, ProtectedDecision
from tocsin.articles.services import publishing, spanning
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Assertion, ProtectedName
from tocsin.sources import services as sources

pytestmark = pytest.mark.django_db
NAME = "Olena Petrenko"


@pytest.fixture(autouse=True)
def _listed(home: Any) -> None:
    ProtectedName.objects.create(text=NAME, why="A witness.")


def draft(words: str = "A nurse saw it.", **fields: Any) -> ArticlePage:
    return make.article(body=[make.paragraph(words)], live=False, **fields)


def test_an_article_without_the_name_is_published() -> None:
    """The control."""
    assert publishing.publish(draft()).live


@pytest.mark.parametrize(
    "fields",
    [
        {"words": f"{NAME} saw it."},
        {"words": "OLÉNA  <b>Petrenko</b> saw it."},
        {"standfirst": f"{NAME} speaks."},
        {"title": NAME},
        {"lead_caption": f"{NAME} at work"},
    ],
)
def test_the_name_stops_publication_and_is_not_repeated(fields: dict[str, Any]) -> None:
    article = draft(**fields)
    with pytest.raises(ArticleRefused) as refusal:
        publishing.publish(article)
    assert "at risk" in str(refusal.value)
    assert NAME not in str(refusal.value).replace(article.title, "")
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_a_claim_and_a_quotation_stop_it_too() -> None:
    article = draft()
    start = spanning.anchored_text(article).text.index("A nurse saw it.")
    claim = make.claim(f"{NAME} saw it.", type="event")
    span = spanning.add_span(article, claim, start=start, end=start + 15)
    with pytest.raises(ArticleRefused):
        publishing.publish(article)
    span.claim = make.claim("A nurse saw it.", type="event")
    span.save()
    source = make.source()
    make.assertion(span.claim, source=source, citation=sources.cite(source, exact=f"I am {NAME}."))
    with pytest.raises(ArticleRefused):
        publishing.publish(article)
    Assertion.objects.update(is_private=True)
    assert publishing.publish(article).live


def test_a_public_claim_takes_no_quotation_with_the_name() -> None:
    claim = make.claim(public=True)
    with pytest.raises(ClaimRefused):
        make.assertion(claim, note=f"Says {NAME}.")
    assert make.assertion(claim, note=f"Says {NAME}.", is_private=True).pk


def test_who_has_the_right_decides_with_a_reason(desk: Client, client: Client) -> None:
    article = draft(f"{NAME} saw it.")
    address = f"/desk/articles/{article.pk}/evidence/"
    desk.post(address, {"do": "protect", "reason": "She asked to be named."})
    decision = ProtectedDecision.objects.get()
    assert (decision.reason, decision.name.text) == ("She asked to be named.", NAME)
    assert publishing.publish(article).live


def test_an_author_cannot_decide(client: Client) -> None:
    author = make.user("author", role="Authors")
    article = draft(f"{NAME} saw it.", owner=author)
    client.force_login(author)
    client.post(f"/desk/articles/{article.pk}/evidence/", {"do": "protect", "reason": "So."})
    assert ProtectedDecision.objects.count() == 0


def test_a_source_kept_back_cannot_be_cited_in_public() -> None:
    source = make.source(confidentiality="restricted")
    article = draft(f"It fell{make.marker(source)}.")
    with pytest.raises(ArticleRefused, match="for the newsroom alone"):
        publishing.publish(article)
    source.confidentiality = "unprotected"
    source.save()
    assert publishing.publish(article).live
