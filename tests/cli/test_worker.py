"""The worker: what is due is published, tasks run, nothing is lost when it is killed or the clock leaps."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests import make
from tests.sites import Site
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.cli import worker
from tocsin.cli.worker import Rounds, Schedule, Tasks
from tocsin.lib import clock

done: list[str] = []


@task
def note(text: str) -> None:
    done.append(text)


@task
def fail() -> None:
    raise ValueError("as asked")


@pytest.fixture(autouse=True)
def _in_the_database(settings: object) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # type: ignore[attr-defined]
    done.clear()


def scheduled(home: HomePage, when: timedelta) -> ArticlePage:
    article = make.article(live=False)
    article.go_live_at = clock.now() + when
    article.save_revision().publish()
    return article


def live(article: ArticlePage) -> bool:
    return bool(ArticlePage.objects.values_list("live", flat=True).get(pk=article.pk))


class Clock:
    """The clocks of the machine, moved by the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.steady = 1_700_000_000.0, 1000.0
        monkeypatch.setattr(Schedule, "_clocks", lambda _schedule: (self.wall, self.steady))

    def go(self, seconds: float, *, leap: float = 0) -> None:
        self.steady += seconds
        self.wall += seconds + leap


def due_now(home: HomePage) -> ArticlePage:
    article = scheduled(home, timedelta(seconds=0.2))
    assert not live(article)
    time.sleep(0.25)
    return article


def test_what_is_due_is_published_and_what_is_not_waits(home: HomePage) -> None:
    due, later = due_now(home), scheduled(home, timedelta(hours=1))
    Schedule().look()
    assert (live(due), live(later)) == (True, False)


def test_a_clock_that_leaps_ahead_publishes_nothing_until_it_is_believed(
    home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Clock(monkeypatch)
    schedule, article = Schedule(), due_now(home)
    machine.go(1, leap=5 * 365 * 86400)
    schedule.look()
    assert not live(article)
    machine.go(worker.HOLD + 1)
    schedule.look()
    assert live(article)


def test_a_clock_put_right_again_is_believed_at_once(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Clock(monkeypatch)
    schedule, article = Schedule(), due_now(home)
    machine.go(1, leap=86400)
    schedule.look()
    machine.go(1, leap=-86400)
    schedule.look()
    assert live(article)


@pytest.mark.django_db(transaction=True)
def test_tasks_run_and_their_failures_are_kept() -> None:
    note.enqueue("one")
    fail.enqueue()
    note.enqueue("two")
    Tasks().look()
    assert done == ["one", "two"]
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL", "SUCCESSFUL"]


@pytest.mark.django_db(transaction=True)
def test_a_task_cut_short_runs_again_but_not_for_ever() -> None:
    note.enqueue("again")
    row = DBTaskResult.objects.get()
    for _ in range(worker.TRIES - 1):
        row.refresh_from_db()
        row.claim(Tasks().name)
        worker.take_up_interrupted()
        row.refresh_from_db()
        assert row.status == TaskResultStatus.READY
    row.claim(Tasks().name)
    worker.take_up_interrupted()
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED


@pytest.mark.django_db(transaction=True)
def test_a_task_of_another_machine_is_left_to_it() -> None:
    note.enqueue("there")
    DBTaskResult.objects.get().claim("elsewhere:1")
    worker.take_up_interrupted()
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


@pytest.mark.django_db(transaction=True)
def test_finished_tasks_are_forgotten_after_a_week() -> None:
    for text in ("old", "new"):
        note.enqueue(text)
    Tasks().look()
    old = DBTaskResult.objects.order_by("enqueued_at").first()
    assert old
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=clock.now() - worker.KEPT - timedelta(hours=1))
    worker.tidy()
    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [["new"]]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_goes_away_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds, asked = Rounds(), []

    def look() -> None:
        asked.append(time.monotonic())
        if len(asked) == 1:
            raise OperationalError("server closed the connection unexpectedly")
        rounds.stop()

    monkeypatch.setattr(worker, "INTERVAL", 0.01)
    rounds._repeat(look)
    assert len(asked) == 2


def test_on_postgresql_one_machine_at_a_time_publishes(db: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one machine")
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [worker.LOCK])
        with worker.alone() as ours:
            assert not ours
        cursor.execute("SELECT pg_advisory_unlock(%s)", [worker.LOCK])
        with worker.alone() as ours:
            assert ours
    other.close()


def test_a_second_worker_of_a_site_is_refused(bell: Site, tmp_path: Path) -> None:
    import fcntl

    with (bell.folder / "data" / "worker.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = bell.run("worker")
    assert result.returncode == 1
    assert result.stderr == "Error: This site's worker runs already: `tocsin serve` brings its own.\n"
