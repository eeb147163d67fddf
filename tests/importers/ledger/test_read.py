"""Tables of claims: whatever the bytes, rows or one clear line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.importers.ledger.places import Named, places_in
from tocsin.importers.ledger.read import FIELDS, Unreadable, read


def test_csv_with_a_map_and_fixed_values() -> None:
    rows = read(
        b"words,kind\nIt fell,event\n", columns={"exact": "words", "type": "kind"}, fixed={"text": "Said: {exact}"}
    )
    assert [dict(row.values) for row in rows] == [{"exact": "It fell", "type": "event", "text": "Said: It fell"}]


def test_nested_values_and_lists() -> None:
    data = b'[{"id": 7, "text": "A", "figure": {"low": 3}, "source": [{"url": "a"}, {"url": "b"}]}]'
    row = read(data, columns={"n": "id", "low": "figure.low", "source_address": "source.*.url"})[0]
    assert (row.name, row["low"], row.several("source_address")) == ("7", "3", ["a", "b"])


def test_null_is_not_zero() -> None:
    assert read(b'{"text": "A", "low": null, "high": 0}')[0].values == {"text": "A", "high": "0"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no rows"),
        (b"text\n", "no rows"),
        (b'{"text": 1}\n{"text"', "Line 2 is not JSON"),
        (b"[1]", "Row 1 is no object"),
        (b"text\na,b\n", "Line 2 has 2 cells"),
        (b'text\n"open', "Line 2 is no CSV"),
        (b"\xff\xfe", "not UTF-8"),
        (b"n,text\n1,a\n1,b\n", "both called"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(data)


@pytest.mark.parametrize(
    ("columns", "fixed", "says"),
    [
        ({"text": "nowhere"}, {}, "no column"),
        ({"colour": "text"}, {}, "no field"),
        ({}, {"text": "{colour}"}, "no value"),
    ],
)
def test_a_wrong_map_is_said_in_a_line(columns: dict[str, str], fixed: dict[str, str], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(b"text\na\n", columns=columns, fixed=fixed)


def test_a_value_in_braces_reaches_nothing_but_fields() -> None:
    with pytest.raises(Unreadable):
        read(b"text\na\n", fixed={"role": "{text.__class__}"})


@given(st.binary(max_size=300) | st.text(alphabet='[]{}",:\n\t0az', max_size=60).map(str.encode))
def test_any_bytes_are_rows_or_a_refusal(data: bytes) -> None:
    with suppress(Unreadable):
        assert all(set(row.values) <= set(FIELDS) for row in read(data))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kherson (settlement, geonameid 706448)", [Named("Kherson", "settlement", 706448)]),
        ("Kyiv; Kharkiv (706483)", [Named("Kyiv"), Named("Kharkiv", "", 706483)]),
        ("Ukraine → unstated (origin country)", [Named("Ukraine", "country", None, "origin")]),
        ("not stated", []),
        ("", []),
    ],
)
def test_places_as_people_write_them(text: str, found: list[Named]) -> None:
    assert places_in(text) == found
