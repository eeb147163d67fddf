"""Why a claim stands where it stands, in a sentence a person can read: *reported: eight publishers, one origin*."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.claims.statuses import Currency, Flag, Status
from tocsin.claims.verdict import Tally


def sentence(status: str, tally: Tally, flags: frozenset[str] | set[str] | list[str] = frozenset()) -> str:
    """Say why the claim has this status, as counts of what is on record."""
    if Flag.EDITOR_OVERRIDE in flags:
        return _("%(status)s: set by an editor") % {"status": Status(status).label}
    parts = [part for part in _parts(status, tally, set(flags)) if part]
    return f"{Status(status).label}: {', '.join(parts)}" if parts else str(Status(status).label)


def _parts(status: str, tally: Tally, flags: set[str]) -> Iterator[str]:
    if status == Status.UNSOURCED:
        yield _("nobody on record says so") if not tally.querying else _("questioned, and nobody on record says so")
    elif status == Status.WITHDRAWN:
        yield _("who said so took it back")
    elif status == Status.CORROBORATED:
        yield from _corroborated(tally)
    elif status == Status.REFUTED:
        yield from _refuted(tally)
    elif status == Status.CONTESTED:
        yield from _contested(tally)
    else:
        yield from _reported(tally, flags)


def _corroborated(tally: Tally) -> Iterator[str]:
    yield _strength(tally.support_by, tally.supporting)
    if tally.against_interest:
        yield _("one of them against its own interest")
    if tally.denying:
        yield _("denial on record")


def _refuted(tally: Tally) -> Iterator[str]:
    yield _("denied by %s") % _strength(tally.denial_by, tally.denying)
    if tally.supporting:
        yield ngettext("%d says so", "%d say so", tally.supporting) % tally.supporting


def _reported(tally: Tally, flags: set[str]) -> Iterator[str]:
    yield ngettext("%d publisher", "%d publishers", tally.publishers) % tally.publishers
    yield ngettext("%d origin", "%d origins", tally.supporting) % tally.supporting
    if Flag.SINGLE_SIDE in flags:
        yield _("one side only")
    if tally.unknown == tally.supporting:
        yield _("first origin not known")


def _contested(tally: Tally) -> Iterator[str]:
    if not tally.supporting:
        yield _("denied, and nobody on record says so")
        return
    yield ngettext("%d says so", "%d say so", tally.supporting) % tally.supporting
    yield ngettext("%d denies it", "%d deny it", tally.denying) % tally.denying
    if tally.support_by and tally.denial_by:
        yield _("both sides well supported")


def _strength(by: str, count: int) -> str:
    origins = ngettext("%d independent origin", "%d independent origins", count) % count
    return {
        "verified": _("evidence verified by the newsroom"),
        "opposing": _("opposing parties agree"),
        "disinterested": origins,
    }.get(by, origins)


def notes(flags: list[str] | frozenset[str], currency: str) -> list[str]:
    """What a reader should know beside the status, one phrase each, in a fixed order."""
    words = [str(Flag(one).label) for one in Flag.values if one in flags]
    if currency != Currency.CURRENT:
        words.insert(0, capfirst(str(Currency(currency).label)))
    return words
