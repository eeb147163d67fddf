"""``tocsin demo``: a filled newsroom from one command, and never over a newsroom of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import Site, tocsin
from tocsin.cli import demo

_PASSWORD = re.compile(r"Password +(\S+)")
_ASK = """
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
print(User.objects.get(username="editor").check_password({password!r}), User.objects.count())
print(ArticlePage.objects.count(), ArticlePage.objects.published().count())
"""


def test_a_site_of_ones_own_is_not_filled(bell: Site) -> None:
    result = tocsin("demo", str(bell.folder), "--no-serve")
    assert (result.returncode, result.stdout) == (1, "")
    assert "is a site of your own. Name another folder: tocsin demo DIR" in result.stderr


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    result = tocsin("demo", str(tmp_path), "--no-serve")
    assert (result.returncode, [path.name for path in tmp_path.iterdir()]) == (1, ["letter.txt"])


def test_what_a_visitor_needs_stands_in_a_frame() -> None:
    assert demo.box("a", "bcd").splitlines() == ["┌─────┐", "│ a   │", "│ bcd │", "└─────┘"]
    frame = demo.welcome("http://127.0.0.1:8000/", "abcde-fghij")
    assert all(words in frame for words in ("http://127.0.0.1:8000/desk/", "editor", "abcde-fghij"))
    assert len({len(line) for line in frame.splitlines()}) == 1


@pytest.mark.soak
def test_the_demo_is_made_once_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    passwords = []
    for _ in range(2):
        result = tocsin("demo", str(folder), "--no-serve")
        assert result.returncode == 0, result.stderr
        found = _PASSWORD.search(result.stdout)
        assert found, result.stdout
        passwords.append(found[1])
    assert passwords[0] != passwords[1]
    assert "TOCSIN_DEMO=yes" in (folder / "tocsin.env").read_text()
    assert Site(folder).python(_ASK.format(password=passwords[1])).splitlines()[-2:] == ["True 1", "15 12"]
