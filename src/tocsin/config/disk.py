"""A full disk is said plainly: status 507 and what to do, instead of an error without a name."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Callable

from django.core.signals import got_request_exception
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.html import format_html
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

_FULL = {errno.ENOSPC, errno.EDQUOT}
_MARK = "_tocsin_disk_full"


def is_disk_full(error: BaseException | None) -> bool:
    """Tell whether *error*, or what caused it, is that nothing more fits on the disk."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        if isinstance(error, DatabaseError) and ("disk is full" in str(error) or "No space left" in str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _mark(request: HttpRequest | None = None, **_details: object) -> None:
    if request is not None and is_disk_full(sys.exception()):
        setattr(request, _MARK, True)


got_request_exception.connect(_mark, dispatch_uid="tocsin.config.disk")


class DiskFull:
    """Answers 507 where a request failed because the disk is full. What it began is undone by then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not getattr(request, _MARK, False):
            return response
        logger.error("The disk is full: nothing can be saved until there is space again.")
        return HttpResponse(
            format_html(
                "<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>",
                title=_("The disk of the server is full"),
                text=_(
                    "Nothing was saved. Keep what you wrote, tell the person who runs the server to make space, "
                    "and save again: no restart is needed."
                ),
            ),
            status=507,
        )
