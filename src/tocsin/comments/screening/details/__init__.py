"""Personal details in a text: what would lead a stranger to somebody's door, telephone, or papers.

Found by shape, in many countries' forms and any script's digits; whether a number belongs to anybody cannot be known, and
a detail held wrongly costs a moderator one look. So what is in doubt is held, and only what news is full of (years, dates,
sums, scores) is let pass.
"""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.comments.screening.details import addresses, coordinates, documents, emails, phones
from tocsin.comments.screening.details.detail import KINDS, Detail
from tocsin.comments.screening.details.detail import Found as Found
from tocsin.comments.screening.letters import plain

__all__ = ["KINDS", "MOST", "Detail", "find"]

MOST = 70_000
"""Letters that are looked at; no comment is longer."""


def find(text: str, languages: Sequence[str] = ()) -> list[Detail]:
    """Return the personal details in *text*, in their order, none inside another.

    *languages* (codes such as ``uk``) say whose telephone numbers to expect first; all are found without.
    """
    as_read = plain(text[:MOST])
    within = as_read.text
    found: list[Found] = []
    for search in (emails.search, coordinates.search, documents.search):
        found.extend(search(within))
    found.extend(phones.search(within, languages))
    found.extend(addresses.search(within))
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    details = []
    for one in kept:
        start, end = as_read.span(one.start, one.end)
        details.append(Detail(one.kind, start, end, text[start:end]))
    return details
