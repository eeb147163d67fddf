"""One group of processes that is quickly ready, stops in time, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.sites import Server, Site, alive, children

SCHEDULE = """
from datetime import datetime
from tests import make
article = make.article("In time", live=False)
article.go_live_at = datetime.fromisoformat({when!r})
article.save_revision().publish()
print(article.pk)
"""


@pytest.fixture(scope="module")
def server(bell: Site) -> Iterator[Server]:
    with bell.served() as running:
        yield running


def schedule(site: Site, when: datetime) -> str:
    return site.python(SCHEDULE.format(when=when.isoformat())).splitlines()[-1]


def wait_until_live(site: Site, address: str, server: Server, *, within: float) -> None:
    end = time.monotonic() + within
    browser = server.browser()
    while browser.get(address).status != 200:
        assert time.monotonic() < end, f"not published within {within} s"
        time.sleep(0.1)


def address_of(site: Site, pk: str) -> str:
    code = f"from tocsin.articles.models import ArticlePage as A; print(A.objects.get(pk={pk}).slug)"
    return site.python(code).splitlines()[-1]


def test_pages_and_the_desk_answer(server: Server) -> None:
    browser = server.browser()
    assert browser.get("/").status == 200
    assert browser.get("/desk/login/").status == 200
    assert browser.get("/no-such-page/").status == 404


def test_static_files_are_compressed_and_kept_for_ever(server: Server) -> None:
    name = server.site.python(
        "from django.templatetags.static import static; print(static('wagtailadmin/css/core.css'))"
    )
    answer = server.browser().get(name, **{"Accept-Encoding": "gzip"})
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in answer.headers["cache-control"]


def test_the_port_in_use_is_refused_in_one_line(server: Server, copy: Site) -> None:
    result = copy.run("serve", "--bind", f"127.0.0.1:{server.port}")
    assert result.returncode == 1
    assert result.stderr == (
        f"Error: Port {server.port} of 127.0.0.1 is in use: stop what listens there, or choose another --bind.\n"
    )


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("TOCSIN_SECRET_KEY_FILE", " ", "There is no secret key"),
        ("TOCSIN_DEBUG", "yes", "errors would show secrets to strangers"),
    ],
)
def test_a_dangerous_site_is_not_served(bell: Site, setting: str, value: str, said: str) -> None:
    text = (bell.folder / "tocsin.env").read_text()
    try:
        (bell.folder / "tocsin.env").write_text(text.replace("TOCSIN_SECRET_KEY_FILE=", "#") if value == " " else text)
        result = bell.run("serve", TOCSIN_HOSTS="news.example", **({} if value == " " else {setting: value}))
    finally:
        (bell.folder / "tocsin.env").write_text(text)
    assert result.returncode == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_site_of_an_older_version_is_not_served(copy: Site) -> None:
    assert copy.run("manage", "migrate", "wagtailredirects", "0007", "--verbosity", "0").returncode == 0
    result = copy.run("serve")
    assert result.returncode == 1
    assert "run `tocsin upgrade`" in result.stderr


@pytest.mark.parametrize("what", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_within_five_seconds(copy: Site, what: signal.Signals) -> None:
    with copy.served() as server:
        waiting = server.browser()
        waiting.get("/")
        assert server.stop(what) < 5
        assert server.process
        assert server.process.returncode == 0


def test_everything_dies_with_a_killed_supervisor(copy: Site) -> None:
    with copy.served() as server:
        family = server.family()
        assert len(family) >= 4
        assert server.process
        server.process.kill()
        server.process.wait()
        end = time.monotonic() + 2
        while any(alive(pid) for pid in family):
            assert time.monotonic() < end
            time.sleep(0.02)


def test_what_crashes_is_started_again(copy: Site) -> None:
    with copy.served() as server:
        assert server.process
        before = children(server.process.pid)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        end = time.monotonic() + 10
        while True:
            now = set(children(server.process.pid)) - set(before)
            if len(now) == len(before):
                break
            assert time.monotonic() < end
            time.sleep(0.1)
        wait_until_live(copy, "/", server, within=10)


def test_a_schedule_fires_within_five_seconds(copy: Site) -> None:
    with copy.served() as server:
        due = datetime.now(UTC) + timedelta(seconds=12)
        pk = schedule(copy, due)
        address = f"/{due:%Y/%m/%d}/{address_of(copy, pk)}/"
        assert server.browser().get(address).status == 404
        wait_until_live(copy, address, server, within=(due - datetime.now(UTC)).total_seconds() + 5)


def test_a_schedule_missed_while_it_was_off_fires_at_the_start(copy: Site) -> None:
    due = datetime.now(UTC) + timedelta(seconds=1)
    pk = schedule(copy, due)
    slug = address_of(copy, pk)
    time.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds()))
    with copy.served() as server:
        wait_until_live(copy, f"/{due:%Y/%m/%d}/{slug}/", server, within=5)
