"""A newsroom of any size, made up: articles whose words are as unevenly spread as real ones (Zipf's law).

The same number gives the same texts. English and Spanish words are made of syllables, Ukrainian ones are forms that
the dictionary knows, as most words of a newsroom are. Planted are a rare word in each hundredth article, one of its
own, and in each thousandth the same phrase of three words.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate, islice
from typing import Any

WORDS = 700
VOCABULARY = 40_000
LANGUAGES = ("en", "en", "en", "uk", "es")
SYLLABLES = {
    "en": (
        "b br c ch d dr f fl g gr h j k l m n p pl r s sh st t th tr v w",
        "a e ea i o oo u",
        "d k l m n nd r s st t",
    ),
    "es": ("b c d f g gr h j l ll m n p pr qu r s t tr v", "a e i ia o u ue", "l n r s"),
}
ENDINGS = {"en": ("", "", "s", "ed", "ing"), "es": ("", "s", "ado", "ción")}
CYRILLIC = "абвгдежзиіклмнопрстуфхцчш"
START = datetime(2018, 1, 1, tzinfo=UTC)
PHRASE = ("silent", "granary", "of")
PLANTED_WORD, PLANTED_PHRASE = 100, 1000
"""Every how many articles."""


@dataclass(frozen=True)
class Text:
    """An article before it is a page."""

    number: int
    language: str
    title: str
    paragraphs: list[str]
    published_at: datetime

    @property
    def slug(self) -> str:
        return f"article-{self.number}"

    @property
    def body(self) -> list[dict[str, str]]:
        return [
            {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.UUID(int=self.number * 64 + at))}
            for at, text in enumerate(self.paragraphs)
        ]


@cache
def vocabulary(language: str) -> list[str]:
    """Return different words of *language*, the commonest first; the commoner, the shorter."""
    chance, found = random.Random(f"words of {language}"), dict[str, None]()
    if language == "uk":
        while len(found) < VOCABULARY:
            found.update(dict.fromkeys(_known("".join(chance.choices(CYRILLIC, k=3)))))
        return sorted(chance.sample(list(found), VOCABULARY), key=lambda word: len(word) + 6 * chance.random())
    first, vowels, last = (part.split() for part in SYLLABLES[language])
    while len(found) < VOCABULARY:
        length = 1 + (len(found) > 150) + (len(found) > 3000) + (len(found) > 20_000)
        stem = "".join(chance.choice(first) + chance.choice(vowels) for _ in range(length)) + chance.choice(last)
        found[stem + (chance.choice(ENDINGS[language]) if length > 1 else "")] = None
    return list(found)


def _known(beginning: str) -> list[str]:
    """Return some Ukrainian words of the dictionary that begin like this."""
    parses = islice(_dictionary().iter_known_word_parses(beginning), 0, 120, 6)
    return [parse.word for parse in parses if parse.word.isalpha()]


@cache
def _dictionary() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="uk")


@cache
def _weights() -> Sequence[float]:
    """How often each word comes, summed up: the second half as often as the first, and so on."""
    return list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))


def rare_word(number: int) -> str:
    """Return the word that only article *number* has, a multiple of ``PLANTED_WORD``."""
    chance = random.Random(f"rare {number}")
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(6))


def text(number: int) -> Text:
    """Return article *number*."""
    chance = random.Random(number)
    language = LANGUAGES[number % len(LANGUAGES)]
    words = chance.choices(vocabulary(language), cum_weights=_weights(), k=WORDS)
    if number % PLANTED_WORD == 0:
        words[WORDS // 2] = rare_word(number)
    if number % PLANTED_PHRASE == 0:
        words[WORDS // 3 : WORDS // 3 + len(PHRASE)] = PHRASE
    title = " ".join(chance.sample(words[:200], 7)).capitalize()
    return Text(number, language, title, list(_paragraphs(words, chance)), START + timedelta(minutes=37 * number))


def _paragraphs(words: list[str], chance: random.Random) -> Iterator[str]:
    """Put *words* into sentences and these into paragraphs; one word in thirty is written as a name."""
    sentences, at = [], 0
    while at < len(words):
        part = words[at : at + chance.randint(8, 24)]
        at += len(part)
        named = [part[0].capitalize(), *(one.capitalize() if chance.random() < 1 / 30 else one for one in part[1:])]
        sentences.append(" ".join(named) + ".")
    yield from (" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))
