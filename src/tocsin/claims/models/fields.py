"""Fields that several tables of the ledger share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tocsin.lib import edtf


def validate_edtf(value: str) -> None:
    """Refuse what ``lib.edtf`` cannot read."""
    try:
        edtf.read(value)
    except edtf.BadEdtf as error:
        raise ValidationError(str(error)) from None


class EdtfField(models.CharField):
    """A date or a span of time in EDTF (ISO 8601-2); empty where none is stated."""

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:
        options.setdefault("max_length", edtf.LONGEST)
        options.setdefault("blank", True)
        super().__init__(verbose_name, **options)
        self.validators = [*self.validators, validate_edtf]

    def deconstruct(self) -> Any:
        """Leave out what every field of this kind has."""
        name, path, args, options = super().deconstruct()
        if options.get("max_length") == edtf.LONGEST:
            del options["max_length"]
        if options.pop("blank", False) is False:
            options["blank"] = False
        options.pop("validators", None)
        return name, path, args, options


def Amount(verbose_name: Any, **options: Any) -> models.DecimalField:  # noqa: N802 - it stands where a field does
    """A bound of a figure. Null is an open bound, never zero."""
    return models.DecimalField(verbose_name, max_digits=20, decimal_places=4, null=True, blank=True, **options)


def validate_words(value: Any, choices: type[models.TextChoices]) -> None:
    """Refuse a list with a word that is none of *choices*."""
    if not isinstance(value, list) or not set(value) <= set(choices.values):
        raise ValidationError(f"Choose from: {', '.join(choices.values)}.")
