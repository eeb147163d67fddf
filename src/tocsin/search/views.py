"""The search page, the same as JSON, and what browsers are told of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from tocsin.search import screens
from tocsin.search.forms import Asked

SHORT = cache_control(private=True, max_age=60)
JSON = "application/json"


@require_safe
@SHORT
@vary_on_headers("Accept")
def search(request: HttpRequest) -> HttpResponse:
    """What was found for the words in the address, as a page or, to who asks for it, as JSON."""
    if request.get_preferred_type(["text/html", JSON]) == JSON:
        return _as_json(request)
    found = screens.find(Asked.of(request.GET))
    page = "part" if "part" in request.GET else "search"  # while typing, the parts that change
    return render(request, f"search/{page}.html", {"found": found, "asked": found.asked, "searching": True})


@require_safe
@SHORT
def search_json(request: HttpRequest) -> HttpResponse:
    return _as_json(request)


def _as_json(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request.GET)
    found = screens.find(asked, passages=not asked.typing)
    response = JsonResponse(found.as_dict(reverse("search-json")), json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def opensearch(request: HttpRequest) -> HttpResponse:
    """The description by which a browser offers this site among its search engines (OpenSearch 1.1)."""
    return render(request, "search/opensearch.xml", content_type="application/opensearchdescription+xml; charset=utf-8")
