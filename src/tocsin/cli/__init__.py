"""The ``tocsin`` command: one click group that loads a command's file only when it is called.

A file here holds one command, or one group of commands, under the name ``command``. It is imported after
Django is set up, so it imports models at the top like any other file. Refusals (``TocsinError``) become one
line on stderr and exit code 1.
"""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tocsin.lib import env
from tocsin.lib.errors import TocsinError

SETTINGS_FILE = "tocsin.env"


@dataclass(frozen=True)
class Entry:
    """One line of the table: the file that holds the command, its help, and whether it needs a site's settings."""

    file: str
    help: str
    django: bool = True


COMMANDS = {
    "new": Entry("new", "Make a newsroom's site folder.", django=False),
    "demo": Entry("demo", "Make and serve a newsroom filled with examples.", django=False),
    "serve": Entry("serve", "Run the web server and the worker."),
    "worker": Entry("worker", "Run the worker alone: background tasks and scheduled publishing."),
    "user": Entry("user", "Add people who sign in; help those who cannot."),
    "import": Entry("import_page", "Bring in pages published elsewhere, as drafts, or a whole site."),
    "export": Entry("export", "Write everything the newsroom owns to a folder that needs no program of ours."),
    "claims": Entry("claims", "The ledger: import claims, compute statuses, look at one."),
    "extract": Entry("extract", "Read figures, attributions, times, places or claims in a text.", django=False),
    "search": Entry("search", "Search as a reader does; check the index, build it anew."),
    "comments": Entry("comments", "Readers' comments: count, open, close, slow down, forget, export."),
    "doctor": Entry("doctor", "Look for what is wrong with this installation, and say the cure."),
    "check": Entry("check", "Check the data: database, files, page tree."),
    "backup": Entry("backup", "Write database, files, secrets and settings to one file."),
    "restore": Entry("restore", "Bring a backup back, in an empty folder.", django=False),
    "upgrade": Entry("upgrade", "Bring the site's data to this version; back to the old state if anything fails."),
    "deploy": Entry("deploy", "Print units for systemd and nginx."),
    "manage": Entry("manage", "Run one of Django's own commands."),
}


class NoSite(TocsinError):
    """There is no site folder where one was looked for."""


def site_folder(chosen: str | None = None) -> Path:
    """The site to work on: *chosen*, or ``TOCSIN_SITE``, or the folder one stands in. Raises ``NoSite``."""
    named = chosen or env.text("TOCSIN_SITE")
    folder = Path(named or ".").resolve()
    if named and not folder.is_dir():
        raise NoSite(f"There is no folder {folder}. Make a site with: tocsin new {named}")
    if not named and not (folder / SETTINGS_FILE).is_file():
        raise NoSite("This folder is no site. Go to the site's folder, or name it: tocsin --site DIR ...")
    return folder


def prepare(folder: Path) -> None:
    """Read the settings of the site in *folder* and set Django up. Raises ``BadSetting``."""
    os.environ["TOCSIN_SITE"] = str(folder)
    if (folder / SETTINGS_FILE).is_file():
        env.load(folder / SETTINGS_FILE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tocsin.config.settings")
    import django

    django.setup()


def refusals() -> tuple[type[Exception], ...]:
    """What a person is told in one line. Asked for only when something was raised, as Django is slow to load."""
    from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist
    from django.db import OperationalError, ProgrammingError

    return TocsinError, ObjectDoesNotExist, ImproperlyConfigured, OperationalError, ProgrammingError, OSError


class Tocsin(click.Group):
    """The group: lists from the table, loads on demand, turns refusals into a line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table, without loading a single command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the site first where the command needs one; its help is given without."""
        entry = COMMANDS.get(args[0])
        if entry and entry.django:
            asks_for_help = "--help" in args[1:] and args[0] != "manage"
            prepare(Path.cwd() if asks_for_help else site_folder(ctx.params["site"]))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the file of the command *cmd_name*."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = importlib.import_module(f"tocsin.cli.{entry.file}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a refusal is one line on stderr and exit code 1."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except refusals() as error:
            raise click.ClickException(" ".join(str(error).split())) from error


@click.group(cls=Tocsin, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--site", metavar="DIR", help="The site's folder; else TOCSIN_SITE, else the folder you stand in.")
@click.version_option(package_name="tocsin", message="%(prog)s %(version)s")
def main(site: str | None) -> None:
    """Publish what is happening, with the evidence for it.

    Begin with: tocsin new DIR
    """
