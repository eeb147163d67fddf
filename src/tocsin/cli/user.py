from __future__ import annotations

import sys

import click

from tocsin.accounts import services
from tocsin.accounts.models import User
from tocsin.articles.services.roles import ROLES

role_option = click.option("--role", type=click.Choice(list(ROLES)), default="contributor", show_default=True)
password_option = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")


@click.group("user")
def command() -> None:
    """Staff: who signs in, as what, and help for those who cannot."""


def _password(from_stdin: bool) -> tuple[str, bool]:
    """Return the password, and whether it was made here and must be shown."""
    return (sys.stdin.readline().rstrip("\n"), False) if from_stdin else (services.new_password(), True)


@command.command()
@click.argument("name")
@role_option
@password_option
def add(name: str, role: str, password_stdin: bool) -> None:
    """Add a member of staff.

    Example: tocsin user add olha --role editor
    """
    password, made = _password(password_stdin)
    services.add_user(name, group=ROLES[role].group, password=password)
    click.echo(f"{name} may sign in as {role}.")
    if made:
        click.echo(f"Password (shown once): {password}")


@command.command("list")
def list_users() -> None:
    """List who may sign in."""
    names = {role.group: name for name, role in ROLES.items()}
    for user in User.objects.order_by("username").prefetch_related("groups"):
        roles = ", ".join(names.get(group.name, group.name) for group in user.groups.all())
        role = "superuser" if user.is_superuser else roles or "no role"
        factor = "second factor" if services.confirmed_device(user) else "no second factor"
        click.echo(
            f"{user.username:<24} {role:<16} {factor:<18} {'' if user.is_active else 'may not sign in'}".rstrip()
        )


@command.command()
@click.argument("name")
@click.argument("role", type=click.Choice(list(ROLES)))
def role(name: str, role: str) -> None:
    """Give a member of staff another role."""
    services.set_role(User.objects.get(username=name), group=ROLES[role].group)
    click.echo(f"{name} is {role} now.")


@command.command()
@click.argument("name")
@password_option
def password(name: str, password_stdin: bool) -> None:
    """Give a member of staff a new password; every session of theirs ends."""
    text, made = _password(password_stdin)
    services.set_password(User.objects.get(username=name), text)
    click.echo(f"New password of {name} (shown once): {text}" if made else f"{name} has a new password.")


@command.command()
@click.argument("name")
@click.option("--undo", is_flag=True, help="Let them sign in again.")
def deactivate(name: str, undo: bool) -> None:
    """Let a member of staff sign in no longer."""
    services.set_active(User.objects.get(username=name), active=undo)
    click.echo(f"{name} may {'sign in again' if undo else 'no longer sign in'}.")


@command.command("reset-second-factor")
@click.argument("name")
def reset_second_factor(name: str) -> None:
    """Take the second factor away; they set up a new one at the next sign-in."""
    services.reset_second_factor(User.objects.get(username=name))
    click.echo(f"{name} sets up a new second factor at the next sign-in.")
