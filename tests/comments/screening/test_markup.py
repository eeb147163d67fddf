"""Formatting: a little of it, always well formed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import seconds
from tocsin.comments.screening import markup

ALLOWED = {
    "p": {"dir"},
    "br": set(),
    "em": set(),
    "strong": set(),
    "a": {"href", "rel"},
    "ul": set(),
    "li": {"dir"},
    "blockquote": set(),
    "bdi": set(),
}


class Checked(HTMLParser):
    """Fails on what is not well formed, and on what no comment may hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        assert {name for name, _value in attrs} <= ALLOWED[tag]
        for name, value in attrs:
            assert name != "href" or re.match("https?://", value, re.IGNORECASE)
            assert name != "rel" or value == "nofollow ugc noopener noreferrer"
        if tag != "br":
            self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(html: str) -> Checked:
    checked = Checked()
    checked.feed(html)
    checked.close()
    assert checked.opened == []
    return checked


def test_the_few_marks_are_rendered_and_the_rest_is_text() -> None:
    text = "One *two* **three**\nfour <b>\n\n> quoted\n> > deeper\n\n- a\n- b & c\n\n2*3*4 and 5 * 6"
    assert markup.render(text) == (
        '<p dir="auto">One <em>two</em> <strong>three</strong><br>four &lt;b&gt;</p>'
        '<blockquote><p dir="auto">quoted</p><blockquote><p dir="auto">deeper</p></blockquote></blockquote>'
        '<ul><li dir="auto">a</li><li dir="auto">b &amp; c</li></ul><p dir="auto">2*3*4 and 5 * 6</p>'
    )


def test_a_bare_address_is_a_link_without_what_ends_the_sentence() -> None:
    html = markup.render('See https://example.org/a_(b). Or (https://example.org/?a=1&b="c)')
    assert re.findall('href="([^"]*)"', html) == ["https://example.org/a_(b)", "https://example.org/?a=1&amp;b="]
    assert "<a" not in markup.render("javascript:alert(1) ftp://x http:// data:text/html,x")


@pytest.mark.parametrize("hidden", ["\0", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2060", "\u3164", "\x1b", "\ue000"])
def test_what_is_not_text_is_left_out(hidden: str) -> None:
    assert markup.render(f"a{hidden}b") == '<p dir="auto">ab</p>'


def test_joiners_stay_and_piles_of_marks_do_not() -> None:
    assert markup.clean("می‌خواهم 👩‍🚀") == "می‌خواهم 👩‍🚀"
    assert markup.clean("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * markup.MARKS_ON_A_LETTER + "b"
    assert markup.clean("x" + "\u200d" * 50 + "y") == "x\u200dy"


@given(st.text(max_size=400))
def test_any_text_is_rendered_well_formed(text: str) -> None:
    read(markup.render(text))


@given(
    st.lists(
        st.sampled_from(
            ["*", "**", "***", "a", " ", "\n", "\n\n", "> ", "- ", "https://x.y/", "<", "&", '"', "h", "é", "("]
        ),
        max_size=60,
    )
)
def test_any_mix_of_marks_is_rendered_well_formed_and_loses_no_letter(parts: list[str]) -> None:
    text = "".join(parts)
    letters = [one for one in text if one in "aé"]
    assert [one for one in read(markup.render(text)).text if one in "aé"] == letters


@pytest.mark.parametrize(
    "pump", ["*", "**", "* ", "*a ", "> ", ">", "- ", "https://a", "https://a)))", "h", "[", "\n", "a*b ", "***a"]
)
def test_rendering_takes_time_that_grows_with_the_text(pump: str) -> None:
    text = pump * (60_000 // len(pump))
    assert seconds(lambda: markup.render(text)) < 2.0
