"""Searching without an index: a plain look into titles, so that search answers while the index is being built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from tocsin.search import projection, query
from tocsin.search.projection import KINDS, Kind
from tocsin.search.query import Kind as TermKind
from tocsin.search.query import Query, Term
from tocsin.search.records import Answer, Hit, Options

LIMIT = 100


def simple(text: str, options: Options, *, limit: int = 10, offset: int = 0) -> Answer:
    """Return what readers may see with every word of *text* in its title, type by type, the newest row first.

    Phrases, ``-word``, ``OR``, ``type:`` and ``lang:`` are heeded; order and other fields are not. Case is folded as
    the database does it: on SQLite for ASCII alone.
    """
    asked = query.whole(text) if options.exact is not None else query.read(text)
    if not asked.wanted or not options.in_title:
        return Answer()
    found = dict(_matching(asked, options))
    types = {name: count for name, matching in found.items() if (count := matching.count())}
    chosen = {name: count for name, count in types.items() if not options.types or name in options.types}
    keys: list[str] = []
    skip, wanted = max(0, offset), max(0, min(limit, LIMIT))
    for name, count in chosen.items():
        if skip < count and len(keys) < wanted:
            pks = found[name].order_by("-pk").values_list("pk", flat=True)[skip : skip + wanted - len(keys)]
            keys += [f"{name}:{pk}" for pk in pks]
        skip = max(0, skip - count)
    records = {record.key: record for record in projection.records(keys)}
    hits = [Hit(records[key], 0.0, full=True) for key in keys if key in records]
    return Answer(hits, sum(chosen.values()), 0, types)


def _matching(asked: Query, options: Options) -> Iterator[tuple[str, QuerySet[Any]]]:
    types = asked.filters.get("type", ())
    languages = {*asked.filters.get("lang", ()), *([options.language] if options.language else [])}
    for name, kind in KINDS.items():
        if (types and name not in types) or (languages and not kind.language):
            continue
        found = kind.public()
        if languages:
            found = found.filter(**{f"{kind.language}__in": languages})
        for alternatives in asked.wanted:
            either = Q(pk__in=[])
            for term in alternatives:
                either |= _in_title(kind, term)
            found = found.filter(either)
        for term in asked.unwanted:
            found = found.exclude(_in_title(kind, term))
        yield name, found


def _in_title(kind: Kind, term: Term) -> Q:
    wanted = kind.titled(term.text)
    return wanted & kind.titled(term.other) if term.kind == TermKind.NEAR else wanted
