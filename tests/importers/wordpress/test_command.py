"""The command: what it prints, writes and refuses."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.importers.wordpress.exports import author, item, written
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.cli.import_page import command
from tocsin.cli.progress import Steps
from tocsin.evidence.models import Reading
from tocsin.evidence.statuses import ReadingState
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.models import Arrival, Move
from tocsin.lib.errors import TocsinError

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["wordpress", *arguments])


def test_it_tells_what_came_and_what_became_of_it(home: HomePage, tmp_path: Path) -> None:
    path = written(tmp_path, author(email="a@example.org"), item(1, "A &amp; B", "[strange]text[/strange]"))
    for ending in ("html", "json"):
        result = run(str(path), "--report", str(tmp_path / f"account.{ending}"))
        assert result.exit_code == 0, result.output
    assert "post (publish) 1" in result.output
    page = (tmp_path / "account.html").read_text(encoding="utf-8")
    assert "A &amp; B" in page
    assert f"/desk/pages/{ArticlePage.objects.get().pk}/edit/" in page
    assert "<script" not in page
    account = json.loads((tmp_path / "account.json").read_text(encoding="utf-8"))
    assert account["left_out"] == {"author_email": 1}
    assert account["came"]["items"] == {"post (publish)": 1}
    assert account["became"]["articles"] == {"unchanged": 1}
    assert (tmp_path / "account.html").stat().st_mode & 0o077 == 0, "it names drafts"


def test_packed_files_are_read(home: HomePage, tmp_path: Path) -> None:
    path = written(tmp_path, item(1))
    packed = tmp_path / "export.xml.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert run(str(packed)).exit_code == 0
    assert ArticlePage.objects.count() == 1


def test_a_trial_leaves_nothing(home: HomePage, tmp_path: Path) -> None:
    result = run(str(written(tmp_path, item(1))), "--dry-run")
    assert "Would move in" in result.output
    assert (ArticlePage.objects.count(), Move.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.xml"],
        ["{export}", "--media", "missing"],
        ["{export}", "--media", ".", "--fetch-media"],
        ["{export}", "--report", "a.txt"],
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(
    home: HomePage, tmp_path: Path, arguments: list[str]
) -> None:
    path = written(tmp_path, item(1))
    result = run(*(one.format(export=path) for one in arguments))
    assert result.exit_code == 1
    assert isinstance(result.exception, TocsinError)
    assert "\n" not in str(result.exception)
    assert not ArticlePage.objects.exists()


def test_a_file_that_is_refused_at_its_end_has_written_nothing(home: HomePage, tmp_path: Path) -> None:
    path = written(tmp_path, *(item(number) for number in range(1, 30)))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</channel>", "<wp:x>" * 5000 + "</channel>"), encoding="utf-8")
    result = run(str(path))
    assert isinstance(result.exception, ExportRefused), result.output
    assert (ArticlePage.objects.count(), Move.objects.count(), Arrival.objects.count()) == (0, 0, 0)


def test_progress_says_rate_and_time_left() -> None:
    steps = Steps()
    steps("articles", 0, 1000)
    assert steps.line(250, 1000, 5.0) == "articles: 250 of 1,000, 50/s, 0:00:15 left"


def test_articles_taken_over_are_read_for_their_claims_when_that_is_wished(
    home: HomePage, tmp_path: Path, settings: Any
) -> None:
    path = written(
        tmp_path,
        *(item(day, slug=f"d{day}", gmt=f"2022-03-0{day} 10:00:00", comments=[]) for day in (2, 9, 5)),
        item(10, slug="draft", status="draft"),
        item(11, slug="page", type="page"),
    )
    settings.PROPOSER = "tests.no_such_module.propose"
    refused = run(str(path), "--propose")
    assert (refused.exit_code, ArticlePage.objects.count()) == (1, 0), "before anything is written"
    settings.PROPOSER = "tests.evidence.stand_in.propose"
    assert "to be read for claims 3" in run(str(path), "--propose").output
    asked = Reading.objects.order_by("asked_at", "pk").values_list("article__slug", "state")
    assert list(asked) == [(slug, ReadingState.WAITING) for slug in ("d9", "d5", "d2")]
