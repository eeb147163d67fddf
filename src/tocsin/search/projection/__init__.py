"""From the database to the records of the index: exactly what readers may see, and nothing else."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from tocsin.articles.models import ArticlePage
from tocsin.lib import clock
from tocsin.search.projection.affected import ONLY, affected, ids_by_type
from tocsin.search.projection.kinds import KINDS, Kind
from tocsin.search.records import Record

__all__ = ["KINDS", "ONLY", "Kind", "affected", "count", "digest", "due", "everything", "keys", "records"]

BATCH = 200


def everything() -> Iterator[Record]:
    """Yield every record, batch by batch: bounded memory, and a fixed number of queries for each batch."""
    for kind in KINDS.values():
        last = 0
        while True:
            found = kind.public().filter(pk__gt=last).order_by("pk")
            pks, made = _made(kind, found)
            if not pks:
                break
            last = pks[-1]
            yield from made


def records(keys: Iterable[str]) -> Iterator[Record]:
    """Yield the records of those of *keys* that readers may see, in the same way."""
    for name, ids in ids_by_type(keys).items():
        kind = KINDS.get(name)
        if kind is None:
            continue
        for start in range(0, len(ids), BATCH):
            yield from _made(kind, kind.public().filter(pk__in=ids[start : start + BATCH]).order_by("pk"))[1]


def _made(kind: Kind, found: QuerySet) -> tuple[list[int], list[Record]]:
    """Read up to a batch of *found*; the interface's language is the newsroom's whatever a thread speaks."""
    with translation.override(settings.LANGUAGE_CODE):
        objects: Sequence = list(kind.loaded(found)[:BATCH])
        beside = kind.beside(objects) if objects else None
        made = [_composed(kind.record(one, beside)) for one in objects]
    return [one.pk for one in objects], [record for record in made if record.url]


def _composed(record: Record) -> Record:
    """Return *record* with one space between words, and letters with their marks as one character (NFC), as queries."""
    title, body = (unicodedata.normalize("NFC", " ".join(text.split())) for text in (record.title, record.body))
    return replace(record, title=title, body=body, house="" if record.language else settings.LANGUAGE_CODE)


def keys() -> Iterator[str]:
    """Yield the keys of all that readers may see."""
    for name, kind in KINDS.items():
        for pk in kind.public().order_by("pk").values_list("pk", flat=True).iterator():
            yield f"{name}:{pk}"


def count() -> int:
    """Return how much readers may see."""
    return sum(kind.public().count() for kind in KINDS.values())


def due(ids: Collection[int] | None = None) -> dict[str, datetime]:
    """Return the keys of articles (*ids* alone, if given) that time alone will show, each with the instant."""
    found = ArticlePage.objects.live().filter(embargo_until__gt=clock.now())
    found = found if ids is None else found.filter(pk__in=ids)
    return {f"article:{pk}": until for pk, until in found.values_list("pk", "embargo_until")}


def digest(record: Record) -> str:
    """Return a short hash by which two records are the same or not."""
    plain = asdict(record) | {"date": record.date.timestamp() if record.date else None}
    return hashlib.blake2b(json.dumps(plain, ensure_ascii=False).encode(), digest_size=12).hexdigest()
