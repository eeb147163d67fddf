"""Ordinary case for a text in capitals, as agencies once sent it. Lengths stay, so that offsets do.

Sentences get their capital in any language. English also gets its names back: the tagger reads the lower-case text
(it knows many names whatever their case), and a word no English dictionary has is taken for a name; what stands in
brackets after an acronym, or before one, is a name of an organisation.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tocsin.claims.extraction import parser
from tocsin.claims.extraction.caselists import (
    ALWAYS,
    BODIES,
    DEMONYMS,
    FUNCTION,
    MONTHS,
    OFFICES,
    PARTICLES,
    SMALL,
)

_SHARE = 0.7
"""A text is in capitals when so many of its letters that have a case are."""
_LEAST = 20
_STARTS = re.compile(r"(?:^|[.!?]\s+|\n[^\S\n]*+|(?<![^\s(\[])[\"“«])(\w)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*+")
_ACRONYM = re.compile(r"(?<![\w-])([A-Z][A-Z0-9/-]{1,7})(?= \[)|[(\[]([A-Z][A-Z0-9/-]{1,7})[)\]]")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}(?:[A-Z](?![\w]))?+")
_EXPANSION = re.compile(r"(?<=[A-Z0-9] )\[([^\]\n]{3,80})\]")
_VOWEL = re.compile("[aeiouyáéíóúàèìòùäëïöüâêîôû]")
_BRACKETS = str.maketrans("[]", "()")
"""What an agency's editor puts in brackets is read as if in parentheses: parsers know those."""
_LONGEST_ACRONYM = 6
_STEM = 4
_BEFORE = 8
"""An organisation's name before its acronym has at most so many words."""


def readable(text: str) -> str:
    """Return *text*, or, if it is in capitals, a text of the same length in ordinary case."""
    upper = sum(letter.isupper() for letter in text)
    cased = upper + sum(letter.islower() for letter in text)
    if cased < _LEAST or upper < _SHARE * cased:
        return text
    low = "".join(_lower(letter) for letter in text).translate(_BRACKETS)
    letters = list(_STARTS.sub(lambda match: match.group(0)[:-1] + _upper(match.group(1)), low))
    words = [(match.start(), match.end()) for match in _WORD.finditer(low)]
    if _english(low, words):
        for start, end in _capitals(text, low, words):
            letters[start:end] = text[start:end]
    return "".join(letters)


