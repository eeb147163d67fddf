"""``tocsin manage``: Django's own commands, with the site's settings."""

from __future__ import annotations

import click
from django.core.management import execute_from_command_line


@click.command(
    "manage",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands, as: tocsin manage shell."""
    execute_from_command_line(["tocsin manage", *arguments])
