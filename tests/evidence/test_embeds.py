"""What of the ledger stands in an article: up to date, dated, and only what readers may see."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests import make
from tests.evidence.ground import Ground, lay
from tocsin.articles.blocks import LedgerBlock
from tocsin.articles.models import ArticlePage
from tocsin.claims import services as ledger

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(db: None) -> Ground:
    return lay()


def page(client: Client, kind: str, of: str = "") -> str:
    value = {"type": "ledger", "value": {"kind": kind, "of": of, "caption": "A caption"}}
    article: ArticlePage = make.article(body=[make.paragraph("Text."), value])
    return client.get(article.address).content.decode()


def test_a_claim_stands_with_both_sides(client: Client, ground: Ground) -> None:
    html = page(client, "claim", str(ground.claim.pk))
    assert "Russian forces hold Kherson." in html
    assert html.index("Says so") < html.index("Denies it")
    assert "CANARY" not in html


def test_a_figure_says_as_of_and_that_it_is_superseded(client: Client, ground: Ground) -> None:
    html = page(client, "figure", str(ground.figure.pk))
    assert "more than 2,000" in html
    assert "As of March 2, 2022" in html
    assert "Superseded" not in html
    record = {
        "low": 3000,
        "quantifier": "MORE_THAN",
        "definition": "as reported",
        "as_of": "2022-03-09",
        "series": ground.series,
    }
    later = make.claim("More than 3,000", type="figure", subtype=record, is_open=True)
    make.assertion(later)
    ledger.set_public([later.pk], public=True)
    assert "Superseded: a later figure is on record." in page(client, "figure", str(ground.figure.pk))


def test_a_chart_a_map_and_a_timeline_are_drawn(client: Client, ground: Ground) -> None:
    assert "drawn--series" in page(client, "chart", ground.series.slug)
    assert "drawn--map" in page(client, "map", f"{ground.claim.pk}, {ground.figure.pk}")
    assert "timeline__axis" in page(client, "timeline", str(ground.claim.pk))


def test_what_readers_may_not_see_is_not_drawn(client: Client, ground: Ground) -> None:
    hidden = make.claim("CANARYhidden", date="2022-03-01", places=[ground.place])
    for kind in ("claim", "map", "timeline"):
        assert "CANARYhidden" not in page(client, kind, str(hidden.pk))


@pytest.mark.parametrize(
    ("kind", "of", "says"),
    [
        ("claim", "99999", "no claim"),
        ("claim", "", "no claim"),
        ("chart", "none", "no figure series"),
        ("claim", "<b>", "valid"),
    ],
)
def test_what_is_not_on_record_is_refused(ground: Ground, kind: str, of: str, says: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        LedgerBlock().clean({"kind": kind, "of": of, "caption": ""})
    errors: Any = refusal.value.block_errors
    assert says in str(errors["of"])


def test_a_claim_without_a_number_is_no_figure(ground: Ground) -> None:
    with pytest.raises(ValidationError):
        LedgerBlock().clean({"kind": "figure", "of": str(ground.claim.pk), "caption": ""})
