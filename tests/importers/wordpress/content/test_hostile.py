"""A megabyte made to be slow takes no longer than a megabyte of text."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.timing import seconds
from tocsin.importers.wordpress.content import Wanted, convert, split_languages
from tocsin.importers.wordpress.content.grammar import parse
from tocsin.importers.wordpress.content.shortcodes import attributes, unescape_safely

SIZE = 32_000
UNITS = {
    "open elements": "<b>",
    "ends without starts": "x</q></p></div>",
    "signs": "<",
    "elements that never end": "<a ",
    "quotes that never end": '<a x="',
    "comments that never end": "<!--",
    "attributes that never end": "<!-- wp:a {",
    "open blocks": "<!-- wp:a -->",
    "closers": "<!-- /wp:a -->",
    "brackets": "[",
    "shortcodes that never end": "[a ",
    "nested shortcodes": "[a]",
    "captions": "[caption]x[/caption]",
    "ampersands": "&",
    "spaces": " ",
    "line ends": "a\n",
    "items": "<ul><li>a",
    "cells": "<table><tr><td rowspan=19 colspan=19>a",
    "links to one note": "<a href=#fn1>1</a>",
    "figures": "<figure><img src=http://a.example/b>",
    "players": "http://youtu.be/x\n",
    "scripts": "<script>",
    "markers": '<sup data-fn="a"><a>1</a></sup>',
    "typed notes": "[1] http://a.example/b\n\nNotes\n\n",
    "notes in place": "[ref]x[/ref]",
    "headings that end as others": "<h2>x</h3>",
    "crossed elements": "<b><p>x</b>",
}


def spent(text: str) -> float:
    return seconds(lambda: convert(text, Wanted(address="https://old.example.org/")))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_with_the_text_only(unit):
    text = unit * (SIZE // len(unit))
    short, long = spent(text[: SIZE // 8]), spent(text)
    assert long < max(24 * short, 1.0)


@pytest.mark.soak
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_megabyte_takes_less_than_five_seconds(unit):
    assert spent(unit * (1_000_000 // len(unit))) < 5


def test_deep_elements_keep_their_text():
    found = convert("<div>" * 5_000 + "the words", Wanted())
    assert found.blocks[-1].text == "the words"
    assert [notice.code for notice in found.notices] == ["too-deep"]


def test_nested_shortcodes_keep_their_text():
    found = convert("[box]" * 10_000 + "the words" + "[/box]" * 10_000, Wanted())
    assert "the words" in found.blocks[0].text


def test_what_has_too_many_parts_is_kept_as_text():
    found = convert("<p>one <b>two</b></p>\n" * 19_000, Wanted())
    assert [notice.code for notice in found.notices] == ["too-long"]
    assert len(found.blocks) == 19_000
    assert found.blocks[0].text == "one two"


def test_memory_stays_bounded():
    tracemalloc.start()
    convert("<p>x <i>y</i></p>" * 500, Wanted())
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


def test_numbers_that_are_no_characters_are_shown_as_such():
    assert unescape_safely("&#" + "9" * 5_000 + ";&#x" + "f" * 5_000 + ";&#65;") == "\ufffd\ufffdA"


def test_json_nested_too_deep_is_no_attributes():
    found = parse("<!-- wp:a " + '{"a":' * 5_000 + "1" + "}" * 5_000 + " /-->").blocks[0]
    assert (found.attributes, found.bad_json) == (None, True)


def test_attributes_and_languages_of_nothing():
    assert attributes("") == ({}, ())
    assert split_languages("") == {}
