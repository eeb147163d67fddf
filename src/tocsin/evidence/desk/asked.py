"""What an editor looks at on the evidence desk, as the address says it, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, QueryDict

from tocsin.accounts.models import User
from tocsin.claims.statuses import Sensitivity


@dataclass
class Asked:
    """A claim, chosen words, a proposal, or a list.

    *chosen* are proposals that are ticked; *sensitivity* is what those accepted last were given.
    """

    claim: int | None = None
    start: int | None = None
    end: int | None = None
    show: str = ""
    words: str = ""
    proposal: int | None = None
    least: int | None = None
    sensitivity: list[str] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        def number(name: str) -> int | None:
            text = given.get(name, "")
            return int(text) if text.isdecimal() and len(text) < 12 else None  # noqa: PLR2004 - no text is so long

        return cls(
            number("claim"),
            number("start"),
            number("end"),
            given.get("show", ""),
            given.get("words", "")[:100],
            number("proposal"),
            number("least"),
            [one for one in given.getlist("sensitivity") if one in Sensitivity.values],
            [int(one) for one in given.getlist("chosen") if one.isdecimal() and len(one) < 12],  # noqa: PLR2004
        )


class Invalid(Exception):
    """A form has errors; it is shown again."""

    def __init__(self, asked: Asked, **forms: Any) -> None:
        super().__init__()
        self.asked, self.forms = asked, forms


def exact_words(request: HttpRequest) -> str:
    """The words as the desk showed them; a browser sends line ends its own way."""
    return request.POST.get("exact", "").replace("\r\n", "\n")


def may_see_private(user: User) -> bool:
    return bool(user.has_perm("claims.see_private_evidence"))


def may_open(user: User) -> bool:
    """Whether *user* may open a claim that no published article states, and say that evidence is verified."""
    return bool(user.has_perm("claims.change_claim"))
