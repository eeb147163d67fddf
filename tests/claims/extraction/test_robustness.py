"""Whatever the text, every layer returns, soon, exact words, and the same again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from tocsin.claims.extraction import Document, attributions, claims, figures, places, times

LAYERS: dict[str, Callable[[Document], Any]] = {
    "figures": figures.find,
    "times": times.find,
    "places": places.find,
    "attributions": attributions.find,
    "claims": claims.find,
}
LANGUAGES = ("en", "uk", "ru", "es", "ar", "de", "zh", "", "zz-ZZ")
PIECES = """
“ ” « » „ ‘ ’ ' " — – - . , : ; ! ? … ( ) [ ] [1] % $ € \u200f \u202e \ufeff é ı İ ß 〇 三万 ٢٠ १२
said says according to the mayor killed at least 20 2,000 plus two million dozens between and 7-10 in Kyiv
yesterday on Monday 5 March 2022 since 04:30 claims denied will not who that Russia UN [2] http://a.b/c a@b.c
заявив мер що у Києві близько 20 тис. осіб загинули вчора за словами 5 березня сказал он по данным тысяч
dijo el alcalde según murieron unos mil en Kiev ayer قال ٢٠ شخصا
"""
WORDS = [*PIECES.split(), "\n", "\n\n", "\t"]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
RUNS = int(os.environ.get("TOCSIN_FUZZ", "30"))


def stretches(result: dict[str, Any]) -> Iterator[tuple[int, int, str | None]]:
    """Every stretch of text a result names, with its words where it tells them."""
    if "start" in result:
        yield result["start"], result["end"], result.get("text")
    for value in result.values():
        if isinstance(value, dict):
            yield from stretches(value)
        elif isinstance(value, list):
            yield from ((start, end, None) for start, end in value)


def check(text: str, language: str) -> None:
    document = Document(text, language=language)
    for find in LAYERS.values():
        for result in find(document):
            for start, end, words in stretches(result.as_dict()):
                assert 0 <= start < end <= len(text)
                assert words is None or words == text[start:end]


@pytest.mark.parametrize("half", [0, 1])
@settings(max_examples=RUNS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(LANGUAGES))
@example("", "en")
@example("\n\n\n", "en")
@example("İSTANBUL İS UNDER FIRE, SAYS THE MAYOR OF İSTANBUL ON MONDAY.", "en")
@example("\U0001f600" * 50 + " 20 killed in Kyiv \U0001f600", "en")
def test_any_text_gives_exact_words_and_no_error(half: int, text: str, language: str) -> None:
    check(text, language)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_the_same_text_gives_the_same(text: str, language: str) -> None:
    for find in LAYERS.values():
        assert find(Document(text, language=language)) == find(Document(text, language=language))


UNITS = ["a", "7", "7,", "“", "who said that ", "[1] ", "\n", "Kyiv, ", "7 and ", "не "]


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_and_no_faster(layer: str, unit: str) -> None:
    def spent(length: int, language: str) -> float:
        document = Document(unit * (length // len(unit)), language=language)
        if layer in {"attributions", "claims"}:
            _ = document.parsed
        return seconds(lambda: LAYERS[layer](document))

    for language in ("en", "uk"):
        spent(100, language)
        short = spent(1_500, language)
        assert spent(6_000, language) < max(1.0, 10 * short), language


def test_every_pattern_is_linear() -> None:
    program = Path(__file__).with_name("attacks_on_patterns.py")
    ran = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
