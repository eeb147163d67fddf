"""Killed anywhere and resumed, an import leaves what an undisturbed one leaves."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import transaction

from tests import sites
from tests.importers.wordpress.canon import canonical
from tests.importers.wordpress.exports import author, category, comment, item, tag, written
from tests.importers.wordpress.test_media import attachment
from tests.make import picture_bytes
from tocsin.articles.models import HomePage
from tocsin.importers.wordpress.media import Folder
from tocsin.importers.wordpress.services import MoveUnderWay, Wishes, move_in, moving

_DUMP = "import json, canon; print(json.dumps(canon.canonical()))"


def export_of_a_site(folder: Path, *, articles: int = 260) -> Path:
    """An export in which everything hangs together, of more articles than one transaction takes."""
    (folder / "uploads").mkdir()
    for number in range(4):
        (folder / "uploads" / f"p{number}.png").write_bytes(
            picture_bytes(size=(30, 20), form="PNG", colour=f"#33557{number}")
        )
    return written(
        folder,
        author(),
        *(category(f"c{n}", f"Category {n}", f"c{n // 2}" if n else "", number=100 + n) for n in range(6)),
        *(tag(f"t{n}", f"Tag {n}", number=200 + n) for n in range(10)),
        *(attachment(5000 + n, f"p{n}.png") for n in range(4)),
        *(
            item(6000 + n, f"Page {n}", type="page", slug=f"page-{n}", parent=6000 + n // 3 if n else 0)
            for n in range(8)
        ),
        *(
            item(
                n,
                f"Article {n}",
                f'<p>Words of {n}.[1]</p><p><a href="https://old.example.org/?p={n + 1}">next</a></p><p>[1] Letter {n}</p>'
                + (
                    '<img class="wp-image-5001" src="/wp-content/uploads/p1.png" alt="A bridge"/>'
                    if n % 20 == 0
                    else ""
                ),
                slug=f"same-{n % 40}",
                terms=[("category", f"c{n % 6}", "x"), ("post_tag", f"t{n % 10}", f"Tag {n % 10}")]
                + (
                    [("language", "uk" if n % 2 else "en", ""), ("post_translations", f"g{n // 2}", "")]
                    if n < 60
                    else []
                ),
                meta={"_thumbnail_id": "5000"} if n % 30 == 0 else {},
                comments=[comment(10 * n + k, f"Comment {k}", parent=10 * n + k - 1 if k else 0) for k in range(n % 3)],
            )
            for n in range(1, articles + 1)
        ),
    )


def dumped(site: sites.Site) -> dict:
    shutil.copy(Path(__file__).with_name("canon.py"), site.folder)
    text = site.python(f"import sys; sys.path.insert(0, {str(site.folder)!r})\n{_DUMP}")
    return json.loads(text.splitlines()[-1])


def run_and_kill(site: sites.Site, path: Path, after: float, *more: str) -> bool:
    """Start the import and kill it *after* so many seconds; say whether it was still under way."""
    command = [
        *sites.TOCSIN,
        "--site",
        str(site.folder),
        "import",
        "wordpress",
        str(path),
        "--media",
        str(path.parent / "uploads"),
        *more,
    ]
    process = subprocess.Popen(
        command, env=sites.clean_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


class _Killed(BaseException):
    """What nothing on the way may catch, as nothing catches a kill."""


def killed_after(steps: int) -> Callable[[str, int, int], None]:
    left = iter(range(steps))

    def progress(what: str, done: int, total: int) -> None:
        if next(left, None) is None:
            raise _Killed

    return progress


@pytest.mark.django_db
def test_cut_short_and_resumed_it_is_the_same(home: HomePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "AT_ONCE", 20)
    path = export_of_a_site(tmp_path, articles=70)
    shelf = Folder(tmp_path / "uploads")
    with time_machine.travel(datetime(2024, 3, 1, tzinfo=UTC), tick=False):
        with transaction.atomic():
            move_in(path, Wishes(shelf))
            wanted = canonical()
            transaction.set_rollback(True)
        for steps in (1, 3, 5, 6, 8):
            with pytest.raises(_Killed):
                move_in(path, Wishes(shelf, resume=True), killed_after(steps))
        with pytest.raises(MoveUnderWay, match="--resume"):
            move_in(path, Wishes(shelf))
        account = move_in(path, Wishes(shelf, resume=True))
    assert account.resumed
    assert account.became["articles"]["unchanged"] > 0
    assert canonical() == wanted
    assert move_in(path, Wishes(shelf)).added() == 0


@pytest.mark.soak
def test_an_import_killed_anywhere_and_resumed_equals_an_undisturbed_one(tmp_path: Path) -> None:
    kills = int(os.environ.get("TOCSIN_IMPORT_KILLS", "50"))
    path = export_of_a_site(tmp_path)
    chance = random.Random(7)
    with sites.made(tmp_path / "base") as base:
        whole = base.copy(tmp_path / "whole") if not sites.POSTGRES else base
        began = time.monotonic()
        assert not run_and_kill(whole, path, 600)
        seconds = time.monotonic() - began
        wanted = dumped(whole)
        assert len(wanted["articles"]) == 260
        if sites.POSTGRES:
            pytest.skip("a PostgreSQL database is not copied by copying a folder")
        done, places = 0, itertools.count()
        while done < kills:
            site = base.copy(tmp_path / f"killed-{next(places)}")
            more: list[str] = []
            for _ in range(chance.choice((1, 1, 3))):
                done += run_and_kill(site, path, chance.uniform(0.3, 1.0) * seconds, *more)
                more = ["--resume"]
            assert not run_and_kill(site, path, 600, "--resume")
            assert dumped(site) == wanted
            result = site.run("import", "wordpress", str(path), "--media", str(tmp_path / "uploads"))
            assert not re.search(r"\badded\b", result.stdout), result.stdout
