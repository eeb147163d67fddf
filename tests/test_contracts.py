"""Each contract of the order of imports fails when it is broken on purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BREACHES = {
    "The order of packages": ("lib/clock.py", "import tocsin.articles"),
    "The order of files inside a package": ("articles/models/sections.py", "import tocsin.articles.views"),
    "What faces the web is private to its package": ("importers/__init__.py", "import tocsin.articles.views"),
    "Evidence and ledger do not know Wagtail": ("claims/__init__.py", "import wagtail"),
    "Extraction is plain Python": ("claims/extraction/__init__.py", "import django"),
    "Screening is plain Python": ("comments/screening/__init__.py", "import django"),
    "Reading a page is plain Python": ("importers/webpage/read.py", "import django"),
    "Only lib.http opens connections": ("importers/__init__.py", "import urllib3"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "static", "locale", "templates")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_order_holds(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_found(copy: Path, contract: str) -> None:
    file, line = BREACHES[contract]
    path = copy / "src" / "tocsin" / file
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint(copy)
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout


def test_parts_of_the_standard_library_that_open_connections_are_refused_by_the_linter() -> None:
    def found(name: str) -> str:
        command = [str(Path(sys.executable).parent / "ruff"), "check", "--stdin-filename", f"src/tocsin/{name}", "-"]
        source = '"""A module."""\n\nimport urllib.request\n'
        return subprocess.run(command, input=source, cwd=ROOT, capture_output=True, text=True, check=False).stdout

    assert "TID251" in found("importers/some.py")
    assert "TID251" not in found("lib/http/some.py")


def test_every_contract_has_its_breach() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert {contract["name"] for contract in contracts} == set(BREACHES)
