"""What the first response weighs: HTML and stylesheet together, compressed, at most 14 KB; no script, no inline style."""

from __future__ import annotations

import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests import make, shared
from tocsin.articles.models import HomePage
from tocsin.importers.webpage import services
from tocsin.importers.webpage.read import read
from tocsin.lib.errors import TocsinError

BUDGET = 14 * 1024
ROOT = Path(__file__).resolve().parents[2]
SEED = shared.DATA / "first-week-article" / "page.txt"
TEMPLATES = [
    path for path in (ROOT / "src" / "tocsin" / "templates").rglob("*.html") if "wagtailadmin" not in path.parts
]

_INLINE = re.compile(
    r"""<[^>]+\s(?:style|on\w+)\s*=|<script(?![^>]*\s(?:src|type="application/ld\+json"))""", re.IGNORECASE
)


def weight(client: Client, address: str) -> int:
    response = client.get(address)
    assert response.status_code == 200
    assert "<style>" in response.content.decode(), "the stylesheet is in the response"
    return len(gzip.compress(response.content, 6))


def none(address: str) -> bytes:
    raise TocsinError(address)


@shared.needs(SEED)
def test_the_article_the_project_began_with_is_light(home: HomePage, client: Client) -> None:
    page = read(SEED.read_bytes(), content_type="text/plain")
    wishes = services.Wishes(published=date(2022, 3, 5), publish=True)
    article = services.bring_in(page, wishes, fetch=none).article
    for _ in range(4):
        make.article("More to explore", standfirst="Two lines of opening words stand below each of these headlines.")
    assert weight(client, article.url) <= BUDGET


def test_an_article_of_a_thousand_words_with_thirty_references_is_light(home: HomePage, client: Client) -> None:
    words = [f"word{at % 97}" for at in range(1000)]
    body = [
        make.paragraph(
            " ".join(words[at : at + 33]) + make.marker(make.source(f"Report {at}", publication=f"Agency {at}"))
        )
        for at in range(0, 990, 33)
    ]
    assert weight(client, make.article(body=body).url) <= BUDGET


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_template_has_an_inline_style_or_script(path: Path) -> None:
    assert _INLINE.findall(path.read_text(encoding="utf-8")) == []


def test_an_inline_style_or_script_would_be_found() -> None:
    for html in ('<p style="x">', "<p onclick='x'>", "<script>x</script>", '<script type="module">'):
        assert _INLINE.search(html), html
