from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tocsin.claims.models.fields import EdtfField
from tocsin.claims.statuses import NameKind, Naming, Sector, SpeakerKind
from tocsin.lib import languages
from tocsin.sources.models import Party


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def shown(self) -> Self:
        """Those whose name or pseudonym readers may see: they have a page."""
        return self.filter(naming__in=[Naming.NAMED, Naming.PSEUDONYM])

    def named(self, name: str) -> Speaker | None:
        """The speaker of that name, whatever its case; failing that, one with that other name."""
        known = self.filter(name__iexact=name).order_by("pk").first()
        return known or self.filter(names__text__iexact=name).order_by("pk").first()


class Speaker(models.Model):
    """Who asserts something: a person, an organisation, a public body, or a group as a text names it.

    ``name`` is for the newsroom. Readers get ``shown_as``, which follows ``naming``.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=SpeakerKind, default=SpeakerKind.PERSON)
    name = models.CharField(_("name"), max_length=200, db_index=True)
    language = models.CharField(_("language of the name"), max_length=15, blank=True, choices=languages.choices)
    role_text = models.CharField(
        _("role, as readers are told it"), max_length=200, blank=True, help_text=_("As: a nurse in Mariupol.")
    )
    side = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="speakers", verbose_name=_("side in the conflict")
    )
    sector = models.CharField(_("sector"), max_length=3, blank=True, choices=Sector)
    country = models.CharField(
        _("country"),
        max_length=3,
        blank=True,
        help_text=_("ISO 3166-1 alpha-3, as UKR; PRE where only some recognise it."),
    )
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True, help_text=_("As Q3874799."))
    naming = models.CharField(_("how readers know them"), max_length=9, choices=Naming, default=Naming.NAMED)
    pseudonym = models.CharField(_("pseudonym"), max_length=200, blank=True)
    naming_reason = models.CharField(_("why not by name"), max_length=300, blank=True)
    known_to = models.CharField(_("who in the newsroom knows them"), max_length=200, blank=True)
    note = models.TextField(_("note for the newsroom"), blank=True)
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(naming=Naming.NAMED) | ~Q(naming_reason=""), name="who_is_not_named_has_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(naming=Naming.PSEUDONYM) | ~Q(pseudonym=""), name="a_pseudonym_is_given_where_one_is_used"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_as(self) -> str:
        """What readers call them. Never the name of one who is not named."""
        if self.naming == Naming.NAMED:
            return str(self.name)
        if self.naming == Naming.PSEUDONYM:
            return str(self.pseudonym)
        if self.naming == Naming.ROLE_ONLY and self.role_text:
            return str(self.role_text)
        return str(_("A person whose name is withheld"))

    @property
    def has_page(self) -> bool:
        return self.naming in {Naming.NAMED, Naming.PSEUDONYM}


class SpeakerName(models.Model):
    """Another name of a speaker: other spellings, scripts, former names."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="names", verbose_name=_("speaker"))
    text = models.CharField(_("name"), max_length=200, db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind, default=NameKind.ALIAS)
    language = models.CharField(_("language"), max_length=15, blank=True, choices=languages.choices)

    class Meta:
        verbose_name = _("name of a speaker")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["speaker", "text"], name="a_speaker_has_a_name_once")]

    def __str__(self) -> str:
        return self.text


class Office(models.Model):
    """An office a speaker held, and when (FollowTheMoney ``Occupancy``): what counts is the office at the time."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="offices", verbose_name=_("speaker"))
    title = models.CharField(_("office"), max_length=200)
    body = models.CharField(_("of which body"), max_length=200, blank=True)
    since = EdtfField(_("since"))
    until = EdtfField(_("until"))

    class Meta:
        verbose_name = _("office")
        ordering = ["-since", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.body}" if self.body else self.title
