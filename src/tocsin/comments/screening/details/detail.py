"""The words of the search for personal details."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

KINDS = ("phone", "email", "address", "document", "coordinates")


@dataclass(frozen=True)
class Detail:
    """What looks like a personal detail: *text* stands from *start* to before *end*."""

    kind: str
    start: int
    end: int
    text: str


class Found(NamedTuple):
    """A detail in the plain form of the text."""

    kind: str
    start: int
    end: int
