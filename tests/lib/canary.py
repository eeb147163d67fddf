"""A web server on loopback that counts its visits, and guards that treat it as a public host."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tocsin.lib.http import Guard, is_public

Answer = Callable[[BaseHTTPRequestHandler], object]
PUBLIC = "8.8.8.8"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        self.server.connections += 1
        super().setup()

    def do_GET(self) -> None:
        self.server.hits.append((self.headers["Host"], self.path))
        self.close_connection = True
        self.server.answer(self)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.connections = answer, 0
        self.hits: list[tuple[str, str]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@contextmanager
def serve(answer: Answer) -> Iterator[Server]:
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(body: bytes = b"<p>Hello</p>", *, status: int = 200, **headers: str) -> Answer:
    """An answer with a length; header names are written with underscores."""
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in given.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


@dataclass
class Names:
    """A resolver of our own: what each name answers, the next answer each time it is asked."""

    answers: dict[str, list[list[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        turns = self.answers.get(host) or [[]]
        return turns[min(self.asked.count(host), len(turns)) - 1]


def strict(server: Server, **names: list[list[str]]) -> Guard:
    """The real rule for addresses; only the canary's port is allowed besides, so that a slip would reach it."""
    return Guard(resolve=Names(dotted(names)), ports=(80, 443, server.port))


def lenient(server: Server, **names: list[list[str]]) -> Guard:
    """The same, but 127.0.0.1 counts as a public host: the control in which the server must be reached."""
    known = {"public_test": [["127.0.0.1"]]} | names
    return replace(strict(server, **known), allows=lambda address: address == "127.0.0.1" or is_public(address))


def dotted(names: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    return {name.replace("_", "."): answers for name, answers in names.items()}
