"""Why a claim stands where it stands, in a sentence a person can read: *reported: eight publishers, one origin*."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.claims.statuses import Currency, Flag, Status
from tocsin.claims.verdict import Tally

Flags = frozenset[str] | set[str] | list[str]


def sentence(status: str, tally: Tally, flags: Flags = frozenset()) -> str:
    """Say where the claim stands and why: *Reported: 8 publishers, 1 origin*."""
    return f"{Status(status).label}: {why(status, tally, flags)}"


def why(status: str, tally: Tally, flags: Flags = frozenset()) -> str:
    """Say why, as counts of what is on record: *8 publishers, 1 origin*."""
    if Flag.EDITOR_OVERRIDE in flags:
        return _("set by an editor")
    return ", ".join(_parts(status, tally, set(flags)))


def _parts(status: str, tally: Tally, flags: set[str]) -> Iterator[str]:
    if status == Status.UNSOURCED:
        yield _("nobody on record says so") if not tally.querying else _("questioned, and nobody on record says so")
    elif status == Status.WITHDRAWN:
        yield _("who said so took it back")
    elif status == Status.CORROBORATED:
        yield from _corroborated(tally, flags)
    elif status == Status.REFUTED:
        yield from _refuted(tally)
    elif status == Status.CONTESTED:
        yield from _contested(tally)
    else:
        yield from _reported(tally, flags)


def _corroborated(tally: Tally, flags: set[str]) -> Iterator[str]:
    yield _strength(tally.support_by, tally.supporting - tally.unknown)
    if tally.against_interest:
        yield _("one of them against its own interest")
    if Flag.SINGLE_SIDE in flags:
        yield _("one side only")
    if tally.denying:
        yield _("denial on record")


def _refuted(tally: Tally) -> Iterator[str]:
    yield _("denied by %s") % _strength(tally.denial_by, tally.denying)
    if tally.supporting:
        yield ngettext("%d says so", "%d say so", tally.supporting) % tally.supporting


def _reported(tally: Tally, flags: set[str]) -> Iterator[str]:
    yield ngettext("%d publisher", "%d publishers", tally.publishers) % tally.publishers
    if known := tally.supporting - tally.unknown:
        yield ngettext("%d origin", "%d origins", known) % known
    else:
        yield _("first origin not known")
    if Flag.SINGLE_SIDE in flags:
        yield _("one side only")


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


_SAID = {Flag.DENIAL_ON_RECORD, Flag.EDITOR_OVERRIDE, Flag.SINGLE_SIDE, Flag.DENIAL_ALONE}
"""What the reason says already."""


def notes(flags: list[str] | frozenset[str], currency: str) -> list[str]:
    """What a reader should know beside the status, one phrase each, in a fixed order."""
    words = [str(one.label) for one in Flag if one in flags and one not in _SAID]
    if currency != Currency.CURRENT:
        words.insert(0, capfirst(str(Currency(currency).label)))
    return words
