"""The manifest of an export: what it holds, and the hash of every file."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.kinds import by_name
from tocsin.exporting.numbers import LARGEST, counted

NAME = "manifest.json"
README = "README.txt"
FORMAT = "tocsin-export"
VERSION = 1
"""Raised when an export can no longer be read by what read those before."""

_RECORDS = re.compile(r"[a-z-]+\.jsonl")
_MEDIA = re.compile(r"media/[0-9a-f]{64}(?:\.[a-z0-9]{1,10})?")
_HASH = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass
class File:
    """One file: how long it is, and its hash."""

    bytes: int
    sha256: str


@dataclass
class Manifest:
    """What an export says of itself."""

    site: str
    tocsin: str
    language: str
    time_zone: str
    records: dict[str, int] = field(default_factory=dict)
    """How many there are, by kind, in the order in which they are read back."""
    next_numbers: dict[str, int] = field(default_factory=dict)
    """The number the next record gets, by the prefix of its id: those of records that are gone are not given again."""
    files: dict[str, File] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    """Files that rows named and that were not in the media folder any more."""
    format: str = FORMAT
    version: int = VERSION

    def text(self) -> str:
        told = asdict(self)
        first = {name: told.pop(name) for name in ("format", "version")}
        return json.dumps(first | told, ensure_ascii=False, indent=1) + "\n"


def read(content: bytes) -> Manifest:
    """Return the manifest in *content*. Raises ``NotReadBack``."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise NotReadBack(f"{NAME} cannot be read: the export was changed or damaged.") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise NotReadBack(f"{NAME} is of no export of Tocsin.")
    if told.get("version") != VERSION:
        raise NotReadBack(
            f"The export is of form {str(told.get('version'))[:20]}, and this program reads form {VERSION}: "
            "use the version of Tocsin that wrote it, or a later one."
        )
    try:
        return _checked(told)
    except (TypeError, ValueError, AttributeError, KeyError):
        raise NotReadBack(f"{NAME} lacks something or says something odd: the export was changed.") from None


def _checked(told: dict[str, Any]) -> Manifest:
    files = {name: File(**one) for name, one in told.pop("files").items()}
    manifest = Manifest(files=files, **told)
    texts = (manifest.site, manifest.tocsin, manifest.language, manifest.time_zone, *manifest.missing)
    counts = list(manifest.records.values())
    if not all(isinstance(one, str) for one in texts) or not all(type(one) is int and one >= 0 for one in counts):
        raise TypeError
    if not manifest.next_numbers.keys() <= counted().keys():
        raise TypeError
    if not all(type(one) is int and 0 < one <= LARGEST for one in manifest.next_numbers.values()):
        raise TypeError
    if unknown := manifest.records.keys() - by_name().keys():
        raise NotReadBack(f"The export holds records of a kind this version of Tocsin does not know: {min(unknown)}.")
    for name, one in files.items():
        if name != README and not _RECORDS.fullmatch(name) and not _MEDIA.fullmatch(name):
            raise NotReadBack(f"{NAME} names {name[:100]!r}, which no export of Tocsin holds.")
        if type(one.bytes) is not int or one.bytes < 0 or not _HASH.fullmatch(one.sha256):
            raise TypeError
    wanted = {f"{by_name()[kind].file}.jsonl" for kind in manifest.records}
    if wanted ^ {name for name in files if name.endswith(".jsonl")}:
        raise NotReadBack(f"{NAME} does not name the files of the records it counts: the export was changed.")
    return manifest
