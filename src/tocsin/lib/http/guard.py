"""From an address a person typed to the very machine we may connect to, or a refusal."""

from __future__ import annotations

import queue
import re
import socket
import ssl
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urlsplit

from tocsin.lib.http.addresses import is_public
from tocsin.lib.http.errors import AddressRefused, TooSlow

_MAX_URL = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
_PATH_SAFE = "/?:@!$&'()*+,;=-._~%[]"


def resolve(host: str, port: int) -> list[str]:
    """Ask the system which addresses *host* has now."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


@dataclass(frozen=True)
class Target:
    """One request that may be made: to which addresses, under which name."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Guard:
    """The rule for going out. The fields are there for tests, which may reach only a server of their own."""

    allows: Callable[[str], bool] = is_public
    resolve: Callable[[str, int], list[str]] = resolve
    ports: Collection[int] = (80, 443)
    tls: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)

    def check(self, url: str, *, seconds: float = 5.0) -> Target:
        """Resolve *url* once and return where to connect. Raises ``AddressRefused``, or ``TooSlow``.

        Every address of the name must be allowed, not only the first, or a name with one public and one
        internal address would be let through half of the time.
        """
        parts = _split(url)
        host, port = _host(parts.hostname or ""), _port(parts, self.ports)
        addresses = self._addresses(host, port, seconds)
        if refused := next((address for address in addresses if not self.allows(address)), ""):
            raise AddressRefused(f"{host} leads to {refused}, which is not on the public Internet: it is not fetched.")
        path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_PATH_SAFE)
        shown = f"[{host}]" if ":" in host else host
        port_shown = "" if port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
        return Target(f"{parts.scheme}://{shown}{port_shown}{path}", parts.scheme, host, port, path, addresses)

    def _addresses(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        if literal := _literal(host):
            return (literal,)
        answers = _within(seconds, host, lambda: self.resolve(host, port))
        if not answers:
            raise AddressRefused(f"No address is known for {host}: check how it is written.")
        return tuple(answers)


def _split(url: str) -> SplitResult:
    url = url.strip(" ")
    if len(url) > _MAX_URL or _FORBIDDEN.search(url):
        raise AddressRefused("The address is too long, or has spaces, backslashes or control characters in it.")
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:
        raise AddressRefused("The address is malformed: copy it again from the page.") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise AddressRefused("Only addresses that begin with https:// or http:// are fetched.")
    if "@" in parts.netloc:
        raise AddressRefused("The address has a user name or password in it: remove what stands before the @.")
    return parts


def _port(parts: SplitResult, allowed: Collection[int]) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    port = _DEFAULT_PORTS[parts.scheme] if port is None else port
    if port not in allowed:
        raise AddressRefused("Only the web's own ports 80 and 443 are fetched: remove the port from the address.")
    return port


def _host(host: str) -> str:
    """Return *host* in the one spelling we go by: an address in its usual form, or a lower-case ASCII name."""
    if ":" in host:
        try:
            ip = IPv6Address(host)
        except ValueError:
            raise AddressRefused("The address has a malformed host in brackets.") from None
        return str(ip.ipv4_mapped or ip)
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    name = name.lower().removesuffix(".")
    if not _NAME.fullmatch(name):
        raise AddressRefused("The address has no host name in it that can be looked up: check how it is written.")
    return _literal(name) or name


def _literal(host: str) -> str:
    """Return the address *host* spells (127.1, 0x7f000001 and 2130706433 are all 127.0.0.1), or nothing."""
    if ":" in host:
        return host
    try:
        return str(IPv4Address(socket.inet_aton(host)))
    except OSError:
        return ""


def _within(seconds: float, host: str, ask: Callable[[], list[str]]) -> list[str]:
    """Run *ask* for at most *seconds*: the system's resolver has no time limit of its own."""
    answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise TooSlow(f"Looking up {host} took too long: try again later.") from None
    return answer if isinstance(answer, list) else []
