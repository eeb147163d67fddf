"""What an editor is told of an article without asking: where its claims disagree with their sources or each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.articles import readiness
from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, Standing
from tocsin.claims.statuses import Audience, ClaimType, Currency, Flag, RelationKind, SeriesKind, Stance
from tocsin.evidence.templatetags.ledger import amount
from tocsin.evidence.templatetags.ledger import edtf as edtf_words
from tocsin.lib import edtf

MANY = 3
"""So many publishers of one origin are worth a word."""

ERROR, WARNING, NOTE = "error", "warning", "note"


@dataclass(frozen=True)
class Finding:
    """One thing an editor should look at: how grave, what, and which claim."""

    severity: str
    sentence: str
    claim: Claim | None = None


@dataclass
class _Facts:
    """What the checks read, fetched once."""

    article: ArticlePage
    claims: list[Claim]
    standings: dict[int, Standing]
    live: list[PublishedSpan]


def findings(article: ArticlePage, *, private: bool = True) -> list[Finding]:
    """Return what the checks find in *article*, its newest version, the gravest first; of *private* evidence or not."""
    audience = Audience.NEWSROOM if private else Audience.READERS
    voices = Assertion.objects.all() if private else Assertion.objects.public()
    pks = Span.objects.anchored().filter(article=article).values("claim")
    claims = list(
        Claim.objects.filter(pk__in=pks)
        .select_related("figure__series", "accusation", "assessment")
        .prefetch_related(Prefetch("assertions", voices.with_evidence()), "relations__other__figure")
        .order_by("pk")
    )
    standings = {row.claim_id: row for row in Standing.objects.filter(claim__in=claims, audience=audience)}
    live = list(PublishedSpan.objects.live().filter(article=article, seen_at=None).select_related("claim"))
    facts = _Facts(article, claims, standings, live)
    found = [finding for check in CHECKS for finding in check(facts)]
    return sorted(found, key=lambda one: (ERROR, WARNING, NOTE).index(one.severity))


# Dates ----------------------------------------------------------------------------------------------------------


def _dates(facts: _Facts) -> Iterator[Finding]:
    """Relative dates against known ones, and against each other."""
    relative = [one for one in facts.claims if one.date and one.date_text and one.date_anchor]
    conflicting = [one for one in relative if _has(facts, one, Flag.DATE_CONFLICT)]
    for claim in conflicting:
        yield Finding(
            WARNING,
            _("“%(words)s”, counted from %(anchor)s, means %(meant)s; known from elsewhere: %(known)s.")
            % {
                "words": claim.date_text,
                "anchor": _day(claim.date_anchor),
                "meant": edtf_words(claim.date),
                "known": edtf_words(claim.date_known),
            },
            claim,
        )
    if found := _common_shift(conflicting):
        days, number = found
        anchors = {one.date_anchor for one in conflicting if one.date_anchor}
        if len(anchors) == 1:
            yield Finding(
                WARNING,
                _("%(number)d of %(all)d relative dates that disagree agree with %(day)s as the day it was written.")
                % {"number": number, "all": len(conflicting), "day": _day(anchors.pop() + timedelta(days))},
            )
    if len({one.date_anchor for one in relative}) > 1:
        yield Finding(WARNING, _("Relative dates of this article are counted from different days."))


def _common_shift(claims: Sequence[Claim]) -> tuple[int, int] | None:
    """By how many days most of the dates that disagree would have to be moved, and how many that is."""
    shifts = Counter(shift for one in claims if (shift := _shift(one.date, one.date_known)) is not None)
    if not shifts:
        return None
    days, number = shifts.most_common(1)[0]
    return (days, number) if number > 1 and days else None


def _shift(meant: str, known: str) -> int | None:
    one, other = edtf.read(meant), edtf.read(known)
    if one.start is None or other.start is None:
        return None
    return (other.start - one.start).days


def _day(day: date | None) -> str:
    return formats.date_format(day, "DATE_FORMAT") if day else ""


# Figures --------------------------------------------------------------------------------------------------------


def _bounds(facts: _Facts) -> Iterator[Finding]:
    for claim in facts.claims:
        if not _has(facts, claim, Flag.BOUND_MISMATCH):
            continue
        for one in claim.assertions.all():  # type: ignore[attr-defined]
            if one.has_figure and one.quantifier and one.quantifier != claim.figure.quantifier:  # type: ignore[attr-defined]
                yield Finding(
                    WARNING,
                    _("%(who)s says %(given)s; the article says %(printed)s. A bound or a caveat was lost.")
                    % {"who": one.said_by, "given": _number(one), "printed": _number(claim.figure)},  # type: ignore[attr-defined]
                    claim,
                )


def _number(figure: object) -> str:
    values = [getattr(figure, name) for name in ("best", "low", "high")]
    value = next((one for one in values if one is not None), None)
    return f"{figure.get_quantifier_display()} {amount(value)}"  # type: ignore[attr-defined]


def _definitions(facts: _Facts) -> Iterator[Finding]:
    for claim in facts.claims:
        if _has(facts, claim, Flag.DEFINITION_MISMATCH):
            others = sorted({one.definition for one in claim.assertions.all() if one.definition})  # type: ignore[attr-defined]
            yield Finding(
                NOTE, _("A figure on record counts something else: %s. It is no dispute.") % "; ".join(others), claim
            )


def _stock_and_flow(facts: _Facts) -> Iterator[Finding]:
    """A number derived from people who are somewhere and people who moved."""
    for claim in facts.claims:
        sources = [one.other for one in claim.relations.all() if one.kind == RelationKind.DERIVED_FROM]  # type: ignore[attr-defined]
        kinds = {one.figure.kind for one in sources if hasattr(one, "figure") and one.figure.kind}
        if SeriesKind.STOCK in kinds and SeriesKind.FLOW in kinds:
            yield Finding(
                ERROR, _("This number adds stock to flow: people who are somewhere, and people who moved."), claim
            )


def _relays(facts: _Facts) -> Iterator[Finding]:
    """A number that changed between who said it and who passed it on."""
    for claim in facts.claims:
        for one in claim.assertions.all():  # type: ignore[attr-defined]
            root = one.repeats
            if root and root.has_figure and one.has_figure and _values(one) != _values(root):
                yield Finding(
                    WARNING,
                    _("%(who)s passes on another number than %(root)s gave.")
                    % {"who": one.said_by, "root": root.said_by},
                    claim,
                )


def _values(one: Assertion) -> tuple[object, ...]:
    return one.low, one.best, one.high, one.quantifier


# Sources --------------------------------------------------------------------------------------------------------


def _origins(facts: _Facts) -> Iterator[Finding]:
    for claim in facts.claims:
        standing = facts.standings.get(claim.pk)
        tally = standing.tally if standing else {}
        if tally.get("supporting", 0) - tally.get("unknown", 0) == 1 and tally.get("publishers", 0) >= MANY:
            sentence = ngettext(
                "%d publisher, one origin: they count once.",
                "%d publishers, one origin: they count once.",
                tally["publishers"],
            )
            yield Finding(NOTE, sentence % tally["publishers"], claim)


def _quotes(facts: _Facts) -> Iterator[Finding]:
    """A reference that does not support the words attached to it."""
    for claim in facts.claims:
        for one in claim.assertions.all():  # type: ignore[attr-defined]
            if one.citation and not one.citation.is_found:
                yield Finding(
                    ERROR,
                    _("“%(words)s” does not stand in the text kept of %(source)s.")
                    % {"words": one.citation.exact[:120], "source": one.source},
                    claim,
                )


def _accusations(facts: _Facts) -> Iterator[Finding]:
    """An accusation needs who makes it, and the answer of the accused or an attempt to get it."""
    for claim in facts.claims:
        if claim.type != ClaimType.ACCUSATION:
            continue
        voices = list(claim.assertions.all())  # type: ignore[attr-defined]
        record = claim.subtype
        if not any(one.stance == Stance.SUPPORT for one in voices):
            yield Finding(ERROR, _("An accusation needs who makes it."), claim)
        if not any(one.is_reply for one in voices) and not (record and record.reply_sought):
            yield Finding(WARNING, _("The accused has no answer on record, and no attempt to get one."), claim)


def _assessments(facts: _Facts) -> Iterator[Finding]:
    for claim in facts.claims:
        if claim.type == ClaimType.ASSESSMENT and claim.checkability == "checkable":
            record = claim.subtype
            if record is None or not record.is_checkable:
                yield Finding(
                    NOTE, _("Compared with what, when, by what measure? Without all three it cannot be checked."), claim
                )


# After writing --------------------------------------------------------------------------------------------------


def _stale(facts: _Facts) -> Iterator[Finding]:
    """Before publication: what has been superseded. After it: what has another status than readers were shown."""
    for claim in facts.claims:
        standing = facts.standings.get(claim.pk)
        if standing and standing.currency == Currency.SUPERSEDED:
            yield Finding(WARNING, _("A later figure or claim is on record: this one is superseded."), claim)
    readers = {
        row.claim_id: row
        for row in Standing.objects.filter(claim__in=[one.claim_id for one in facts.live], audience=Audience.READERS)
    }
    for span in {one.claim_id: one for one in facts.live}.values():
        now = readers.get(span.claim_id)
        if now and now.status != span.status:
            yield Finding(
                WARNING,
                _("Published as %(was)s, now %(now)s.")
                % {"was": span.get_status_display(), "now": now.get_status_display()},
                span.claim,
            )


def _protected(facts: _Facts) -> Iterator[Finding]:
    if ledger.protected_in(readiness.everything_published(facts.article)):
        yield Finding(ERROR, _("A name on the protect list stands in this article, its claims or its quotations."))


def _has(facts: _Facts, claim: Claim, flag: Flag) -> bool:
    standing = facts.standings.get(claim.pk)
    return standing is not None and flag in standing.flags


CHECKS: tuple[Callable[[_Facts], Iterator[Finding]], ...] = (
    _protected,
    _quotes,
    _accusations,
    _stock_and_flow,
    _dates,
    _bounds,
    _relays,
    _stale,
    _definitions,
    _origins,
    _assessments,
)
