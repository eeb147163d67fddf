"""The files of an export on their way into the media folder."""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from django.core.files.storage import default_storage

from tocsin.exporting.columns import BadValue
from tocsin.exporting.errors import NotReadBack
from tocsin.exporting.kinds import Kind
from tocsin.exporting.opening import Export
from tocsin.exporting.writing import Progress
from tocsin.lib import file_kinds, files, hashing, pictures

LONGEST = 255
_FILE = re.compile(r"[^/\\\0.][^/\\\0]*")


class Shelf:
    """Where every file goes; what was put there is removed again where the block ends in an exception."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.places: dict[str, str] = {}
        """Where the file of a name in the media folder lies in the export."""
        self.written: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            for path in self.written:
                path.unlink(missing_ok=True)

    def name(self, kind: Kind, told: Any) -> str:
        """Return the name in the media folder of the file that a record of *kind* tells. Raises ``BadValue``."""
        if not isinstance(told, dict) or told.keys() != {"name", "media"} or not isinstance(told["name"], str):
            raise BadValue("a file has a name and a place in the export")
        name, place = told["name"], told["media"]
        folder, _slash, last = name.partition("/")
        if folder != kind.folder or not _FILE.fullmatch(last) or len(name) > LONGEST:
            raise BadValue(f"{name[:100]!r} is no name of a file in {kind.folder}/")
        if place is None and name in self.export.manifest.missing:
            return name
        if not isinstance(place, str) or not place.startswith("media/") or place not in self.export.manifest.files:
            raise BadValue(f"its file {str(place)[:100]!r} is not in the export")
        if self.places.setdefault(name, place) != place:
            raise BadValue(f"{name!r} stands for two different files")
        self._look_into(kind, name, place)
        return name

    def _look_into(self, kind: Kind, name: str, place: str) -> None:
        """Refuse what was never taken in here: a picture with more than its pixels, a file that is not what it says."""
        content = self.export.pieces(place)
        if kind.name != "picture":
            if not file_kinds.is_what_it_says(name, next(content, b"")):
                raise BadValue(f"{name!r} is not what its name says")
            return
        if self.export.manifest.files[place].bytes > pictures.MAX_STORED:
            raise BadValue(f"the picture {name!r} is longer than any that is kept here")
        try:
            found = pictures.found_in(b"".join(content))
        except pictures.PictureRefused as error:
            raise BadValue(f"{name!r}: {error}") from None
        if found:
            raise BadValue(f"the picture {name!r} holds more than its pixels ({', '.join(found)})")

    def put(self, progress: Progress) -> None:
        """Write the files. One that is there already must be the same. Raises ``NotReadBack``."""
        for done, (name, place) in enumerate(self.places.items(), 1):
            path = Path(default_storage.path(name))
            if path.exists():
                if hashing.sha256_file(path) != self.export.manifest.files[place].sha256:
                    raise NotReadBack(f"{path} is there already, and is another file: empty the media folder.")
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            self.written.append(path)
            with files.whole(path) as stream:
                for piece in self.export.pieces(place):
                    stream.write(piece)
            progress("media", done, len(self.places))
