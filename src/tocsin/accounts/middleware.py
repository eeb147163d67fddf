"""Who may be at the desk: people with a second factor, not idle, not for longer than a working day."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

DESK = "/desk/"
IDLE = 30 * 60  # seconds
STEP = 60  # how often the last sign of life is written down
LAST_SEEN, SIGNED_IN = "last_seen", "signed_in"
_NO_SIGN_OF_LIFE = "/editing-sessions/"  # an open window asks there by itself


class SecondFactor:
    """Keeps who has not given the second factor away from the desk, and from private articles.

    Readers carry no session; for them nothing is looked up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:  # noqa: PLR0911 - each line is one reason
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        if self._is_over(request):
            logout(request)
            return redirect(settings.LOGIN_URL) if request.path.startswith(DESK) else self.get_response(request)
        if not settings.SECOND_FACTOR or request.user.is_verified():  # type: ignore[union-attr, attr-defined]
            return self.get_response(request)
        if not request.path.startswith(DESK):
            request.user = AnonymousUser()
            return self.get_response(request)
        if request.path in self._open():
            return self.get_response(request)
        if _is_asked_by_a_script(request):
            return HttpResponse(status=403)
        return redirect(f"{reverse('second_factor')}?next={request.path}")

    def _open(self) -> set[str]:
        names = ("second_factor", "second_factor_set_up", "wagtailadmin_login", "wagtailadmin_logout")
        return {reverse(name) for name in (*names, "wagtailadmin_sprite")}

    def _is_over(self, request: HttpRequest) -> bool:
        """Tell whether the session has been idle, or open, for too long; note this sign of life."""
        now, session = time.time(), request.session
        signed_in, seen = session.setdefault(SIGNED_IN, now), session.get(LAST_SEEN, now)
        if now - signed_in > settings.SESSION_COOKIE_AGE or (now - seen > IDLE and not settings.DEMO):
            return True
        is_due = now - seen >= STEP or LAST_SEEN not in session
        if is_due and _NO_SIGN_OF_LIFE not in request.path:
            session[LAST_SEEN] = now
        return False


def _is_asked_by_a_script(request: HttpRequest) -> bool:
    """Tell a script's request from a person's; a page that leads to the door is no answer to a script."""
    by_ajax = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return by_ajax or request.headers.get("Sec-Fetch-Dest", "document") != "document"


class ForgetOnLeaving:
    """Has the browser forget pages of the desk when someone signs out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "POST" and request.path == reverse("wagtailadmin_logout"):
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response
