"""A flood of a hundred comments a second: what of it reaches the moderators, and that a person still gets through.

The clock is moved by a hundredth of a second from one post to the next, so the figures do not hang on the machine.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from time_machine import travel

from tests.comments.writing import form_at, proof_of
from tocsin.articles.models import ArticlePage
from tocsin.comments import limits, tickets
from tocsin.comments.models import Comment
from tocsin.lib import clock

SECONDS = int(os.environ.get("TOCSIN_FLOOD_SECONDS", "6"))
A_SECOND = 100
PAGE = os.sysconf("SC_PAGE_SIZE")


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(limits, "LEAST_BITS", 8)
    monkeypatch.setattr(limits, "MOST_BITS", 13)
    limits.forget()
    tickets.forget()
    yield
    limits.forget()


def memory() -> int:
    """Bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


class Flood:
    """Posts of every sort that a program can send: without work, with work done once and used again, forged."""

    def __init__(self, client: Client, article: ArticlePage) -> None:
        self.client, self.key = client, f"article-{article.pk}"
        self.address = f"/comments/{self.key}/write/"
        self.old = [tickets.issue(self.key) for _ in range(50)]
        self.proven = self.old[0]
        self.proof = proof_of(self.proven)
        self.wrong = next(str(n) for n in range(10) if not tickets.read(self.old[1], self.key).is_proven(str(n)))

    def post(self, at: int) -> int:
        given = {"text": f"Buy {at} now, {at * 7919} times.", "name": f"Name {at}"}
        genuine = self.old[2 + at % (len(self.old) - 2)]
        kinds = [
            {"ticket": genuine, "network": f"10.{at % 250}.{at // 250 % 250}.1"},
            {"ticket": self.proven, "proof": self.proof, "network": f"11.{at % 250}.{at // 250 % 250}.1"},
            {"ticket": genuine[:-1] + "0", "network": "198.51.100.1"},
            {"ticket": self.old[1], "proof": self.wrong, "network": "198.51.100.2"},
        ]
        chosen = kinds[at % len(kinds)]
        network = chosen.pop("network")
        answer = self.client.post(
            self.address, {**given, **chosen}, headers={"Sec-Fetch-Site": "same-origin"}, REMOTE_ADDR=network
        )
        return answer.status_code


def test_a_flood_leaves_the_queue_and_the_memory_as_they_are_and_a_person_gets_through(
    client: Client, article: ArticlePage
) -> None:
    flood = Flood(client, article)
    person, person_at = form_at(client, flood.address), SECONDS * A_SECOND // 2
    with travel(clock.now() + timedelta(seconds=10), tick=False) as now:
        early = 0
        for at in range(SECONDS * A_SECOND):
            flood.post(at)
            now.shift(1 / A_SECOND)
            if at == person_at:
                assert write(client, flood.address, person, now) == 200
            if at == SECONDS * A_SECOND // 3:
                early = memory()
    assert memory() - early < 8 * 2**20
    reached = Comment.objects.exclude(name="Olha")
    assert 1 <= reached.count() <= SECONDS * A_SECOND // 100
    assert Comment.objects.filter(name="Olha").count() == 1


def write(client: Client, address: str, form: dict[str, str], now: Any) -> int:
    """A person at the form, whose script does more work when it is asked for; ten seconds at most."""
    for _try in range(3):
        form = {**form, "proof": proof_of(form["ticket"]), "text": "The bridge is open.", "name": "Olha"}
        answer = client.post(address, form, headers={"Sec-Fetch-Site": "same-origin"}, REMOTE_ADDR="203.0.113.8")
        if answer.status_code != 409:
            return answer.status_code
        form["ticket"] = answer.context["ticket"]
        now.shift(tickets.SOONEST + 0.2)
    return answer.status_code


def test_without_the_gates_the_flood_would_reach_the_queue(
    client: Client, article: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = limits.Rate(10**6, 0.001)
    monkeypatch.setattr(limits, "UNPROVEN", limits.Limit("unproven", wide, wide))
    monkeypatch.setattr(tickets.Ticket, "spend", lambda self: None)
    flood = Flood(client, article)
    with travel(clock.now() + timedelta(seconds=10), tick=False):
        statuses = [flood.post(at) for at in range(0, 100, 4)]
    assert statuses.count(200) == 25
