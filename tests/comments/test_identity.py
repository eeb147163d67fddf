"""Fifty commenters, each with an address, a network, a browser and a telephone of their own: nothing shows any of them."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import logging
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import time_machine
from click.testing import CliRunner
from django.core.cache import caches
from django.test import Client

from tests import make
from tests.comments.conftest import bytes_in
from tests.comments.writing import proof_of
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments import limits, sealing, services, tickets
from tocsin.comments.models import Comment
from tocsin.comments.statuses import State
from tocsin.lib import clock

COMMENTERS = 50
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    number: int

    @property
    def email(self) -> str:
        return f"canary.{self.number:03}.mail@example.org"

    @property
    def ip(self) -> str:
        return f"198.51.{100 + self.number}.{201 - self.number}"

    @property
    def browser(self) -> str:
        return f"CanaryBrowser/{7000 + self.number} (Witness {self.number:03})"

    @property
    def phone(self) -> str:
        return f"+380 67 555 {self.number:02} {99 - self.number:02}"

    @property
    def phones(self) -> list[str]:
        return [self.phone, re.sub(r"\D", "", self.phone)]

    @property
    def name(self) -> str:
        return f"Pseudonym{self.number:03}"

    @property
    def writer(self) -> str:
        return f"writer-key-of-commenter-{self.number:03}"


def needles(person: Person) -> Iterator[bytes]:
    """What must be found nowhere: each thing in plain, and in what it could be disguised as."""
    plain = [person.email, person.ip, person.browser, person.writer, *person.phones]
    for text in plain:
        yield from (text.encode(), text.upper().encode(), quote(text, safe="").encode())
        yield from (text.encode("utf-16-le"), text.encode().hex().encode())
        yield base64.b64encode(text.encode()).rstrip(b"=")[:-1]
        yield from _within_base64(text.encode())
    for text, name in itertools.product((person.email, person.ip), ("md5", "sha1", "sha256")):
        digest = hashlib.new(name, text.encode()).digest()
        yield from (digest, digest.hex().encode(), base64.b64encode(digest)[:20])


def _within_base64(text: bytes) -> Iterator[bytes]:
    """How *text* looks in the middle of something longer that was encoded."""
    for offset in range(3):
        yield base64.b64encode(b"\0" * offset + text)[4 : (offset + len(text)) // 3 * 4]


def found(people: list[Person], haystack: bytes) -> list[str]:
    return [f"{person.number}: {needle!r}" for person in people for needle in needles(person) if needle in haystack]


def write(article: ArticlePage, person: Person, clockwork: Any) -> None:
    """Send a comment as a browser does, with more than the form asks for."""
    comes_from = {"REMOTE_ADDR": person.ip, "HTTP_USER_AGENT": person.browser, "HTTP_X_FORWARDED_FOR": person.ip}
    client, address = Client(**comes_from), f"/comments/article-{article.pk}/write/"
    page = client.get(address)
    ticket = re.search(r'name="ticket" value="([^"]+)"', page.content.decode())
    assert ticket, page.content
    clockwork.shift(20)
    sent = client.post(
        address,
        {
            "text": f"I was there {make._sentence(person.number)}"
            + (f" Call {person.phone}." if person.number % 2 else ""),
            "name": person.name,
            "email": person.email,
            "phone": person.phone,
            "wants_publication": "on",
            "wants_reply": "on",
            "writer": person.writer,
            "ticket": ticket[1],
            "proof": proof_of(ticket[1]),
        },
        HTTP_ORIGIN="http://testserver",
        HTTP_SEC_FETCH_SITE="same-origin",
    )
    assert sent.status_code == 200, sent.content
    assert "no-store" in sent.headers["Cache-Control"]
    assert not sent.cookies


def told(client: Client, addresses: list[str]) -> bytes:
    """Everything that *addresses* answer, with the headers."""
    answers = [client.get(address, follow=True) for address in addresses]
    assert {answer.status_code for answer in answers} == {200}, [
        (a.request["PATH_INFO"], a.status_code) for a in answers
    ]
    return b"\n".join(
        f"{answer.headers}{answer.cookies}".encode() + (b"" if answer.streaming else answer.content)
        for answer in answers
    )


def remembered() -> bytes:
    """What the caches of this process hold."""
    held = [getattr(caches[name], "_cache", {}) for name in ("default",)]
    return b"".join(
        value if isinstance(value, bytes) else pickle.dumps(value) for one in held for value in one.values()
    )


@pytest.fixture
def written(files: Path, caplog: pytest.LogCaptureFixture) -> Iterator[tuple[ArticlePage, User, list[Person]]]:
    """An article under which fifty people wrote; the half who gave no telephone is published."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # it logs queries only where debugging is on
    article, moderator = make.article(), make.user(role="Editors")
    people = [Person(number) for number in range(COMMENTERS)]
    limits.forget()
    tickets.forget()
    with time_machine.travel(NOW, tick=False) as clockwork:
        for person in people:
            write(article, person, clockwork)
        even = Comment.objects.filter(name__in=[person.name for person in people if person.number % 2 == 0])
        services.publish(even, by=moderator)
        services.refuse(Comment.objects.filter(state=State.HELD), by=moderator)
        yield article, moderator, people
    limits.forget()
    tickets.forget()


