"""The documentation is a contract: a setting, a command or a signal without its line fails; so does a dead link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tocsin.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tocsin"
DOCS = ROOT / "docs"
PAGES = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]

_SETTING = re.compile(r"env\.(?:text|boolean|integer|words|secret)\(\s*\"([A-Z_]+)\"")
_SIGNAL = re.compile(r"^(\w+)(?:: \w+)? = (?:\w+\.)?Signal\(", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def source_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))


def without_line(names: set[str], page: Path) -> list[str]:
    """The names that *page* does not mention as code."""
    text = page.read_text(encoding="utf-8")
    return sorted(name for name in names if not re.search(rf"`{re.escape(name)}\b", text))


def test_every_setting_has_its_line() -> None:
    settings = set(_SETTING.findall(source_text()))
    assert "TOCSIN_SITE" in settings, "the pattern finds settings at all"
    assert without_line(settings, DOCS / "operator" / "settings.md") == []


def test_every_command_has_its_line() -> None:
    assert without_line({f"tocsin {name}" for name in COMMANDS}, DOCS / "operator" / "commands.md") == []


def test_every_signal_has_its_line() -> None:
    assert without_line(set(_SIGNAL.findall(source_text())), DOCS / "developer" / "extending.md") == []


def test_what_has_no_line_is_noticed() -> None:
    assert without_line({"TOCSIN_INVENTED"}, DOCS / "operator" / "settings.md") == ["TOCSIN_INVENTED"]
    assert _SIGNAL.findall("article_corrected = Signal()\nother: Signal = Signal()\n") == ["article_corrected", "other"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_package_is_on_the_map() -> None:
    names = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    text = (DOCS / "developer" / "map.md").read_text(encoding="utf-8")
    assert sorted(name for name in names if f"`{name}/" not in text) == []


def test_the_repository_names_no_package_index() -> None:
    wrong = re.compile(r"--(?:extra-)?index-url|https?://[^ \"]+(?:/simple/|\.whl)")
    pages = [
        *PAGES,
        *(ROOT / "requirements").glob("*"),
        ROOT / "pyproject.toml",
        ROOT / "Makefile",
        ROOT / ".ci" / "run",
    ]
    assert wrong.search("--index-url"), "the pattern fires"
    assert [page.name for page in pages if wrong.search(page.read_text(encoding="utf-8"))] == []
