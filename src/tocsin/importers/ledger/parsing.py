"""Cells to numbers, days and instants, with refusals a person can act on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from tocsin.claims.errors import ImportRefused
from tocsin.claims.statuses import Quantifier
from tocsin.importers.ledger.read import Row

_QUANTIFIERS = {
    "about": Quantifier.APPROXIMATELY,
    "approximately": Quantifier.APPROXIMATELY,
    "around": Quantifier.APPROXIMATELY,
    "more": Quantifier.MORE_THAN,
    "more than": Quantifier.MORE_THAN,
    "at least": Quantifier.MORE_THAN,
    "over": Quantifier.MORE_THAN,
    "up to": Quantifier.LESS_THAN,
    "less": Quantifier.LESS_THAN,
    "less than": Quantifier.LESS_THAN,
    "exact": Quantifier.EXACT,
}


def numbers(row: Row) -> dict[str, Any]:
    """The bounds a row gives, with their quantifier; nothing where it gives no number."""
    word = row["quantifier"]
    quantifier = Quantifier(word) if word in Quantifier.values else _QUANTIFIERS.get(word.lower(), Quantifier.EXACT)
    low, best, high = (number(row[name]) for name in ("low", "best", "high"))
    if (value := number(row["value"])) is not None:
        low = value if quantifier != Quantifier.LESS_THAN else None
        high = value if quantifier != Quantifier.MORE_THAN else None
        best = value if low == high else None
    if low is None and best is None and high is None:
        return {}
    return {"low": low, "best": best, "high": high, "quantifier": quantifier}


def number(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        return Decimal(text.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        raise ImportRefused(_("%r is no number.") % text) from None


def degrees(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ImportRefused(_("%r is no degree of latitude or longitude.") % text) from None


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ImportRefused(_("%r is no day: write it as 2022-03-05.") % text) from None


def yes(text: str) -> bool:
    """Whether a cell says yes; an empty one says no, and one that says neither is refused."""
    word = text.strip().lower()
    if word in {"yes", "true", "1", "y"}:
        return True
    if word in {"", "no", "false", "0", "n"}:
        return False
    raise ImportRefused(_("%r is neither yes nor no.") % text)
