"""Whether a figure tells of a rise or a fall."""

from __future__ import annotations

from tocsin.claims.extraction.figures.scanner import Quantity
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language, listed

_LINKS = frozenset({"by", "of", "to", "на", "en"})


_BARE = frozenset({"up", "down"})
_PARTICLED = frozenset(
    listed(
        "gave give gives giving made make makes making set sets setting pick picked picks put take took end set "
        "blew broke shot"
    )
)


def change(row: list[Token], place: int, language: Language) -> str:
    """Return ``up`` or ``down`` for a figure whose words begin at *place* and that a verb of change leads to."""
    skipped = 0
    while skipped < 2 and place > 0 and row[place - 1].low in _LINKS:  # noqa: PLR2004
        if row[place - 1].low == "to":
            return ""
        place, skipped = place - 1, skipped + 1
    found = language.changes.before(row, place)
    if not found or (row[place - 1].low in _BARE and place > 1 and row[place - 2].low in _PARTICLED):
        return ""
    return found[1]


def fall(found: Quantity) -> str:
    """Return ``down`` for a share or a sum of money written with a minus."""
    negative = found.high < 0 and found.unit and not found.unit.startswith("degree")
    return "down" if negative and found.unit in {"percent", "percentage point", "point"} else ""
