from __future__ import annotations

from pathlib import Path

import click

from tocsin.cli.progress import Steps
from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.reading import read_back


@click.command("tocsin")
@click.argument("export", type=click.Path(path_type=Path), metavar="DIR|FILE.zip")
@click.option("--dry-run", is_flag=True, help="Read and check all of it, and write nothing.")
def import_tocsin(export: Path, *, dry_run: bool) -> None:
    """Read back into a new site what `tocsin export` wrote.

    All of it, or nothing. The site must have no articles yet: make one with `tocsin new`.

    Example: tocsin import tocsin /safe/bell-2022-03-05
    """
    if not export.exists():
        raise NotReadBack(f"{export} is not there: name a folder or zip that `tocsin export` wrote.")
    steps = Steps()
    account = read_back(export.absolute(), dry_run=dry_run, progress=steps)
    steps.end()
    told = f"{sum(account.records.values()):,} records and {account.files:,} pictures and files"
    if dry_run:
        click.echo(f"{export} is whole and can be read back here: {told}. Nothing was written.")
        return
    click.echo(f"{told} are read back. Next:")
    click.echo("  tocsin user add NAME --role administrator    (nobody who signed in before can sign in here)")
    click.echo("  tocsin serve")
    if account.closed:
        click.echo(f"Pages and folders that need a new password before anybody can open them: {account.closed:,}")
    for name in account.missing:
        click.echo(f"Missing already when it was exported: media/{name}", err=True)
