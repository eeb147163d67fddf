"""Reading an article for its claims: what the worker does. Nothing is locked in the database meanwhile."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tocsin.articles import anchoring
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import spanning
from tocsin.claims.extraction import process
from tocsin.claims.statuses import ClaimType, Modality, Polarity, PublisherStance, Stance
from tocsin.evidence.models import Proposed, Reading
from tocsin.evidence.ports import Proposal
from tocsin.evidence.proposing import NothingReads, digest, proposer, refuse_without_reader
from tocsin.evidence.statuses import Failure, ReadingState
from tocsin.lib import clock, edtf
from tocsin.lib.errors import TocsinError

logger = logging.getLogger(__name__)

_WORDS = {"stance": Stance, "publisher_stance": PublisherStance, "polarity": Polarity, "modality": Modality}
_FAILURES: tuple[tuple[type[Exception], Failure], ...] = (
    (process.TooSlow, Failure.SLOW),
    (process.Ended, Failure.ENDED),
    (process.NotRead, Failure.UNKNOWN),
    (NothingReads, Failure.MISSING),
    (TocsinError, Failure.REFUSED),
)
_OWN = ("start", "end", "type", "confidence")
LONGEST_ERROR = 300


def read_next(task: str) -> Reading | None:
    """Read the article whose turn it is: the newest that waits. Return its reading, or nothing when none waits.

    *task* names who does it: asked again by the same name, what it left unfinished is taken up first.
    """
    reading = _take(task)
    if reading is None:
        return None
    article = reading.article
    text = spanning.anchored_text(article).text
    try:
        refuse_without_reader()
        found = proposer(settings.PROPOSER)(text, language=article.language, published=_day(article))
    except Exception as error:  # noqa: BLE001 - a proposer is anybody's code; whoever asked is told, and the log says it
        return _fail(reading, error)
    return _keep(reading, text, found)


@transaction.atomic
def _take(task: str) -> Reading | None:
    own = Reading.objects.filter(task=task, state=ReadingState.RUNNING).first() if task else None
    reading = own or Reading.objects.select_for_update(skip_locked=True, of=("self",)).waiting().first()
    if reading is None:
        return None
    reading.state, reading.task, reading.begun_at = ReadingState.RUNNING, task, clock.now()
    reading.save(update_fields=["state", "task", "begun_at"])
    return reading


def _day(article: ArticlePage) -> date | None:
    """The day relative words are counted from."""
    if article.published_at:
        return timezone.localtime(article.published_at).date()
    return article.dateline_date


@transaction.atomic
def _keep(reading: Reading, text: str, found: list[Proposal]) -> Reading:
    """Put what was found in the place of what was found before."""
    reading.proposed.all().delete()  # type: ignore[attr-defined]
    sound = [one for one in found if 0 <= one.start < one.end <= len(text) and one.type in ClaimType.values]
    Proposed.objects.bulk_create(_row(reading, text, _sound(one)) for one in sound)
    reading.state, reading.failure, reading.error = ReadingState.DONE, "", ""
    reading.digest, reading.read_at = digest(text), clock.now()
    reading.language, reading.reader = reading.article.language, _reader()
    reading.save()
    return reading


def _sound(one: Proposal) -> Proposal:
    """*one* without what the ledger has no word for: a proposer is anybody's code."""
    unknown = {name: "" for name, words in _WORDS.items() if getattr(one, name) not in words.values}
    try:
        edtf.read(one.date)
    except edtf.BadEdtf:  # a duration, or nothing
        unknown["date"] = ""
    return replace(one, confidence=min(max(one.confidence, 0.0), 1.0), **unknown)  # type: ignore[arg-type]


def _row(reading: Reading, text: str, one: Proposal) -> Proposed:
    place = anchoring.select(text, one.start, one.end)
    own = {name: getattr(one, name) for name in _OWN}
    rest = {name: value for name, value in one.as_dict().items() if name not in own}
    return Proposed(reading=reading, exact=place.exact, prefix=place.prefix, suffix=place.suffix, rest=rest, **own)


def _reader() -> str:
    version = getattr(proposer(settings.PROPOSER), "version", "")
    return f"{settings.PROPOSER} {version}".strip()[:200]


def _fail(reading: Reading, error: Exception) -> Reading:
    why = next((why for kind, why in _FAILURES if isinstance(error, kind)), Failure.UNKNOWN)
    if why == Failure.UNKNOWN:
        logger.error("Article %s was not read.", reading.article_id, exc_info=error)
    reading.state, reading.failure = ReadingState.FAILED, why
    reading.error = " ".join(str(error).split())[:LONGEST_ERROR] if why == Failure.REFUSED else ""
    reading.save(update_fields=["state", "failure", "error"])
    return reading
