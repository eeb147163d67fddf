"""Files to readers, whole or in part (RFC 9110, section 14): pictures' renditions, sound and moving pictures."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from tocsin.articles.models import File

PUBLIC_FOLDER = "images"
"""Renditions. What was uploaded lies in other folders and is not served from here."""

FOR_GOOD = "public, max-age=31536000, immutable"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_CHUNK = 64 * 1024


@require_safe
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one rendition. Its name changes with its content, so it may be kept for good."""
    try:
        found = Path(safe_join(Path(settings.MEDIA_ROOT) / PUBLIC_FOLDER, path))
    except (ValueError, SuspiciousFileOperation):
        raise Http404 from None
    if not found.is_file():
        raise Http404
    response = partial(request, found)
    response["Cache-Control"] = FOR_GOOD
    return response


def partial(request: HttpRequest, path: Path, *, content_type: str = "") -> HttpResponseBase:
    """Serve the file at *path*, or the one range of it that is asked for."""
    size = path.stat().st_size
    kind = content_type or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    wanted = _wanted(request.headers.get("Range", ""), size)
    response: HttpResponseBase
    if wanted is None:
        response = FileResponse(path.open("rb"), content_type=kind)
    elif wanted[0] >= size:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
    else:
        first, last = wanted
        response = StreamingHttpResponse(_part(path.open("rb"), first, last), status=206, content_type=kind)
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
        response["Content-Length"] = str(last - first + 1)
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = http_date(path.stat().st_mtime)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _wanted(header: str, size: int) -> tuple[int, int] | None:
    """Read a ``Range`` header of one range; nothing for none, several or nonsense: the whole file answers those."""
    match = _RANGE.fullmatch(header.strip())
    if match is None or not any(match.groups()):
        return None
    start, end = match.groups()
    if not start:  # the last so many bytes
        return max(size - int(end), 0), size - 1
    first, last = int(start), min(int(end), size - 1) if end else size - 1
    return None if first <= size and first > last and first < size else (first, last)


def _part(stream: IO[bytes], first: int, last: int) -> Iterator[bytes]:
    with stream:
        stream.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk


def recording(document: File, request: HttpRequest) -> HttpResponseBase | None:
    """Serve sound and moving pictures so that a reader can jump in them; other files are left to Wagtail.

    For Wagtail's hook ``before_serve_document``, which runs after it has checked that the reader may have the file.
    """
    kind = mimetypes.guess_type(document.filename)[0] or ""
    if not kind.startswith(("audio/", "video/")):
        return None
    return partial(request, Path(document.file.path), content_type=kind)
