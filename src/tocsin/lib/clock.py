"""The one clock. Times are aware and UTC; a page converts them for its readers."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date it is now in UTC."""
    return now().date()
