"""What search engines are told: sitemaps (sitemaps.org 0.9, with Google's image and news entries) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from lxml import etree

from tocsin.articles import queries, renditions
from tocsin.articles.models import ArticlePage, Contributor, Newsroom, PlainPage, Section
from tocsin.articles.models.articles import ArticleQuerySet
from tocsin.lib import clock
from tocsin.lib.feeds import absolute

PER_FILE = 10_000
NEWS_AGE = timedelta(hours=48)

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
_NAMES: dict[Any, str] = {None: SITEMAP, "image": IMAGE, "news": NEWS, "xhtml": XHTML}

FRESH = cache_control(public=True, max_age=600)


def _articles() -> ArticleQuerySet:
    listed: ArticleQuerySet = ArticlePage.objects.published().order_by("pk")
    return listed.select_related("lead_picture").prefetch_related("lead_picture__renditions")  # type: ignore[no-any-return]


def _answer(root: Any) -> HttpResponse:
    return HttpResponse(
        etree.tostring(root, xml_declaration=True, encoding="utf-8"), content_type="application/xml; charset=utf-8"
    )


def _child(parent: Any, space: str, name: str, text: str = "", **attributes: str) -> Any:
    made = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    made.text = text or None
    return made


@require_safe
@FRESH
def sitemap(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """One file, or an index of several where there are more than 10,000 articles."""
    pages = Paginator(_articles(), PER_FILE)
    if number is None and pages.num_pages > 1:
        index = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})  # type: ignore[dict-item]
        for at in pages.page_range:
            _child(_child(index, SITEMAP, "sitemap"), SITEMAP, "loc", f"{settings.BASE_URL}/sitemap-{at}.xml")
        return _answer(index)
    if number is not None and number not in pages.page_range:
        raise Http404
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=_NAMES)  # type: ignore[arg-type]
    articles = list(pages.page(number or 1).object_list)
    if (number or 1) == 1:
        for address in _other_addresses():
            _child(_child(root, SITEMAP, "url"), SITEMAP, "loc", address)
    families = _families(articles)
    for article in articles:
        _add(root, article, families.get(article.translation_of_id or article.pk, []))
    return _answer(root)


def _other_addresses() -> Iterator[str]:
    yield f"{settings.BASE_URL}/"
    for page in PlainPage.objects.live().public():
        yield absolute(page.url)
    listed = queries.here().order_by()
    for section in Section.objects.all():
        yield absolute(section.get_absolute_url())
    for contributor in Contributor.objects.filter(bylines__article__in=listed.values("pk")).distinct():
        yield absolute(contributor.get_absolute_url())


def _families(articles: list[ArticlePage]) -> dict[int, list[ArticlePage]]:
    """The published versions of what *articles* were first written as, in one query."""
    originals = {article.translation_of_id or article.pk for article in articles}
    published = ArticlePage.objects.published()
    members = published.filter(translation_of__in=originals) | published.filter(pk__in=originals)
    families: dict[int, list[ArticlePage]] = {}
    for one in members.order_by("language"):
        families.setdefault(one.translation_of_id or one.pk, []).append(one)
    return families


def _add(root: Any, article: ArticlePage, family: list[ArticlePage]) -> None:
    url = _child(root, SITEMAP, "url")
    _child(url, SITEMAP, "loc", absolute(article.url))
    if article.last_published_at:
        _child(url, SITEMAP, "lastmod", article.last_published_at.isoformat(timespec="seconds"))
    if len(family) > 1:
        for one in family:
            _child(url, XHTML, "link", rel="alternate", hreflang=one.language, href=absolute(one.url))
    picture = article.lead_picture
    made = renditions.existing(picture).get(renditions.fallback(picture).spec) if picture else None
    if made:
        _child(_child(url, IMAGE, "image"), IMAGE, "loc", absolute(made.url))


@require_safe
@FRESH
def news(request: HttpRequest) -> HttpResponse:
    """Articles of the last 48 hours, as Google News asks for them."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=_NAMES)  # type: ignore[arg-type]
    name = Newsroom.for_request(request).name
    for article in _articles().filter(published_at__gte=clock.now() - NEWS_AGE)[:1000]:
        url = _child(root, SITEMAP, "url")
        _child(url, SITEMAP, "loc", absolute(article.url))
        entry = _child(url, NEWS, "news")
        publication = _child(entry, NEWS, "publication")
        _child(publication, NEWS, "name", name)
        _child(publication, NEWS, "language", article.language)
        _child(entry, NEWS, "publication_date", article.published_at.isoformat(timespec="seconds"))
        _child(entry, NEWS, "title", "".join(one for one in article.title if one.isprintable()))
    return _answer(root)


@require_safe
@FRESH
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
        f"Sitemap: {settings.BASE_URL}/sitemap-news.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
