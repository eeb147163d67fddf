"""The projection of who cites what follows every version kept, under the numbers readers see."""

from __future__ import annotations

from typing import Any

from tests import make
from tocsin.articles.models import ArticlePage, CitedSource, HomePage
from tocsin.articles.rendering import render
from tocsin.sources.models import Source


def cited(article: ArticlePage) -> list[tuple[int, str]]:
    return list(CitedSource.objects.filter(article=article).values_list("number", "source__title"))


def test_a_draft_s_citations_are_known_as_soon_as_it_is_kept(home: HomePage) -> None:
    first, second = make.source("First"), make.source("Second")
    draft = make.article(live=False, body=[make.paragraph(f"A{make.marker(second)} b{make.marker(first, second)}")])
    draft.save_revision()
    assert cited(draft) == [(1, "Second"), (2, "First"), (2, "Second")]


def test_a_newer_version_replaces_what_an_older_one_cited(home: HomePage) -> None:
    first, second = make.source("First"), make.source("Second")
    article = make.article(body=[make.paragraph(f"A{make.marker(first)} b{make.marker(second)}")])
    assert cited(article) == [(1, "First"), (2, "Second")]
    article.body = [
        ("paragraph", article.body.stream_block.child_blocks["paragraph"].to_python(f"<p>B{make.marker(second)}</p>"))
    ]
    article.save_revision()
    assert cited(article) == [(1, "Second")]


def every_block(*sources: Source) -> list[dict[str, Any]]:
    """A body in which each kind of block that can hold a marker holds one, in another order than the sources."""
    mark = iter([make.marker(one) for one in sources])
    picture = {"image": make.picture().pk, "alt_text": "A bridge", "decorative": False}
    return [
        make.paragraph(f"One.{next(mark)}"),
        {"type": "note", "value": f"<p>Not for readers.{make.marker(make.source('Hidden'))}</p>"},
        {"type": "picture", "value": {"picture": picture, "caption": f"Two{next(mark)}", "credit": ""}},
        {
            "type": "gallery",
            "value": {
                "pictures": [{"picture": picture, "caption": f"Three{next(mark)}", "credit": ""}] * 2,
                "caption": "",
            },
        },
        {"type": "quote", "value": {"text": f"<p>Four{next(mark)}</p>", "speaker": "", "office": ""}},
        {"type": "list", "value": {"ordered": False, "items": [f"Five{next(mark)}", f"Six{next(mark)}"]}},
        {"type": "demands", "value": {"title": "", "by": "", "items": [f"Seven{next(mark)}"]}},
        {
            "type": "table",
            "value": {
                "caption": "Counts",
                "table": {
                    "columns": [{"type": "text", "heading": "Where"}, {"type": "rich", "heading": "What"}],
                    "rows": [{"values": ["Irpin", f"Eight{next(mark)}"]}, {"values": ["Bucha", f"Nine{next(mark)}"]}],
                    "caption": "",
                },
                "row_headings": False,
            },
        },
        {"type": "embed", "value": {"address": "https://example.org/v", "title": "A", "caption": f"Ten{next(mark)}"}},
    ]


def test_the_numbers_are_those_readers_see_in_every_kind_of_block(home: HomePage) -> None:
    sources = [make.source(f"Source {number}") for number in range(10)]
    article = make.article(body=every_block(*sources))
    shown = [(one.number, source.title) for one in render(article).references for source in one.sources]
    assert shown == [(number + 1, f"Source {number}") for number in range(10)]
    assert cited(article) == shown
