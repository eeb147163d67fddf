"""What a numeral in digits is worth, by the marks its language writes."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \u00a0\u2009\u202f'’٬]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d){1,6},\d{3}$")
_LONGEST = 30
"""A longer row of digits is a key or a card, not a quantity."""


def value(numeral: str, decimal: str, *, points: bool = True) -> float | None:
    """Return the worth of *numeral*, or None if it is none (``1.2.3``). *decimal* is the mark of decimals.

    Without *points* a full stop parts decimals too, as it often does where the mark is a comma and thousands are parted
    by a space.
    """
    if len(numeral) > _LONGEST:
        return None
    plain = _SPACES.sub("", numeral).replace("٫", decimal)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks or plain.startswith("."):
        return float(plain)
    return (
        _mixed(plain, marks)
        if len(set(marks)) > 1
        else _marked(plain, marks[0], sole=marks[0] == decimal or (marks[0] == "." and not points))
    )


def _marked(plain: str, mark: str, *, sole: bool) -> float | None:
    """Read a numeral with one kind of mark: groups of thousands, or decimals."""
    parts = plain.split(mark)
    if _INDIAN.match(plain) or _thousands(parts, sole=sole):
        return float("".join(parts))
    return float(f"{parts[0]}.{parts[1]}") if len(parts) == 2 else None  # noqa: PLR2004


def _thousands(parts: list[str], *, sole: bool) -> bool:
    """Tell whether the parts are groups of thousands; the language's decimal mark groups only when written twice."""
    head, *groups = parts
    grouped = 0 < len(head) <= 3 and not head.startswith("0") and all(len(group) == 3 for group in groups)  # noqa: PLR2004
    return grouped and (len(groups) > 1 or not sole)


def _mixed(plain: str, marks: list[str]) -> float | None:
    """Read ``1,234.5`` and ``1.234,5``: the mark written last is the decimal one."""
    last = marks[-1]
    if marks.count(last) > 1:
        return None
    whole, _, decimals = plain.rpartition(last)
    head, *groups = whole.replace(",", ".").split(".")
    indian = all(len(group) in {2, 3} for group in groups) and len(groups[-1]) == 3  # noqa: PLR2004
    return float(f"{head}{''.join(groups)}.{decimals}") if indian else None
