"""An editor's word in place of the computed status."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Claim, Override
from tocsin.claims.services.computing import recompute
from tocsin.claims.services.logging import log
from tocsin.claims.services.protecting import refuse_protected
from tocsin.lib import clock


@transaction.atomic
def override(claim: Claim, *, status: str, reason: str, until: datetime, by: User) -> Override:
    """Set the status of *claim* by hand until *until*; the computed one shows beside it. Raises ``ClaimRefused``."""
    if not reason.strip():
        raise ClaimRefused(_("Say in one sentence why; readers see it."))
    if until <= clock.now():
        raise ClaimRefused(_("Choose a day to come on which it ends."))
    refuse_protected([reason])
    made = Override(claim=claim, status=status, reason=reason.strip(), until=until, by=by)
    made.full_clean()
    made.save()
    log("override", made, claim=claim, by=by, after={"status": status, "until": until}, reason=reason)
    recompute([claim.pk])
    return made


@transaction.atomic
def lift_override(made: Override, *, by: User) -> Override:
    """End an override before its day."""
    made.lifted_at = clock.now()
    made.save(update_fields=["lifted_at"])
    log("lift", made, claim=made.claim, by=by)
    recompute([made.claim_id])
    return made
