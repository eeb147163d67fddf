"""Words before and after a number that make a bound of it, or an estimate."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language


@dataclass(frozen=True, slots=True)
class Bound:
    """``APPROXIMATELY``, ``MORE_THAN``, ``LESS_THAN`` or ``UP_TO``, and the place where its words begin or end."""

    kind: str
    place: int


def bound_before(row: list[Token], place: int, language: Language) -> Bound | None:
    """Return the bound that stands before *place*; of two in a row (``at least about``) the first counts."""
    found = language.bounds.before(row, place) or _loose(row, place, language)
    if not found:
        return None
    length, kind = found
    if kind == "UP_TO" and row[place - length].low in language.to and _reached(row, place - length, language):
        return None
    further = language.bounds.before(row, place - length)
    if further and further[1] != "APPROXIMATELY":
        return Bound(further[1], place - length - further[0])
    return Bound(kind, place - length)


def _reached(row: list[Token], place: int, language: Language) -> bool:
    """Tell whether a verb of change leads to *place*, so that what follows is reached: ``зросла до 18``."""
    return any(language.changes.before(row, at) for at in range(place, max(0, place - 3), -1))


def _loose(row: list[Token], place: int, language: Language) -> tuple[int, str] | None:
    """Look past one article or preposition between the bound and the number: ``by about the 20``."""
    if not place or row[place - 1].low not in language.articles | language.determiners:
        return None
    found = language.bounds.before(row, place - 1)
    loose = found and (found[1] != "APPROXIMATELY" or row[place - 1].low in language.articles)
    return (found[0] + 1, found[1]) if found and loose else None


def bound_after(row: list[Token], place: int, language: Language) -> Bound | None:
    """Return the bound that stands at *place*, or after the noun counted (``12 people or more``)."""
    for skipped in (0, 1):
        if skipped and (place >= len(row) or row[place].kind != "word"):
            return None
        if found := language.after.at(row, place + skipped):
            return Bound(found[1], place + found[0] if not skipped else place)
    return None


def limits(kind: str, low: float, high: float, *, vague: bool) -> tuple[float | None, float | None, str]:
    """Return low, high and quantifier. ``up to N`` reaches N: no low bound, high N, LESS_THAN (ledger A.8)."""
    if vague and kind != "UP_TO":
        return low, None, "MORE_THAN"
    if low != high and kind:
        return low, high, "LESS_THAN" if kind == "UP_TO" else kind
    if kind == "MORE_THAN":
        return low, None, "MORE_THAN"
    if kind in {"LESS_THAN", "UP_TO"}:
        return None, high, "LESS_THAN"
    return low, high, kind or "EXACT"
