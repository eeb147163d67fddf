"""Notices that a mail server does not take are sent again, later each time, and never twice."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_string
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from time_machine import travel

from tests import make
from tests.sites import free_port
from tocsin.cli.worker import Tasks
from tocsin.comments import services
from tocsin.comments.models import Comment, Notice
from tocsin.comments.tasks import WAITS, tell_of
from tocsin.lib import clock

pytestmark = pytest.mark.django_db(transaction=True)
OLHA = "olha@example.org"


class Server(socketserver.ThreadingTCPServer):
    """As much of a mail server as Django speaks to; it refuses what comes while *refuses* says at what."""

    daemon_threads, allow_reuse_address = True, True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Session)
        self.refuses, self.taken, self.tried = "", list[str](), 0


class Session(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.server.tried += 1
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == self.server.refuses == "DATA":
                self._take()
                return  # taken, and gone without a word
            if verb == self.server.refuses:
                self._say(f"451 not now, {line}")
            elif verb == "DATA":
                self._take()
                self._say("250 taken")
            elif verb == "QUIT":
                return
            else:
                self._say("250 well")

    def _take(self) -> None:
        self._say("354 go on")
        lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
        self.server.taken.append("".join(lines))

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def port(settings: Any) -> int:
    """Where a mail server is looked for, and none is yet."""
    make.site()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", free_port(), False
    return int(settings.EMAIL_PORT)


@pytest.fixture
def server(port: int) -> Iterator[Server]:
    with Server(port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def published(**wishes: bool) -> Comment:
    comment = make.submitted(email=OLHA, **{"wants_publication": True, **wishes}).comment
    services.publish([comment], by=make.user(role="Editors"))
    return comment


def sealed() -> list[int]:
    return list(Comment.objects.exclude(sealed_email=None).values_list("pk", flat=True))


def ids(server: Server) -> list[str | None]:
    return [message_from_string(letter)["Message-ID"] for letter in server.taken]


def test_it_is_tried_again_until_it_is_taken_and_then_no_more(server: Server) -> None:
    server.refuses = "RCPT"
    with travel(clock.now(), tick=False) as now:
        comment = published()
        Tasks().look()
        for tries, wait in enumerate(WAITS[:2], start=1):
            now.shift(wait - timedelta(seconds=1))
            Tasks().look()
            assert server.tried == tries, "not sooner than it is due"
            now.shift(timedelta(seconds=1))
            Tasks().look()
            assert server.tried == tries + 1
        assert (server.taken, Notice.objects.count()) == ([], 0)
        server.refuses = ""
        for _hour in range(40):
            now.shift(timedelta(hours=1))
            Tasks().look()
    assert len(server.taken) == 1
    assert OLHA in server.taken[0]
    comment.refresh_from_db()
    assert comment.sealed_email is None
    assert not DBTaskResult.objects.filter(status="FAILED").exists()


def test_it_ends_and_the_address_goes_in_time(port: int) -> None:
    with travel(clock.now(), tick=False) as now:
        awaiting = published(wants_reply=True)
        published()
        for _hour in range(60):
            Tasks().look()
            now.shift(timedelta(hours=1))
        assert DBTaskResult.objects.filter(task_path=tell_of.module_path).count() == 2 * (len(WAITS) + 1)
        failures = DBTaskResult.objects.filter(status="FAILED")
        assert [OLHA in f"{failed.traceback} {failed.args_kwargs}" for failed in failures] == [False, False]
        assert not DBTaskResult.objects.ready().exists()
        assert sealed() == [awaiting.pk], "an answer may still come"
        now.shift(timedelta(days=30))
        services.forget_due()
    assert sealed() == []


def test_what_a_server_took_without_a_word_has_the_same_name_again(server: Server) -> None:
    server.refuses = "DATA"
    with travel(clock.now(), tick=False) as now:
        published()
        Tasks().look()
        server.refuses = ""
        now.shift(WAITS[0])
        Tasks().look()
    assert len(server.taken) == 2
    assert len(set(ids(server))) == 1


def test_what_was_cut_short_is_not_sent_twice_and_keeps_no_address(server: Server) -> None:
    comment = published()
    Notice.objects.create(comment=comment, about=comment)
    Tasks().look()
    assert server.taken == []
    services.forget_due(clock.now() + timedelta(days=2))
    comment.refresh_from_db()
    assert comment.sealed_email is None


def test_the_moderators_are_told_when_the_server_is_there_again(server: Server) -> None:
    make.discussion_settings(tell_moderators="desk@example.org")
    server.refuses = "MAIL"
    with travel(clock.now(), tick=False) as now:
        make.submitted()
        Tasks().look()
        server.refuses = ""
        now.shift(timedelta(hours=2))
        Tasks().look()
        now.shift(timedelta(days=2))
        Tasks().look()
    assert len(server.taken) == 1
