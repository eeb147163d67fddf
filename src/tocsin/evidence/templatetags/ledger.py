"""What the ledger's templates ask for: dates and numbers in the words of the reader's language."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils import formats
from django.utils.translation import gettext as _

from tocsin.lib import edtf as dates
from tocsin.lib.dates import BadDate, parse

register = template.Library()


@register.filter
def edtf(text: str) -> str:
    """An EDTF date in words, as precise as it is: a day, a month, a span, open ends said so."""
    if not text:
        return ""
    if "/" in text:
        start, end = text.split("/", 1)
        if start in {"", ".."}:
            return _("until %s") % _one(end)
        return _("since %s") % _one(start) if end in {"", ".."} else f"{_one(start)} – {_one(end)}"
    return _one(text)


def _one(text: str) -> str:
    about = _("about %s") if text.endswith(("~", "%", "?")) else "%s"
    try:
        known = parse(text.rstrip("~%?"))
    except BadDate:
        return _span(text)
    if known.day:
        return about % formats.date_format(known.first_day, "DATE_FORMAT")
    return about % (formats.date_format(known.first_day, "YEAR_MONTH_FORMAT") if known.month else str(known.year))


def _span(text: str) -> str:
    found = dates.read(text)
    ends = [formats.date_format(day, "DATE_FORMAT") if day else "…" for day in (found.start, found.end)]
    return " – ".join(dict.fromkeys(ends))


@register.filter
def amount(value: Decimal | None) -> str:
    """A number in the reader's language; nothing for an open bound, which is not zero."""
    if value is None:
        return ""
    plain = int(value) if value == value.to_integral_value() else value.normalize()
    return str(formats.number_format(plain, force_grouping=True))
