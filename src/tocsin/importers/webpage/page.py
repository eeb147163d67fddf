"""A page once it is read: plain data, in the order of the page, with nothing of its HTML left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from tocsin.importers.prose.blocks import Block, Reference

Direction = Literal["ltr", "rtl"]


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
