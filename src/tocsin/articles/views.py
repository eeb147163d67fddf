"""The reader's lists. An article itself is served by Wagtail (``HomePage.route``)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from taggit.models import Tag

from tocsin.articles import queries
from tocsin.articles.models import Contributor, HomePage, Section

FRESH = cache_control(public=True, max_age=60)


def _list(request: HttpRequest, template: str, articles: QuerySet, number: int | None, **context: Any) -> HttpResponse:
    """Show page *number* of *articles*; page 1 has the bare address, and a page that is not there is a 404."""
    if number == 1:
        return redirect(request.path.removesuffix("page/1/"), permanent=True)
    listing = queries.page_of(articles, number or 1)
    if listing is None:
        raise Http404
    return render(request, template, {"listing": listing, **context})


@require_safe
@FRESH
def front(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The front page; ``/uk/`` is the front of what can be read in Ukrainian."""
    if number == 1:
        return redirect(request.path.removesuffix("page/1/"), permanent=True)
    home = get_object_or_404(HomePage)
    found = queries.front(home, number or 1)
    if found is None:
        raise Http404
    return render(request, "articles/front.html", {"page": home, "front": found, "listing": found.page})


@require_safe
@FRESH
def section(request: HttpRequest, path: str, number: int | None = None) -> HttpResponse:
    found = get_object_or_404(Section.objects.select_related("parent__parent__parent"), path=path)
    children = found.children.all()
    return _list(request, "articles/section.html", queries.in_section(found), number, section=found, children=children)


@require_safe
@FRESH
def tag(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    return _list(request, "articles/tag.html", queries.with_tag(found), number, tag=found)


@require_safe
@FRESH
def contributor(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    found = get_object_or_404(Contributor.objects.select_related("picture"), slug=slug)
    return _list(request, "articles/contributor.html", queries.by(found), number, contributor=found)


@require_safe
@FRESH
def on_date(
    request: HttpRequest, year: int, month: int | None = None, day: int | None = None, number: int | None = None
) -> HttpResponse:
    """What was published in a year, a month or on a day. A date that does not exist is a 404."""
    articles = queries.on_date(year, month, day)

    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise Http404 from None
    if not articles.exists():
        raise Http404(_("Nothing was published then."))
    context = {"first": first, "year": year, "month": month, "day": day}
    return _list(request, "articles/date.html", articles, number, **context)


@require_safe
@FRESH
def archive(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/archive.html", {"months": queries.months()})


@require_safe
@FRESH
def corrections(request: HttpRequest, number: int | None = None) -> HttpResponse:
    return _list(request, "articles/corrections.html", queries.corrections(), number)
