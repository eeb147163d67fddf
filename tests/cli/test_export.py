"""The way out as a person takes it, while the newsroom goes on working."""

from __future__ import annotations

import json
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests import sites
from tests.sites import Site

FILL = """
from tests import make
for number in range(40):
    make.comment(make.article(f"Article {number}"))
"""
WRITE_ON = """
from tests import make
print("ready", flush=True)
for number in range(200):
    make.comment(make.article(f"Later {number}", slug=f"later-{number}"))
"""


def records(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_bytes().splitlines())


def test_a_newsroom_leaves_and_arrives(copy: Site, tmp_path: Path) -> None:
    copy.python(FILL)
    exported = copy.run("export", str(tmp_path / "bell"))
    assert exported.returncode == 0, exported.stderr
    assert "unpublished material" in exported.stdout
    assert stat.S_IMODE((tmp_path / "bell").stat().st_mode) == 0o700
    assert "exists already" in copy.run("export", str(tmp_path / "bell")).stderr
    assert (
        "This site is not new: there are articles in it (40)."
        in copy.run("import", "tocsin", str(tmp_path / "bell")).stderr
    )
    with sites.made(tmp_path / "elsewhere") as elsewhere:
        assert elsewhere.run("user", "add", "nina", "--role", "administrator").returncode == 0
        checked = elsewhere.run("import", "tocsin", str(tmp_path / "bell"), "--dry-run")
        assert "Nothing was written." in checked.stdout, checked.stderr
        taken = elsewhere.run("import", "tocsin", str(tmp_path / "bell"))
        assert "are read back" in taken.stdout, taken.stderr
        assert elsewhere.python("from tocsin.comments.models import Comment; print(Comment.objects.count())") == "40"
        assert elsewhere.run("check").returncode == 0
        assert elsewhere.run("search", "reindex").returncode == 0
        assert "Article 7" in elsewhere.run("search", "article 7").stdout
    assert "is not there" in copy.run("import", "tocsin", str(tmp_path / "nowhere")).stderr


def test_an_export_is_the_newsroom_at_one_moment_and_nobody_waits_for_it(copy: Site, tmp_path: Path) -> None:
    copy.python(FILL)
    command = [*sites.TOCSIN, "--site", str(copy.folder), "manage", "shell", "--no-imports", "-c", WRITE_ON]
    writer = subprocess.Popen(command, env=sites.clean_environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
        exported = copy.run("export", str(tmp_path / "bell"))
        assert exported.returncode == 0, exported.stderr
        assert writer.poll() is None, "it wrote all the while"
    finally:
        writer.kill()
        writer.wait()
        if writer.stdout:
            writer.stdout.close()
    pages = {one["id"]: one for one in records(tmp_path / "bell" / "articles.jsonl")}
    versions = {one["id"] for one in records(tmp_path / "bell" / "revisions.jsonl")}
    front = next(records(tmp_path / "bell" / "front-pages.jsonl"))
    assert len(pages) == front["numchild"] >= 40
    assert {one["article"] for one in records(tmp_path / "bell" / "comments.jsonl")} <= pages.keys()
    assert {one["latest_revision"] for one in pages.values()} - {None} <= versions
