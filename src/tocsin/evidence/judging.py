"""What an editor makes of proposals: accepted, corrected, refused, and what is kept of that to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims import services as ledger
from tocsin.claims.errors import ChangedMeanwhile
from tocsin.claims.models import Claim, Speaker, SpeakerName
from tocsin.claims.services.protecting import folded
from tocsin.claims.statuses import ClaimType, Modality, Naming, Origin, Polarity, Stance
from tocsin.evidence import services
from tocsin.evidence.models import Judgement, Reading
from tocsin.evidence.ports import Proposal
from tocsin.evidence.proposing import Offered, digest, proposals
from tocsin.evidence.statuses import Judged
from tocsin.lib import clock
from tocsin.lib.sentences import sentences

UNDONE_WITHIN = timedelta(hours=1)
"""So long the last refusal can be taken back by a button."""
WITH_A_FIGURE = (ClaimType.FIGURE, ClaimType.FORECAST)
"""The types whose record keeps a number."""


@transaction.atomic
def accept(
    article: ArticlePage, offered: Iterable[Offered], *, within: str, sensitivity: list[str], by: User | None
) -> int:
    """Record what *offered* says of the words *within*, the canonical text; return how many.

    Raises ``ValidationError`` for what the ledger cannot keep and ``ChangedMeanwhile``; then none is recorded.
    """
    several = _still_open(article, offered, within)
    with ledger.deferred():
        for each in several:
            _record(article, each.one, words=each.words, by=by, text=each.words, sensitivity=sensitivity)
    _judge(article, several, within, Judged.ACCEPTED, by)
    return len(several)


@transaction.atomic
def correct(
    article: ArticlePage, offered: Offered, as_it_is: Proposal, *, within: str, by: User | None, **fields: Any
) -> Claim:
    """Record the claim *as_it_is*, in the place of what was proposed; *fields* are those of the claim.

    What became of which field is kept; where nothing was changed, the proposal was accepted.
    """
    _still_open(article, [offered], within)
    words = within[as_it_is.start : as_it_is.end]
    claim = _record(article, as_it_is, words=words, by=by, **fields)
    changes = changed(offered.one, as_it_is)
    if fields["text"] != words:
        changes["text"] = [words, fields["text"]]
    _judge(article, [offered], within, Judged.CORRECTED if changes else Judged.ACCEPTED, by, changes)
    return claim


@transaction.atomic
def refuse(article: ArticlePage, offered: Iterable[Offered], *, within: str, by: User | None) -> int:
    """Refuse *offered*: they are not proposed again for these words. Return how many."""
    return len(_judge(article, _still_open(article, offered, within), within, Judged.REFUSED, by))


def _still_open(article: ArticlePage, offered: Iterable[Offered], within: str) -> list[Offered]:
    """Hold the reading, so that of two editors one decides. Raises ``ChangedMeanwhile``."""
    several = list(offered)
    Reading.objects.select_for_update().filter(article=article).first()
    left = {one.pk for one in proposals(article, within).open}
    if any(one.pk not in left for one in several):
        raise ChangedMeanwhile(_("Somebody decided on one of these meanwhile. Look at the list again."))
    return several


def last_refusal(article: ArticlePage, by: User | None) -> list[Judgement]:
    """What *by* refused last in *article*, all at once, a short while ago."""
    refused = Judgement.objects.filter(article=article, by=by, verdict=Judged.REFUSED)
    last = refused.filter(at__gte=clock.now() - UNDONE_WITHIN).order_by("-at").first()
    return list(refused.filter(at=last.at)) if last else []


@transaction.atomic
def take_back(article: ArticlePage, *, by: User | None) -> int:
    """Take back the last refusal: what was refused is proposed again. Return how many."""
    rows = last_refusal(article, by)
    Judgement.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


# Recording ------------------------------------------------------------------------------------------------------


def _record(article: ArticlePage, one: Proposal, *, words: str, by: User | None, **fields: Any) -> Claim:
    given = {
        "type": one.type,
        "date_text": one.date_text,
        "date": one.date,
        "polarity": one.polarity or Polarity.AFFIRMED,
        "modality": one.modality or Modality.ACTUAL,
        "publisher_stance": one.publisher_stance,
        **fields,
    }
    claim = services.state(
        article,
        start=one.start,
        end=one.end,
        exact=words,
        by=by,
        places="; ".join(one.places),
        gazetteer=one.gazetteer,
        subtype=_subtype(one),
        figure=one.figure if one.type == ClaimType.FORECAST else None,
        **given,
    )
    if one.speaker:
        said = article.published_at or clock.now()
        ledger.record_assertion(
            claim,
            stance=one.stance or Stance.SUPPORT,
            by=by,
            speaker=services.speaker_named(one.speaker),
            cue_text=one.cue,
            publisher_stance=one.publisher_stance,
            origin=Origin.UNKNOWN,
            public_at=said,
            asserted_at=said,
        )
    return claim


def _subtype(one: Proposal) -> dict[str, Any] | None:
    """What the proposal knows of the record of its type."""
    if one.type == ClaimType.FIGURE:
        return one.figure
    if one.type == ClaimType.ACCUSATION and one.accused:
        return {"accused_text": one.accused}
    if one.type == ClaimType.INTENT and one.cue:
        return {"cue": one.cue[:100]}
    return None


# What is kept to learn from -------------------------------------------------------------------------------------


def flat(one: Proposal) -> dict[str, Any]:
    """A proposal field by field, as an editor sees it in the form."""
    figure = one.figure
    return {
        "start": one.start,
        "end": one.end,
        "type": one.type,
        "speaker": one.speaker,
        "cue": one.cue,
        "stance": (one.stance or Stance.SUPPORT.value) if one.speaker else "",
        "publisher_stance": one.publisher_stance,
        "accused": one.accused,
        "date_text": one.date_text,
        "date": one.date,
        "places": "; ".join(one.places),
        "polarity": one.polarity or Polarity.AFFIRMED.value,
        "modality": one.modality or Modality.ACTUAL.value,
        "low": _digits(figure.get("low")),
        "high": _digits(figure.get("high")),
        **{name: figure.get(name) or "" for name in ("quantifier", "unit", "definition", "reported")},
    }


def _digits(value: Any) -> str:
    return "" if value in {None, ""} else f"{Decimal(str(value)).normalize():f}"


def changed(before: Proposal, after: Proposal) -> dict[str, list[Any]]:
    """Which fields are others in *after*: from what, to what."""
    was, now = flat(before), flat(after)
    return {name: [was[name], now[name]] for name in was if was[name] != now[name]}


def _judge(  # noqa: PLR0913, PLR0917 - what is kept of each
    article: ArticlePage,
    offered: list[Offered],
    text: str,
    verdict: Judged,
    by: User | None,
    changes: dict[str, Any] | None = None,
) -> list[Judgement]:
    reading = Reading.objects.filter(article=article).first()
    known = {"language": article.language, "reader": reading.reader if reading else "", "digest": digest(text)}
    bounds, now = sentences(text), clock.now()
    made = []
    for each in offered:
        start, end = _sentence(bounds, each.one)
        made.append(
            Judgement(
                article=article,
                verdict=verdict,
                type=each.one.type,
                exact=each.words,
                start=each.one.start,
                end=each.one.end,
                sentence=text[start:end],
                sentence_start=start,
                proposed=each.one.as_dict(),
                changes=changes or {},
                at=now,
                by=by,
                **known,
            )
        )
    return Judgement.objects.bulk_create(made)


def _sentence(bounds: list[tuple[int, int]], one: Proposal) -> tuple[int, int]:
    """Where the sentence or sentences begin and end in which the words of *one* stand."""
    touched = [(start, end) for start, end in bounds if start < one.end and end > one.start]
    return (min(one.start, touched[0][0]), max(one.end, touched[-1][1])) if touched else (one.start, one.end)


def lessons() -> Iterator[dict[str, Any]]:
    """Yield every judgement as plain data, oldest first, but those in which somebody stands who must not be named.

    That is whoever is on the protect list, and every speaker whom readers do not know by name. Editors are not named.
    """
    hidden = _hidden()
    for row in Judgement.objects.exclude(digest="").iterator(chunk_size=500):
        if not _names_somebody(row, hidden):
            yield _lesson(row)


def _hidden() -> set[str]:
    withheld = Speaker.objects.exclude(naming=Naming.NAMED)
    names = {*withheld.values_list("name", flat=True)}
    names |= {*SpeakerName.objects.filter(speaker__in=withheld).values_list("text", flat=True)}
    return {name for name in map(folded, names) if name.strip()}


def _names_somebody(row: Judgement, hidden: set[str]) -> bool:
    texts = [row.exact, row.sentence, *_texts(row.proposed), *_texts(row.changes)]
    whole = folded(" ".join(texts))
    return any(name in whole for name in hidden) or bool(ledger.protected_in(texts))


def _texts(given: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict):
        yield from _texts([*given, *given.values()])
    elif isinstance(given, list):
        for one in given:
            yield from _texts(one)


def _lesson(row: Judgement) -> dict[str, Any]:
    same = ("verdict", "language", "digest", "start", "end", "exact", "sentence", "sentence_start", "type", "proposed")
    return {
        "article": row.article_id,
        **{name: getattr(row, name) for name in same},
        "changes": row.changes,
        "reader": row.reader,
        "at": row.at.isoformat(),
    }
