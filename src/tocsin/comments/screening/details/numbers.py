"""Numbers that are no telephone's: dates, times, sums, scores, and what stands in the address of a web page."""

from __future__ import annotations

import re

_TIME = r"(?:[ T,]{1,2}\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?"
_DATE = re.compile(
    rf"(?<![\d.+-])(?<!\d )(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)?\d\d)|"
    rf"(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])){_TIME}(?![\d-]|[./]\d)"
)
_YEARS = re.compile(
    r"(?<![\d+.-])(?<!\d )(?:1[5-9]|20)\d\d(?:\s?[-/]\s?(?:(?:1[5-9]|20)?\d\d)|[ -](?:1[5-9]|20)\d\d){1,3}(?![\d]|[ ./-]\d)"
)
_HOURS = re.compile(r"(?<![\d+(.-])(?:[01]?\d|2[0-4])[.:]\d\d\s?-\s?(?:[01]?\d|2[0-4])[.:]\d\d(?![\d]|[./-]\d)")
_SUM = r"[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d{1,2})?|[1-9]\d{0,2}(?:['’]\d{3}){1,4}"
_LOOSE_SUM = r"[1-9]\d{0,2}(?:\.\d{3}){1,4}(?:,\d{1,2})?|[1-9]\d{0,2}(?: \d{3}){1,4}(?:[,.]\d{1,2})?"
_SUMS = re.compile(rf"(?<![\d+.-])(?:{_SUM})(?:\s?-\s?(?:{_SUM}))?(?!\d)")
_LOOSE_SUMS = re.compile(rf"(?<![\d+(.-])(?<![\d)] )(?:{_LOOSE_SUM})(?:\s?-\s?(?:{_LOOSE_SUM}))?(?!\d|[ ./-]\d)")
_RANGE = re.compile(r"(?<![\d+(.-])\d{1,4}[.,]\d{1,2}\s?-\s?\d{1,4}[.,]\d{1,2}(?!\d|[ ./-]\d)")
_MONEY = re.compile(
    r"(?:[$€£¥₴₽₺₹₪₩]|\b(?:USD|EUR|GBP|UAH|RUB|PLN|TRY|BRL|CHF|JPY))\s?\d[\d .,]{0,20}\d|"
    r"(?<![\d+(.-])\d[\d .,]{0,20}\d\s?(?:[$€£¥₴₽₺₹₪₩%‰]|(?:USD|EUR|GBP|UAH|RUB|PLN|TRY|BRL|CHF|JPY)\b)"
)
_PAGE = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]{1,2000}", re.IGNORECASE)
_TELLS = re.compile(r"wa\.me/|whatsapp\.|t\.me/\+|viber:|phone=|tel=|tel:", re.IGNORECASE)


def without(text: str, *, loose_sums: bool = True) -> str:
    """Return *text*, as long as it was, with those numbers blanked."""
    text = _PAGE.sub(lambda found: found.group() if _TELLS.search(found.group()) else _blank(found), text)
    for pattern in (_MONEY, _DATE, _YEARS, _HOURS, _RANGE, _SUMS):
        text = pattern.sub(_blank, text)
    return _LOOSE_SUMS.sub(_blank_sum, text) if loose_sums else text


def _blank(found: re.Match[str]) -> str:
    return "_" * len(found.group())


def _blank_sum(found: re.Match[str]) -> str:
    """A sum of nine figures that does not end in noughts may be a telephone's; it is left."""
    figures = [one for one in found.group() if one.isdigit()]
    if "-" in found.group() or len(figures) < 9 or figures[-3:] == ["0", "0", "0"] or len(figures) > 11:
        return _blank(found)
    return found.group()
