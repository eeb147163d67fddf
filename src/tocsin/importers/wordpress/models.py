"""What is remembered of a site that moved in: which of its things became which of ours, and its old addresses.

Nothing here holds a login, an e-mail address or a path that tells one: those are kept as keyed hashes.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.importers.wordpress.statuses import Kind
from tocsin.lib import clock


class Move(models.Model):
    """One old site, by its address without scheme. It is under way from *begun_at* until *finished_at* follows."""

    site = models.CharField(_("site"), max_length=300, unique=True)
    begun_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")

    def __str__(self) -> str:
        return self.site

    @property
    def is_under_way(self) -> bool:
        return self.finished_at is None


class Arrival(models.Model):
    """That something of the old site stands here, as it was written when it came.

    *digest* is the hash of what the export said; *written* tells what was written of it, so that what an editor has
    changed since is known: the number of a version for articles and pages, else the hash of the values.
    """

    move = models.ForeignKey(Move, models.CASCADE, related_name="arrivals")
    kind = models.CharField(max_length=12, choices=Kind)
    old = models.CharField(max_length=80)
    """Its number there, with its language behind a colon where one item became several; or a hash of its name."""
    digest = models.CharField(max_length=40)
    target = models.BigIntegerField(null=True)
    """Its number here; nothing where it could not be taken."""
    written = models.CharField(max_length=40, blank=True)
    missing = models.JSONField(default=list)
    """Pictures and files that were not to be had when it was written."""

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        constraints = [models.UniqueConstraint(fields=["move", "kind", "old"], name="everything_arrives_once")]
        indexes = [models.Index(fields=["kind", "target"], name="arrivals_by_target")]

    def __str__(self) -> str:
        return f"{self.kind} {self.old}"


class OldAddress(models.Model):
    """An address the old site answered at, as a hash (``addresses``), and what it leads to.

    Where the page it led to is deleted, *path* keeps the address that page last had, which says what became of it.
    """

    key = models.CharField(max_length=32, primary_key=True)
    move = models.ForeignKey(Move, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    target = models.BigIntegerField()
    path = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        indexes = [models.Index(fields=["kind", "target"], name="old_addresses_by_target")]

    def __str__(self) -> str:
        return self.key
