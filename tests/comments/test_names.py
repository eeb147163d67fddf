"""Names as they are shown: nothing in them turns a line, hides, towers, or passes for somebody else's."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.comments.names import LONGEST_NAME, MARKS, mixes_scripts, shown_name, shown_text, skeleton

SAME = [
    "Olha Kovalenko",
    "Ольга Коваленко",
    "عبد الله",
    "می\u200cخواهم",
    "सत्य\u200dम्",
    "בְּרֵאשִׁית",
    "Nguyễn Thị Ánh",
    "กี่ที่",
    "王小明",
    "👩\u200d🚀 Eve",
    "O’Brien-Łukasz",
]


@pytest.mark.parametrize("name", SAME)
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    assert shown_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ol\u202eha", "Olha"),
        ("\u2066Ol\u2069ha\u200f", "Olha"),
        ("P\u200ba\u200dt\u2060\ufeff", "Pat"),
        ("  two\n\tlines ", "two lines"),
        ("✓ Editor ✔☑", "Editor"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("\u3164\u2800\u200b", ""),
        ("\U000e0041\U000e0042x", "x"),
    ],
)
def test_what_cannot_be_seen_or_turns_the_line_is_left_out(typed: str, shown: str) -> None:
    assert shown_name(typed) == shown


def test_no_letter_carries_a_tower() -> None:
    tower = "Z" + "\u0337\u0322\u031b\u0329\u0300\u0301" * 20 + "algo"
    assert len(shown_name(tower)) <= 5 + MARKS
    assert len(shown_text(tower * 2)) <= 2 * (5 + MARKS)


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_name_is_shown_on_one_line_in_one_direction(typed: str) -> None:
    name = shown_name(typed)
    assert len(name) <= LONGEST_NAME
    assert name == name.strip()
    assert not set(name) & {"\n", "\r", "\u2028", "\u202e", "\u2067", "\x00", "\u200b"}
    assert shown_name(name) == name
    name.encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olha", "Оlha"), ("admin", "аdmіn"), ("Editor", "3dit0r"), ("The Bell", "✓ The\u200bBell"), ("Modern", "Modem")],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert skeleton(one) != skeleton("Somebody else")


def test_a_word_of_two_alphabets_is_noticed_and_two_words_are_not() -> None:
    assert mixes_scripts("Аdmin")
    assert not mixes_scripts("Olha Ольга")
    assert not any(mixes_scripts(name) for name in SAME)
