"""When it was published, as far as the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from htmldate import find_date
from lxml import etree

from tocsin.importers.prose.elements import Element
from tocsin.importers.webpage.structured import Metas, text

_EARLIEST = date(1990, 1, 1)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publish_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
    "dcterms.created", "dcterms.issued", "citation_date", "citation_publication_date", "article.published", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "date.created", "last-modified",
)  # fmt: skip
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)"
)
_TIMES = "//time[@datetime][contains(@itemprop,'datePublished') or @pubdate or contains(@class,'publish') or contains(@class,'entry-date') or contains(@class,'post-date')]"


def published(
    root: Element, described: Iterable[dict[str, object]], metas: Metas, url: str, today: date
) -> date | datetime | None:
    """Return the moment or the day of publication, or nothing; nothing before 1990 or after *today* is believed.

    A moment keeps the page's own offset from UTC, so that its day is the one the page shows. A day in the address
    wins over a later one said for machines, which is often that of the last change.
    """
    parsed = (_parsed(said) for said in _said(root, described, metas))
    said = next((found for found in parsed if found is not None and _credible(found, today)), None)
    placed = _in_address(url)
    if placed is not None and _credible(placed, today) and (said is None or placed < _day(said) - timedelta(days=1)):
        return placed
    return said or _searched(root, url, today)


def _credible(found: date | datetime, today: date) -> bool:
    return _EARLIEST <= _day(found) <= today + timedelta(days=1)


def _in_address(url: str) -> date | None:
    match = _IN_ADDRESS.search(url)
    try:
        return date(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6])) if match else None
    except ValueError:
        return None


def _said(root: Element, described: Iterable[dict[str, object]], metas: Metas) -> Iterator[str]:
    for node in described:
        yield text(node.get("datePublished"))
    yield from (said for name in _PUBLISHED[:-1] for said in metas.all(name)[:1])
    for element in root.xpath("//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or element.text_content()
    yield from (element.get("datetime") for element in root.xpath(_TIMES))
    times = root.xpath("//article//time[@datetime]") or root.xpath("//main//time[@datetime]")
    if len({element.get("datetime") for element in times}) == 1:
        yield times[0].get("datetime")


def _parsed(said: str) -> date | datetime | None:
    """Read what ISO 8601 allows, in the ways pages write it."""
    said = (said or "").strip()
    match = re.match(
        r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
        said,
    )
    if match is None:
        return None
    year, month, day, clock, zone = match.groups()
    try:
        if clock is None or not zone:
            return date(int(year), int(month), int(day))
        zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
        moment = f"{year}-{month}-{day}T{clock.rjust(5, '0') if clock.count(':') == 1 else clock.rjust(8, '0')}{zone}"
        return datetime.fromisoformat(moment)
    except (ValueError, OverflowError):
        return None


def _day(found: date | datetime) -> date:
    return found.date() if isinstance(found, datetime) else found


def _searched(root: Element, url: str, today: date) -> date | None:
    """Let htmldate look for a date in the words of the page, where the page says none for machines."""
    try:
        found = find_date(
            etree.tostring(root, encoding="unicode", method="html"),
            extensive_search=True,
            original_date=True,
            url=url or None,
            min_date=_EARLIEST.isoformat(),
            max_date=today.isoformat(),
        )
        return date.fromisoformat(found) if found else None
    except Exception:  # noqa: BLE001 - the edge to a reader that is not ours; it then has found nothing
        return None
