from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.models.comments import on_one
from tocsin.comments.statuses import Holding, Opening, Order
from tocsin.lib import clock


def _count(label: Any, default: int, least: int, most: int, hint: Any = "") -> models.PositiveIntegerField:
    limits = [MinValueValidator(least), MaxValueValidator(most)]
    return models.PositiveIntegerField(label, default=default, validators=limits, help_text=hint)


def _switch(label: Any, default: bool, hint: Any = "") -> models.BooleanField:
    return models.BooleanField(label, default=default, help_text=hint)


@register_setting(icon="comment")
class DiscussionSettings(BaseSiteSetting):
    """How the site takes comments, holds them and shows them. One row; ``docs/newsroom/comments.md`` explains each."""

    is_open = _switch(_("articles take comments"), True)
    claims_open = _switch(_("claim pages take comments"), True)
    closed_everywhere = _switch(
        _("everything is closed"), False, _("No comment is taken anywhere; what is there stays.")
    )
    slow_mode = _switch(_("slow mode"), False, _("Every comment waits, and a writer waits between two."))
    slow_minutes = _count(_("minutes between two comments of one writer, in slow mode"), 10, 1, 1440)
    close_after_days = _count(_("close after so many days"), 0, 0, 3650, _("Counted from publication. 0: never."))
    require_name = _switch(_("a name is required"), False, _("A pseudonym will do."))
    require_email = _switch(
        _("an e-mail address is required"), False, _("It is sealed and deleted as below. Nobody checks that it exists.")
    )
    rules_text = models.TextField(_("words above the form"), blank=True, max_length=1000)

    order = models.CharField(_("order"), max_length=6, choices=Order, default=Order.OLDEST)
    opens_on_last_page = _switch(_("begin with the last page"), False)
    per_page = _count(_("threads on a page"), 50, 5, 100)
    depth = _count(_("replies go so deep"), 5, 1, 10, _("1: no replies."))
    longest = _count(_("longest comment, in characters"), 5000, 100, 20_000)

    hold_all = _switch(_("hold every comment"), True, _("Until a moderator publishes it."))
    hold_first = _switch(_("hold the first comment of a writer"), True, _("Until one of theirs is published."))
    max_links = _count(_("hold with so many links"), 2, 0, 100, _("0: links do not matter."))
    hold_words = models.TextField(
        _("hold with these words"), blank=True, help_text=_("One on a line. A word is found within others too.")
    )
    refuse_words = models.TextField(
        _("refuse with these words"), blank=True, help_text=_("One on a line. The writer is not told.")
    )
    hold_details = _switch(
        _("hold personal details"), True, _("Phone numbers, addresses, document numbers, coordinates.")
    )
    hold_alike = _switch(_("hold what is much like other comments"), True)
    spam_hold = _count(_("hold from this likelihood of spam, in percent"), 80, 0, 100, _("0: never."))
    spam_away = _count(_("take for spam from this likelihood, in percent"), 99, 0, 100, _("0: never."))
    flood_seconds = _count(_("seconds between two comments of one writer"), 15, 0, 3600)
    hold_after_reports = _count(_("hold a published comment after so many reports"), 0, 0, 100, _("0: never."))

    edit_minutes = _count(_("minutes in which a writer may edit"), 15, 0, 1440)
    notices = _switch(_("writers may ask for a notice by e-mail"), True, _("Needs mail (see the operator's settings)."))
    email_days = _count(_("delete e-mail addresses after so many days"), 30, 1, 365)
    refused_days = _count(_("delete refused comments and spam after so many days"), 30, 0, 3650, _("0: keep them."))
    token_days = _count(
        _("forget who wrote which comments after so many days"), 180, 1, 3650, _("Until then a writer is known again.")
    )
    tell_moderators = models.EmailField(
        _("tell this address when comments wait"), blank=True, help_text=_("At most one mail in an hour.")
    )
    told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("comments")

    def __str__(self) -> str:
        return str(_("comments"))

    def clean(self) -> None:
        super().clean()
        if self.spam_away and self.spam_hold > self.spam_away:
            raise ValidationError({"spam_away": _("Choose this at least as high as the likelihood that holds.")})

    @classmethod
    def current(cls) -> Self:
        """Those of this site; as they come where there is no site yet."""
        site = Site.objects.filter(is_default_site=True).first()
        return cls.for_site(site) if site else cls()


class Discussion(models.Model):
    """Where one article or claim differs from the site in how it takes comments."""

    article = models.OneToOneField(ArticlePage, models.CASCADE, null=True, blank=True, related_name="discussion")
    claim = models.OneToOneField(Claim, models.CASCADE, null=True, blank=True, related_name="discussion")
    opening = models.CharField(_("comments"), max_length=7, choices=Opening, default=Opening.INHERIT)
    holding = models.CharField(_("moderation"), max_length=7, choices=Holding, default=Holding.INHERIT)
    changed_at = models.DateTimeField(_("changed"), default=clock.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("discussion")
        constraints = [on_one("a_discussion_is_on_one_thing")]

    def __str__(self) -> str:
        return f"{self.article or self.claim}: {self.get_opening_display()}"

    @classmethod
    def under(cls, target: ArticlePage | Claim) -> Discussion | None:
        """The one under *target*, where it differs from the site."""
        is_claim = isinstance(target, Claim)
        return cls.objects.filter(Q(claim=target.pk) if is_claim else Q(article=target.pk)).first()
