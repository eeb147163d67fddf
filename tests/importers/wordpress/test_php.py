"""Serialised PHP becomes plain data, whatever it claims to be, in time that grows with its length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from tocsin.importers.wordpress import php
from tocsin.importers.wordpress.php import NotSerialised, Thing, Value, load

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['";', '";i:1;', "}", '"', "ґ", "👩‍👩‍👧", "a:1:{"]
)
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | TEXTS
KEYS = st.integers(-(2**63), 2**63) | TEXTS
VALUES = st.recursive(
    SCALARS, lambda inner: st.dictionaries(KEYS, inner, max_size=4) | st.builds(Thing, st.just("My\\Class"), st.dictionaries(TEXTS.filter(lambda key: "\0" not in key), inner, max_size=3)), max_leaves=12
)  # fmt: skip


def dump(value: Value) -> str:  # noqa: PLR0911
    """Write *value* as PHP does."""
    match value:
        case None:
            return "N;"
        case bool():
            return f"b:{int(value)};"
        case int():
            return f"i:{value};"
        case float():
            return f"d:{repr(value).upper()};" if abs(value) != float("inf") else f"d:{'-' * (value < 0)}INF;"
        case str():
            return f's:{len(value.encode())}:"{value}";'
        case dict():
            return f"a:{len(value)}:{{{pairs(value)}}}"
        case Thing():
            return f'O:{len(value.name)}:"{value.name}":{len(value.fields)}:{{{pairs(value.fields)}}}'
    raise AssertionError(value)


def pairs(fields) -> str:
    return "".join(dump(key) + dump(value) for key, value in fields.items())


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_what_php_writes_is_read(value: Value) -> None:
    assert load(dump(value)) == value


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "a:2:{",
                's:3:"abc";',
                "i:1;",
                "}",
                'O:1:"A":1:{',
                "R:1;",
                "N;",
                "b:1;",
                's:9999999:"',
                '";',
                "d:1e999;",
                "d:.;",
                "C:1:",
                'E:3:"A:B";',
                "i:99999999999999999999;",
                "\0",
                "ґ",
            ]
        )
        | st.text(max_size=3),
        max_size=12,
    ).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        load(text)
    except NotSerialised:
        assert php.load_or_text(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a:1:{s:5:"width";i:300;}', {"width": 300}),
        ('O:8:"stdClass":3:{s:1:"a";i:1;s:4:"\0*\0b";i:2;s:4:"\0A\0c";i:3;}', Thing("stdClass", {"a": 1, "b": 2, "c": 3})),
        ('a:2:{i:0;O:1:"A":0:{}i:1;R:2;}', {0: Thing("A", {}), 1: None}),
        ('C:11:"ArrayObject":5:{x:i:0}', Thing("ArrayObject", {"": "x:i:0"})),
        ('E:11:"Suit:Hearts";', "Suit:Hearts"),
        ('S:3:"a\\62c";', "abc"),
        ('a:1:{s:3:"url";s:26:"https://new.example/longer-than-it-says";}', {"url": "https://new.example/longer-than-it-says"}),
        ('s:4:"a\nb";', "a\nb"),
        (" N;\n", None),
    ],
)  # fmt: skip
def test_objects_references_and_false_lengths(text: str, value: Value) -> None:
    assert load(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "a", "i:1", "i:1;i:2;", "a:2:{i:1;i:1;}", "a:1:{N;i:1;}", "a:1:{a:0:{}i:1;}", 's:3:"abc', "a:1:{i:0;" * 70 + "N;" + "}" * 70,
     "a:200001:{" + "i:1;N;" * 200_001 + "}", f's:{php.MAX_BYTES}:"{"x" * php.MAX_BYTES}";', "d:1e;", "i:0x1;", "b:;"],
)  # fmt: skip
def test_what_is_no_value_or_too_much_of_one_is_refused(text: str) -> None:
    with pytest.raises(NotSerialised):
        load(text)
    assert load("a:1:{i:0;" * 60 + "N;" + "}" * 60)


@pytest.mark.parametrize("piece", ['";', '";i', 's:1:"', "a:1:{i:0;", "\\41", "}", '";s:9:"'])
def test_time_grows_with_length(piece: str) -> None:
    text = f's:5:"{piece * (400_000 // len(piece))}";'
    assert seconds(lambda: php.load_or_text(text)) < 0.5
