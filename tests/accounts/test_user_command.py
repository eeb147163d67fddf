"""``tocsin user``: people who sign in, managed by whoever runs the machine."""

from __future__ import annotations

from click.testing import CliRunner

from tests import make
from tocsin.accounts.errors import AccountRefused
from tocsin.accounts.models import User
from tocsin.articles.models import HomePage
from tocsin.cli.user import command


def run(*arguments: str, typed: str = "") -> str:
    result = CliRunner().invoke(command, list(arguments), input=typed, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_member_of_staff_is_added_with_a_password_shown_once(home: HomePage) -> None:
    output = run("add", "olha", "--role", "editor")
    password = output.split(": ")[1].strip()
    user = User.objects.get(username="olha")
    assert user.check_password(password)
    assert [group.name for group in user.groups.all()] == ["Editors"]


def test_a_password_can_be_given_on_standard_input(home: HomePage) -> None:
    assert "shown once" not in run("add", "olha", "--password-stdin", typed="a long and good password\n")
    assert User.objects.get(username="olha").check_password("a long and good password")


def test_what_cannot_be_is_refused_and_nothing_is_kept(home: HomePage) -> None:
    make.user("olha")
    for arguments, typed in ((["add", "OLHA"], ""), (["add", "ivan", "--password-stdin"], "short\n")):
        result = CliRunner().invoke(command, arguments, input=typed)
        assert isinstance(result.exception, AccountRefused)
    assert User.objects.count() == 1


def test_people_are_listed_changed_and_turned_away(home: HomePage) -> None:
    run("add", "olha", "--role", "contributor")
    run("role", "olha", "author")
    run("deactivate", "olha")
    line = next(one for one in run("list").splitlines() if one.startswith("olha"))
    assert "author" in line
    assert "may not sign in" in line
    run("deactivate", "olha", "--undo")
    assert User.objects.get(username="olha").is_active


def test_a_forgotten_password_and_a_lost_device_are_mended(home: HomePage) -> None:
    user = make.user("olha", role="Editors")
    before = user.password
    assert "shown once" in run("password", "olha")
    run("reset-second-factor", "olha")
    user.refresh_from_db()
    assert user.password != before
