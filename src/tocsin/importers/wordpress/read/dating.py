"""Dates as WordPress writes them. Zeros, and what PHP made of zeros, are no date."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_ZERO_IN_RSS = datetime(1999, 11, 30, tzinfo=UTC)


def local(text: str) -> datetime | None:
    """Give the naive moment ``2024-05-01 10:00:00`` names."""
    text = text.strip()
    if not text or text.startswith("0000"):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found.tzinfo else found


def gmt(text: str) -> datetime | None:
    """The same, aware and UTC."""
    found = local(text)
    return found.replace(tzinfo=UTC) if found else None


def rss(text: str) -> datetime | None:
    """Give the moment a ``pubDate`` names."""
    try:
        found = parsedate_to_datetime(text)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return None if found == _ZERO_IN_RSS else found
