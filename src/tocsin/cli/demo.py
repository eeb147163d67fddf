"""``tocsin demo``: a newsroom filled with examples, made if need be and served."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from tocsin.cli import SETTINGS_FILE, prepare
from tocsin.importers.demo import pictures
from tocsin.lib.errors import TocsinError

ACCOUNT = "editor"


class NoDemo(TocsinError):
    """The folder holds a site that is not a demo."""


def make(folder: Path, base_url: str) -> dict[str, bytes]:
    """Make the demo's site in *folder* if it is not there; return the pictures drawn meanwhile. Raises ``NotMade``."""
    from tocsin.cli.new import Plan, create

    if (folder / SETTINGS_FILE).is_file():
        return {}
    click.echo(f"Making a newsroom in {folder} ...", err=True)
    with ThreadPoolExecutor(1) as easel:  # its database is made in a process of its own, so this one has time to draw
        drawing = easel.submit(lambda: {name: pictures.draw(name) for name in pictures.MOTIFS})
        create(folder, Plan(name="The Night Bell", base_url=base_url, demo=True))
        return drawing.result()


def open_up(folder: Path, base_url: str, drawn: dict[str, bytes]) -> str:
    """Fill the site if it is empty; return a new password for its editor. Raises ``NoDemo``."""
    os.environ["TOCSIN_BASE_URL"] = base_url
    prepare(folder)
    from django.conf import settings

    from tocsin.articles.models import ArticlePage
    from tocsin.importers.demo import services

    if not settings.DEMO:
        raise NoDemo(f"{folder} is a site of your own. Name another folder: tocsin demo DIR")
    editor, password = services.editor(ACCOUNT)
    if not ArticlePage.objects.exists():
        click.echo("Writing articles, hanging pictures ...", err=True)
        services.fill(by=editor, base_url=base_url, drawn=drawn)
    return password


def box(*lines: str) -> str:
    """Return *lines* in a frame."""
    wide = max(len(line) for line in lines)
    middle = "\n".join(f"│ {line.ljust(wide)} │" for line in lines)
    return f"┌{'─' * (wide + 2)}┐\n{middle}\n└{'─' * (wide + 2)}┘"


def welcome(address: str, password: str) -> str:
    """Return what a visitor needs, in a frame."""
    return box(
        f"The demo newsroom   {address}",
        f"Its desk            {address}desk/",
        f"User                {ACCOUNT}",
        f"Password            {password}",
    )


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]", default="demo")
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Address and port to listen on.")
@click.option("--no-serve", is_flag=True, help="Make and fill it only.")
def command(folder: Path, bind: str, no_serve: bool) -> None:
    """Make a newsroom filled with examples in DIR, and serve it.

    Run again it serves the one that is there, with a new password.

    Example: tocsin demo newsroom --bind 127.0.0.1:8080
    """
    folder, address = folder.absolute(), f"http://{bind}/"
    password = open_up(folder, address.rstrip("/"), make(folder, address.rstrip("/")))
    if no_serve:
        click.echo(welcome(address, password))
        click.echo(f"Start it with: tocsin demo {folder} --bind {bind}")
        return
    from tocsin.cli.serve import serve

    workers = min(2, os.cpu_count() or 1)
    serve(bind, workers, ready=lambda _: click.echo(welcome(address, password) + "\nCtrl-C stops it."))
