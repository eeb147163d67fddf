"""Where an old address leads now. Only to what every reader may see: a draft answers as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex

from tocsin.articles import renditions
from tocsin.articles.models import ArticlePage, Contributor, File, Picture, PlainPage, Section
from tocsin.importers.wordpress import addresses
from tocsin.importers.wordpress.models import OldAddress
from tocsin.importers.wordpress.statuses import Kind

_ASKED_AT_THE_TOP = frozenset(
    ["p", "page_id", "attachment_id", "cat", "author", "author_name", "tag", "category_name", "name", "pagename", "m"]
)
_FEEDS = {"atom": "atom.xml"}


class OldAddresses:
    """Answers at the addresses of a site that moved in: one permanent redirect, where nothing else answers.

    WordPress's short addresses are queries of the front page, which answers itself; so they are looked at first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        if request.path in {"/", "/index.php"} and (found := _at_the_top(request)):
            return HttpResponsePermanentRedirect(found)
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND and (found := leads_to(request.path, _query(request))):
            return HttpResponsePermanentRedirect(found)
        return response


def _query(request: HttpRequest) -> str:
    return str(request.META.get("QUERY_STRING", ""))


def _at_the_top(request: HttpRequest) -> str:
    """Return where a query of the front page leads that only WordPress knows."""
    asked = request.GET
    if "feed" in asked and not _ASKED_AT_THE_TOP.intersection(asked):
        return _feed_of("/", asked["feed"])
    if asked.get("s"):
        return f"{reverse('search')}?{urlencode({'q': asked['s'][:200]})}"
    if not _ASKED_AT_THE_TOP.intersection(asked):
        return ""
    return leads_to("", _query(request))


def leads_to(path: str, query: str = "") -> str:
    """Return the path at which what stood at *path* with *query* stands now, or nothing."""
    names = addresses.meant_by(path, query)
    found = _found(names) or _without_row(path, query)
    if not found or found == path:
        return ""
    if feed := addresses.feed_in(path, query):
        return _feed_of(found, feed)
    return found


def _found(names: list[str]) -> str:
    keys = {addresses.key(name, secret): place for place, name in enumerate(names) for secret in _secrets(name)}
    rows = sorted(OldAddress.objects.filter(key__in=keys), key=lambda row: keys[row.key])
    return next((where for row in rows if (where := _target(row))), "")


def _secrets(name: str) -> list[str]:
    return (
        [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)] if name.startswith(addresses.AUTHOR) else [""]
    )


def _target(row: OldAddress) -> str:
    """Return the path of what *row* leads to, if every reader may see it."""
    match row.kind:
        case Kind.ARTICLE:
            article = ArticlePage.objects.published().filter(pk=row.target).first()
            return article.address if article else row.path
        case Kind.PAGE:
            page = PlainPage.objects.live().public().filter(pk=row.target).first()
            return urlsplit(page.url or "").path if page else ""
        case Kind.PICTURE:
            return _picture(row.target)
        case Kind.FILE:
            document = File.objects.filter(pk=row.target).first()
            return document.url if document and _is_open(document) else ""
        case Kind.TAG:
            tag = Tag.objects.filter(pk=row.target).first()
            return reverse("tag", args=[tag.slug]) if tag else ""
    model = {Kind.SECTION: Section, Kind.CONTRIBUTOR: Contributor}.get(Kind(row.kind))
    one = model._base_manager.filter(pk=row.target).first() if model else None
    return one.get_absolute_url() if isinstance(one, Section | Contributor) else ""


def _picture(pk: int) -> str:
    picture = Picture.objects.prefetch_related("renditions").filter(pk=pk).first()
    if picture is None or not _is_open(picture):
        return ""
    spec = renditions.fallback(picture).spec
    made = renditions.existing(picture).get(spec) or picture.get_rendition(spec)
    return str(made.url)


def _is_open(one: Picture | File) -> bool:
    """Whether readers may see a picture or file: it is in nothing but drafts only where it is in nothing at all."""
    used = {use.object_id for use in ReferenceIndex.get_references_to(one)}
    if not used:
        return True
    numbers = [int(pk) for pk in used if pk.isdecimal()]
    return (
        ArticlePage.objects.published().filter(pk__in=numbers).exists()
        or Page.objects.live().public().not_type(ArticlePage).filter(pk__in=numbers).exists()
    )


# What needs no row ----------------------------------------------------------------------------------------------


def _without_row(path: str, query: str) -> str:
    """The archives of dates, further pages of lists, feeds of the whole site and the sitemap."""
    whole = addresses.path_of(path)
    bare = addresses.without_tail(whole)
    if months := [value for value in parse_qs(query).get("m", []) if value.isdecimal()]:
        digits = months[0][:8]
        steps = [digits[:4], digits[4:6], digits[6:8]]
        return _dated([step for step in steps if step])
    if addresses.SITEMAP.fullmatch(bare):
        return "/sitemap.xml"
    if bare == "/comments" or (not bare and whole):
        return "/"
    steps = bare.strip("/").split("/")
    if all(step.isdecimal() for step in steps) and bare != whole:
        return _dated(steps)
    return ""


def _dated(steps: list[str]) -> str:
    """Return the archive of a year, a month or a day, where something public is in it."""
    if not (0 < len(steps) <= 3 and len(steps[0]) == 4 and all(step.isdecimal() for step in steps)):  # noqa: PLR2004
        return ""
    names = dict(zip(("year", "month", "day"), map(int, steps), strict=False))
    found = ArticlePage.objects.published().filter(**{f"published_at__{name}": value for name, value in names.items()})
    return reverse(list(names)[-1], kwargs=names) if found.exists() else ""


def _feed_of(where: str, form: str) -> str:
    """Return the feed of the list at *where*; an article has none, and is where its readers go."""
    lists = ("/section/", "/tag/", "/contributor/")
    if where == "/" or where.startswith(lists):
        return f"{where}{_FEEDS.get(form, 'rss.xml')}"
    return where
