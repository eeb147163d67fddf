"""Searching without an index: a plain look into titles, so that search answers while the index is being built."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import F, Q, QuerySet

from tocsin.lib import dates
from tocsin.search import projection
from tocsin.search.models import Unanswered
from tocsin.search.projection import KINDS, Kind
from tocsin.search.query import Kind as TermKind
from tocsin.search.query import Query, Term
from tocsin.search.records import Answer, Hit, Options, Order

LIMIT = 100
DEEPEST = 5000
"""Rows beyond which nothing is put in order."""
FILED = {
    "author": "bylines__contributor__name__icontains",
    "section": "section__name__icontains",
    "tag": "tagged_items__tag__name__icontains",
}
"""What articles alone are filed under."""


def simple(query: Query, options: Options, *, limit: int = 10, offset: int = 0) -> Answer:
    """Return what readers may see with every word of *query* in its title; the newest row first, type by type.

    Phrases, ``-word``, ``OR``, every field, days, types, languages and orders are heeded; what has no day is last in an
    order by day, and in none that is narrowed by days. A claim's day is that of its record. Case is folded as the
    database does it: on SQLite for ASCII alone.
    """
    if not options.in_title or not (query.wanted or query.narrowed):
        return Answer()
    found = dict(_matching(query, options))
    types = {name: count for name, matching in found.items() if (count := matching.count())}
    chosen = {name: count for name, count in types.items() if not options.types or name in options.types}
    total = sum(chosen.values())
    skip, wanted = min(max(0, offset), total), max(0, min(limit, LIMIT))
    chosen_found = {name: found[name] for name in chosen}
    if options.order == Order.RELEVANCE:
        keys = _type_by_type(chosen_found, chosen, skip, wanted)
    else:
        keys = _by_day(chosen_found, skip, wanted, newest=options.order == Order.NEWEST)
    records = {record.key: record for record in projection.records(keys)}
    hits = [Hit(records[key], 0.0, full=True) for key in keys if key in records]
    return Answer(hits, total, 0, types)


def unanswered() -> QuerySet[Unanswered]:
    """Return what readers looked for in vain, the newest day first, on each the most frequent."""
    return Unanswered.objects.order_by("-day", "-count", "query")


# Which rows -----------------------------------------------------------------------------------------------------


def _matching(query: Query, options: Options) -> Iterator[tuple[str, QuerySet[Any]]]:
    types = query.filters.get("type", ())
    languages = {*query.filters.get("lang", ()), *([options.language] if options.language else [])}
    filed = [_filed(column, query.filters[name]) for name, column in FILED.items() if name in query.filters]
    for name, kind in KINDS.items():
        if (types and name not in types) or (languages and not kind.language) or (filed and name != "article"):
            continue
        if (query.after or query.before) and not kind.day:
            continue
        found = kind.public().filter(_within(kind, query.after, query.before))
        if languages:
            found = found.filter(**{f"{kind.language}__in": languages})
        for wanted in filed:
            found = found.filter(pk__in=kind.public().filter(wanted).order_by().values("pk"))
        for alternatives in query.wanted:
            either = Q(pk__in=[])
            for term in alternatives:
                either |= _in_title(kind, term)
            found = found.filter(either)
        for term in query.unwanted:
            found = found.exclude(_in_title(kind, term))
        yield name, found


def _filed(column: str, values: tuple[str, ...]) -> Q:
    either = Q(pk__in=[])
    for value in values:
        either |= Q(**{column: _plain(value)})
    return either


def _in_title(kind: Kind, term: Term) -> Q:
    wanted = kind.titled(_plain(term.text))
    return wanted & kind.titled(_plain(term.other)) if term.kind == TermKind.NEAR else wanted


def _plain(text: str) -> str:
    """Return *text* without what no database keeps: halves of characters, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def _within(kind: Kind, after: date | None, before: date | None) -> Q:
    wanted = Q()
    if after:
        first = datetime.combine(after, time.min, UTC)
        wanted &= Q(**{f"{kind.day}__gte": f"{after.isoformat()}" if kind.day_is_text else first})
    if before:
        last = datetime.combine(before, time.max, UTC)
        wanted &= Q(**{f"{kind.day}__lte": f"{before.isoformat()}~" if kind.day_is_text else last})
        wanted &= ~Q(**{kind.day: ""}) if kind.day_is_text else Q()
    return wanted


# In which order -------------------------------------------------------------------------------------------------


def _type_by_type(found: dict[str, QuerySet[Any]], counts: dict[str, int], skip: int, wanted: int) -> list[str]:
    keys: list[str] = []
    for name, rows in found.items():
        if skip < counts[name] and len(keys) < wanted:
            pks = rows.order_by("-pk").values_list("pk", flat=True)[skip : skip + wanted - len(keys)]
            keys += [f"{name}:{pk}" for pk in pks]
        skip = max(0, skip - counts[name])
    return keys


def _by_day(found: dict[str, QuerySet[Any]], skip: int, wanted: int, *, newest: bool) -> list[str]:
    last = min(skip + wanted, DEEPEST)
    dated: list[tuple[datetime, str]] = []
    undated: list[str] = []
    for name, rows in found.items():
        kind = KINDS[name]
        if not kind.day:
            undated += [f"{name}:{pk}" for pk in rows.order_by("-pk").values_list("pk", flat=True)[:last]]
            continue
        order = F(kind.day).desc(nulls_last=True) if newest else F(kind.day).asc(nulls_last=True)
        for pk, day in rows.order_by(order, "-pk").values_list("pk", kind.day)[:last]:
            if at := _instant(day):
                dated.append((at, f"{name}:{pk}"))
            else:
                undated.append(f"{name}:{pk}")
    dated.sort(reverse=newest)
    return [*(key for _at, key in dated), *undated][skip:last]


def _instant(day: datetime | str | None) -> datetime | None:
    if not isinstance(day, str):
        return day
    try:
        return dates.instant(day)
    except dates.BadDate:
        return None
