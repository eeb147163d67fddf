"""The group: quick help, a site found, refusals in one line."""

from __future__ import annotations

import importlib.util
import stat
import time
from pathlib import Path

import pytest

from tests.sites import Site, tocsin
from tocsin.cli import COMMANDS


def test_help_is_quick_and_lists_every_command() -> None:
    began = time.monotonic()
    result = tocsin("--help")
    took = time.monotonic() - began
    assert result.returncode == 0
    assert [name for name in COMMANDS if f"  {name} " not in result.stdout] == []
    assert took < 1, "about 0.05 s; the bound leaves room for a busy machine"


def test_help_loads_neither_django_nor_a_command() -> None:
    result = tocsin("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    assert "tocsin.cli" in loaded, "the list of imports is there at all"
    assert {name for name in loaded if name.partition(".")[0] in {"django", "wagtail", "granian"}} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_has_its_file(name: str) -> None:
    assert importlib.util.find_spec(f"tocsin.cli.{COMMANDS[name].file}") is not None


def test_a_folder_that_is_no_site_is_refused_in_one_line(tmp_path: Path) -> None:
    result = tocsin("check", cwd=tmp_path)
    assert result.returncode == 1
    assert (
        result.stderr == "Error: This folder is no site. Go to the site's folder, or name it: tocsin --site DIR ...\n"
    )


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = tocsin("--site", str(tmp_path / "nowhere"), "check")
    assert result.returncode == 1
    assert "There is no folder" in result.stderr


def test_a_setting_that_cannot_be_read_is_named_in_one_line(bell: Site) -> None:
    result = bell.run("check", TOCSIN_MAIL_PORT="many")
    assert (result.returncode, result.stderr) == (1, "Error: TOCSIN_MAIL_PORT is 'many': write a whole number.\n")


def test_a_database_that_does_not_answer_is_one_line(bell: Site) -> None:
    result = bell.run("check", DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "Connection refused" in result.stderr


def test_the_site_is_the_folder_one_stands_in(bell: Site) -> None:
    result = tocsin(
        "manage",
        "shell",
        "--no-imports",
        "-c",
        "from django.conf import settings; print(settings.SITE)",
        cwd=bell.folder,
    )
    assert result.stdout.strip() == str(bell.folder)


def test_a_new_site_has_its_newsroom_and_its_secrets_are_private(bell: Site) -> None:
    code = "from tocsin.articles.models import Newsroom; print(Newsroom.objects.get().name)"
    assert bell.python(code) == "The Bell"
    private = [bell.folder / "secrets", bell.folder / "secrets" / "secret-key", bell.folder / "data"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in private] == [0o700, 0o600, 0o700]
    assert (bell.folder / "static" / "staticfiles.json").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    result = tocsin("new", str(tmp_path))
    assert result.returncode == 1
    assert "is not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_site_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    result = tocsin("new", str(tmp_path / "site"), "--database", "postgres://nobody@127.0.0.1:1/nothing")
    assert result.returncode == 1
    assert "nothing of it is left" in result.stderr.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_djangos_own_commands_pass_through(bell: Site) -> None:
    result = bell.run("manage", "showmigrations", "--plan", "--verbosity", "2")
    assert result.returncode == 0
    assert "articles.0001_initial" in result.stdout
