"""Block delimiters, as WordPress's own parser reads them."""

from __future__ import annotations

import pytest

from tocsin.importers.wordpress.content.grammar import Block, parse, walk


def test_a_void_block_has_attributes_and_nothing_inside():
    assert parse('<!-- wp:latest-posts {"columns":3} /-->').blocks == [Block("core/latest-posts", {"columns": 3})]


def test_names_have_a_namespace():
    found = parse("<!-- wp:acme/box --><p>x</p><!-- /wp:acme/box -->").blocks
    assert found == [Block("acme/box", content=["<p>x</p>"])]


def test_inner_blocks_leave_holes_in_the_content():
    [group] = parse(
        "<!-- wp:group --><div><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --></div><!-- /wp:group -->"
    ).blocks
    assert group.content == ["<div>", None, "</div>"]
    assert group.inner == [Block("core/paragraph", content=["<p>a</p>"])]
    assert group.html == "<div></div>"


def test_html_outside_blocks_is_loose():
    found = parse("<p>before</p><!-- wp:separator /-->after").blocks
    assert [(one.name, one.loose) for one in found] == [
        ("core/freeform", True),
        ("core/separator", False),
        ("core/freeform", True),
    ]


def test_a_closer_without_opener_turns_the_rest_into_freeform():
    found = parse("<!-- /wp:group --><!-- wp:separator /-->text")
    assert found.stray
    assert found.blocks == [Block("core/freeform", content=["<!-- wp:separator /-->text"], loose=True)]


def test_unclosed_blocks_close_at_the_end():
    [group] = parse("<!-- wp:group --><div><!-- wp:paragraph --><p>a").blocks
    assert group.unclosed
    assert group.inner == [Block("core/paragraph", content=["<p>a"], unclosed=True)]


@pytest.mark.parametrize("json", ["{bad}", '{"a":}', '{"a":1', "{1}"])
def test_attributes_that_are_no_json_object_are_none(json):
    [block] = parse(f"<!-- wp:image {json} /-->").blocks if json.endswith("}") else [Block("core/image", bad_json=True)]
    assert (block.name, block.attributes, block.bad_json) == ("core/image", None, True)


@pytest.mark.parametrize(
    "text",
    [
        "<!--wp:image /-->",
        "<!-- wp:Image /-->",
        "<!-- wp:image/-->",
        "<!-- wp: /-->",
        "<!-- image /-->",
        "<!-- wp:image",
    ],
)
def test_what_only_looks_like_a_delimiter_is_none(text):
    assert [block.loose for block in parse(text).blocks] == [True]


def test_white_space_may_be_of_any_kind():
    assert parse('<!--\twp:image\n{"id":1}\r\n/-->').blocks == [Block("core/image", {"id": 1})]


def test_the_walk_follows_the_text():
    found = parse("a<!-- wp:x -->b<!-- wp:y /-->c<!-- /wp:x -->d").blocks
    assert [(event, block.name.removeprefix("core/"), html) for event, block, html in walk(found)] == [
        ("enter", "freeform", ""), ("html", "freeform", "a"), ("leave", "freeform", ""),
        ("enter", "x", ""), ("html", "x", "b"), ("enter", "y", ""), ("leave", "y", ""), ("html", "x", "c"), ("leave", "x", ""),
        ("enter", "freeform", ""), ("html", "freeform", "d"), ("leave", "freeform", ""),
    ]  # fmt: skip
