"""The ticket of a form: that it came from here, for what, when, how much work to prove; and that it is used once.

A ticket reads ``about.issued.bits.nonce.signature``, and the signature covers all before it. The proof is a number with
which the SHA-256 of ``signature:number`` begins with so many zero bits. Nothing of it tells who was given it.
Decision 0114.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from tocsin.comments import limits
from tocsin.comments.errors import TurnedAway
from tocsin.comments.memory import Table
from tocsin.lib import clock

SOONEST = 3
"""Seconds in which nobody reads a form and writes a comment."""
LASTS = 6 * 3600
"""Seconds for which a form may be written in."""
PROOF_LASTS = 600
"""Seconds within which work must have been proven, so that it cannot be done in advance."""
SLACK = 2
"""Bits by which the load may have risen since the ticket was given."""

_TICKET = re.compile(r"([a-z]+-\d{1,18})\.(\d{1,12})\.(\d{1,2})\.([0-9a-f]{16})\.([0-9a-f]{32})", re.ASCII)
_PROOF = re.compile(r"\d{1,15}", re.ASCII)
_spent = Table(rows=8192)


class NoTicket(TurnedAway):
    """The form is not one of ours, is too old, or was sent before."""

    code = "no_ticket"
    status = 422


@dataclass(frozen=True)
class Ticket:
    """A form's ticket as it was read; it is not forged."""

    text: str
    about: str
    issued: int
    bits: int

    @property
    def age(self) -> float:
        """Seconds since it was given."""
        return clock.now().timestamp() - self.issued

    def is_proven(self, proof: str) -> bool:
        """Tell whether *proof* shows the work that is due now."""
        if self.age > PROOF_LASTS or not _PROOF.fullmatch(proof):
            return False
        digest = hashlib.sha256(f"{self.text.rpartition('.')[2]}:{proof}".encode()).digest()
        noughts = 256 - int.from_bytes(digest, "big").bit_length()
        return noughts >= max(self.bits, limits.bits_due() - SLACK)

    def is_spent(self) -> bool:
        with _spent.locked():
            return _spent.get(self._key) > clock.now().timestamp()

    def spend(self) -> None:
        """Use it up. Raises ``NoTicket`` if it was used before."""
        now = clock.now().timestamp()
        with _spent.locked():
            is_new = _spent.get(self._key) <= now
            if is_new:
                is_new = _spent.put(self._key, self.issued + LASTS, now=now, make_room=False)
        if not is_new:
            raise NoTicket(_("This form has been sent before. If something is missing, send it again from here."))

    def give_back(self) -> None:
        """Let it be used after all: what it was sent with was turned away."""
        now = clock.now().timestamp()
        with _spent.locked():
            _spent.put(self._key, now, now=now, make_room=False)

    @property
    def _key(self) -> int:
        return int.from_bytes(hashlib.sha256(self.text.encode()).digest()[:8], "big")


def issue(about: str) -> str:
    """Return a new ticket for a form about *about*, such as ``article-12``."""
    bits = limits.bits_due()
    body = f"{about}.{int(clock.now().timestamp())}.{bits}.{secrets.token_hex(8)}"
    return f"{body}.{_signature(body)}"


def read(text: str, about: str) -> Ticket:
    """Read a ticket for *about*. Raises ``NoTicket`` if it is forged, for something else, or too old."""
    match = _TICKET.fullmatch(text)
    if not match or match[1] != about or not constant_time_compare(_signature(text.rpartition(".")[0]), match[5]):
        raise NoTicket(_("This form did not come from here as it is. Look it through and send it again."))
    ticket = Ticket(text, match[1], int(match[2]), int(match[3]))
    if not 0 <= ticket.age + 1 <= LASTS:
        raise NoTicket(_("This form was open for a long time. Look it through and send it again."))
    return ticket


def forget() -> None:
    """Take every ticket for unused."""
    with _spent.locked():
        _spent.clear()


def _signature(body: str) -> str:
    return salted_hmac("tocsin.comments.tickets", body, algorithm="sha256").hexdigest()[:32]
