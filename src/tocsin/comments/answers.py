"""What answers of these pages have in common."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from tocsin.comments import places


def place_or_404(key: str) -> places.Place:
    found = places.find(key)
    if found is None:
        raise Http404
    return found


def fresh(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let anyone keep the answer who asks each time whether it still holds, so that a new comment is seen at once."""
    return require_safe(cache_control(public=True, no_cache=True)(conditional_page(view)))


def form_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = HTTPStatus.OK, retry_after: int = 0
) -> HttpResponse:
    """Show a page with a form: nobody keeps it, no search engine lists it, and its posts name this site as origin."""
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    if retry_after:
        response["Retry-After"] = str(retry_after)
    return response
