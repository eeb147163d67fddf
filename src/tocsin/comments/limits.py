"""How much may be written from one network and on the whole site, counted in memory and never stored.

A network (/24 for IPv4, /48 for IPv6) is known by a keyed hash alone. The key is made when the server starts and
replaced every day by its own hash, so that yesterday's cannot be found again. Decision 0113.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
import os
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import ngettext

from tocsin.accounts.throttle import network_of
from tocsin.comments.errors import TurnedAway
from tocsin.comments.memory import Table
from tocsin.lib import clock


class TooMany(TurnedAway):
    """More is written than is taken at the moment."""

    code = "too_many"
    status = 429


@dataclass(frozen=True)
class Rate:
    """So many at once, and one more every so many seconds."""

    burst: int
    every: float


@dataclass(frozen=True)
class Limit:
    """What one network may do, and what all together may."""

    name: str
    network: Rate
    site: Rate


PROVEN = Limit("proven", network=Rate(10, 10), site=Rate(120, 1))
"""Comments with a proof of work; the work asked for grows as the site's rate fills (``bits_due``)."""
UNPROVEN = Limit("unproven", network=Rate(3, 60), site=Rate(5, 10))
"""Comments sent without scripts."""
REPORTS = Limit("reports", network=Rate(5, 60), site=Rate(60, 2))
"""Readers' reports of comments."""
EDITS = Limit("edits", network=Rate(10, 10), site=Rate(60, 1))
"""Writers' changes to their own comments."""

LEAST_BITS, MOST_BITS = 16, 21
"""The work asked for in calm and under load: about 2 to that power of hashes; a tenth of a second, five seconds."""


class _Key:
    """A secret of this server that is another one every day."""

    def __init__(self) -> None:
        self._secret, self._day = os.urandom(32), clock.today()

    def today(self) -> bytes:
        day = clock.today()
        while self._day < day:
            self._secret = hashlib.sha256(self._secret).digest()
            self._day = date.fromordinal(self._day.toordinal() + 1)
        return self._secret


_key = _Key()
_table = Table(rows=4096)


def take(request: HttpRequest, limit: Limit) -> None:
    """Count one more from this network and for the site. Raises ``TooMany``; then nothing is counted."""
    now = clock.now().timestamp()
    counted = [(_hash(limit.name, "site"), limit.site)]
    network = network_of(request)
    if not (limit is PROVEN and _is_this_machine(network)):
        counted.append((_hash(limit.name, network), limit.network))
    with _table.locked():
        due = [max(_table.get(key), now) for key, _rate in counted]
        wait = max(at - now - (rate.burst - 1) * rate.every for at, (_k, rate) in zip(due, counted, strict=True))
        if wait <= 0:
            for at, (key, rate) in zip(due, counted, strict=True):
                _table.put(key, at + rate.every, now=now, make_room=True)
    if wait > 0:
        raise _too_many(math.ceil(wait))


def bits_due() -> int:
    """Return how much work a comment must prove now, in leading noughts of its hash."""
    now = clock.now().timestamp()
    with _table.locked():
        ahead = max(_table.get(_hash(PROVEN.name, "site")) - now, 0)
    full = ahead / (PROVEN.site.burst * PROVEN.site.every)
    return min(LEAST_BITS + int(full * (MOST_BITS - LEAST_BITS + 1)), MOST_BITS)


def forget() -> None:
    """Count anew."""
    with _table.locked():
        _table.clear()


def _hash(kind: str, text: str) -> int:
    digest = hmac.new(_key.today(), f"{kind}:{text}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big")


def _is_this_machine(network: str) -> bool:
    """Whether it comes from an onion service here: its readers are many, and nothing tells one from another."""
    return network != "unknown" and ipaddress.ip_network(network).is_loopback


def _too_many(seconds: int) -> TooMany:
    minutes = math.ceil(seconds / 60)
    text = ngettext(
        "More is being written at the moment than can be taken. Send it again in a minute.",
        "More is being written at the moment than can be taken. Send it again in %(number)d minutes.",
        minutes,
    )
    return TooMany(text % {"number": minutes}, retry_after=seconds)
