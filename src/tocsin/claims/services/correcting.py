"""A figure that was wrong, and the right one for the same date."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Claim
from tocsin.claims.services.asserting import withdraw
from tocsin.claims.services.claiming import relate
from tocsin.claims.statuses import RelationKind, Stance


@transaction.atomic
def correct_figure(old: Claim, new: Claim, *, by: User | None = None, reason: str) -> Claim:
    """Record that *new* is the right figure for the date of *old*: what supported the old one is withdrawn.

    Raises ``ClaimRefused`` when the two are not of one date.
    """
    if old.figure.as_of != new.figure.as_of:  # type: ignore[attr-defined]
        raise ClaimRefused(_("A later figure does not correct an earlier one, it supersedes it."))
    for one in old.assertions.filter(stance=Stance.SUPPORT, withdrawn_at=None):  # type: ignore[attr-defined]
        withdraw(one, by=by, reason=reason)
    relate(new, RelationKind.CORRECTS, old, by=by)
    return new
