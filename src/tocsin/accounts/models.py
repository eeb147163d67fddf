from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):  # type: ignore[django-manager-missing]  # Wagtail's managers are Any
    """A member of staff who signs in. Bylines are contributors (``articles``), never users."""


class FailedSignIn(models.Model):
    """One failed attempt to sign in, as two keyed hashes; kept for a quarter of an hour (``throttle``)."""

    account = models.CharField(max_length=64)
    network = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["network", "at"])]

    def __str__(self) -> str:
        return f"{self.at:%H:%M}"
