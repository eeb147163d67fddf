"""``tocsin check``: whether the data are sound."""

from __future__ import annotations

import click

from tocsin.cli import data_checks


@click.command("check")
@click.option("--tidy", is_flag=True, help="Delete media files that belong to nothing.")
@click.pass_context
def command(ctx: click.Context, *, tidy: bool) -> None:
    """Check the data: database, media files, page tree. The exit code is 1 if anything is broken."""
    if tidy:
        for path in data_checks.left_over():
            path.unlink()
            click.echo(f"deleted  {path.name}")
    broken = False
    for question in data_checks.ALL:
        found = list(question())
        if not found:
            click.echo(f"ok       {(question.__doc__ or '').rstrip('.')}")
        for finding in found:
            broken = broken or not finding.warning
            click.echo(
                f"{'warning' if finding.warning else 'PROBLEM'}  {finding.problem}\n         cure: {finding.cure}"
            )
    ctx.exit(1 if broken else 0)
