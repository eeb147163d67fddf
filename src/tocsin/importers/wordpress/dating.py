"""When something was written: WordPress keeps a moment in UTC and one on the clock of the site, and often only one."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from tocsin.importers.wordpress.records import Comment, Item

FIRST, LAST = 1000, 9000
"""Years an address can carry."""
_HALF_A_DAY = timedelta(hours=15)


class Clock:
    """The clock of the old site, learned from the items that tell both; else that of *zone*."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._seen: Counter[timedelta] = Counter()

    def learn(self, item: Item) -> None:
        """Compare the two dates of *item*."""
        if item.date_gmt and item.date_local:
            ahead = item.date_local.replace(tzinfo=UTC) - item.date_gmt
            if abs(ahead) <= _HALF_A_DAY:
                self._seen[ahead] += 1

    def moment(self, gmt: datetime | None, local: datetime | None) -> datetime | None:
        """Return the moment meant, in UTC; nothing where there is none, or none an address can carry."""
        if gmt is None and local is not None:
            usual = self._seen.most_common(1)
            gmt = local.replace(tzinfo=timezone(usual[0][0]) if usual else self._zone)
        if gmt is None or not FIRST <= gmt.year <= LAST:
            return None
        return gmt.astimezone(UTC)

    def written(self, comment: Comment) -> datetime | None:
        return self.moment(comment.date_gmt, comment.date_local)
