"""Recording who says what of a claim, what the newsroom holds of it, and who took it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.claims.errors import AlreadyWithdrawn, ClaimRefused
from tocsin.claims.models import Appraisal, Assertion, Claim, Figure
from tocsin.claims.services.computing import recompute
from tocsin.claims.services.logging import log
from tocsin.claims.services.protecting import refuse_protected, texts_of_assertion
from tocsin.claims.statuses import Interest, Origin, Stance
from tocsin.lib import clock
from tocsin.sources.models import Party


@transaction.atomic
def record_assertion(  # noqa: PLR0913 - what the newsroom holds of it is said with it
    claim: Claim,
    *,
    stance: str,
    by: User | None = None,
    origin: str = "",
    interest: str = Interest.NONE,
    side: Party | None = None,
    verified: bool = False,
    reason: str = "",
    **fields: Any,
) -> Assertion:
    """Record that a speaker, or a source where no speaker is named, takes a *stance* on *claim*.

    Without *origin* it is a repeat where ``repeats`` is given, and else its origin is not known; without *side* it is
    the speaker's, or the source's. A repeat of a repeat is kept as a repeat of the first. Raises ``ValidationError``
    for a field that cannot be kept, and ``ClaimRefused`` for a repeat of what was said of another claim.
    """
    one = Assertion(claim=claim, stance=stance, recorded_by=by, **fields)
    if one.citation and one.source is None:
        one.source = one.citation.source
    _check(one)
    one.full_clean(exclude=["recorded_by"])
    if claim.is_public and not one.is_private:
        refuse_protected(texts_of_assertion(one))
    one.save()
    origin = Origin.REPEATS if one.repeats_id else (origin or Origin.UNKNOWN)
    side = side or (one.speaker.side if one.speaker else None) or (one.source.side if one.source else None)
    Appraisal.objects.create(
        assertion=one,
        origin=origin,
        interest=interest,
        side=side,
        verified=verified,
        reason=reason,
        public_at=one.public_at,
        recorded_at=one.recorded_at,
        by=by,
    )
    log("assert", one, claim=claim, by=by, after={"stance": stance, "said by": one.said_by, "origin": origin})
    recompute(_resting_on(claim))
    return one


def _check(one: Assertion) -> None:
    if one.speaker is None and one.source is None:
        raise ClaimRefused(_("Say who says so: choose a speaker, or a source."))
    if one.repeats is None:
        return
    if one.repeats.repeats:
        one.repeats = one.repeats.repeats
    if one.repeats.claim_id != one.claim_id:
        raise ClaimRefused(_("It can only repeat what was said of the same claim."))
    if one.repeats.stance != one.stance:
        raise ClaimRefused(_("A repeat takes the stance of what it repeats. Record it as said first hand."))


def _resting_on(claim: Claim) -> set[int]:
    """The claim, and the earlier figures of its series, which it may supersede."""
    figure = Figure.objects.filter(claim=claim, series__isnull=False, as_of_end__isnull=False).first()
    if figure is None:
        return {claim.pk}
    earlier = Figure.objects.filter(series=figure.series_id, as_of_end__lt=figure.as_of_end)
    return {claim.pk, *earlier.values_list("claim_id", flat=True)}


@transaction.atomic
def appraise(assertion: Assertion, *, by: User | None = None, reason: str = "", **fields: Any) -> Appraisal:
    """Record what the newsroom holds of *assertion* from now on; what is not given stays as it was.

    An earlier ``public_at`` says since when it could be known.
    """
    was = assertion.appraised
    values = {name: getattr(was, name) for name in ("origin", "interest", "side", "verified")} if was else {}
    if fields.get("origin") == Origin.REPEATS and not assertion.repeats_id:
        raise ClaimRefused(_("Say what it repeats first."))
    made = Appraisal.objects.create(assertion=assertion, by=by, reason=reason, **{**values, **fields})
    assertion.__dict__.pop("appraised", None)
    log("appraise", assertion, claim=assertion.claim, by=by, before=values, after=fields, reason=reason)
    recompute([assertion.claim_id])
    return made


@transaction.atomic
def mark_as_repeat(assertion: Assertion, of: Assertion, *, by: User | None = None, reason: str = "") -> Appraisal:
    """Record that *assertion* turned out to repeat *of*; until now it counted as it was held to be."""
    assertion.repeats = of
    _check(assertion)
    if assertion.repeats_id == assertion.pk:
        raise ClaimRefused(_("It cannot repeat itself. Choose what was said first."))
    assertion.save(update_fields=["repeats"])
    return appraise(assertion, by=by, reason=reason, origin=Origin.REPEATS)


@transaction.atomic
def withdraw(assertion: Assertion, *, by: User | None, reason: str, at: datetime | None = None) -> Assertion:
    """Record that the speaker took *assertion* back; the claim's status follows.

    The row is locked first, so of two editors acting at once the second is refused. Raises ``AlreadyWithdrawn``.
    """
    assertion = Assertion.objects.select_for_update(of=("self",)).get(pk=assertion.pk)
    if assertion.withdrawn_at:
        raise AlreadyWithdrawn(
            _("%(who)s took this back on %(day)s already.")
            % {"who": assertion.said_by, "day": f"{assertion.withdrawn_at:%Y-%m-%d}"}
        )
    if not reason.strip():
        raise ClaimRefused(_("Say in one sentence why it is withdrawn."))
    if assertion.claim.is_public and assertion.is_open_to_readers:
        refuse_protected([reason])
    now = clock.now()
    assertion.withdrawn_at, assertion.withdrawal_recorded_at = at or now, now
    assertion.withdrawn_reason = reason.strip()
    assertion.save(update_fields=["withdrawn_at", "withdrawal_recorded_at", "withdrawn_reason"])
    log("withdraw", assertion, claim=assertion.claim, by=by, reason=reason)
    recompute(_resting_on(assertion.claim))
    return assertion


def reply(claim: Claim, *, by: User | None = None, **fields: Any) -> Assertion:
    """Record the answer of the accused: a denial of its own weight, shown beside the accusation."""
    fields.setdefault("stance", Stance.DENY)
    fields.setdefault("interest", Interest.FOR)
    fields.setdefault("origin", Origin.ROOT)
    return record_assertion(claim, by=by, is_reply=True, **fields)
