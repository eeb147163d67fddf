"""The media of an export, found by number or by any of the addresses WordPress gives a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

_SIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[a-z0-9]{2,5}$)")
_LARGE = re.compile(r"-(?:scaled|rotated|e\d{10,13})(?=\.[a-z0-9]{2,5}$)")


@dataclass(frozen=True)
class Attachment:
    """One file of the media library. ``address`` is where the old site served it."""

    number: int
    address: str
    title: str = ""
    alt: str = ""
    caption: str = ""
    parent: int = 0
    order: int = 0


@dataclass
class Library:
    """Every attachment of an export. Addresses match whatever their scheme, host, query and size."""

    attachments: Iterable[Attachment] = ()
    by_number: dict[int, Attachment] = field(default_factory=dict, init=False)
    _by_path: dict[str, Attachment] = field(default_factory=dict, init=False)
    _by_parent: dict[int, list[Attachment]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for one in self.attachments:
            self.add(one)
        self.attachments = ()

    def add(self, one: Attachment) -> None:
        self.by_number[one.number] = one
        path = _path(one.address)
        self._by_path.setdefault(path, one)
        self._by_path.setdefault(_LARGE.sub("", path), one)
        self._by_parent.setdefault(one.parent, []).append(one)

    def at(self, address: str) -> Attachment | None:
        """Return the attachment *address* shows, in full or at one of its sizes."""
        path = _path(address)
        for candidate in (path, _SIZED.sub("", path), _LARGE.sub("", _SIZED.sub("", path))):
            if found := self._by_path.get(candidate):
                return found
        return None

    def of(self, parent: int) -> list[Attachment]:
        """Return what was uploaded to the item *parent*, in its order."""
        return sorted(self._by_parent.get(parent, []), key=lambda one: (one.order, one.number))


def _path(address: str) -> str:
    """Return the part of *address* from the uploads folder on, or its whole path, in lower case."""
    try:
        path = unquote(urlsplit(address.strip()).path).lower()
    except ValueError:
        return address.strip().lower()
    _before, uploads, after = path.partition("/uploads/")
    return after if uploads else path
