"""Notes become references, whoever put them there."""

from __future__ import annotations

import json

import pytest

from tests import shared
from tests.importers.wordpress.content.making import codes, read
from tocsin.importers.prose.blocks import Paragraph, Run
from tocsin.importers.wordpress.content import Converted

SEED = shared.DATA / "first-week-article" / "page.txt"


def cited(found: Converted) -> list[tuple[str, list[str]]]:
    return [(one.sources[0].text, [source.address for source in one.sources]) for one in found.references]


def words(found: Converted) -> list[str]:
    return [block.text for block in found.blocks]


NEW = '<p>One<sup data-fn="b" class="fn"><a href="#b" id="b-link">1</a></sup> two<sup data-fn="a" class="fn"><a href="#a">2</a></sup> one again<sup data-fn="b"><a href="#b">1</a></sup></p>'
OLD = '<p>One<sup><a data-fn="b" class="fn" href="#b" id="b-link">1</a></sup> two<sup><a class="fn" data-fn="a" href="#a">2</a></sup> one again<a data-fn="b" href="#b">1</a></p>'


@pytest.mark.parametrize("html", [NEW, OLD], ids=["raised around the link", "data on the link"])
def test_footnotes_of_blocks_by_first_use(html):
    kept = [
        {"id": "a", "content": "Fire service."},
        {"id": "b", "content": 'See <a href="https://b.example/x">the note</a>.'},
    ]
    found = read(f"<!-- wp:paragraph -->{html}<!-- /wp:paragraph --><!-- wp:footnotes /-->", footnotes=json.dumps(kept))
    assert cited(found) == [("See the note.", ["https://b.example/x"]), ("Fire service.", [""])]
    assert found.blocks == (
        Paragraph((Run("One"), Run("[fn1]", reference="fn1"), Run(" two"), Run("[fn2]", reference="fn2"), Run(" one again"), Run("[fn1]", reference="fn1"))),
    )  # fmt: skip
    assert codes(found) == [("reference-lost", "fn2")]


def test_a_marker_whose_note_is_gone_stays_and_is_told():
    found = read(NEW, footnotes="not json")
    assert words(found) == ["One1 two2 one again1"]
    assert [code for code, _name in codes(found)] == [
        "footnotes-unreadable",
        "marker-without-note",
        "marker-without-note",
    ]


def test_a_note_that_nothing_cites_is_told():
    found = read("<p>x</p>", footnotes=json.dumps([{"id": "a", "content": "Lonely <b>note</b>"}]))
    assert [(one.code, one.detail) for one in found.notices] == [("note-uncited", "Lonely note")]


def test_notes_of_word_processors():
    html = '<p>Word<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> text.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note, https://a.example/1</p>'
    found = read(html)
    assert cited(found) == [("The note, https://a.example/1", ["https://a.example/1"])]
    assert words(found) == ["Word[1] text."]


def test_notes_of_word_processors_in_classic_text():
    found = read(
        'Word<a href="#_ftn1">[1]</a> text.\n\n<a href="#_ftnref1" name="_ftn1">[1]</a> The note, https://a.example/1'
    )
    assert cited(found) == [("The note, https://a.example/1", ["https://a.example/1"])]
    assert words(found) == ["Word[1] text."]


@pytest.mark.parametrize("marker", ["[1]", "<sup>1</sup>", "<sup>[1]</sup>"])
def test_notes_typed_by_hand(marker):
    found = read(
        f"Said{marker} so.\n\n<strong>Sources</strong>\n\n[1] See <a href='https://a.example/'>A</a> and https://b.example/."
    )
    assert cited(found) == [("See A", ["https://a.example/", "https://b.example/"])]
    assert words(found) == ["Said[1] so."]
    assert codes(found) == [("notes-heading", "")]


def test_a_numbered_list_below_a_heading_holds_the_notes():
    found = read(
        "<p>One [1] and two [2].</p><h3>Notes</h3><ol><li>https://a.example/</li><li>https://b.example/</li></ol>"
    )
    assert [one[1] for one in cited(found)] == [["https://a.example/"], ["https://b.example/"]]


def test_typed_notes_that_nothing_cites_stay_where_they_are():
    found = read("One [1].\n\nNotes\n\n[1] https://a.example/\n[2] https://b.example/")
    assert [one[1] for one in cited(found)] == [["https://a.example/"]]
    assert words(found) == ["One [1].", "Notes", "[2] https://b.example/"]


def test_brackets_without_notes_are_text():
    found = read("He said [1] and left [sic].")
    assert (words(found), found.references) == (["He said [1] and left [sic]."], ())


@pytest.mark.parametrize("name", ["ref", "footnote", "efn_note", "mfn"])
def test_notes_written_where_they_are_cited(name):
    found = read(f"One[{name}]See <a href='https://a.example/'>A</a>[/{name}] two.")
    assert cited(found) == [("See A", ["https://a.example/"])]
    assert words(found) == ["One[n1] two."]


def test_markers_in_captions_and_cells_count():
    found = read(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>3 [1]</td><td>4</td></tr></table><figure><img src='/x.jpg'><figcaption>Seen [2]</figcaption></figure>\n\n<p>Text [1]</p><p>[1] https://a.example/</p><p>[2] https://b.example/</p>"
    )
    assert [one.label for one in found.references] == ["1", "2"]


@shared.needs(SEED)
def test_the_list_at_the_end_of_the_seed_page():
    found = read(SEED.read_text("utf-8"))
    assert [one.label for one in found.references] == ["1", "2", "3"]
    assert all(source.lost for one in found.references for source in one.sources)
