"""That a form was sent from a page of this site, told without a cookie (decision 0115)."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tocsin.comments.errors import TurnedAway


class Foreign(TurnedAway):
    """The form was sent from another site."""

    code = "foreign"
    status = 403


def check(request: HttpRequest, *, must_say: bool = False) -> None:
    """Refuse what a page of another site sent. Raises ``Foreign``.

    Browsers say in ``Sec-Fetch-Site``, else in ``Origin``, else in ``Referer`` whence a form comes. What says nothing
    at all is no browser in use today; it passes unless it *must_say*, as with somebody who is signed in.
    """
    if not _is_ours(request, default=not must_say):
        raise Foreign(_("This was sent from another site. Open the page here and send it again."))


def _is_ours(request: HttpRequest, *, default: bool) -> bool:
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    for name in ("Origin", "Referer"):
        if said := request.headers.get(name):
            return _host(said) == request.get_host()
    return default


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
