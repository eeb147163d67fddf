"""Reads that feed one screen of the reader's site. Each takes a fixed number of queries, however much it finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from django.conf import settings
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone, translation
from taggit.models import Tag
from wagtail.models import Page as WagtailPage

from tocsin.articles import ports
from tocsin.articles.models import (
    ArticlePage,
    ArticleTag,
    Contributor,
    Correction,
    FrontStory,
    HomePage,
    Menu,
    MenuItem,
    Section,
)
from tocsin.articles.models.articles import ArticleQuerySet
from tocsin.lib import clock

PER_PAGE = 20
PER_FRONT = 16
RELATED = 4
AMONG = 400
"""The newest articles among which related ones are looked for, beside those alike."""


def here() -> ArticleQuerySet:
    """What readers may see, as listed in the language of the interface, the newest first."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    readable: ArticleQuerySet = ArticlePage.objects.published().readable_in(language, default=settings.LANGUAGE_CODE)
    return readable.newest_first()


def page_of(articles: QuerySet, number: int, *, size: int = PER_PAGE) -> Page | None:
    """Return page *number* of *articles*, or nothing where there is no such page. The first page may be empty."""
    try:
        return Paginator(articles, size).page(number)
    except EmptyPage:
        return None


@dataclass(frozen=True)
class Front:
    """The front page: the stories the editors chose, then the newest."""

    chosen: Sequence[ArticlePage]
    page: Page

    @property
    def lead(self) -> ArticlePage | None:
        return self.stories[0] if self.stories else None

    @property
    def stories(self) -> list[ArticlePage]:
        return [*self.chosen, *self.page.object_list]


def front(home: HomePage, number: int = 1) -> Front | None:
    """Return the front's page *number*, or nothing where there is none; chosen stories stand on the first alone."""
    listed = here()
    order = {pk: at for at, pk in enumerate(_chosen_keys(home))}
    chosen = sorted(listed.filter(pk__in=order).for_teasers(), key=lambda one: order[one.pk]) if order else []
    page = page_of(listed.exclude(pk__in=[one.pk for one in chosen]).for_teasers(), number, size=PER_FRONT)
    if page is None:
        return None
    return Front(chosen if number == 1 else [], page)


def _chosen_keys(home: HomePage) -> list[int]:
    if home.pk and not getattr(home, "is_previewing", False):
        return list(FrontStory.objects.filter(home=home).values_list("article_id", flat=True))
    return [story.article_id for story in home.front_stories.all()]


def in_section(section: Section) -> ArticleQuerySet:
    return here().in_section(section).for_teasers()


def with_tag(tag: Tag) -> ArticleQuerySet:
    return here().filter(pk__in=ArticleTag.objects.filter(tag=tag).values("content_object")).for_teasers()  # type: ignore[no-any-return]


def by(contributor: Contributor) -> ArticleQuerySet:
    return here().filter(pk__in=contributor.bylines.values("article")).for_teasers()  # type: ignore[no-any-return]


def on_date(year: int, month: int | None = None, day: int | None = None) -> ArticleQuerySet:
    """Articles of a year, a month or a day in the newsroom's time zone."""
    found = here().filter(published_at__year=year)
    if month:
        found = found.filter(published_at__month=month)
    if day:
        found = found.filter(published_at__day=day)
    return found.for_teasers()  # type: ignore[no-any-return]


def months() -> list[tuple[date, int]]:
    """Every month in which something was published, the newest first, with how much."""
    zone = timezone.get_default_timezone()
    counted = (
        here()
        .order_by()
        .annotate(month=TruncMonth("published_at", tzinfo=zone))
        .values("month")
        .annotate(count=Count("pk"))
        .order_by("-month")
    )
    return [(row["month"].date(), row["count"]) for row in counted if row["month"]]


def corrections() -> QuerySet[Correction]:
    """Every correction of what readers may see, the newest first."""
    listed = ArticlePage.objects.published().values("pk")
    return Correction.objects.filter(article__in=listed).select_related("article").order_by("-corrected_at", "-pk")


def related(article: ArticlePage, *, limit: int = RELATED) -> list[ArticlePage]:
    """*More to explore*: what is most alike, blended with shared tags, section, language and freshness.

    Never the article itself, never empty while anything else is published; where nothing is known of likeness, the
    rest decides. Versions of it in other languages are not more to explore.
    """
    others = ArticlePage.objects.published().exclude(pk=article.pk or 0)
    original = article.translation_of_id or article.pk
    others = others.exclude(pk=original or 0).exclude(translation_of=original) if original else others
    tags = set(ArticleTag.objects.filter(content_object=article.pk).values_list("tag_id", flat=True))
    shared: dict[int, int] = {}
    for pk in ArticleTag.objects.filter(tag__in=tags).values_list("content_object", flat=True):
        shared[pk] = shared.get(pk, 0) + 1
    alike = ports.related.alike(article.pk or 0)
    columns = ("pk", "section_id", "language")
    rows = list(others.newest_first().values_list(*columns)[:AMONG])
    older = alike.keys() - {row[0] for row in rows}
    rows += others.filter(pk__in=older).newest_first().values_list(*columns)

    def weight(place: int, pk: int, section: int | None, language: str) -> float:
        common = (
            2 * min(shared.get(pk, 0), 3) + 2 * (section == article.section_id) + 4 * (language == article.language)
        )
        return common + 8 * alike.get(pk, 0.0) - place / AMONG

    weighed = [(weight(place, *row), row[0]) for place, row in enumerate(rows)]
    best = [pk for _weight, pk in sorted(weighed, key=itemgetter(0), reverse=True)[:limit]]
    found = {one.pk: one for one in ArticlePage.objects.filter(pk__in=best).for_teasers()}
    return [found[pk] for pk in best]


def versions(article: ArticlePage) -> list[ArticlePage]:
    """The published versions of *article* in other languages."""
    original = article.translation_of_id or article.pk
    family = ArticlePage.objects.published().filter(translation_of=original) | (
        ArticlePage.objects.published().filter(pk=original)
    )
    return list(family.exclude(pk=article.pk).order_by("language"))


def menus(language: str) -> dict[str, list[MenuItem]]:
    """The links of the menu of each place in *language*, else in the newsroom's own; nothing for a place without one.

    What readers may not see is not linked to.
    """
    found: dict[str, Menu] = {}
    for one in Menu.objects.filter(language__in=[language, settings.LANGUAGE_CODE]).prefetch_related(
        "items__page", "items__section"
    ):
        if one.place not in found or one.language == language:
            found[one.place] = one
    items = {place: list(one.items.all()) for place, one in found.items()}  # type: ignore[attr-defined]
    pages = {item.page_id for listed in items.values() for item in listed if item.page_id}
    hidden = pages - _open_to_readers(pages) if pages else set()
    return {place: [item for item in listed if item.page_id not in hidden] for place, listed in items.items()}


def _open_to_readers(pages: Collection[int]) -> set[int]:
    embargoed = ArticlePage.objects.filter(pk__in=pages, embargo_until__gt=clock.now()).values_list("pk", flat=True)
    shown = WagtailPage.objects.live().public().filter(pk__in=pages).values_list("pk", flat=True)
    return set(shown) - set(embargoed)
