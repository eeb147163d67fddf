"""Fetch one page, with a limit on everything the other side decides: hops, time, size, type."""

from __future__ import annotations

import http.client
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from email.message import Message
from fnmatch import fnmatchcase
from urllib.parse import urljoin

from tocsin.lib.http import connections, unpacking
from tocsin.lib.http.errors import AddressRefused, BadAnswer, TooLarge, TooManyRedirects, TooSlow, WrongType
from tocsin.lib.http.guard import Guard, Target

MAX_BYTES = 10_000_000
TIMEOUT = 20.0
MAX_REDIRECTS = 5
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")

_REDIRECTS = {301, 302, 303, 307, 308}
_PIECE = 64 * 1024
_HEADERS = {
    "User-Agent": "Tocsin (importer of a newsroom)",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True)
class Fetched:
    """A page as it was served, its body unpacked. ``redirects`` are the addresses that sent us on, in order."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content_type: str
    charset: str
    body: bytes
    redirects: tuple[str, ...]


def fetch(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    types: Collection[str] = PAGE_TYPES,
    guard: Guard | None = None,
) -> Fetched:
    """Return what *url* serves, following up to five redirects, each checked like the first address.

    *timeout* is for all of it together; *max_bytes* holds for the bytes sent and for the bytes unpacked; *types*
    are media types, with ``image/*`` for all of a family. Raises a ``FetchError`` for anything but a full answer
    with a status of 200 to 299. Proxy variables in the environment are not heeded.
    """
    guard, deadline, here = guard or Guard(), time.monotonic() + timeout, url
    redirects: list[str] = []
    while True:
        target = guard.check(here, seconds=_remaining(deadline))
        answer = _ask(target, guard, deadline, max_bytes, types)
        if isinstance(answer, Fetched):
            return replace(answer, url=url, redirects=tuple(redirects))
        if len(redirects) == MAX_REDIRECTS:
            raise TooManyRedirects(f"{url} was redirected more than {MAX_REDIRECTS} times: give the final address.")
        redirects.append(target.url)
        here = answer


def _remaining(deadline: float) -> float:
    if (left := deadline - time.monotonic()) <= 0:
        raise TooSlow("The page took too long to arrive: try again later, or save it and import the file.")
    return left


def _ask(target: Target, guard: Guard, deadline: float, max_bytes: int, types: Collection[str]) -> Fetched | str:
    """Make one request; return the answer, or the address it redirects to."""
    with connections.open_to(target, guard, deadline) as connection:
        try:
            connection.request("GET", target.path, headers=_HEADERS)
            return _read(connection.getresponse(), target, max_bytes, types)
        except (http.client.HTTPException, OSError, ValueError) as error:
            _remaining(deadline)
            raise BadAnswer(f"{target.host} broke off or sent something that is not HTTP: try again later.") from error


def _read(response: http.client.HTTPResponse, target: Target, max_bytes: int, types: Collection[str]) -> Fetched | str:
    if response.status in _REDIRECTS and (location := response.headers.get("Location")):
        return _joined(target.url, location)
    if not 200 <= response.status < 300:  # noqa: PLR2004 - HTTP's own ranges
        raise BadAnswer(f"{target.url} answered with status {response.status}.", response.status)
    content_type, charset = _media_type(response.headers)
    if not any(fnmatchcase(content_type, wanted) for wanted in types):
        raise WrongType(f"{target.url} is of type {content_type}; wanted: {', '.join(types)}.")
    body = _body(response, target, max_bytes)
    headers = tuple(response.headers.items())
    return Fetched(target.url, target.url, response.status, headers, content_type, charset, body, ())


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError:
        raise AddressRefused(f"{base} redirects to a malformed address.") from None


def _media_type(headers: Message) -> tuple[str, str]:
    if "Content-Type" not in headers:
        return "application/octet-stream", ""
    charset = headers.get_content_charset() or ""
    return headers.get_content_type(), charset if charset.isascii() else ""


def _body(response: http.client.HTTPResponse, target: Target, max_bytes: int) -> bytes:
    too_large = TooLarge(f"{target.url} is larger than {max_bytes:,} bytes: it is not fetched.")
    if response.length is not None and response.length > max_bytes:
        raise too_large
    unpack = unpacking.unpacker(response.headers.get("Content-Encoding", ""))
    pieces, received, unpacked = [], 0, 0
    while piece := response.read1(_PIECE) if response.chunked else response.read(_PIECE):
        received += len(piece)
        text = unpack.feed(piece, max_bytes - unpacked + 1)
        unpacked += len(text)
        if received > max_bytes or unpacked > max_bytes:
            raise too_large
        pieces.append(text)
    if response.length or not unpack.complete:
        raise BadAnswer(f"{target.url} was cut short: try again later.")
    return b"".join(pieces)
