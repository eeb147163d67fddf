"""Numbers made of several words, ordinals with their ending, abbreviations with their full stop."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.patterns import Found, Grammar

_LONGEST_ABBREVIATION = 2


def _sum(found: Found) -> list[Atom]:
    value = (found["tens"] or 0) + (found["units"] or 0)
    letter = "O" if found.has("units") and found.atom("units").letter == "O" else "N"
    return found.one(letter, value)


def _ended(found: Found) -> list[Atom] | None:
    number, ending = found.atom("number"), found.atom("ending")
    dash = found.whole[1] if len(found.whole) > 2 else None  # noqa: PLR2004
    if number.end != (dash or ending).start or (dash and dash.end != ending.start):
        return None
    return found.one("Y" if number.letter == "Y" else "O", number.value)


def _tens(found: Found) -> list[Atom] | None:
    """1990-е: an ending that a day of the month can have too."""
    name = "" if found.has("number") else "_"
    number, ending = found.atom(f"number{name}"), found.atom(f"ending{name}")
    if number.value % 10 or ending.meaning("x") is None or ending.start - number.end > 1:
        return None
    return [number, replace(ending, letter="x")]


def _short(found: Found) -> list[Atom] | None:
    word, stop = found.atom("word"), found.atom("stop")
    if stop.start - word.end > 1 or word.end - word.start > _LONGEST_ABBREVIATION:
        return None
    return [replace(word, end=stop.end)]


def _decimal(found: Found) -> list[Atom] | None:
    whole, mark, part = found.whole
    if whole.end != mark.start or mark.end != part.start:
        return None
    return found.one("9", float(f"{whole.value}.{part.value}") if whole.value >= 0 <= part.value else -1)


def _fraction(found: Found) -> list[Atom] | None:
    part, _, whole = found.whole
    return found.one("9", part.value / whole.value) if whole.value else None


def _hundreds(found: Found) -> list[Atom]:
    more = sum(
        atom.value
        for atom in found.whole
        if found.has("more") and atom.start >= found.atom("more").start and atom.letter in "2N"
    )
    return found.one("9", (found["number"] or 1) * 100 + more)


_GRAMMAR = Grammar(
    [
        (r"[NY9][.,][NY9]", _decimal),
        (r"N/N(?=Fd?|d?U)", _fraction),
        (r"(?P<number>N)?3(?P<more>2?-?N)?", _hundreds),
        (r"(?P<tens>2)-?(?P<units>[NO])(?!p)", _sum),
        (r"(?P<tens>2)", _sum),
        (r"(?P<number>Y)-?(?P<ending>p)|(?P<number_>N)-?(?P<ending_>p)(?=J)", _tens),
        (r"(?P<number>[NY9])-?(?P<ending>p)", _ended),
        (r"(?P<word>[JC])(?P<stop>\.)(?!$)", _short),
        (r"(?P<word>[Mm])(?P<stop>\.)(?=[NYO,\-JL])", _short),
    ]
)


def composed(atoms: list[Atom]) -> list[Atom]:
    """Return *atoms* with such words as one."""
    return _GRAMMAR.apply(atoms)