def test_nobody_is_shown_logged_or_kept(
    written: tuple[ArticlePage, User, list[Person]], files: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    article, _moderator, people = written
    assert (
        Comment.objects.filter(state=State.PUBLISHED).count()
        == Comment.objects.filter(state=State.REFUSED).count()
        == 25
    )
    place, first = f"article-{article.pk}", Comment.objects.public().first()
    assert first is not None
    pages = [
        *(article.url, "/", f"/comments/{place}/", f"/comments/{place}/write/", "/comments/", f"/comments/{first.pk}/"),
        *(f"/comments/{first.pk}/thread/", f"/comments/{first.pk}/report/", f"/api/v1/comments/?article={article.pk}"),
        *(f"/comments/{form}" for form in _forms()),
        *(f"/comments/{place}/{form}" for form in _forms()),
    ]
    public = told(Client(), pages)
    assert people[0].name.encode() in public, "comments are shown at all"
    export = tmp_path / "out.jsonl"
    from tocsin.cli.comments import command

    assert CliRunner().invoke(command, ["export", str(export)]).exit_code == 0
    exported = export.read_bytes()
    assert people[0].name.encode() in exported
    everywhere = {
        "pages, feeds, headers": public,
        "export": exported,
        "logs": caplog.text.encode(),
        "caches": remembered(),
    }
    assert {where: hits for where, there in everywhere.items() if (hits := found(people, there))} == {}
    database = bytes_in(files)
    assert people[1].phone.encode() in database, "what was written stands there until it is forgotten"
    unseen = [one for one in found(people, database) if "380" not in one and "%2B380" not in one and " 67 " not in one]
    assert unseen == []
    assert sealing.unseal(bytes(Comment.objects.get(name=people[0].name).sealed_email or b"")) == people[0].email


def test_after_the_retention_job_nothing_is_left_of_anybody(
    written: tuple[ArticlePage, User, list[Person]], files: Path
) -> None:
    _article, _moderator, people = written
    sealed = [bytes(one) for one in Comment.objects.values_list("sealed_email", flat=True) if one]
    assert len(sealed) == COMMENTERS
    assert all(address in bytes_in(files) for address in sealed)
    services.forget_due(clock.now() + timedelta(days=31))
    left = bytes_in(files)
    assert people[0].name.encode() in left, "what is published stays"
    assert found(people, left) == []
    assert [address for address in sealed if address[:16] in left] == []
    assert [person.name for person in people if person.number % 2 and person.name.encode() in left] == []


def test_what_is_looked_for_would_be_found() -> None:
    person = Person(7)
    email = person.email.encode()
    disguises = [
        *(email, email.upper(), quote(person.email, safe="").encode(), email.hex().encode()),
        *(base64.b64encode(b"x" * n + email + b"more") for n in range(4)),
        *(hashlib.md5(email).hexdigest().encode(), hashlib.sha256(email).digest(), hashlib.sha1(email).digest()),
        *(json.dumps({"ip": person.ip}).encode(), f"ua={person.browser}".encode(), person.phone.encode()),
    ]
    assert [disguise for disguise in disguises if not found([person], b"some " + disguise + b" more")] == []
    assert found([Person(8)], b"".join(disguises)) == []


def _forms() -> list[str]:
    from tocsin.lib.feeds import FORMS

    return list(FORMS)
