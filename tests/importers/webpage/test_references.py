"""Numbered references in pages and plain text: markers tied to notes, notes to sources, lost links told."""

from __future__ import annotations

from tests import shared
from tocsin.importers.webpage.page import Page
from tocsin.importers.webpage.read import read

SEED = shared.DATA / "first-week-article" / "page.txt"

BODY = (
    "The dam above the village gave way shortly before four in the morning, the fire service said.{first}",
    "About ninety families left on foot and reached the next town by noon, the council wrote in a note.{second}",
    "The road to the coast was open again for ambulances, while the bridge stayed closed for everyone else.",
)


def html(first: str, second: str, notes: str) -> Page:
    text = "".join(f"<p>{line.format(first=first, second=second)}</p>" for line in BODY)
    return read(f"<html><body><article><h1>In the valley</h1>{text}{notes}</article></body></html>".encode())


def plain(notes: str) -> Page:
    text = "\n\n".join(line.format(first=" [1]", second=" [2]") for line in BODY)
    return read(f"In the valley\n\n{text}\n\n{notes}\n".encode(), content_type="text/plain")


def cited(found: Page) -> list[tuple[str, list[str]]]:
    return [(one.label, [source.address for source in one.sources]) for one in found.references]


def words(found: Page) -> str:
    return "\n".join(block.text for block in found.blocks)


def test_typed_markers_lead_to_the_notes_below() -> None:
    notes = "<p>[1] Fire service, report, https://fire.example/1</p><p>[2] https://council.example/note</p>"
    found = html(" [1]", " [2]", notes)
    assert cited(found) == [("1", ["https://fire.example/1"]), ("2", ["https://council.example/note"])]
    assert "Fire service, report" not in words(found)


def test_raised_links_lead_to_the_list_of_footnotes() -> None:
    notes = (
        '<ol><li id="fn1">Fire service, <a href="https://fire.example/1">report</a> <a href="#r1">↩</a></li>'
        '<li id="fn2"><a href="https://council.example/note">Note of the council</a></li></ol>'
    )
    found = html(
        '<sup id="r1"><a href="#fn1">1</a></sup>',
        '<sup id="r2"><a href="#fn2">2</a></sup>',
        notes,
    )
    assert cited(found) == [("1", ["https://fire.example/1"]), ("2", ["https://council.example/note"])]


def test_a_note_may_name_several_sources() -> None:
    found = plain("[1] See https://a.example/x. See https://b.example/y.\n\n[2] See https://c.example/z.")
    assert cited(found)[0] == ("1", ["https://a.example/x", "https://b.example/y"])


def test_a_source_whose_address_is_gone_is_lost_and_said() -> None:
    found = plain("[1] See <>.\n\n[2] See <>. See pictures of the dam: <>.")
    assert cited(found) == [("1", [""]), ("2", ["", ""])]
    assert [source.lost for one in found.references for source in one.sources] == [True, True, True]
    assert [doubt for doubt in found.doubts if "without address" in doubt] != []


def test_a_source_with_an_address_is_not_lost() -> None:
    found = plain("[1] See <https://a.example/x>.\n\n[2] See https://b.example/y.")
    assert [source.lost for one in found.references for source in one.sources] == [False, False]


def test_a_note_that_nothing_points_at_is_told() -> None:
    notes = "<p>[1] https://fire.example/1</p><p>[2] https://a.example/2</p><p>[3] https://a.example/3</p>"
    found = html(" [1]", " [2]", notes)
    assert any("[3] is not cited" in doubt for doubt in found.doubts)


def test_a_year_in_brackets_is_text() -> None:
    found = html(" [2021]", "", "")
    assert found.references == ()
    assert "[2021]" in words(found)


@shared.needs(SEED)
def test_the_article_the_project_began_with_has_three_references_and_five_lost_sources() -> None:
    found = read(SEED.read_bytes(), content_type="text/plain")
    assert cited(found) == [("1", [""]), ("2", ["", ""]), ("3", ["", ""])]
    assert found.headline == "Ukraine people resist"
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph"] * 6 + ["Listing"]
