"""Proposals for an article: what was read in it and still stands, less what is covered or was judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from tocsin.articles import anchoring
from tocsin.articles.models import ArticlePage, Span
from tocsin.evidence.models import Judgement, Proposed, Reading
from tocsin.evidence.ports import Proposal, Proposer
from tocsin.evidence.statuses import Judged
from tocsin.lib.errors import TocsinError
from tocsin.lib.hashing import sha256

SURE, LIKELY = 0.8, 0.5
"""From so much confidence on a proposal is called sure, or likely."""
_LEVELS = {
    "sure": pgettext_lazy("confidence", "sure"),
    "likely": pgettext_lazy("confidence", "likely"),
    "doubtful": pgettext_lazy("confidence", "doubtful"),
}


class NothingReads(TocsinError):
    """There is no proposer here, or it cannot read."""


@cache
def proposer(path: str) -> Proposer:
    """The proposer named by the dotted *path*."""
    return import_string(path)  # type: ignore[no-any-return]


def objection() -> str:
    """Why nothing can be proposed on this site, in one line; nothing when something can."""
    if not settings.PROPOSER:
        return _("On this site nothing proposes claims: the setting %(name)s is empty.") % {"name": "TOCSIN_PROPOSER"}
    try:
        asked: Callable[[], str] | None = getattr(proposer(settings.PROPOSER), "objection", None)
    except ImportError:
        return _("Nothing is found at %(path)s, which %(name)s names.") % {
            "path": settings.PROPOSER,
            "name": "TOCSIN_PROPOSER",
        }
    return asked() if asked else ""


def refuse_without_reader() -> None:
    """Raise ``NothingReads`` where nothing can be proposed."""
    if reason := objection():
        raise NothingReads(reason)


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Offered:
    """A proposal as it stands in the text of now; *pk* is that of its row."""

    pk: int
    words: str
    one: Proposal

    @property
    def percent(self) -> int:
        return round(self.one.confidence * 100)

    @property
    def level(self) -> str:
        return "sure" if self.one.confidence >= SURE else "likely" if self.one.confidence >= LIKELY else "doubtful"

    @property
    def sure(self) -> str:
        """The confidence as a word."""
        return str(_LEVELS[self.level])


@dataclass(frozen=True)
class Proposals:
    """What is proposed for an article: the proposals open to a decision, and how they came about."""

    reading: Reading | None
    open: tuple[Offered, ...] = ()
    is_of_another_text: bool = False
    dropped: int = 0
    """How many no longer stand in the text."""

    def by_pk(self, pk: int | None) -> Offered | None:
        return next((one for one in self.open if one.pk == pk), None)

    def at(self, start: int | None, end: int | None) -> Offered | None:
        """The proposal for just these words."""
        return next((one for one in self.open if (one.one.start, one.one.end) == (start, end)), None)

    def from_(self, least: int) -> tuple[Offered, ...]:
        """Those of at least *least* per cent."""
        return tuple(one for one in self.open if one.percent >= least)

    def below(self, least: int) -> tuple[Offered, ...]:
        return tuple(one for one in self.open if one.percent < least)


def proposals(article: ArticlePage, text: str) -> Proposals:
    """Return what is proposed for *text*, the canonical text of *article* as it is now.

    In a text that changed a proposal stays where its exact words still stand, and is dropped where they do not.
    """
    reading = Reading.objects.filter(article=article).first()
    if reading is None:
        return Proposals(None)
    here_now = digest(text)
    is_same = reading.digest == here_now
    rows = list(reading.proposed.all())  # type: ignore[attr-defined]
    standing = [found for row in rows if (found := _offered(row, text, is_same=is_same))]
    decided = Judgement.objects.filter(article=article).exclude(verdict=Judged.ACCEPTED)
    rows_of = decided.values_list("digest", "start", "end", "exact", "type")
    here = {(start, end, kind) for known, start, end, _, kind in rows_of if known == here_now}
    words = {(exact, kind) for known, _, _, exact, kind in rows_of if known != here_now}
    here |= set(Span.objects.anchored().filter(article=article).values_list("start", "end", "claim__type"))
    still_open = tuple(
        found
        for found in standing
        if (found.one.start, found.one.end, found.one.type) not in here and (found.words, found.one.type) not in words
    )
    return Proposals(reading, still_open, bool(reading.digest) and not is_same, len(rows) - len(standing))


def _offered(row: Proposed, text: str, *, is_same: bool) -> Offered | None:
    place = row.selector if is_same else anchoring.locate(text, row.selector)
    if place is None:
        return None
    own = {"start": row.start, "end": row.end, "type": row.type, "confidence": row.confidence}
    return Offered(row.pk, place.exact, replace(Proposal.of({**row.rest, **own}), start=place.start, end=place.end))
