"""The files of the design, collected into the site's ``static/`` when they are not those of this version."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from tocsin.lib import files

_STAMP = "collected.txt"


def _fingerprint() -> str:
    """Name the state of every source file: a new version, another theme or an edit gives another name."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            seen.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _stamp() -> Path:
    return Path(settings.SITE) / "data" / _STAMP


def are_stale() -> bool:
    """Tell whether what is served differs from what this version brings."""
    stamp = _stamp()
    collected = stamp.exists() and Path(settings.STATIC_ROOT).is_dir()
    return not collected or stamp.read_text(encoding="utf-8") != _fingerprint()


def collect() -> None:
    """Collect the files; the stamp is written last, so that what was interrupted is done again."""
    fingerprint = _fingerprint()
    call_command("collectstatic", verbosity=0, interactive=False)
    _stamp().parent.mkdir(exist_ok=True)
    files.write(_stamp(), fingerprint)
