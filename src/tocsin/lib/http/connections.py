"""A connection to the very address that was checked, with one clock for everything that is read from it."""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tocsin.lib.http.errors import BadAnswer, TooSlow
from tocsin.lib.http.guard import Guard, Target


class _TimedReader(io.RawIOBase):
    """Reads from a socket; each read gets only what is left of the whole time, so that drips do not add up."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)


class _TimedSocket:
    """As much of a socket as ``http.client`` uses."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._sock, self._deadline))

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def close(self) -> None:
        """Leave the socket open: ``http.client`` calls this before the body is read."""


@contextmanager
def open_to(target: Target, guard: Guard, deadline: float) -> Iterator[http.client.HTTPConnection]:
    """Connect to the first of the target's addresses that answers; Host and TLS keep the name.

    Raises ``BadAnswer`` or ``TooSlow``.
    """
    with _connect(target, guard, deadline) as sock:
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.default_port = 443 if target.scheme == "https" else 80  # type: ignore[misc]  # for the Host header
        connection.auto_open = 0
        connection.sock = _TimedSocket(sock, deadline)  # type: ignore[assignment]
        yield connection


def _connect(target: Target, guard: Guard, deadline: float) -> socket.socket:
    reason: OSError | None = None
    for address in target.addresses:
        try:
            return _secured(socket.create_connection((address, target.port), _left(deadline)), target, guard, deadline)
        except OSError as error:
            reason = error
            if time.monotonic() >= deadline:
                raise TooSlow(f"{target.host} took too long to answer: try again later.") from error
    raise BadAnswer(f"{target.host} cannot be reached: {_plain(reason)}.") from reason


def _secured(sock: socket.socket, target: Target, guard: Guard, deadline: float) -> socket.socket:
    if target.scheme != "https":
        return sock
    try:
        sock.settimeout(_left(deadline))
        return guard.tls().wrap_socket(sock, server_hostname=target.host)
    except OSError:
        sock.close()
        raise


def _left(deadline: float) -> float:
    """Return the seconds left, for a socket. Raises ``TimeoutError``, as the socket itself would."""
    if (left := deadline - time.monotonic()) <= 0:
        raise TimeoutError
    return left


def _plain(error: OSError | None) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (getattr(error, "verify_message", "") or getattr(error, "strerror", "") or "no answer").rstrip(".")
