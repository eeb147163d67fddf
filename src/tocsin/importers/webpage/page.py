"""A page once it is read: plain data, in the order of the page, with nothing of its HTML left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Direction = Literal["ltr", "rtl"]


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
    """A picture at its full address; nothing of it is fetched here."""

    address: str
    alt: str = ""
    caption: Inline = ()
    credit: str = ""

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

    @property
    def text(self) -> str:
        return ""


Block = Paragraph | Heading | Listing | Quote | Picture | Table | Preformatted | Embed


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


@dataclass(frozen=True)
class LeftOut:
    """Furniture that was left out: what it was taken for, in how many pieces, and how its first begins."""

    kind: str
    pieces: int
    characters: int
    sample: str


@dataclass(frozen=True)
class Page:
    """An article read from a page.

    ``published`` is a moment where the page tells one, a date where it tells only that. ``doubts`` are lines for
    the person who checks the draft.
    """

    headline: str
    blocks: tuple[Block, ...]
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: date | datetime | None = None
    language: str = ""
    direction: Direction = "ltr"
    site_name: str = ""
    url: str = ""
    references: tuple[Reference, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """What an article made of this page would hold: standfirst and blocks, without the headline."""
        parts = [self.standfirst, *(block.text for block in self.blocks)]
        return "\n".join(part for part in parts if part)
