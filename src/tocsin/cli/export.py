"""``tocsin export``: all that a newsroom owns, in a form that needs no program of ours."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.cli.progress import Steps
from tocsin.exporting.writing import export


@click.command("export")
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR|FILE.zip")
def command(target: Path) -> None:
    """Write everything the newsroom owns to a new folder, or to one zip, as documented JSON lines and files.

    `tocsin import tocsin` reads it back into a new site. docs/operator/export.md tells the form.

    Example: tocsin export /safe/bell-2022-03-05
    """
    steps = Steps()
    manifest = export(target.absolute(), steps)
    steps.end()
    media = sum(name.startswith("media/") for name in manifest.files)
    click.echo(f"{target} holds {sum(manifest.records.values()):,} records and {media:,} pictures and files.")
    click.echo("It holds unpublished material: drafts, held comments, the protect list. Keep it as you keep those.")
    for name in manifest.missing:
        click.echo(f"Missing already before: media/{name} (see `tocsin check`)", err=True)
