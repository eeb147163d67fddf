"""An article once it is read: plain data, in the order of its source, with nothing of the source's HTML left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Run:
    """A stretch of text in one dress. A line break is a newline in ``text``.

    ``reference`` is the label of the reference this run is a marker of; its text is then ``[label]``.
    """

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    struck: bool = False
    link: str = ""
    reference: str = ""

    def saying(self, text: str) -> Run:
        """Return a run of *text* in the same dress; quicker than ``replace``, for there are many."""
        if text == self.text:
            return self
        dress = self.bold, self.italic, self.raised, self.lowered, self.struck
        return Run(text, *dress, self.link, self.reference)


Inline = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """Return the text of *runs* alone."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True)
class Paragraph:
    runs: Inline

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True)
class Heading:
    """A heading below the headline; ``level`` is 2 to 4."""

    level: int
    runs: Inline

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True)
class Listing:
    """A list. ``calls`` says that its items are demands, calls or slogans."""

    items: tuple[Inline, ...]
    ordered: bool = False
    calls: bool = False

    @property
    def text(self) -> str:
        return "\n".join(plain(item) for item in self.items)


@dataclass(frozen=True)
class Quote:
    """Someone's own words set apart; ``attribution`` is who said them, as the page puts it."""

    runs: Inline
    attribution: str = ""

    @property
    def text(self) -> str:
        return "\n".join(part for part in (plain(self.runs), self.attribution) if part)


@dataclass(frozen=True)
class Picture:
    """A picture at its full address; nothing of it is fetched here.

    ``attachment`` is its number in the media library of its source, or 0; ``address`` may then be empty.
    """

    address: str
    alt: str = ""
    caption: Inline = ()
    credit: str = ""
    attachment: int = 0

    @property
    def text(self) -> str:
        return "\n".join(part for part in (plain(self.caption), self.credit) if part)


@dataclass(frozen=True)
class Cell:
    runs: Inline
    heading: bool = False

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    @property
    def text(self) -> str:
        lines = [" ".join(cell.text for cell in row) for row in self.rows]
        return "\n".join([self.caption, *lines] if self.caption else lines)


@dataclass(frozen=True)
class Preformatted:
    """Text whose spaces and line breaks count."""

    text: str


@dataclass(frozen=True)
class Embed:
    """Something another site shows inside this page."""

    address: str
    title: str = ""
    caption: Inline = ()

    @property
    def text(self) -> str:
        return plain(self.caption)


@dataclass(frozen=True)
class Gallery:
    """Two or more pictures shown as one."""

    pictures: tuple[Picture, ...]
    caption: Inline = ()

    @property
    def text(self) -> str:
        return "\n".join(part for part in (*(one.text for one in self.pictures), plain(self.caption)) if part)


@dataclass(frozen=True)
class File:
    """A file to be taken home; ``attachment`` as with pictures."""

    address: str
    title: str = ""
    attachment: int = 0

    @property
    def text(self) -> str:
        return self.title


@dataclass(frozen=True)
class Recording:
    """Sound (``audio``) or moving pictures (``video``) in a file; ``captions`` is the address of its subtitles."""

    kind: Literal["audio", "video"]
    address: str
    title: str = ""
    attachment: int = 0
    captions: str = ""

    @property
    def text(self) -> str:
        return self.title


Block = Paragraph | Heading | Listing | Quote | Picture | Table | Preformatted | Embed | Gallery | File | Recording


@dataclass(frozen=True)
class Cited:
    """One source of a reference. ``text`` is how the page words it; ``lost`` means that no address came with it."""

    text: str
    title: str = ""
    address: str = ""

    @property
    def lost(self) -> bool:
        return not self.address


@dataclass(frozen=True)
class Reference:
    """What a marker in the text points at."""

    label: str
    sources: tuple[Cited, ...]
