"""``tocsin doctor``: what is wrong with this installation, and the cure."""

from __future__ import annotations

import json
from dataclasses import asdict

import click
from django.conf import settings
from django.db import DatabaseError, connection

import tocsin
from tocsin.cli import findings, refusals
from tocsin.cli.findings import Finding
from tocsin.lib import sqlite


def ask() -> dict[str, list[Finding]]:
    """Ask every question; an unreachable database is a finding too."""
    answers: dict[str, list[Finding]] = {}
    for question in findings.ALL:
        title = (question.__doc__ or question.__name__).rstrip(".")
        try:
            answers[title] = list(question())
        except DatabaseError as error:
            reason = " ".join(str(error).split())
            cure = "start it, and see that DATABASE_URL is right"
            answers[title] = [Finding(f"The database does not answer: {reason}", cure)]
        except refusals() as error:
            answers[title] = [Finding(" ".join(str(error).split()), "correct the settings or the theme")]
    return answers


def versions() -> dict[str, str]:
    """What runs here."""
    database = "SQLite " + ".".join(map(str, sqlite.version()))
    if connection.vendor != "sqlite":
        try:
            database = f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"
        except DatabaseError:
            database = connection.display_name
    return {"tocsin": tocsin.__version__, "site": str(settings.SITE), "database": database}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print for a program to read.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Look for what is wrong with this installation, and say the cure.

    The exit code is 1 if anything but a warning is found.
    """
    answers = ask()
    wrong = [finding for found in answers.values() for finding in found if not finding.warning]
    if as_json:
        found = {title: [asdict(finding) for finding in findings] for title, findings in answers.items()}
        click.echo(json.dumps({**versions(), "healthy": not wrong, "checks": found}, indent=2))
    else:
        _print(answers)
    ctx.exit(1 if wrong else 0)


def _print(answers: dict[str, list[Finding]]) -> None:
    for name, value in versions().items():
        click.echo(f"{name}: {value}")
    for title, found in answers.items():
        if not found:
            click.echo(f"ok       {title}")
        for finding in found:
            click.echo(
                f"{'warning' if finding.warning else 'PROBLEM'}  {finding.problem}\n         cure: {finding.cure}"
            )
