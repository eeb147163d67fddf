"""Sign-in attempts, counted without knowing whose.

An attempt is two keyed hashes (of the account's name, of the network it comes from: /24 for IPv4, /48 for IPv6) under
a key that changes every day. Ten failures of one network with one account, or forty of one network with any, within a
quarter of an hour close the door for that pair or network alone: the owner of the account still signs in from
elsewhere. Rows older than a quarter of an hour are deleted at the next attempt (decision 0011).
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from tocsin.accounts.models import FailedSignIn
from tocsin.lib import clock

WINDOW = timedelta(minutes=15)
MOST_PER_ACCOUNT = 10
MOST_PER_NETWORK = 40


def network_of(request: HttpRequest) -> str:
    """Return the network an attempt comes from.

    The front server names the client in ``X-Real-IP``; that is believed only when it comes from this very machine.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    named = request.META.get("HTTP_X_REAL_IP", "")
    try:
        address = ipaddress.ip_address(peer)
        if address.is_loopback and named:
            address = ipaddress.ip_address(named)
    except ValueError:
        return "unknown"
    prefix = 24 if address.version == 4 else 48  # noqa: PLR2004 - the version of the protocol
    return str(ipaddress.ip_network(f"{address}/{prefix}", strict=False))


def _hash(kind: str, text: str) -> str:
    key = f"{settings.SECRET_KEY}:sign-in:{clock.today()}".encode()
    return hmac.new(key, f"{kind}:{text.casefold()}".encode(), hashlib.sha256).hexdigest()


def is_closed(request: HttpRequest, account: str) -> bool:
    """Tell whether this network has failed too often, with this account or with any."""
    recent = FailedSignIn.objects.filter(network=_hash("network", network_of(request)), at__gt=clock.now() - WINDOW)
    if recent.count() >= MOST_PER_NETWORK:
        return True
    return recent.filter(account=_hash("account", account)).count() >= MOST_PER_ACCOUNT


def record_failure(request: HttpRequest, account: str) -> None:
    """Count a failed attempt; forget those that no longer count."""
    FailedSignIn.objects.filter(at__lte=clock.now() - WINDOW).delete()
    FailedSignIn.objects.create(
        account=_hash("account", account), network=_hash("network", network_of(request)), at=clock.now()
    )


def forget(request: HttpRequest, account: str) -> None:
    """Start anew for an account that has signed in."""
    FailedSignIn.objects.filter(
        account=_hash("account", account), network=_hash("network", network_of(request))
    ).delete()
