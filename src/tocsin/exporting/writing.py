"""Writing a newsroom out: everything it owns at one moment, row by row."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import FileField
from wagtail.models import Site

import tocsin
from tocsin.articles.models import Newsroom
from tocsin.exporting import numbers, readme
from tocsin.exporting.columns import columns
from tocsin.exporting.errors import NotExported
from tocsin.exporting.kinds import KINDS, Kind
from tocsin.exporting.manifest import README, Manifest
from tocsin.exporting.packing import Pack, packed
from tocsin.exporting.records import line, records
from tocsin.lib import hashing
from tocsin.lib.database import one_moment

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def export(target: Path, progress: Progress = silent) -> Manifest:
    """Write the newsroom to *target*, a new folder or a file that ends in ``.zip``, whole or not at all.

    It is the newsroom at one moment; others may go on writing. Raises ``NotExported``.
    """
    with one_moment():
        manifest = _manifest()
        with packed(target, manifest) as pack:
            places = _Media(pack, progress).pack()
            for kind in KINDS:
                manifest.records[kind.name] = _write(pack, kind, places, progress)
            with pack.file(README) as stream:
                stream.write(readme.text().encode())
    return manifest


def _manifest() -> Manifest:
    site = Site.objects.filter(is_default_site=True).first()
    name = Newsroom.objects.filter(site=site).values_list("name", flat=True).first()
    return Manifest(
        site=name or settings.WAGTAIL_SITE_NAME,
        tocsin=tocsin.__version__,
        language=settings.LANGUAGE_CODE,
        time_zone=settings.TIME_ZONE,
        next_numbers=numbers.coming(),
    )


def _write(pack: Pack, kind: Kind, places: dict[str, str | None], progress: Progress) -> int:
    total, done = kind.rows().count(), 0
    with pack.file(f"{kind.file}.jsonl") as stream:
        for record in records(kind, places):
            stream.write(line(record))
            done += 1
            progress(kind.file, done, total)
    return done


class _Media:
    """The files of pictures and documents, each once, by the hash of what is in it."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        self.pack_, self.progress = pack, progress
        self.places: dict[str, str | None] = {}

    def pack(self) -> dict[str, str | None]:
        """Copy every file a row names; return where each lies, and nothing for those that are missing."""
        for kind in KINDS:
            for column in columns(kind):
                if isinstance(column.field, FileField):
                    total = kind.rows().count()
                    rows = kind.rows().values_list(column.name, flat=True)
                    for done, name in enumerate(rows.iterator(), 1):
                        if name not in self.places:
                            self.places[name] = self._copy(name)
                        self.progress("media", done, total)
        self.pack_.manifest.missing = sorted(name for name, place in self.places.items() if place is None)
        return self.places

    def _copy(self, name: str) -> str | None:
        try:
            with default_storage.open(name) as source:
                return self._put(name, cast("BinaryIO", source))
        except FileNotFoundError:
            return None

    def _put(self, name: str, source: BinaryIO) -> str:
        digest = hashing.sha256_stream(source).removeprefix("sha256:")
        place = f"media/{digest}{Path(name).suffix.lower()}"
        if place not in self.pack_.manifest.files:
            source.seek(0)
            with self.pack_.file(place) as stream:
                shutil.copyfileobj(source, stream)  # type: ignore[misc]  # all it needs is to be written to
            if not self.pack_.manifest.files[place].sha256.endswith(digest):
                raise NotExported(f"{name} changed while it was copied: try again.")
        return place
