"""Erasing claims for good: for a takedown, when their words must be nowhere. Everything else is withdrawn instead."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q

from tocsin.accounts.models import User
from tocsin.claims.models import Appraisal, Assertion, Claim, ClaimRelation, Decision, Override
from tocsin.claims.services.computing import recompute


@transaction.atomic
def erase(claims: Collection[int], *, by: User | None) -> int:
    """Delete *claims* (ids) with all that was recorded of them; return how many.

    One that is open to readers by itself, or a figure of a series, or that another claim builds on, stays. What is
    left of an erased claim is a line in the log that says how many went, by whom and when.
    """
    going = set(Claim.objects.filter(pk__in=claims, is_open=False, figure__series=None).values_list("pk", flat=True))
    going -= set(
        Assertion.objects.filter(claim__in=going, repeated_by__claim__isnull=False)
        .exclude(repeated_by__claim__in=going)
        .values_list("claim", flat=True)
    )
    if not going:
        return 0
    related = ClaimRelation.objects.filter(Q(claim__in=going) | Q(other__in=going))
    others = set(related.values_list("claim", flat=True)) | set(related.values_list("other", flat=True))
    related.delete()
    Claim.objects.filter(merged_into__in=going).update(merged_into=None)
    Decision.objects.filter(claim__in=going).delete()
    Override.objects.filter(claim__in=going).delete()
    Appraisal.objects.filter(assertion__claim__in=going).delete()
    Assertion.objects.filter(claim__in=going).update(repeats=None)
    Assertion.objects.filter(claim__in=going).delete()
    _untie_subtypes(going)
    Claim.objects.filter(pk__in=going).delete()
    Decision.objects.create(verb="erase", what="claim", after={"claims": len(going)}, by=by)
    recompute(others - going)
    return len(going)


def _untie_subtypes(going: set[int]) -> None:
    """Let the records of other claims no longer point at those that go."""
    for field in Claim._meta.get_fields():
        if field.one_to_many and field.related_model._meta.app_label == "claims":  # type: ignore[union-attr]
            column = field.remote_field  # type: ignore[union-attr]
            if column.null and column.name not in {"claim", "merged_into"}:  # type: ignore[union-attr]
                rows = field.related_model._base_manager.filter(**{f"{column.name}__in": going})  # type: ignore[union-attr]
                rows.update(**{column.name: None})  # type: ignore[union-attr]
