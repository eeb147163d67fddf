"""The ledger's pages for readers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from tocsin.articles.shown_claims import with_voices
from tocsin.claims.models import Claim, FigureSeries
from tocsin.claims.statuses import ClaimType, Status
from tocsin.evidence import queries
from tocsin.evidence.charts import chart_of, map_of, timeline_of
from tocsin.lib.edtf import FIRST, LAST

FRESH = cache_control(public=True, max_age=60)


def _listing(request: HttpRequest, template: str, items: Any, number: int | None, **context: Any) -> HttpResponse:
    if number == 1:
        return redirect(request.path.removesuffix("page/1/"), permanent=True)
    listing = queries.page_of(items, number or 1)
    if listing is None:
        raise Http404
    asked = request.GET.urlencode()
    items = listing.object_list
    shown = queries.shown(items) if items and isinstance(items[0], Claim) else []
    query = f"?{asked}" if asked else ""
    return render(request, template, {"listing": listing, "shown": shown, "query": query, **context})


@require_safe
@FRESH
def claims(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Every public claim, newest change first; ``status``, ``type`` and ``q`` narrow the list."""
    filters = queries.Filters.of(request.GET)
    found = with_voices(filters.apply(Claim.objects.all()))
    return _listing(
        request,
        "evidence/claims.html",
        found,
        number,
        filters=filters,
        statuses=Status.choices,
        types=ClaimType.choices,
    )


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim: what is on record, where it stands in articles, how its status came about, on any past day."""
    view = queries.claim_view(pk, on=_end_of_day(request.GET.get("on", "")))
    if view is None:
        merged = Claim.objects.filter(pk=pk, merged_into__is_public=True).values_list("merged_into", flat=True).first()
        if merged:
            return redirect("claim", merged, permanent=True)
        raise Http404(_("There is no such claim."))
    context = {"view": view, "one": view.shown, "claim": view.shown.claim, "claim_scope": f"claim-{pk}"}
    return render(request, "evidence/claim.html", context)


def _end_of_day(text: str) -> datetime | None:
    """The last instant of a day in UTC; nothing for what is no day."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    if day is None or not FIRST <= day.year <= LAST:
        return None
    return datetime.combine(day, time(), UTC) + timedelta(days=1, microseconds=-1)


@require_safe
@FRESH
def speaker(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    found = get_object_or_404(queries.public_speakers().prefetch_related("offices", "names"), pk=pk)
    return _listing(request, "evidence/speaker.html", queries.claims_of_speaker(found), number, speaker=found)


@require_safe
@FRESH
def place(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    found = get_object_or_404(queries.public_places().prefetch_related("names"), pk=pk)
    found_claims = queries.claims_of_place(found)
    return _listing(request, "evidence/place.html", found_claims, number, place=found, drawn=map_of(found_claims[:200]))


@require_safe
@FRESH
def series_list(request: HttpRequest, number: int | None = None) -> HttpResponse:
    return _listing(
        request, "evidence/series_list.html", FigureSeries.objects.public().select_related("place", "origin"), number
    )


@require_safe
@FRESH
def series(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """A figure series as a chart of all its figures and a table of some at a time."""
    found = get_object_or_404(FigureSeries.objects.public().select_related("place", "origin"), slug=slug)
    if number == 1:
        return redirect("series", slug)
    listing = queries.page_of(queries.figures_of(found), number or 1, per_page=queries.FIGURES_PER_PAGE)
    if listing is None:
        raise Http404
    chart = chart_of(found, queries.drawn_figures(found))
    return render(
        request,
        "evidence/series.html",
        {"series": found, "listing": listing, "chart": chart, "scope": f"series-{slug}"},
    )


@require_safe
@FRESH
def claims_map(request: HttpRequest) -> HttpResponse:
    """Where the public claims are, as coarse as they are known."""
    filters = queries.Filters.of(request.GET)
    return render(
        request,
        "evidence/map.html",
        {"drawn": map_of(queries.placed(filters)), "filters": filters},
    )


@require_safe
@FRESH
def claims_timeline(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The public claims by the day they are about."""
    dated = with_voices(queries.Filters.of(request.GET).apply(Claim.objects.exclude(date=""))).order_by("date", "pk")
    listing = queries.page_of(dated, number or 1, per_page=100)
    if listing is None:
        raise Http404
    drawn = timeline_of(queries.shown(listing.object_list))
    return render(request, "evidence/timeline.html", {"listing": listing, "drawn": drawn, "query": ""})
