"""A hundred comments a second from everywhere: few reach the moderators, a person gets through, the server stays small."""

from __future__ import annotations

import http.client
import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.comments.writing import fields, one, proof_of
from tests.sites import Server, Site
from tests.soak.desk import make_articles

SECONDS = int(os.environ.get("TOCSIN_FLOOD_SECONDS", "10"))
A_SECOND = 100
SENDERS = 8
SOONEST = 3.2
"""Seconds after which a form may be sent."""
PAGE = os.sysconf("SC_PAGE_SIZE")
GROWTH = 16 * 2**20
COUNT = "from tocsin.comments.models import Comment; print(*Comment.objects.values_list('name', flat=True), sep='\\n')"


def resident(server: Server) -> int:
    """Bytes that the server's processes hold, each counted whole."""
    return sum(int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in server.family()) * PAGE


@dataclass
class Sender:
    """Somebody at the form over HTTP, from whichever network they say: the server believes this machine."""

    port: int
    article: int
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def close(self) -> None:
        self.connection.close()

    @property
    def path(self) -> str:
        return f"/comments/article-{self.article}/write/"

    def form(self, network: str) -> dict[str, str]:
        return _fields(self._ask("GET", network)[1])

    def post(self, given: dict[str, str], network: str) -> tuple[int, str]:
        return self._ask("POST", network, urlencode(given))

    def _ask(self, method: str, network: str, body: str | None = None) -> tuple[int, str]:
        headers = {"X-Real-IP": network, "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, self.path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()


def _fields(page: str) -> dict[str, str]:
    return fields(one(BeautifulSoup(page, "html.parser"), "form[data-send]"))


@dataclass
class Flood:
    """Programs that send what programs can: no work, work done once and used again, forged tickets, made-up work."""

    port: int
    article: int
    statuses: Counter[int] = field(default_factory=Counter)
    began: float = 0.0

    def prepare(self) -> None:
        with closing(Sender(self.port, self.article)) as sender:
            self.tickets = [sender.form(f"10.0.{at}.1")["ticket"] for at in range(200)]
        self.proof = proof_of(self.tickets[0])
        time.sleep(SOONEST)

    def run(self) -> None:
        """Send them all, each when its time has come, or as soon as the server lets."""
        self.began, numbers, lock = time.monotonic(), iter(range(SECONDS * A_SECOND)), threading.Lock()

        def send() -> None:
            with closing(Sender(self.port, self.article)) as sender:
                for at in _shared(numbers, lock):
                    time.sleep(max(0.0, self.began + at / A_SECOND - time.monotonic()))
                    given, network = self._one(at)
                    status, _page = sender.post(given, network)
                    with lock:
                        self.statuses[status] += 1

        with ThreadPoolExecutor(SENDERS) as senders:
            for done in [senders.submit(send) for _ in range(SENDERS)]:
                done.result()

    def _one(self, at: int) -> tuple[dict[str, str], str]:
        words = {"text": f"Buy {at} now, {at * 7919} times.", "name": f"Name {at}"}
        genuine, afar = self.tickets[2 + at % 198], f"10.{at % 250}.{at // 250 % 250}.1"
        kinds = [
            ({"ticket": genuine}, afar),
            ({"ticket": self.tickets[0], "proof": self.proof}, afar),
            ({"ticket": genuine[:-1] + "x"}, "198.51.100.1"),
            ({"ticket": self.tickets[1], "proof": str(at)}, afar),
        ]
        chosen, network = kinds[at % len(kinds)]
        return {**words, **chosen}, network


def _shared(numbers: Iterator[int], lock: threading.Lock) -> Iterator[int]:
    """Yield *numbers* to several threads."""
    while True:
        with lock:
            number = next(numbers, None)
        if number is None:
            return
        yield number


def a_person_writes(server: Server, article: int) -> float:
    """Write a comment as a browser with scripts does; return the seconds from the press to the answer."""
    with closing(Sender(server.port, article)) as sender:
        form = sender.form("203.0.113.8")
        proof = proof_of(form["ticket"])
        time.sleep(SOONEST)
        pressed = time.monotonic()
        for _try in range(4):
            words = {"proof": proof, "text": "The bridge is open.", "name": "Olha"}
            status, page = sender.post({**form, **words}, "203.0.113.8")
            if status != 409:
                break
            form = _fields(page)
            proof = proof_of(form["ticket"])
            time.sleep(SOONEST)
    assert status == 200, page
    return time.monotonic() - pressed


@pytest.mark.soak
def test_a_flood_leaves_the_queue_and_the_memory_as_they_are_and_a_person_gets_through(site: Site) -> None:
    [article] = make_articles(site, 1)
    with site.served() as server:
        flood = Flood(server.port, article)
        flood.prepare()
        flooding = threading.Thread(target=flood.run)
        flooding.start()
        time.sleep(SECONDS / 3)
        early = resident(server)
        waited = a_person_writes(server, article)
        flooding.join()
        took, late = time.monotonic() - flood.began, resident(server)
    reached = site.python(COUNT).splitlines()
    logging.getLogger(__name__).warning(
        "%s comments in %.0f s %s: %s reached the queue, a person waited %.1f s, %.0f and then %.0f MB",
        *(SECONDS * A_SECOND, took, dict(flood.statuses), len(reached) - 1, waited, early / 2**20, late / 2**20),
    )
    assert reached.count("Olha") == 1
    assert 1 <= len(reached) - 1 <= SECONDS * A_SECOND / 100
    assert waited <= 10
    assert late - early < GROWTH
