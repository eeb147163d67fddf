"""Key words, links, likeness, and the filter a newsroom teaches."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tocsin.comments.screening import bayes, likeness, links, words

SPAM = "Cheap watches and pills at our online casino, visit {} today and win a bonus of {} dollars, dear friend!"
GOOD = [
    "The bridge was repaired on {}, I was there with my {}.",
    "Thank you for the report on {} from {}.",
    "У {} не було води {} днів.",
]


def test_a_key_is_found_inside_words_whatever_its_case_and_accents() -> None:
    assert words.hits("Wordpress and a CÁSINO\u200b", "press\ncasino\n\nwatch") == ["press", "casino"]
    assert words.hits("nothing", "\n \n") == []


def test_links_are_counted_with_and_without_a_scheme() -> None:
    text = "https://a.example/x, www.b.example and best-casino.com/win; not e.g. this.And that, nor me@mail.com"
    assert links.count(text) == 3


def test_near_duplicates_are_grouped_and_others_are_not() -> None:
    family = [SPAM.format(f"https://{name}.example", number) for name, number in (("a", 5), ("b", 500), ("c", 77))]
    texts = [*family, "The bridge is open again, says the mayor.", "", "The mayor denies that the dam was mined."]
    prints = {at: likeness.fingerprint(text) for at, text in enumerate(texts)}
    assert likeness.groups(prints) == [[0, 1, 2], [3], [4], [5]]
    assert likeness.alike(prints[0], prints[0]) == 1


@given(st.text(max_size=200))
def test_every_text_is_like_itself(text: str) -> None:
    prints = likeness.fingerprint(text)
    assert likeness.alike(prints, prints) == (1.0 if prints else 0.0)
    assert all(0 <= one < 2**32 for one in prints)


def taught(spam: int, good: int) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {"": (spam, good)}
    dice = random.Random(1)
    for at in range(spam + good):
        is_spam = at < spam
        text = SPAM.format(f"shop{at}.example", at) if is_spam else dice.choice(GOOD).format(f"day{at}", f"friend{at}")
        for word in bayes.words(text):
            before = counts.get(word, (0, 0))
            counts[word] = (before[0] + is_spam, before[1] + (not is_spam))
    return counts


def test_the_filter_says_nothing_before_it_was_taught_both() -> None:
    assert bayes.judge("casino", {"": (100, 3), "casino": (100, 0)}) is None
    assert bayes.judge("casino", {}) is None


def test_the_filter_tells_spam_from_good_and_names_the_words() -> None:
    counts = taught(30, 30)
    spam, good = (
        bayes.judge("Visit our casino and win pills, friend", counts),
        bayes.judge("Thank you, the bridge was there", counts),
    )
    assert (spam.probability > 0.95, good.probability < 0.1) == (True, True)
    assert {"casino", "pills"} <= {word for word, _weight in spam.telling}
    assert bayes.judge("zyx", counts).probability == 0.5


def test_words_of_every_script_are_counted_and_no_figures() -> None:
    assert bayes.words("Café 12a привіт casino-win.com 2022") == {"cafe", "привіт", "casino", "win", "com"}
    assert bayes.words("买便宜") == {"买便", "便宜"}


@given(
    st.text(max_size=200),
    st.dictionaries(st.text(min_size=1, max_size=5), st.tuples(st.integers(0, 50), st.integers(0, 50))),
)
def test_a_judgement_is_always_a_likelihood(text: str, counts: dict[str, tuple[int, int]]) -> None:
    judged = bayes.judge(text, {**counts, "": (50, 50)})
    assert 0 <= judged.probability <= 1
