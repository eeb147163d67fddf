"""What the evidence desk asks of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol


@dataclass(frozen=True)
class Proposal:
    """A claim somebody or something reads out of a text, for an editor to accept, change or refuse.

    *start* and *end* are code points of the canonical text, the end excluded. *confidence* is from 0 to 1.
    """

    start: int
    end: int
    type: str
    speaker: str = ""
    cue: str = ""
    stance: str = ""
    publisher_stance: str = ""
    date_text: str = ""
    date: str = ""
    places: tuple[str, ...] = ()
    figure: dict[str, Any] = field(default_factory=dict)
    confidence: float = 0.0


class Proposer(Protocol):
    """Reads claims out of a text. Named by dotted path in the setting ``TOCSIN_PROPOSER``."""

    def __call__(self, text: str, *, language: str, published: date | None) -> list[Proposal]:
        """Return proposals in the order of the text. The same text gives the same proposals."""
        ...
