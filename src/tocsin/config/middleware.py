"""What every answer carries, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from csp.middleware import CSPMiddleware
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from tocsin.articles import design
from tocsin.articles.models import Takedown
from tocsin.lib.errors import TocsinError

DESK = "/desk/"

_PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        *(
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
        ),
        *("midi", "payment", "usb", "browsing-topics"),
    )
)


class PublicHeaders:
    """Turns off the browser's sensors, tells nobody where a reader came from, keeps the desk out of every cache.

    Where a form is protected against forgery the browser must name this site as its origin, which it does not under
    ``no-referrer``; those pages keep the settings' ``same-origin``, and so do those that say so themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(DESK):
            response.headers["Cache-Control"] = "no-store"
        elif "CSRF_COOKIE" not in request.META:
            response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response


class ContentSecurityPolicy(CSPMiddleware):
    """The strict policy of the settings on public pages, a wider one on the desk (decision 0012)."""

    def process_response(self, request: Any, response: Any) -> Any:
        if request.path.startswith(DESK):
            response.headers.pop("Content-Security-Policy", None)  # a preview carries the one of the page it shows
            response._csp_replace = {  # noqa: SLF001 - django-csp's own way to say so
                "script-src": ["'self'", "'unsafe-inline'"],
                "style-src": ["'self'", "'unsafe-inline'"],
                "img-src": ["'self'", "data:", "blob:"],
                "frame-src": ["'self'"],
                "frame-ancestors": ["'self'"],
            }
        else:
            response._csp_update = {"style-src": [design.stylesheet_hash()]}  # noqa: SLF001 - the inlined stylesheet
        return super().process_response(request, response)


# What is gone for good -------------------------------------------------------------------------------------------


class TakenDown:
    """Answers 410 with the reason where an article was taken down and nothing has been published since."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND:
            return response
        takedown = Takedown.objects.at(request.get_full_path(), request.path)
        if takedown is None:
            return response
        return render(request, "410.html", {"takedown": takedown}, status=HTTPStatus.GONE)


# What an editor is refused ---------------------------------------------------------------------------------------


class Refusals:
    """Shows a refusal on the desk as a message where the editor was, whichever screen it comes from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, TocsinError) or not request.path.startswith(DESK):
            return None
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(
                {"success": False, "error_code": "refused", "error_message": str(exception)}, status=400
            )
        messages.error(request, str(exception))
        back = request.headers.get("Referer", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if safe else DESK)
