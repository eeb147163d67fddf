"""Texts broken at a fixed width are read as paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.wrapping import unwrapped

PARAGRAPH = (
    "Officials in the port city said on Tuesday that at least 14 people had been killed and more than 60 wounded when "
    "shells hit a market at about half past nine in the morning, while the governor blamed the army across the river."
)
MENU = "Home\nAbout us and what we have been doing for years\nContact\nMore to explore\nLeave a reply\nSearch"
LETTERS = (
    "Dear reader,\nwe write to you today because the river has risen again.\nThe bridge is closed.\nYours,\nthe editors"
)


@pytest.mark.parametrize("width", [50, 66, 72, 80])
def test_a_paragraph_broken_by_width_is_whole_again(width: int) -> None:
    assert unwrapped(textwrap.fill(PARAGRAPH, width)) == PARAGRAPH


@pytest.mark.parametrize("text", [MENU, LETTERS, PARAGRAPH, f"{PARAGRAPH}\n\n{PARAGRAPH}", "", "\n\n\n", "one\ntwo"])
def test_other_lines_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet=st.sampled_from("ab .\n"), max_size=400))
def test_lengths_stay(text: str) -> None:
    assert len(unwrapped(text)) == len(text)


def test_documents_are_read_so() -> None:
    text = textwrap.fill(PARAGRAPH, 70) + "\n\n" + textwrap.fill(PARAGRAPH, 70)
    document = Document(text)
    assert document.readable == f"{PARAGRAPH}\n\n{PARAGRAPH}"
    assert len(document.sentences) == 2


def test_one_very_long_line_takes_no_time() -> None:
    text = "word " * 400_000
    assert unwrapped(text) == text
