"""Settings from the environment, with refusals that name the variable and what to write."""

import os
from pathlib import Path

from tocsin.lib.errors import TocsinError

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


class BadSetting(TocsinError):
    """A setting cannot be read."""


def text(name: str, default: str = "") -> str:
    """Return the variable *name*, stripped; *default* where it is absent or empty."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, *, default: bool) -> bool:
    """Return *name* as a truth value. Raises ``BadSetting`` for anything but yes and no."""
    value = text(name).lower()
    if not value:
        return default
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise BadSetting(f"{name} is {value!r}: write yes or no.")


def integer(name: str, default: int) -> int:
    """Return *name* as a whole number. Raises ``BadSetting``."""
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError:
        raise BadSetting(f"{name} is {value!r}: write a whole number.") from None


def words(name: str, default: str = "") -> list[str]:
    """Return *name* as a list, split at commas and white space."""
    return text(name, default).replace(",", " ").split()


def secret(name: str) -> str:
    """Return the secret *name*, or the content of the file that ``<name>_FILE`` points to, or nothing.

    A file's path may be written from the site's folder. Raises ``BadSetting`` when it cannot be read.
    """
    if value := text(name):
        return value
    if not (named := text(f"{name}_FILE")):
        return ""
    path = Path(text("TOCSIN_SITE", ".")) / named
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadSetting(f"{name}_FILE points to {path}, which cannot be read: {error.strerror}.") from None


def load(path: Path) -> None:
    """Read ``NAME=value`` lines from *path* into the environment; what is set there already wins.

    Empty lines and lines that begin with # are passed over; a value may stand in quotes. Raises
    ``BadSetting`` with the line's number for anything else.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        name, found, value = entry.partition("=")
        if not found or not name.strip().isidentifier():
            raise BadSetting(f"{path}, line {number}: write NAME=value.")
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        os.environ.setdefault(name.strip(), value)
