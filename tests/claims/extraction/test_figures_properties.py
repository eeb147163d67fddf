"""What holds of the figures of any text whatever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from tocsin.claims.extraction import Document
from tocsin.claims.extraction.figures import find
from tocsin.claims.extraction.figures.words import WRITTEN
from tocsin.claims.extraction.figures.words.language import words

PIECES = st.sampled_from(
    [
        *sorted(words("0 1 7 12 20 300 1,234 3.5 2019 007 1/2 ½ ² - – . , : / ( ) [ ] $ € % ° ' \" & #")),
        *sorted(words("one half a million hundred tens of dozens between and to from or percent people killed")),
        *sorted(words("miles p.m. May")),
        *sorted(words("тис. мільйон двадцять до від рублей ого mil y el років 万 年 لاکھ ٣ ३")),
        " ", " ", " ", "\n", "\u00a0", "’", "x", "É", "\u0301",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))
CODES = st.sampled_from([*sorted(WRITTEN), "xx"])


@given(TEXTS, CODES)
@settings(max_examples=80, deadline=None)
def test_spans_are_exact_and_bounds_in_order(text, code):
    figures = find(Document(text, language=code))
    assert all(text[figure.start : figure.end] == figure.text != "" for figure in figures)
    assert all(one.end <= other.start for one, other in pairwise(figures))
    for figure in figures:
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.quantifier in {"EXACT", "APPROXIMATELY", "MORE_THAN", "LESS_THAN"}
        assert figure.change in {"", "up", "down"}


@given(TEXTS, CODES)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_figures(text, code):
    assert find(Document(text, language=code)) == find(Document(text, language=code))


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1 ", "1,", "1.", "1 000", "1-", "1/", "1:", "+1(", "a ", "one ", "hundred ", "million ", "tens of ", "- ",
        "between ", "1 to ", "half a ", "7 or ", "[1]", "'", "\u0301", "the ", "1 m ", "$", "at least ", "万", "1½",
        "5 the ", "and ", "1 and ", "6-foot-", "двадцять ", "«1 ", "1 per ",
    ],
)  # fmt: skip
def test_time_is_linear(piece):
    def spent(times):
        text = piece * times
        return seconds(lambda: [find(Document(text, language=language)) for language in ("en", "uk")], of=3)

    spent(50)
    assert spent(1600) < 10 * max(spent(400), 0.01)
