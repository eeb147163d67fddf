"""What the evidence desk asks of others."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Protocol


@dataclass(frozen=True)
class Proposal:
    """A claim somebody or something reads out of a text, for an editor to accept, change or refuse.

    *start* and *end* are code points of the canonical text, the end excluded. *confidence* is from 0 to 1. *figure*
    has fields of ``claims.models.Figure``; *gazetteer* says of a place's name what is known of it, as fields of
    ``claims.models.Place``; claims with the same *incident* are on one happening. The other words are those of
    ``claims.statuses``, and what is empty is not known.
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
    polarity: str = ""
    modality: str = ""
    accused: str = ""
    incident: int | None = None
    gazetteer: dict[str, dict[str, Any]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """All of it as plain data, for ``Proposal.of``."""
        return {**asdict(self), "places": list(self.places)}

    @classmethod
    def of(cls, given: dict[str, Any]) -> Proposal:
        """The proposal that plain data tells; what it does not know of is passed over."""
        known = {name: value for name, value in given.items() if name in cls.__dataclass_fields__}
        return cls(**{**known, "places": tuple(known.get("places", ()))})


class Proposer(Protocol):
    """Reads claims out of a text. Named by dotted path in the setting ``TOCSIN_PROPOSER``.

    It may have a method ``objection()``, which says in one line why it cannot read now (nothing when it can), and a
    text ``version``, which is kept with what it reads.
    """

    def __call__(self, text: str, *, language: str, published: date | None) -> list[Proposal]:
        """Return proposals in the order of the text. The same text gives the same proposals.

        It is called in the background. A ``TocsinError`` is shown to whoever asked.
        """
        ...
