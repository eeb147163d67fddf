"""What is counted, in the words of the text."""

from __future__ import annotations

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language

_LONGEST = 5
_POSSESSIVE = frozenset({"the", "his", "her", "their", "its", "our", "these", "those", "-"})


def item_after(row: list[Token], place: int, language: Language, *, measured: bool = False) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase at *place*; after a measure only ``of`` may lead to an article."""
    barred = _POSSESSIVE | language.articles | language.determiners if measured else frozenset[str]()
    if _reckoned(row, place, language) or (place < len(row) and row[place].low in barred):
        return None
    skipped = language.of | language.articles | language.more | language.pronouns | _POSSESSIVE
    while place < len(row) and row[place].low in skipped and not row[place].opens:
        place += 1
    last = place
    while last < len(row) and last - place < _LONGEST:
        token = row[last]
        if token.opens:
            break
        if _initial(row, last):
            last += 2
            continue
        if token.kind != "word":
            if token.low in "-‐" and last + 1 < len(row) and last > place and token.end == row[last + 1].start:
                last += 1
                continue
            break
        if token.low in language.stops or (last > place and row[last - 1].low in language.persons):
            break
        last += 1
        if _closes(token, language):
            break
    return (place, last) if last > place and not _whose(row, place, last) else None


def _reckoned(row: list[Token], place: int, language: Language) -> bool:
    """Tell whether what follows a number is by what it is reckoned: ``38,000 a day``."""
    return place + 1 < len(row) and row[place].low in language.articles and bool(language.units.at(row, place + 1))


def _whose(row: list[Token], place: int, last: int) -> bool:
    """Tell whether all that follows is whose another number is: ``half of the town's 20,000 residents``."""
    numbered = last < len(row) and row[last].kind == "numeral"
    return numbered and last - place == 1 and row[place].low.endswith("'s")


def _initial(row: list[Token], place: int) -> bool:
    """Tell whether an initial and its full stop stand at *place*, as in ``U.S. missionaries``."""
    token = row[place]
    if len(token.text) != 1 or not token.capital or place + 2 >= len(row):
        return False
    return row[place + 1].low == "." and row[place + 1].start == token.end


def _closes(token: Token, language: Language) -> bool:
    """Tell whether a noun ends the phrase: people, an English plural, elsewhere a word that is no adjective."""
    low = token.low
    if low in language.persons:
        return True
    if language.adjectives:
        return not low.endswith(language.adjectives)
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and len(low) > 3  # noqa: PLR2004
    return plural and not token.capital
