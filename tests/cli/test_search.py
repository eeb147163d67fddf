"""The command: finds as readers do, checks and rebuilds the index, refuses in one line."""

from __future__ import annotations

import json
import shutil
import time

import pytest

from tests.sites import Site

FILL = """
from datetime import UTC, datetime
from tests import make
make.article("Bridge at Irpin repaired", slug="bridge", published_at=datetime(2022, 3, 5, 12, tzinfo=UTC))
make.article("Secret bridge", live=False)
claim = make.claim("The bridge is gone.", public=True)
print(claim.pk)
"""


@pytest.fixture
def filled(copy: Site) -> tuple[Site, str]:
    shutil.rmtree(copy.folder / "data" / "search", ignore_errors=True)  # left by whoever served the one it is a copy of
    return copy, copy.python(FILL).splitlines()[-1]


def test_a_search_in_the_terminal(filled: tuple[Site, str]) -> None:
    site, claim = filled
    assert site.run("search", "check").stderr == (
        "Error: There is no search index yet. Start the worker, or: tocsin search reindex\n"
    )
    by_title = site.run("search", "bridge", "--limit", "5")
    assert by_title.returncode == 0
    assert "only titles were looked at" in by_title.stderr
    assert "Secret" not in by_title.stdout
    assert by_title.stdout.startswith(
        "article     Bridge at Irpin repaired\n            2022-03-05  /2022/03/05/bridge/\n"
    )

    built = site.run("search", "reindex")
    assert built.stdout.startswith("2 records in "), built.stderr
    found = site.run("search", "--type", "claim", "bridges")
    assert found.stdout.splitlines()[0] == "claim       The bridge is gone."
    assert found.stdout.splitlines()[1].endswith(f"unsourced  /claims/{claim}/")
    answer = json.loads(site.run("search", "bridge", "--json").stdout)
    assert (answer["indexed"], answer["full"], answer["types"]) == (True, 2, {"article": 1, "claim": 1})
    assert site.run("search", "find", "nowhere").stdout == "Nothing found.\n"

    checked = site.run("search", "check")
    assert checked.returncode == 0
    assert checked.stdout == "ok       The index holds exactly what readers may see (2 records)\n"
    site.python("from tocsin.articles.models import ArticlePage; ArticlePage.objects.update(title='Ferry')")
    site.python("from tocsin.search.models import Change; Change.objects.all().delete()")
    wrong = site.run("search", "check")
    assert wrong.returncode == 1
    assert "reads otherwise\n         cure: tocsin search check --repair\n" in wrong.stdout
    repaired = site.run("search", "check", "--repair")
    assert (repaired.returncode, repaired.stdout.splitlines()[0]) == (0, "1 records written anew.")


def test_the_worker_keeps_the_index_and_builds_it_when_it_is_gone(filled: tuple[Site, str]) -> None:
    site, _claim = filled
    with site.served():
        _wait_until_found(site, "bridge", 2)
        (site.folder / "data" / "search").rename(site.folder / "taken-away")  # in one go, as the worker may write there
        site.python("from tests import make; make.article('Another bridge')")
        _wait_until_found(site, "bridge", 3)
        assert site.run("search", "check").returncode == 0


def _wait_until_found(site: Site, text: str, count: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        answer = json.loads(site.run("search", text, "--json").stdout)
        if answer["indexed"] and answer["full"] == count:
            return
        time.sleep(0.2)
    pytest.fail(f"{text} was not found: {answer}")