def _lower(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _upper(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


def _english(low: str, words: list[tuple[int, int]]) -> bool:
    return 5 * sum(low[start:end] in FUNCTION for start, end in words) >= len(words)


def _capitals(text: str, low: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that are in capitals: first letters of names, the whole of acronyms."""
    acronyms = {
        match.group(1) or match.group(2)
        for match in _ACRONYM.finditer(text)
        if not known((match.group(1) or match.group(2)).lower())
        or (match.group(2) and match.end() - match.start() < _LONGEST_ACRONYM + 2)
    } - ALWAYS
    names = _names(low, words)
    whole = [match.span() for match in _DOTTED.finditer(text)]
    capital = set()
    for index, (start, end) in enumerate(words):
        word = text[start:end]
        if (word in acronyms or _letters_only(low[start:end])) and low[start:end] not in FUNCTION:
            whole.append((start, end))
        elif index in names or (low[start:end] in MONTHS and low[start - 2 : start - 1].isdigit()):
            capital.add(index)
    _spread(low, words, capital)
    capital |= _organisations(text, low, words)
    return whole + [(words[index][0], words[index][0] + 1) for index in capital]


def _letters_only(word: str) -> bool:
    """Tell whether *word* is short and has no vowel: an acronym."""
    return 1 < len(word) < _LONGEST_ACRONYM and not _VOWEL.search(word) and word not in SMALL


def _names(low: str, words: list[tuple[int, int]]) -> set[int]:
    """Return which words are names: those the tagger says are, and those no dictionary has."""
    tagged = _tagged(low)
    share: dict[str, list[int]] = {}
    for start, end in words:
        seen = share.setdefault(low[start:end], [0, 0])
        seen[0] += start in tagged
        seen[1] += 1
    found = set()
    for index, (start, end) in enumerate(words):
        word = low[start:end].removesuffix("'s")
        if word in FUNCTION or word in PARTICLES:
            continue
        often, times = share[low[start:end]]
        unknown = end - start > 1 and not known(word)
        if word in DEMONYMS or unknown or 2 * often >= times or (start in tagged and often > 1):
            found.add(index)
    return found


def _tagged(low: str) -> set[int]:
    """Return where the tagger finds the words of names in a text in lower case."""
    if not parser.installed():
        return set()
    pipeline = parser.pipeline()
    lines = list(re.finditer(r"[^\n]{1,2000}", low))
    texts = (re.sub(r"\S{60,}", lambda long: "x" * len(long.group()), line.group()) for line in lines)
    found: set[int] = set()
    with pipeline.select_pipes(enable=["tok2vec", "tagger"]):
        for line, doc in zip(lines, pipeline.pipe(texts, batch_size=64), strict=True):
            found |= {line.start() + token.idx for token in doc if token.tag_ in {"NNP", "NNPS"}}
    return found


def _spread(low: str, words: list[tuple[int, int]], capital: set[int]) -> None:
    """Give capitals to titles before a name, to what stands between names, and to the particles that open one."""
    apart = [low[words[index][1] : words[index + 1][0]] for index in range(len(words) - 1)]
    between = (
        {
            low[slice(*words[index])]
            for index in range(1, len(words) - 1)
            if apart[index - 1] == apart[index] == " " and {index - 1, index + 1} <= capital
        }
        - FUNCTION
        - DEMONYMS
        - OFFICES
        - BODIES
    )
    capital |= {index for index, (start, end) in enumerate(words) if low[start:end] in between & _nouns()}
    capital |= {index + 1 for index in tuple(capital) if index < len(apart) and low[slice(*words[index + 1])] == "city"}
    for index in range(len(words) - 2, -1, -1):
        start, end = words[index]
        joined = low[end : words[index + 1][0]] == " "
        if joined and index + 1 in capital and low[start:end] in (OFFICES | PARTICLES):
            follows = low[words[index + 1][0] : words[index + 1][1]]
            if low[start:end] in PARTICLES or follows not in DEMONYMS:
                capital.add(index)


def _organisations(text: str, low: str, words: list[tuple[int, int]]) -> set[int]:
    """Return the words of names of organisations: [FULL NAME] after an acronym, Full Name (FN), National … Front."""
    at = {start: index for index, (start, _end) in enumerate(words)}
    found: set[int] = set()
    for match in _EXPANSION.finditer(text):
        for word in _WORD.finditer(low, match.start(1), match.end(1)):
            if word.group() not in FUNCTION and word.start() in at:
                found.add(at[word.start()])
    for match in _ACRONYM.finditer(text):
        if match.group(2) and (match.start() + 1) in at:
            found |= _spelt_out(match.group(2).lower(), low, words, at[match.start() + 1])
    for index, (start, end) in enumerate(words):
        if low[start:end] in BODIES:
            last = index
            while last > 0 and low[words[last - 1][0] : words[last - 1][1]] in BODIES | ALWAYS:
                last -= 1
            if last < index:
                found |= set(range(last, index + 1))
    return found


def _spelt_out(acronym: str, low: str, words: list[tuple[int, int]], place: int) -> set[int]:
    """Return the words before *place* whose first letters make most of *acronym*."""
    found: set[int] = set()
    for index in range(place - 1, max(-1, place - 1 - _BEFORE), -1):
        start, end = words[index]
        if low[start:end] in FUNCTION or low[start:end] in PARTICLES:
            continue
        if low[start] not in acronym:
            break
        found.add(index)
    return found if len(found) >= max(2, len(acronym) - 2) else set()


@cache
def _dictionary() -> tuple[frozenset[str], dict[str, list[str]]]:
    """Return the lemmas the parser's English dictionary has, and its irregular forms."""
    tables: Any = parser.pipeline().get_pipe("lemmatizer").lookups
    index, irregular = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    parts = ("noun", "verb", "adj", "adv")
    lemmas = frozenset().union(*(index[part] for part in parts))
    return lemmas, {form: lemma for part in parts if part in irregular for form, lemma in irregular[part].items()}


@cache
def _nouns() -> frozenset[str]:
    """Return the words that are nouns and nothing else."""
    if not parser.installed():
        return frozenset()
    index = parser.pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(index["noun"]) - set(index["verb"]) - set(index["adj"]) - set(index["adv"])


_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e")),
    *(("ly", ""), ("er", ""), ("men", "man"), ("ers", "")),
)


def known(word: str) -> bool:
    """Tell whether *word*, in lower case, is in the dictionary, in any of its forms. Without one, every word is."""
    if word in FUNCTION or not parser.installed():
        return True
    lemmas, irregular = _dictionary()
    if word in lemmas or word in irregular:
        return True
    for ending, instead in _ENDINGS:
        stem = word[: -len(ending)] + instead
        if word.endswith(ending) and (
            stem in lemmas or (len(stem) >= _STEM and stem[-1] == stem[-2] and stem[:-1] in lemmas)
        ):
            return True
    return False
