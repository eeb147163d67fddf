"""Places given so exactly that somebody can be found there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.comments.screening.details.detail import Found

_SIDE = r"[NSEWСЮВЗПнсewсюзв]"
_DECIMAL = r"-?\d{1,3}[.,]\d{3,15}"
_PAIR = re.compile(
    rf"(?<![\d.,-])({_DECIMAL})\s?°?\s?{_SIDE}?(?:\s{{0,3}}[,;/|]\s{{0,3}}|\s{{1,3}})"
    rf"(?:(?:lng?|lon|long|longitude|довгота|долгота|y)[:=\s]{{0,3}})?({_DECIMAL})(?![\d])",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:lat|latitude|lng|lon|longitude|широта|довгота|долгота|latitud|longitud)[:=\s]{1,3}-?\d{1,3}[.,]\d{2}",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<![\d.,$€£-])-?(?:\d|\d\d|1[0-7]\d|180)\.\d{5,15}(?![\d%.])")
_DEGREES = re.compile(
    r"(?<!\d)\d{1,3}\s?[°º]\s?\d{1,2}(?:[.,]\d{1,8})?\s?['’′`´](?:\s?\d{1,2}(?:[.,]\d{1,8})?\s?(?:\"|''|”|″|’’|′′))?"
)
_LETTERED = re.compile(
    rf"(?<![\w.])[NSEW]\s?\d{{1,3}}(?:[.,]\d{{2,10}}|[°º\s]\s?\d{{1,2}}[.,]\d{{1,8}})|"
    rf"(?<![\d.,])\d{{1,3}}(?:[.,]\d{{2,10}})\s?[°º]\s?{_SIDE}(?!\w)|(?<![\d.,])\d{{1,3}}(?:\.\d{{3,10}}|,\d{{4,10}})\s?[NSEW](?!\w)"
)
_PLUS = re.compile(
    r"(?<![\w+])[23456789CFGHJMPQRVWX]{4}(?:[23456789CFGHJMPQRVWX]{4})?\+[23456789CFGHJMPQRVWX]{2,4}(?![\w+])"
)
_GRID = re.compile(r"(?<!\w)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{4,5}\s?\d{4,5}|\d{6})(?!\w)")
_ZONE = re.compile(r"(?<!\w)\d{1,2}\s?[C-HJ-NP-X]\s\d{6}\s?(?:m?E)?,?\s\d{7}(?!\d)")
_MAP = re.compile(
    r"(?:geo:-?\d|(?:maps?\.(?:google|apple|app\.goo|yandex|bing|me)|google\.[a-z.]{2,6}/maps|goo\.gl/maps|osm\.org/|"
    r"openstreetmap\.org/|yandex\.[a-z]{2,3}/maps|bing\.com/maps|2gis\.[a-z]{2,3}/|wego\.here\.com|waze\.com/ul|"
    r"what3words\.com/|w3w\.co/|plus\.codes/|wikimapia\.org/|deepstatemap\.live/[^\s]{0,20}#)[^\s<>\"]{0,300}|"
    r"///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20})",
    re.IGNORECASE,
)


def search(text: str) -> Iterator[Found]:
    """Yield coordinates, grid references, plus codes and links to a spot on a map."""
    for match in _PAIR.finditer(text):
        if _on_earth(match.group(1), match.group(2)):
            yield Found("coordinates", *match.span())
    for pattern in (_LABELLED, _ALONE, _DEGREES, _LETTERED, _PLUS, _GRID, _ZONE, _MAP):
        for match in pattern.finditer(text):
            yield Found("coordinates", *match.span())


def _on_earth(latitude: str, longitude: str) -> bool:
    """Whether the two can be a place; ``300,000 400,000`` are sums, and so is what a comma groups in threes."""
    if "," in latitude + longitude and any(len(re.split("[.,]", one)[1]) == 3 for one in (latitude, longitude)):
        return False
    north, east = (abs(float(one.replace(",", "."))) for one in (latitude, longitude))
    return max(north, east) <= 180 and min(north, east) <= 90
