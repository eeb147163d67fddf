"""What a writer holds: the secret of a private link, the key a browser keeps, the ticket in a mail."""

from __future__ import annotations

import secrets

from django.core import signing
from django.utils.crypto import salted_hmac

from tocsin.lib import hashing

BYTES = 24
"""192 bits: nobody guesses it, so its plain hash is safe to keep."""
_WRITER, _LEAVE = "tocsin.comments.writer", "tocsin.comments.leave"
SHORTEST_KEY = 16


def new() -> str:
    """Return a secret for a private link, fit for an address."""
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of *secret*."""
    return hashing.sha256(secret.encode())


def token_of(writer_key: str) -> str:
    """Return the pseudonym token of the browser that keeps *writer_key*; nothing where it keeps none.

    The site's secret key is in it: who has the database cannot try keys, and other sites have other tokens.
    """
    if len(writer_key) < SHORTEST_KEY:
        return ""
    return salted_hmac(_WRITER, writer_key, algorithm="sha256").hexdigest()[:32]


def ticket(comment: int) -> str:
    """Return what a mail's link carries, by which its reader ends the notices of *comment*."""
    return signing.dumps(comment, salt=_LEAVE)


def comment_of(ticket: str) -> int | None:
    """Return the comment that *ticket* is about; nothing for a forged one."""
    try:
        return int(signing.loads(ticket, salt=_LEAVE))
    except (signing.BadSignature, ValueError, TypeError):
        return None
