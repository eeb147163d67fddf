from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tocsin.cli.progress import Steps
from tocsin.importers.wordpress import media, report
from tocsin.importers.wordpress.services import Wishes, move_in
from tocsin.lib.errors import TocsinError


class NotRead(TocsinError):
    """A file or folder cannot be read, or an option does not fit what is there or another option."""


def _shelf(folder: str, fetch: bool) -> media.Shelf:
    if folder and fetch:
        raise NotRead("Choose one: --media takes files from a folder, --fetch-media from the old site.")
    if folder:
        if not Path(folder).is_dir():
            raise NotRead(f"{folder} is no folder: name the copy of wp-content/uploads.")
        return media.Folder(Path(folder))
    return media.Web() if fetch else media.Nowhere()


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """An import makes millions of values and hardly a ring of them: looking for rings is a tenth of its time."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@click.command("wordpress")
@click.argument("file", metavar="FILE.xml[.gz|.zip]")
@click.option("--media", "folder", metavar="DIR", default="", help="A copy of the folder wp-content/uploads.")
@click.option("--fetch-media", is_flag=True, help="Fetch pictures and files from the old site.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--resume", is_flag=True, help="Go on with an import that was cut short.")
@click.option("--report", "to", metavar="FILE", default="", help="Write the account to FILE.html or FILE.json.")
@click.option("--propose", is_flag=True, help="Have the worker read the articles and propose their claims.")
def import_wordpress(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: str, folder: str, fetch_media: bool, dry_run: bool, resume: bool, to: str, propose: bool
) -> None:
    """Move a WordPress site in, or bring in what is new in a later export of it.

    Example: tocsin import wordpress export.xml.gz --media uploads --report moved.html
    """
    path, shelf = Path(file), _shelf(folder, fetch_media)
    if to:
        report.check(Path(to))
    if not path.is_file():
        raise NotRead(f"{file} cannot be read: name an export (Tools, Export in WordPress).")
    steps = Steps()
    with _collecting_rarely():
        account = move_in(path, Wishes(shelf, dry_run, resume, propose), steps)
    steps.end()
    click.echo("\n".join(report.lines(account)))
    if to:
        report.write(account, Path(to))
        click.echo(f"The whole account is in {to}.")
