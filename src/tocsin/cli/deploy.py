"""``tocsin deploy``: what systemd and nginx need to know, printed for this site."""

from __future__ import annotations

import getpass
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from django.conf import settings
from django.template import Context, Engine

from tocsin.lib.errors import TocsinError

UNITS = Path(__file__).parent / "units"
_PLAIN = re.compile(r"[\w./:@+-]+")


class NotPlain(TocsinError):
    """A path or a name cannot stand in a configuration file as it is."""


def render(unit: str, **values: str | int) -> str:
    """Fill the template *unit*. Raises ``NotPlain`` for a value with spaces, quotes or the like."""
    for name, value in values.items():
        if not _PLAIN.fullmatch(str(value)):
            raise NotPlain(f"The {name} {value!r} holds signs that have a meaning of their own there: use another.")
    template = Engine(autoescape=False).from_string((UNITS / unit).read_text(encoding="utf-8"))
    return template.render(Context(values))


def program() -> str:
    """Return the path of the ``tocsin`` that runs."""
    beside = Path(sys.executable).parent / "tocsin"
    return str(beside) if beside.exists() else shutil.which("tocsin") or str(beside)


@click.group("deploy")
def command() -> None:
    """Print units for systemd and nginx, made for this site. See docs/operator/deploy.md."""


@command.command()
@click.option("--user", default=getpass.getuser, help="The account the server runs as.")
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Where nginx finds it.")
@click.option("--memory", default="1G", show_default=True, help="More than this is not given.")
def systemd(user: str, bind: str, memory: str) -> None:
    """Print a unit that runs web server and worker, shut off from the rest of the machine.

    Example: tocsin deploy systemd --user tocsin | sudo tee /etc/systemd/system/tocsin.service
    """
    text = render(
        "tocsin.service",
        user=user,
        bind=bind,
        memory=memory,
        site=str(settings.SITE),
        media=str(settings.MEDIA_ROOT),
        program=program(),
        home="no" if Path(settings.SITE).is_relative_to("/home") else "yes",
    )
    click.echo(text, nl=False)


@command.command()
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Where `tocsin serve` listens.")
@click.option("--certificate", default="", metavar="FILE", help="Else the one Let's Encrypt keeps for the name.")
@click.option("--key", default="", metavar="FILE", help="The certificate's key.")
def nginx(bind: str, certificate: str, key: str) -> None:
    """Print a server for nginx: TLS, buffering, limits, no log of readers' addresses.

    Example: tocsin deploy nginx | sudo tee /etc/nginx/sites-available/tocsin
    """
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    text = render(
        "nginx.conf",
        host=host,
        bind=bind,
        static=str(settings.STATIC_ROOT),
        media=str(settings.MEDIA_ROOT),
        certificate=certificate or f"/etc/letsencrypt/live/{host}/fullchain.pem",
        key=key or f"/etc/letsencrypt/live/{host}/privkey.pem",
    )
    click.echo(text, nl=False)
