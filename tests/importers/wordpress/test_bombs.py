"""A hostile export is refused or mended within 5 seconds of work and 256 MB, before anything is written."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

from tests import make
from tests.importers.wordpress import bombs, wxr
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.services import Wishes, move_in

ROOT = Path(__file__).resolve().parents[3]
SECONDS, MEMORY = 5, 256 * 2**20
PROGRAM = """
import json, resource, sys
from pathlib import Path
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import open_export
try:
    with open_export(Path(sys.argv[1])) as export:
        items = list(export.items())
        print(json.dumps({"items": len(items), "content": items[0].content[:500], "repairs": export.repairs_total}))
except ExportRefused as refused:
    print(json.dumps({"refused": str(refused)}))
"""


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def read(path: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, path],
        capture_output=True, text=True, preexec_fn=bounded, timeout=120, check=False, cwd=ROOT, env={"PYTHONPATH": "src"},
    )  # fmt: skip
    path.unlink()
    assert done.returncode == 0, done.stderr[-600:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", bombs.REFUSED)
def test_a_bomb_is_refused_in_one_line_and_within_bounds(name: str, tmp_path: Path) -> None:
    write, told = bombs.REFUSED[name]
    write(tmp_path / "export")
    found = read(tmp_path / "export")
    assert "refused" in found, found
    line = str(found["refused"])
    assert re.search(told, line), line
    assert "\n" not in line
    assert "Traceback" not in line


@pytest.mark.parametrize("name", bombs.REPAIRED)
def test_what_only_looks_like_a_bomb_is_read(name: str, tmp_path: Path) -> None:
    write, content = bombs.REPAIRED[name]
    write(tmp_path / "export")
    found = read(tmp_path / "export")
    assert found.get("items") == 1, found
    assert content is None or found["content"] == content


def rows() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


@pytest.mark.django_db
@pytest.mark.parametrize("late", ["<!DOCTYPE a>", "<a>" * 40, "<item></item>" * 1001, wxr.author("a") * 20_001])
def test_a_refusal_at_the_end_of_a_file_leaves_no_row(late: str, tmp_path: Path) -> None:
    make.site()
    good = [wxr.author("ada"), wxr.category("news", "News"), wxr.item(1, comments=[wxr.comment(1, "a")])]
    before = rows()
    with pytest.raises(ExportRefused):
        move_in(wxr.write(tmp_path / "a.xml", *good, late), Wishes())
    assert rows() == before
    move_in(wxr.write(tmp_path / "a.xml", *good), Wishes())
    assert rows()["articles.ArticlePage"] == 1


def test_the_bounds_of_this_test_hold(tmp_path: Path) -> None:
    greedy = subprocess.run(
        [sys.executable, "-c", "x = bytes(300 << 20)"], preexec_fn=bounded, check=False, capture_output=True
    )
    assert b"MemoryError" in greedy.stderr
