"""``tocsin comments``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.db.models.signals import post_save

from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.cli.comments import command
from tocsin.comments.models import Comment, Decision, DiscussionSettings
from tocsin.comments.statuses import Deed, State

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_it_counts_what_waits(article: ArticlePage) -> None:
    make.submitted(article)
    make.comment(article)
    told = json.loads(run("list", "--json"))
    assert (told["waiting"], told["held"], told["published"], told["closed_everywhere"]) == (1, 1, 1, False)
    assert "decision: 1" in run("list")


def test_it_closes_opens_and_slows_and_says_who_did(article: ArticlePage) -> None:
    name = make.user(role="Editors").username
    assert "closed everywhere" in run("close", "--as", name)
    assert "as the settings say" in run("open")
    assert "Slow mode: 7 minutes." in run("slow", "--minutes", "7")
    assert DiscussionSettings.current().slow_mode
    run("slow", "--off")
    made = Decision.objects.order_by("pk").values_list("deed", "by__username")
    assert list(made) == [(Deed.CLOSE, name), (Deed.OPEN, None), (Deed.SLOW, None), (Deed.FAST, None)]


def test_it_exports_what_readers_see_and_if_asked_the_rest(article: ArticlePage, tmp_path: Path) -> None:
    shown = make.comment(article, name="Olha", email="olha@example.org", wants_reply=True)
    make.submitted(article)
    assert ": 1" in run("export", str(tmp_path / "public"))
    [line] = (tmp_path / "public").read_text().splitlines()
    assert json.loads(line)["text"] == shown.text
    assert set(json.loads(line)) == {
        *("id", "url", "on", "answers", "kind", "state", "name", "text", "written_at", "published_at")
    }
    assert not Decision.objects.filter(deed=Deed.EXPORT).exists()
    there = []

    def look(**_kept: Any) -> None:
        there.append((tmp_path / "all").exists())

    post_save.connect(look, Decision)
    try:
        run("export", str(tmp_path / "all"), "--all", "--as", make.user("olha").username)
    finally:
        post_save.disconnect(look, Decision)
    assert there == [False], "it is kept before anybody can read the file"
    assert Decision.objects.get(deed=Deed.EXPORT).by.username == "olha"
    assert len((tmp_path / "all").read_text().splitlines()) == 2
    assert (tmp_path / "all").stat().st_mode & 0o777 == 0o600


def test_it_forgets(article: ArticlePage) -> None:
    comment = make.submitted(article, writer_key="a browser's key 0123").comment
    assert "Deleted 0 addresses" in run("forget")
    assert "writer: 1" in run("forget", "--writer", comment.token)
    assert not Comment.objects.exists()


def test_it_makes_keys_once_and_anew_when_told(article: ArticlePage, keys: Path) -> None:
    comment = make.comment(article, email="olha@example.org", wants_reply=True, state=State.HELD)
    old = (keys / "comments.pub").read_text()
    assert run("key").startswith("There already")
    assert run("key", "--new").startswith("Made")
    comment.refresh_from_db()
    assert (comment.sealed_email, (keys / "comments.pub").read_text() == old) == (None, False)
