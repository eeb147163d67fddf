"""What follows in the ledger when a source changes."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from tocsin.claims.models import Appraisal, Assertion
from tocsin.claims.services import recompute
from tocsin.sources.models import Party, Source


@receiver(post_save, sender=Source, dispatch_uid="compute again what rests on a source")
def recompute_what_rests_on(instance: Source, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A lost or confidential source changes the statuses that rest on it."""
    if raw or created:
        return
    if claims := set(Assertion.objects.filter(source=instance).values_list("claim_id", flat=True)):
        recompute(claims)


@receiver(post_save, sender=Party, dispatch_uid="compute again what a party says")
def recompute_what_is_said_by(instance: Party, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A party in another camp opposes others than before."""
    if raw or created:
        return
    if claims := set(Appraisal.objects.filter(side=instance).values_list("assertion__claim_id", flat=True)):
        recompute(claims)
