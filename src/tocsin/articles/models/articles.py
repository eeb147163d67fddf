from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.models import PageManager as BasePageManager
from wagtail.query import PageQuerySet

from tocsin.articles.blocks import BodyBlock
from tocsin.articles.models.sections import Section
from tocsin.articles.permissions import Guarded
from tocsin.articles.statuses import CorrectionKind
from tocsin.lib import clock, languages

LONGEST_SLUG = 200
"""So that the whole address fits into a redirect."""


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticleQuerySet(PageQuerySet):
    def published(self) -> Self:
        """What every reader may see: live, not private, not under embargo. Every public list starts here."""
        return self.live().public().filter(Q(embargo_until=None) | Q(embargo_until__lte=clock.now()))  # type: ignore[no-any-return]

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")  # type: ignore[no-any-return]

    def in_section(self, section: Section) -> Self:
        return self.filter(section__in=Section.objects.within(section))  # type: ignore[no-any-return]

    def for_teasers(self) -> Self:
        """With everything a teaser shows, in a fixed number of queries."""
        return self.select_related("section", "lead_picture").prefetch_related(  # type: ignore[no-any-return]
            "bylines__contributor", "lead_picture__renditions"
        )

    def readable_in(self, language: str, *, default: str) -> Self:
        """What a front in *language* lists.

        Articles in that language; on the front of the *default* language also those that have no version in it,
        so that nothing published is missing from the front.
        """
        if language != default:
            return self.filter(language=language)  # type: ignore[no-any-return]
        versions = ArticlePage.objects.published().filter(language=default)
        translation, original, sibling = (
            Exists(versions.filter(translation_of=OuterRef("pk"))),
            Exists(versions.filter(pk=OuterRef("translation_of"))),
            Exists(versions.filter(translation_of=OuterRef("translation_of"))),
        )
        return self.filter(Q(language=default) | ~(translation | original | sibling))  # type: ignore[no-any-return]


class ArticleManager(BasePageManager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    pass


class ArticlePage(Guarded):
    """An article. Its title is the headline; its address carries its date in the newsroom's time zone."""

    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("One or two sentences below the headline."))
    dateline_place = models.CharField(_("written in"), max_length=120, blank=True)
    dateline_date = models.DateField(_("written on"), null=True, blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("section")
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    lead_picture = models.ForeignKey(
        "articles.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead picture"),
    )
    lead_alt = models.CharField(
        _("alternative text here"),
        max_length=300,
        blank=True,
        help_text=_("Empty: the picture's own alternative text."),
    )
    lead_caption = models.CharField(_("caption"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    language = models.CharField(_("language"), max_length=15, choices=languages.choices, default="en", db_index=True)
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Empty: the moment it is first published."),
    )
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Publishing before makes a schedule for this time. What readers see already stays until then."),
    )
    published_address = models.CharField(max_length=500, blank=True, editable=False)

    objects = ArticleManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        InlinePanel("bylines", label=_("Byline"), heading=_("Byline")),
        MultiFieldPanel([FieldPanel("dateline_place"), FieldPanel("dateline_date")], heading=_("Dateline")),
        MultiFieldPanel(
            [FieldPanel("lead_picture"), FieldPanel("lead_alt"), FieldPanel("lead_caption")],
            heading=_("Lead picture"),
        ),
        FieldPanel("body"),
        HelpPanel(template="desk/references_of_article.html", heading=_("References")),
    ]
    filing_panels = [
        FieldPanel("section"),
        FieldPanel("tags"),
        MultiFieldPanel([FieldPanel("language"), FieldPanel("translation_of")], heading=_("Language")),
    ]
    correction_panels = [
        HelpPanel(
            _(
                "Announce a change to readers with one sentence. It stands on the article, on the corrections page "
                "and in its feed."
            )
        ),
        InlinePanel("corrections", label=_("Correction"), heading=_("Corrections")),
    ]
    publishing_panels = [
        FieldPanel("published_at"),
        FieldPanel("embargo_until"),
        PublishingPanel(),
        *Page.promote_panels,
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Article")),
            ObjectList(filing_panels, heading=_("Filing")),
            ObjectList(correction_panels, heading=_("Corrections")),
            ObjectList(publishing_panels, heading=_("Publishing")),
        ]
    )
    parent_page_types = ["articles.HomePage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["published_at", "published_address", "first_published_at", "corrections"]
    template = "articles/article.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    @property
    def language_name(self) -> str:
        return languages.name(self.language)

    @property
    def is_embargoed(self) -> bool:
        return self.embargo_until is not None and self.embargo_until > clock.now()

    @property
    def citations(self) -> list[Any]:
        """What its newest version cites, in the order of the numbers."""
        if self.pk is None:
            return []
        return list(self.cited_sources.select_related("source__publication").order_by("number", "pk"))  # type: ignore[attr-defined]

    def address_parts(self) -> list[str]:
        """Year, month, day of publication in the newsroom's time zone, and the slug."""
        since = self.published_at or self.first_published_at or clock.now()
        day = timezone.localtime(since, timezone.get_default_timezone())
        return [f"{day:%Y}", f"{day:%m}", f"{day:%d}", self.slug]

    @property
    def address(self) -> str:
        """Its path on the site."""
        return f"/{'/'.join(self.address_parts())}/"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        parts = super().get_url_parts(request)
        if parts is None:
            return None
        site_id, root_url, _path = parts
        return site_id, root_url, self.address

    def clean(self) -> None:
        super().clean()
        if len(self.slug) > LONGEST_SLUG:
            raise ValidationError({"slug": _("The address is too long. Shorten it to %d characters.") % LONGEST_SLUG})
        if self.translation_of_id:
            self._check_translation()

    def _check_translation(self) -> None:
        original = self.translation_of
        if original is None:
            return
        if original.pk == self.pk or original.translation_of_id:
            raise ValidationError({"translation_of": _("Choose the article it was first written as.")})
        twins = original.translations.filter(language=self.language).exclude(pk=self.pk)
        if original.language == self.language or twins.exists():
            raise ValidationError({"language": _("There is a version in this language already.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "article": self, "language": self.language}


class Byline(Orderable):
    """One contributor's place in the byline of an article."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        "articles.Contributor", models.PROTECT, related_name="bylines", verbose_name=_("contributor")
    )
    role = models.CharField(_("role"), max_length=60, blank=True, help_text=_("As photographs, translation."))

    panels = [FieldPanel("contributor"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("byline")


class Correction(Orderable):
    """A change announced to readers, in one sentence, on its date."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=13, choices=CorrectionKind, default=CorrectionKind.CORRECTION)
    text = models.CharField(_("what was wrong, and what is right"), max_length=600)
    corrected_at = models.DateTimeField(_("corrected"), default=clock.now)

    panels = [FieldPanel("kind"), FieldPanel("text"), FieldPanel("corrected_at")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        ordering = ["-corrected_at", "-pk"]

    def __str__(self) -> str:
        return self.text
