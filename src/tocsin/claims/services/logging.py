"""The audit trail of the ledger."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tocsin.accounts.models import User
from tocsin.claims.models import Claim, Decision


def log(  # noqa: PLR0913 - one argument for each column
    verb: str,
    what: models.Model,
    *,
    claim: Claim | None,
    by: User | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> Decision:
    """Add to the record who did what to what, with the old and the new values."""
    return Decision.objects.create(
        claim=claim,
        verb=verb,
        what=what._meta.model_name or "",
        object_id=what.pk,
        before=_plain(before or {}),
        after=_plain(after or {}),
        reason=reason,
        by=by,
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    encoder = DjangoJSONEncoder()
    return {name: _plain_value(value, encoder) for name, value in values.items()}


def _plain_value(value: Any, encoder: DjangoJSONEncoder) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return str(encoder.default(value)) if not isinstance(value, type) else value.__name__
