"""What a reader sent with a form, read from it. Anything is understood; what is wrong with it, the services say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from tocsin.comments.deciding import LARGEST_TEXT, LONGEST_EMAIL, LONGEST_NAME
from tocsin.comments.statuses import Complaint, Kind

TRAP = "subject"
"""A field that people do not see and programs fill in."""
_LONGEST_HIDDEN = 200


@dataclass(frozen=True)
class Draft:
    """A comment, or a report of an error, as it stands in the form; *errors* says, by field, what to do about it."""

    kind: Kind = Kind.COMMENT
    reply: int | None = None
    text: str = ""
    name: str = ""
    email: str = ""
    passage: str = ""
    wants_reply: bool = False
    wants_publication: bool = False
    writer: str = ""
    ticket: str = ""
    proof: str = ""
    trap: str = ""
    previews: bool = False
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, given: QueryDict) -> Draft:
        return cls(
            kind=Kind.CORRECTION if given.get("kind") == Kind.CORRECTION else Kind.COMMENT,
            reply=_number(given.get("reply")),
            text=_plain(given, "text", LARGEST_TEXT),
            name=_plain(given, "name", LONGEST_NAME + 1),
            email=_plain(given, "email", LONGEST_EMAIL + 1),
            passage=_plain(given, "passage", LARGEST_TEXT),
            wants_reply=bool(given.get("wants_reply")),
            wants_publication=bool(given.get("wants_publication")),
            writer=_plain(given, "writer", _LONGEST_HIDDEN),
            ticket=_plain(given, "ticket", _LONGEST_HIDDEN),
            proof=_plain(given, "proof", _LONGEST_HIDDEN),
            trap=_plain(given, TRAP, _LONGEST_HIDDEN),
            previews="preview" in given,
        )

    @classmethod
    def opened(cls, asked: QueryDict) -> Draft:
        """What an address may open the form with; words it may not put into anybody's mouth."""
        return replace(cls.of(QueryDict()), kind=cls.of(asked).kind, reply=_number(asked.get("reply")))

    def refused(self, message: str, name: str = "") -> Draft:
        """Return it with what is wrong: with the field *name*, or with the whole."""
        return replace(self, errors={name if hasattr(self, name or "-") else "whole": message})

    @property
    def is_correction(self) -> bool:
        return self.kind == Kind.CORRECTION


@dataclass(frozen=True)
class Complained:
    """Why a reader reports a comment, as it stands in the form."""

    complaint: Complaint | None = None
    reason: str = ""
    writer: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> Complained:
        chosen = given.get("complaint")
        return cls(
            complaint=Complaint(chosen) if chosen in set(Complaint) else None,
            reason=_plain(given, "reason", LARGEST_TEXT),
            writer=_plain(given, "writer", _LONGEST_HIDDEN),
        )


def _plain(given: QueryDict, name: str, longest: int) -> str:
    """Return the text of a field, without halves of characters, and no longer than is needed to see it is too long."""
    value: Any = given.get(name) or ""
    return str(value)[: longest + 1].encode("utf-8", "replace").decode()


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < len(str(2**63)) else None
