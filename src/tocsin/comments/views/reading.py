"""Discussions, single comments and the newest of all, as pages and as JSON."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tocsin.articles.queries import page_of
from tocsin.comments import names, places, queries, showing
from tocsin.comments.answers import fresh, place_or_404
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.showing import Shown
from tocsin.lib.feeds import absolute

NEWEST = 50


@fresh
def of_place(request: HttpRequest, key: str, number: int | None = None) -> HttpResponse:
    """All that is said of one article or claim, a page at a time."""
    place = place_or_404(key)
    settings = DiscussionSettings.for_request(request)
    if number == 1:
        return redirect(place.list_address, permanent=True)
    shown = showing.discussion(place, settings, number or 1)
    if shown.number != (number or 1):
        raise Http404
    return _noindex(render(request, "comments/discussion.html", {"discussion": shown, "place": place}))


@fresh
def latest(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The newest comments of the whole site."""
    if number == 1:
        return redirect("comments", permanent=True)
    found = showing.newest()
    listing = page_of(found, number or 1, size=NEWEST)
    if listing is None:
        raise Http404
    rows = [(Shown(one), places.of(one)) for one in listing.object_list]
    return _noindex(render(request, "comments/latest.html", {"rows": rows, "listing": listing}))


@require_safe
@cache_control(no_cache=True)
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the page that a comment stands on, which changes as others come and go."""
    found = _public_or_404(pk)
    settings = DiscussionSettings.for_request(request)
    place = places.of(found)
    number = queries.page_of(found, settings)
    if settings.opens_on_last_page or number > 1:
        return redirect(f"{place.page_address(number)}#comment-{pk}")
    return redirect(f"{place.address}#comment-{pk}")


@fresh
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """One comment in full, with all the replies to it."""
    found = _public_or_404(pk)
    place = places.of(found)
    top = queries.branch(found)
    rows = showing.in_order([top] if top else [], most=showing.MOST)
    for row in rows:
        row.whole = True
    settings = DiscussionSettings.for_request(request)
    shown = showing.Discussion(place, settings, rows, count=len(rows), shut=queries.shut(place.target, settings))
    return _noindex(
        render(request, "comments/thread.html", {"discussion": shown, "place": place, "above": found.parent})
    )


@fresh
def as_json(request: HttpRequest) -> HttpResponse:
    """``?on=article-12`` narrows it; ``?page=`` turns it. The newest come first."""
    found = showing.newest()
    if on := request.GET.get("on"):
        place = places.find(on) if places.KEY.fullmatch(on) else None
        if place is None:
            raise Http404
        found = found.of(place.target)
    pages = Paginator(found, NEWEST)
    listing = pages.get_page(request.GET.get("page", "1"))

    def turned(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return absolute(f"{reverse('api-comments')}?{query.urlencode()}")

    body = {
        "count": pages.count,
        "next": turned(listing.next_page_number()) if listing.has_next() else None,
        "previous": turned(listing.previous_page_number()) if listing.has_previous() else None,
        "results": [_as_dict(one) for one in listing.object_list],
    }
    return _noindex(JsonResponse(body, json_dumps_params={"ensure_ascii": False}))


def _as_dict(one: Comment) -> dict[str, Any]:
    place = places.of(one)
    return {
        "id": one.pk,
        "url": absolute(reverse("comment", args=[one.pk])),
        "on": place.key,
        "on_url": absolute(place.address),
        "answers": one.parent_id,
        "name": names.shown_name(one.name),
        "newsroom": one.by_staff_id is not None,
        "text": names.shown_text(one.text),
        "written_at": one.written_at.isoformat(timespec="seconds"),
        "edited_at": one.edited_at.isoformat(timespec="seconds") if one.edited_at else None,
    }


def _public_or_404(pk: int) -> Comment:
    return get_object_or_404(Comment.objects.public().select_related("article", "claim", "root", "parent"), pk=pk)


def _noindex(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
