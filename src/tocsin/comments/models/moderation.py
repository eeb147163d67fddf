from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tocsin.comments.models.comments import Comment
from tocsin.comments.statuses import Deed, State
from tocsin.lib import clock


class BanQuerySet(models.QuerySet["Ban"]):
    def in_force(self) -> Self:
        """Those not lifted and not over."""
        return self.filter(Q(until=None) | Q(until__gt=clock.now()), lifted_at=None)


class Ban(models.Model):
    """That a writer, known by their pseudonym token alone, may not comment for a time, or for good."""

    token = models.CharField(_("writer"), max_length=64, db_index=True)
    reason = models.CharField(_("reason"), max_length=300)
    until = models.DateTimeField(_("ends"), null=True, blank=True, help_text=_("Empty: it does not end."))
    made_at = models.DateTimeField(_("made"), default=clock.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(token=""), name="a_ban_is_of_somebody"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_ban_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.token[:8]}: {self.reason}"


class ModeratorNote(models.Model):
    """What moderators tell each other about a comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="moderator_notes", verbose_name=_("comment"))
    text = models.TextField(_("note"), max_length=1000)
    at = models.DateTimeField(_("when"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("moderator's note")
        verbose_name_plural = _("moderators' notes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text


class Decision(models.Model):
    """What a moderator did: who, when, to which comment, from which state to which. Only ever added to.

    It repeats nothing of a comment's words. What was done at once shares a *batch*, and is undone at once.
    """

    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    deed = models.CharField(_("act"), max_length=8, choices=Deed)
    comment = models.ForeignKey(
        Comment, models.SET_NULL, null=True, related_name="decisions", verbose_name=_("comment")
    )
    number = models.BigIntegerField(_("comment's number"), null=True)
    """Of the comment, which may be gone."""
    before = models.CharField(_("before"), max_length=9, choices=State, blank=True)
    after = models.CharField(_("after"), max_length=9, choices=State, blank=True)
    reasons = models.JSONField(default=list)
    """Why it had been held or refused before; undoing brings it back."""
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    """Of the comment, as it was."""
    at = models.DateTimeField(_("when"), default=clock.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_deed_display()} {self.number or ''}".strip()


class LearnedWord(models.Model):
    """How often a word stood in comments taught as spam and in comments taught as good.

    The row of the empty word counts the comments themselves. No comment can be read out of these counts.
    """

    word = models.CharField(max_length=64, primary_key=True)
    spam = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("learned word")

    def __str__(self) -> str:
        return self.word
