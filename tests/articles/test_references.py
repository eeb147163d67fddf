"""Numbers follow the text, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from tests import make
from tocsin.articles import references
from tocsin.articles.models import HomePage
from tocsin.articles.statuses import TEXT_FEATURES
from tocsin.sources.models import Source
from tocsin.sources.statuses import ReferenceStatus

keys = st.lists(st.lists(st.integers(1, 8), max_size=3, unique=True).map(tuple), max_size=12)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>&"), max_size=20)


def text_with(markers: list[references.Key], between: list[str]) -> str:
    parts = [f'<a linktype="reference" sources="{",".join(map(str, key))}">[ref]</a>' for key in markers]
    return "".join(word + part for word, part in zip([*between, *[""] * len(parts)], parts, strict=False))


def shelf() -> dict[int, Source]:
    return {pk: Source(pk=pk, title=f"Source <{pk}>", status=ReferenceStatus.RESOLVED) for pk in range(1, 7)}


@given(keys, st.lists(words, max_size=12))
def test_numbers_go_up_by_one_at_each_first_use(markers: list[references.Key], between: list[str]) -> None:
    html, found = references.number(expand_db_html(text_with(markers, between)), shelf())
    assert [one.number for one in found] == list(range(1, len(set(markers)) + 1))
    shown = [int(number) for number in re.findall(r">\[(\d+)\]</a></sup>", html)]
    order = list(dict.fromkeys(markers))
    assert shown == [order.index(key) + 1 for key in markers]


@given(keys)
def test_every_mark_has_its_link_back_and_every_link_its_mark(markers: list[references.Key]) -> None:
    html, found = references.number(expand_db_html(text_with(markers, [])), shelf())
    marks = re.findall(r'<a id="([^"]+)"', html)
    assert sorted(marks) == sorted(mark for one in found for mark in one.marks)
    assert len(marks) == len(set(marks)) == len(markers)


@given(keys, st.lists(words, max_size=12))
def test_stored_text_and_text_for_readers_hold_the_same_keys(markers: list[references.Key], between: list[str]) -> None:
    stored = text_with(markers, between)
    assert list(references.stored_keys_in(stored)) == list(references.keys_in(expand_db_html(stored))) == markers


@given(keys)
def test_the_editor_gives_back_what_it_was_given(markers: list[references.Key]) -> None:
    converter = ContentstateConverter(TEXT_FEATURES)
    stored = f"<p>Before{text_with(markers, [])} after.</p>"
    kept = converter.to_database_format(converter.from_database_format(stored))
    assert list(references.stored_keys_in(kept)) == markers
    assert re.sub(r' data-block-key="\w+"', "", kept) == stored


@pytest.mark.parametrize(
    ("sources", "key"), [("", ()), ("12,15", (12, 15)), ("7,7", (7,)), ('1" onclick="x', (1,)), ("x", ()), ("١", ())]
)
def test_only_numbers_are_read_from_a_marker(sources: str, key: references.Key) -> None:
    assert references.key_of(sources) == key


def test_a_title_cannot_leave_its_attribute(home: HomePage) -> None:
    source = make.source('"><script>alert(1)</script>')
    html, _found = references.number(expand_db_html(make.marker(source)), {source.pk: source})
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_lost_source_is_marked_and_a_found_one_is_not(home: HomePage) -> None:
    lost, found = make.source(address=""), make.source()
    html, both = references.number(
        expand_db_html(make.marker(lost) + make.marker(found)), {lost.pk: lost, found.pk: found}
    )
    assert [one.is_lost for one in both] == [True, False]
    assert html.count("mark--lost") == 1


def test_where_a_source_is_used_is_known(home: HomePage) -> None:
    cited, idle = make.source(), make.source("Idle")
    article = make.article(body=[make.paragraph(f"Open.{make.marker(cited)}")])
    uses = ReferenceIndex.get_references_to(cited)
    assert [use.object_id for use in uses] == [str(article.pk)]
    assert list(ReferenceIndex.get_references_to(idle)) == []
