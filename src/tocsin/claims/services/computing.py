"""Keeping the computed statuses in step with the record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import transaction

from tocsin.claims import signals
from tocsin.claims.models import Claim, Decision, Standing
from tocsin.claims.models.standings import fields_of
from tocsin.claims.queries import records
from tocsin.claims.record import Record
from tocsin.claims.statuses import Audience
from tocsin.claims.verdict import changes, judge
from tocsin.lib import clock

AT_ONCE = 2000
"""How many claims are computed in one go: bounds memory and the length of a transaction."""


_put_off: ContextVar[set[int] | None] = ContextVar("claims to be computed later", default=None)


@contextmanager
def deferred() -> Iterator[None]:
    """Put off what is to be computed until the block ends, for a service that writes many claims in one transaction."""
    waiting: set[int] = set()
    token = _put_off.set(waiting)
    try:
        yield
    finally:
        _put_off.reset(token)
    recompute(waiting)


@transaction.atomic
def recompute(claims: Collection[int], *, at: datetime | None = None) -> int:
    """Compute the statuses of *claims* (ids) at *at*, now by default; return how many statuses became others."""
    if (waiting := _put_off.get()) is not None:
        waiting.update(claims)
        return 0
    now = at or clock.now()
    return sum(_recompute(part, now) for part in _batches(list(claims)))


def recompute_all(*, tell: Callable[[int, int], None] | None = None) -> int:
    """Compute the status of every claim, batch by batch; *tell* is told how many of how many are done."""
    pks = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    now, changed, done = clock.now(), 0, 0
    for part in _batches(pks):
        with transaction.atomic():
            changed += _recompute(part, now)
        done += len(part)
        if tell:
            tell(done, len(pks))
    return changed


def run_due() -> int:
    """Compute again what time alone has changed: what expired, what was overridden until now. Returns how many."""
    due = Standing.objects.filter(due_at__lte=clock.now()).values_list("claim_id", flat=True).distinct()
    pks = list(due[:AT_ONCE])
    recompute(pks)
    return len(pks)


def _batches(claims: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(claims), AT_ONCE):
        yield claims[start : start + AT_ONCE]


def _recompute(claims: list[int], now: datetime) -> int:
    kept: dict[tuple[int, str], dict[str, Any]] = {
        (row["claim_id"], row["audience"]): dict(row)
        for row in Standing.objects.filter(claim__in=claims).values(
            "claim_id", "audience", "status", "currency", "flags", "tally", "computed", "due_at"
        )
    }
    fresh: list[Standing] = []
    turned: list[Decision] = []
    shown: list[int] = []
    for pk, found in records(claims).items():
        for row in _standings(pk, found, now):
            was = kept.get((pk, row.audience))
            if was is not None and all(was[name] == getattr(row, name) for name in _KEPT):
                continue
            fresh.append(row)
            if row.audience != Audience.READERS:
                continue
            if was is None or was["status"] != row.status:
                shown.append(pk)
            if was and _turned(was, row):
                turned.append(_turn(row, was, now))
    Standing.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["claim", "audience"],
        update_fields=list(_KEPT),
        batch_size=1000,
    )
    if turned:
        Decision.objects.bulk_create(turned)
    if shown:
        signals.claims_changed.send(sender=Claim, claims=shown)
    return len(turned)


_KEPT = ("status", "currency", "flags", "tally", "computed", "due_at")


def _standings(pk: int, found: dict[Audience, Record], now: datetime) -> Iterator[Standing]:
    computed: dict[int, tuple[dict[str, Any], datetime | None]] = {}
    for audience, record in found.items():
        if id(record) not in computed:  # readers and newsroom mostly share one record
            coming = min((at for at in changes(record) if at > now), default=None)
            computed[id(record)] = fields_of(judge(record, now)), coming
        values, coming = computed[id(record)]
        yield Standing(claim_id=pk, audience=audience.value, due_at=coming, **values)


def _turned(was: dict[str, Any], row: Standing) -> bool:
    return (was["status"], was["currency"]) != (row.status, row.currency)


def _turn(row: Standing, was: dict[str, Any], now: datetime) -> Decision:
    """The machine's line in the record: the status readers see became another."""
    return Decision(
        claim_id=row.claim_id,
        verb="status",
        what="standing",
        before={"status": was["status"], "currency": was["currency"]},
        after={"status": row.status, "currency": row.currency},
        at=now,
    )
