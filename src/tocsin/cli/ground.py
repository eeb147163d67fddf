"""``python -m tocsin.cli.ground NAME LANGUAGE BASE_URL``: the ground of the site in ``TOCSIN_SITE``, for ``new``.

Not a command of its own: ``new`` runs it in a process of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tocsin.cli import prepare, refusals, site_folder
from tocsin.lib.errors import TocsinError


class NotEmpty(TocsinError):
    """The database already holds something."""


def lay(name: str, language: str, base_url: str) -> None:
    """Migrate an empty database, found the newsroom in it, collect the static files. Raises ``NotEmpty``."""
    prepare(site_folder())
    from django.core.management import call_command
    from django.db import connection

    from tocsin.articles.services.newsroom import found
    from tocsin.cli import static_files
    from tocsin.comments import services as comments

    if connection.introspection.table_names():
        raise NotEmpty("The database is not empty. Name another, or bring the site it belongs to back.")
    call_command("migrate", verbosity=0, interactive=False)
    found(name, language=language, base_url=base_url)
    static_files.collect()
    comments.make_keys()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        Path(connection.settings_dict["NAME"]).chmod(0o600)
    connection.close()


if __name__ == "__main__":
    try:
        lay(*sys.argv[1:])
    except refusals() as error:
        sys.exit(" ".join(str(error).split()))
