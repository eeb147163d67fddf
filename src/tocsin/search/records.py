"""What is indexed, as plain data, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Record:
    """One thing a reader can find. *key* is ``type:number``; *date* is aware; *body* is plain text.

    What has no *language* (a name, a tag) has its words read in that of the newsroom, *house*.
    """

    key: str
    type: str
    title: str
    body: str = ""
    language: str = ""
    url: str = ""
    date: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    status: str = ""
    house: str = ""

    @property
    def read_in(self) -> str:
        """The language its words are read in."""
        return self.language or self.house


class Exact(StrEnum):
    """Where the input, taken as one phrase, stands in a title: also inside a word, or at an end of it."""

    ANYWHERE = "anywhere"
    START = "start"
    END = "end"
    WHOLE = "whole"


class Order(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader chose beside the query. *exact* None reads the query language; no *types* means all."""

    exact: Exact | None = None
    in_title: bool = True
    in_content: bool = True
    types: tuple[str, ...] = ()
    language: str = ""
    order: Order = Order.RELEVANCE


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, without its body. *full* tells that all of the query was found in it."""

    record: Record
    score: float
    full: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found. *full* and *partial* count all of it; *types* counts the full hits by type, whatever
    types were chosen. *instead* is a query that would find more, or empty.
    """

    hits: list[Hit] = field(default_factory=list)
    full: int = 0
    partial: int = 0
    types: dict[str, int] = field(default_factory=dict)
    instead: str = ""
