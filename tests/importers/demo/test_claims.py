"""The demo's own claims: each stands on its words, and the story they tell is the one the article tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.claims import queries
from tocsin.claims.models import Claim, FigureSeries
from tocsin.claims.statuses import Audience
from tocsin.importers.demo import read
from tocsin.importers.demo.services import fill
from tocsin.importers.ledger.read import read as read_table

pytestmark = pytest.mark.django_db


def test_every_claim_of_the_demo_stands_on_its_words() -> None:
    fill()
    for table in (read.CONTENT / "claims").glob("*.csv"):
        rows = read_table(table.read_bytes())
        article = ArticlePage.objects.get(slug=table.stem)
        found = sorted(Span.objects.anchored().filter(article=article).values_list("exact", flat=True))
        assert found == sorted(row["exact"] for row in rows)
        assert PublishedSpan.objects.live().filter(article=article).count() == len(rows)
    kherson = Claim.objects.get(imported_as="demo-kherson-one-city-three-answers:seized")

    def status(day: int, hour: int) -> str:
        at = datetime(2022, 3, day, hour, tzinfo=UTC)
        return queries.status_on(kherson, at, Audience.READERS).status.value

    assert [status(2, 7), status(2, 13), status(3, 0)] == ["reported", "contested", "corroborated"]
    assert FigureSeries.objects.get(slug="displaced-inside-ukraine").figures.count() == 3
