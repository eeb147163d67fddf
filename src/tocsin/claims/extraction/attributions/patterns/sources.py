"""Who says it: the noun phrase beside a cue, by its case (Ukrainian, Russian) or by its shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from tocsin.claims.extraction.attributions.patterns.tokens import Token
from tocsin.claims.extraction.attributions.words.forms import Words
from tocsin.lib import word_forms

Range = tuple[int, int]
_NOUNS = frozenset({"NOUN", "ADJF", "NPRO", "NUMR", "PRTF"})
_PRONOUN = "NPRO"
_LONG = 16
_POSSESSIVES = frozenset({"его", "ее", "их", "його", "її", "їх"})
_GAP = 3


@lru_cache(maxsize=8192)
def _readings(language: str, word: str) -> frozenset[tuple[str, str]]:
    """Return the parts of speech *word* can be, each with a case."""
    return frozenset((str(one.tag.POS), str(one.tag.case)) for one in word_forms.readings(word, language)[:6])


def find(tokens: Sequence[Token], lo: int, hi: int, language: str, words: Words) -> Range | None:
    """Return the range of the subject among the tokens from *lo* to *hi*."""
    hi = min(hi, lo + 3 * _LONG)
    if language in word_forms.LANGUAGES:
        return _by_case(tokens, lo, hi, language, words)
    return _by_shape(tokens, lo, hi, words)


def _by_case(tokens: Sequence[Token], lo: int, hi: int, language: str, words: Words) -> Range | None:
    governed = False
    for place in range(lo, hi):
        token = tokens[place]
        kinds = _readings(language, token.low)
        noun = any(kind in _NOUNS for kind, _ in kinds) or _foreign(token)
        if token.low in words.prepositions:
            governed = True
        elif governed:
            governed = not (any(kind in {"NOUN", "NPRO"} for kind, _ in kinds) or _foreign(token))
        elif token.word and noun and token.low not in words.skipped and _nominative(token, kinds):
            end = place + 1
            if not any(kind == _PRONOUN for kind, _ in kinds) or _titled(token):
                end = _extended(tokens, place + 1, hi, words, lambda one: _nominal(language, one))
            whose = place > lo and tokens[place - 1].low in _POSSESSIVES
            return (place - 1 if whose else place), end
    return None


def is_verb(language: str, token: Token) -> bool:
    """Tell whether the word is a verb in the past, which may stand for *said* after a dash."""
    if not token.word or language not in {"ru", "uk"}:
        return False
    kinds = _readings(language, token.low)
    return bool(kinds) and all(kind == "VERB" for kind, _ in kinds)


@lru_cache(maxsize=8192)
def _is_name(language: str, word: str) -> bool:
    marks = {"Surn", "Name", "Orgn"}
    return any(marks & one.tag.grammemes for one in word_forms.readings(word, language)[:6])


def names_speaker(tokens: Sequence[Token], lo: int, colon: int, language: str, words: Words) -> bool:
    """Tell whether the words before a *colon* are a name alone, as in headlines: *Bondar: the bridge is gone*."""
    if language not in {"ru", "uk"} or colon - lo > _GAP + 1 or find(tokens, lo, colon, language, words) != (lo, colon):
        return False
    return any(_foreign(one) or (_titled(one) and _is_name(language, one.low)) for one in tokens[lo:colon])


def is_gerund(language: str, token: Token) -> bool:
    """Tell whether the word says what somebody does while saying it: *комментируя*, *уточнив*."""
    return language in {"ru", "uk"} and any(kind == "GRND" for kind, _ in _readings(language, token.low))


def apposition(tokens: Sequence[Token], comma: int, hi: int, language: str, words: Words) -> int:
    """Return where an office set after a name and a *comma* ends, or *comma* where there is none."""
    if language not in word_forms.LANGUAGES or comma + 1 >= hi:
        return comma
    token = tokens[comma + 1]
    if not _nominative(token, _readings(language, token.low)) or token.low in words.that or not token.word:
        return comma
    end = _extended(tokens, comma + 2, min(hi, comma + _LONG), words, lambda one: _nominal(language, one))
    closed = end >= hi or not tokens[end].word
    return end if closed and not any(is_verb(language, one) for one in tokens[comma + 1 : end]) else comma


def _nominative(token: Token, kinds: frozenset[tuple[str, str]]) -> bool:
    if token.low in _POSSESSIVES:
        return False
    return _foreign(token) or any(kind in _NOUNS and case == "nomn" for kind, case in kinds)


def _nominal(language: str, token: Token) -> bool:
    kinds = _readings(language, token.low)
    return any(kind in _NOUNS for kind, _ in kinds) or _titled(token) or token.text.isdigit()


def _foreign(token: Token) -> bool:
    return token.word and ((token.text.isupper() and len(token.text) > 1) or (token.text.isascii() and _titled(token)))


def _titled(token: Token) -> bool:
    return token.text[:1].isupper()


@cache
def _idle(words: Words) -> frozenset[str]:
    """Return the words no source begins with."""
    return (
        words.skipped | words.particles | words.auxiliaries | words.verbs | words.like | words.that | words.conjunctions
    )


def _by_shape(tokens: Sequence[Token], lo: int, hi: int, words: Words) -> Range | None:
    place = lo
    while place < hi:
        token = tokens[place]
        if token.low in words.prepositions:
            place = _past_phrase(tokens, place + 1, hi, words)
        elif not token.word or token.low in _idle(words):
            place += 1
        else:
            end = _extended(tokens, place + 1, hi, words, lambda one: one.low not in words.skipped | words.verbs)
            return place, end
    return None


def _past_phrase(tokens: Sequence[Token], place: int, hi: int, words: Words) -> int:
    """Return the place after the words a preposition governs, as far as shape can tell."""
    while place < hi and tokens[place].low in words.joining | words.prepositions:
        place += 1
    while place < hi and not _titled(tokens[place]) and place + 1 < hi and _titled(tokens[place + 1]):
        place += 1
        break
    titled = place < hi and _titled(tokens[place])
    place += 1
    while titled and place < hi and _titled(tokens[place]):
        place += 1
    return place


def _extended(tokens: Sequence[Token], place: int, hi: int, words: Words, belongs: Callable[[Token], bool]) -> int:
    """Return where the phrase that goes on at *place* ends."""
    end = place
    while place < hi and place - end < _GAP:
        token = tokens[place]
        if token.low in words.verbs or token.low in words.auxiliaries or token.low in words.that:
            break
        if not token.word:
            if token.text not in "\"«»“”„.'’":
                break
            place += 1
            end = place if token.text != "." else end
            continue
        if token.low in words.conjunctions:
            if place + 1 >= hi or not _titled(tokens[place + 1]):
                break
            place += 1
            continue
        if token.low in words.joining:
            place += 1
            continue
        if token.low in words.prepositions or not belongs(token):
            break
        place += 1
        end = place
    return end


def after_phrase(tokens: Sequence[Token], lo: int, hi: int, language: str, words: Words) -> int:
    """Return where the source that stands from *lo* ends: at *hi*, the next mark, or before the sentence goes on."""
    hi = min(hi, lo + _LONG)
    if language in word_forms.LANGUAGES:
        return max(_extended(tokens, lo, hi, words, lambda one: _nominal(language, one)), min(lo + 1, hi))
    if language == "de":
        return _german(tokens, lo, hi, words)
    return max(_extended(tokens, lo, hi, words, lambda one: one.low not in words.skipped), min(lo + 1, hi))


def _german(tokens: Sequence[Token], lo: int, hi: int, words: Words) -> int:
    place = lo
    while place < hi and tokens[place].word:
        named = _titled(tokens[place])
        place += 1
        if named and place < hi and not _titled(tokens[place]) and tokens[place].low not in words.joining:
            break
    return place
