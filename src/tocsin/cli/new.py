"""``tocsin new``: a site's folder with all it needs, or nothing at all."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

import click

from tocsin.cli import SETTINGS_FILE
from tocsin.lib import files
from tocsin.lib.errors import TocsinError

LANGUAGES = ("en", "uk", "es")


class NotMade(TocsinError):
    """The site could not be made; nothing of it is left."""


@dataclass(frozen=True)
class Plan:
    """What a new site is to be."""

    name: str = "Newsroom"
    language: str = "en"
    time_zone: str = "UTC"
    base_url: str = "http://127.0.0.1:8000"
    database: str = ""
    demo: bool = False


def create(folder: Path, plan: Plan) -> None:
    """Make the site of *plan* in *folder*: settings, secrets, database with its newsroom, static files.

    It is made aside and renamed at the end, so that it is there whole or not at all. Raises ``NotMade``.
    """
    folder = folder.absolute()
    if not files.is_empty(folder):
        raise NotMade(f"{folder} is not empty. Name a new folder, or empty this one.")
    if plan.time_zone not in available_timezones():
        raise NotMade(f"There is no time zone {plan.time_zone!r}: write it as in Europe/Kyiv.")
    if not plan.base_url.startswith(("http://", "https://")):
        raise NotMade(f"{plan.base_url!r} is no address: write it as https://news.example.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        _write_settings(aside, plan)
        _lay_ground(aside, plan)
        aside.chmod(0o755)
        files.flush_tree(aside)
        aside.rename(folder)
        files.flush_folder(folder.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_settings(folder: Path, plan: Plan) -> None:
    """Write ``tocsin.env`` and the secrets, which only their owner may read."""
    for name, mode in {"data": files.PRIVATE_FOLDER, "secrets": files.PRIVATE_FOLDER, "media": 0o755}.items():
        (folder / name).mkdir(mode=mode)
    files.write(folder / "secrets" / "secret-key", secrets.token_urlsafe(64) + "\n", mode=files.PRIVATE)
    if plan.database:
        files.write(folder / "secrets" / "database-url", plan.database + "\n", mode=files.PRIVATE)
    files.write(folder / SETTINGS_FILE, settings_text(plan))


def settings_text(plan: Plan) -> str:
    """Return the settings file of *plan*: what is set, and what could be."""
    return f"""\
# Settings of this site; restart `tocsin serve` after a change. A path is read from this folder.
# Every setting is explained in docs/operator/settings.md. What the environment sets already wins over this file.

# The address readers use. With https:// cookies are sent over TLS only.
TOCSIN_BASE_URL={plan.base_url}
# More names the site answers to, besides the one above.
# TOCSIN_HOSTS=127.0.0.1 localhost [::1]

TOCSIN_LANGUAGE={plan.language}
TOCSIN_TIME_ZONE={plan.time_zone}

# The key that signs sessions; keep it secret, and keep it.
TOCSIN_SECRET_KEY_FILE=secrets/secret-key

# Without this the database is data/tocsin.sqlite3. For PostgreSQL put postgres://user:password@host/name in the file.
{"" if plan.database else "# "}DATABASE_URL_FILE=secrets/database-url

# A folder with templates/ and static/ of your own.
# TOCSIN_THEME=theme

# Everything works without mail.
# TOCSIN_MAIL_HOST=
# TOCSIN_MAIL_PORT=587
# TOCSIN_MAIL_USER=
# TOCSIN_MAIL_PASSWORD_FILE=secrets/mail-password
# TOCSIN_MAIL_FROM=

# A second factor for everyone who signs in.
# TOCSIN_SECOND_FACTOR=yes
{"TOCSIN_DEMO=yes" if plan.demo else ""}"""


def _lay_ground(folder: Path, plan: Plan) -> None:
    """Lay the database in a process of its own: settings are read once in a process, and this folder moves yet."""
    result = subprocess.run(
        [sys.executable, "-m", "tocsin.cli.ground", plan.name, plan.language, plan.base_url],
        env={**os.environ, "TOCSIN_SITE": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if result.returncode:
        lines = result.stderr.strip().splitlines() or [f"exit code {result.returncode}"]
        raise NotMade(f"The site was not made, and nothing of it is left: {lines[-1]}")


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--name", default=Plan.name, show_default=True, help="The newsroom's name.")
@click.option("--language", type=click.Choice(LANGUAGES), default=Plan.language, help="The interface's language.")
@click.option("--time-zone", default=Plan.time_zone, show_default=True, help="As in Europe/Kyiv.")
@click.option("--base-url", default=Plan.base_url, show_default=True, help="The address readers will use.")
@click.option("--database", default="", metavar="URL", help="PostgreSQL, as postgres://user:password@host/name.")
def command(folder: Path, **wishes: str) -> None:
    """Make a newsroom's site folder in DIR.

    Example: tocsin new bell --name "The Bell" --time-zone Europe/Kyiv
    """
    click.echo(f"Making a newsroom in {folder} ...", err=True)
    create(folder, Plan(**wishes))  # type: ignore[arg-type]
    click.echo(f"{folder} is ready. Next:")
    click.echo(f"  tocsin --site {folder} user add NAME --role administrator")
    click.echo(f"  tocsin --site {folder} serve")
