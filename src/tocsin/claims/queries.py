"""Reads of the ledger that join tables: the record a status is computed from, in a fixed number of queries."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from tocsin.claims.intervals import Interval, tolerance
from tocsin.claims.models import Appraisal, Assertion, Claim, ClaimRelation, Figure, Override
from tocsin.claims.record import Appraisal as RecordedAppraisal
from tocsin.claims.record import Assertion as RecordedAssertion
from tocsin.claims.record import Clock, Later, Record, Withdrawal
from tocsin.claims.record import Figure as RecordedFigure
from tocsin.claims.record import Override as RecordedOverride
from tocsin.claims.statuses import (
    Audience,
    ClaimType,
    Interest,
    Origin,
    Quantifier,
    RelationKind,
    Stance,
    Status,
)
from tocsin.claims.verdict import Verdict, changes, judge
from tocsin.lib import edtf
from tocsin.sources.statuses import Confidentiality, ReferenceStatus

Records = dict[Audience, Record]


class _Row(NamedTuple):
    """The columns of an assertion that its claim's status rests on."""

    id: int
    claim_id: int
    speaker_id: int | None
    source_id: int | None
    publication_id: int | None
    source_status: str | None
    confidentiality: str | None
    stance: str
    is_private: bool
    asserted_at: datetime
    public_at: datetime
    recorded_at: datetime
    withdrawn_at: datetime | None
    withdrawal_recorded_at: datetime | None
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    quantifier: str
    definition: str
    as_of: str

    @property
    def is_public(self) -> bool:
        return not self.is_private and self.confidentiality in {None, Confidentiality.UNPROTECTED}


_COLUMNS = (
    *("id", "claim_id", "speaker_id", "source_id", "source__publication_id", "source__status"),
    *("source__confidentiality", "stance", "is_private", "asserted_at", "public_at", "recorded_at", "withdrawn_at"),
    *("withdrawal_recorded_at", "low", "best", "high", "quantifier", "definition", "as_of"),
)


def records(claims: Collection[int]) -> dict[int, Records]:
    """Return the record of each of *claims* (ids), for the newsroom and for readers."""
    assertions: dict[int, list[_Row]] = defaultdict(list)
    for values in Assertion.objects.filter(claim__in=claims).order_by("pk").values_list(*_COLUMNS):
        row = _Row(*values)
        assertions[row.claim_id].append(row)
    appraisals = _appraisals(claims)
    figures = {one.claim_id: one for one in Figure.objects.filter(claim__in=claims).select_related("series")}
    overrides = _overrides(claims)
    later = _later(claims, figures)
    found: dict[int, Records] = {}
    for pk, *dates in Claim.objects.filter(pk__in=claims).values_list("pk", "date", "date_known", "valid_to"):
        rows = assertions[pk]
        figure = _figure(figures[pk]) if pk in figures else None

        def record(
            audience: Audience,
            *,
            pk: int = pk,
            rows: list[_Row] = rows,
            figure: RecordedFigure | None = figure,
            dates: list[str] = dates,
        ) -> Record:
            return Record(
                tuple(
                    _assertion(row, appraisals.get(row.id, ()), figure)
                    for row in rows
                    if audience is Audience.NEWSROOM or row.is_public
                ),
                figure,
                end_of(dates[2]),
                tuple(later[audience].get(pk, ())),
                overrides.get(pk, ()),
                dates_conflict(dates[0], dates[1]),
            )

        newsroom = record(Audience.NEWSROOM)
        same = all(row.is_public for row in rows) and later[Audience.READERS].get(pk) == later[Audience.NEWSROOM].get(
            pk
        )
        found[pk] = {Audience.NEWSROOM: newsroom, Audience.READERS: newsroom if same else record(Audience.READERS)}
    return found


def _appraisals(claims: Collection[int]) -> dict[int, tuple[RecordedAppraisal, ...]]:
    found: dict[int, list[RecordedAppraisal]] = defaultdict(list)
    rows = Appraisal.objects.filter(assertion__claim__in=claims).values_list(
        "assertion_id", "public_at", "recorded_at", "origin", "interest", "side__camp", "verified"
    )
    for assertion, public_at, recorded_at, origin, interest, camp, verified in rows:
        found[assertion].append(
            RecordedAppraisal(public_at, recorded_at, Origin(origin), Interest(interest), camp or "", verified)
        )
    return {pk: tuple(several) for pk, several in found.items()}


def _overrides(claims: Collection[int]) -> dict[int, tuple[RecordedOverride, ...]]:
    found: dict[int, list[RecordedOverride]] = defaultdict(list)
    for one in Override.objects.filter(claim__in=claims):
        found[one.claim_id].append(
            RecordedOverride(one.made_at, one.made_at, Status(one.status), one.until, one.lifted_at)
        )
    return {pk: tuple(several) for pk, several in found.items()}


def _assertion(
    row: _Row, appraisals: tuple[RecordedAppraisal, ...], claimed: RecordedFigure | None
) -> RecordedAssertion:
    withdrawals: tuple[Withdrawal, ...] = ()
    if row.withdrawn_at:
        withdrawals = (Withdrawal(row.withdrawn_at, row.withdrawal_recorded_at or row.withdrawn_at),)
    return RecordedAssertion(
        row.public_at,
        row.recorded_at,
        row.id,
        _speaker(row),
        Stance(row.stance),
        row.asserted_at,
        appraisals,
        withdrawals,
        _given(row, claimed),
        row.source_status == ReferenceStatus.LOST,
        _publisher(row),
    )


def _speaker(row: _Row) -> tuple[str, int | None]:
    if row.speaker_id:
        return "speaker", row.speaker_id
    return ("publication", row.publication_id) if row.publication_id else ("source", row.source_id)


def _publisher(row: _Row) -> tuple[str, int] | None:
    if row.publication_id:
        return "publication", row.publication_id
    return ("source", row.source_id) if row.source_id else None


def _given(row: _Row, claimed: RecordedFigure | None) -> RecordedFigure | None:
    """The number an assertion gives; where it says not what it counts or when, the claim's is meant."""
    if row.low is None and row.high is None and row.best is None:
        return None
    definition: Any = ("definition", row.definition) if row.definition else None
    if claimed is not None and (definition is None or row.definition == claimed.definition[0]):  # type: ignore[index]
        definition = claimed.definition
    interval = Interval(row.best, row.best) if row.low is None and row.high is None else Interval(row.low, row.high)
    quantifier = Quantifier(row.quantifier or Quantifier.EXACT)
    as_of = row.as_of or (claimed.as_of if claimed else "")
    return RecordedFigure(interval, quantifier, definition, as_of, tolerance(interval, quantifier))


def _figure(one: Figure) -> RecordedFigure:
    definition = (
        one.definition or (one.series.definition if one.series else ""),
        one.population,
        one.unit,
        tuple(sorted(one.includes)),
        tuple(sorted(one.excludes)),
    )
    quantifier = Quantifier(one.quantifier)
    return RecordedFigure(one.interval, quantifier, definition, one.as_of, tolerance(one.interval, quantifier))


def _later(claims: Collection[int], figures: dict[int, Figure]) -> dict[Audience, dict[int, list[Later]]]:
    """What supersedes each claim: the first later figure of its series to be known, and the claims that update it."""
    found: dict[Audience, dict[int, list[Later]]] = {audience: defaultdict(list) for audience in Audience}
    updates = ClaimRelation.objects.filter(other__in=claims, kind=RelationKind.UPDATES).select_related("claim")
    for relation in updates:
        for audience in _audiences(public=relation.claim.is_public):
            found[audience][relation.other_id].append(Later(relation.public_at, relation.recorded_at))
    series = {one.series_id for one in figures.values() if one.series_id and one.as_of_end}
    members = _members(series) if series else {}
    for pk, figure in figures.items():
        if figure.series_id and figure.as_of_end:
            for audience in Audience:
                several = members.get((figure.series_id, audience))
                found[audience][pk] += several.after(figure.as_of_end) if several else []
    return found


def _audiences(*, public: bool) -> list[Audience]:
    return list(Audience) if public else [Audience.NEWSROOM]


@dataclass
class _Members:
    """The figures of a series by their dates: what stays on record, and what was taken back.

    Of what stays, only the earliest instants matter from which a figure of some date or later was known; so a series
    of thousands costs each of its figures one step.
    """

    staying: list[tuple[date, datetime, datetime]] = field(default_factory=list)
    taken_back: list[tuple[date, Later]] = field(default_factory=list)

    def settle(self) -> None:
        """Sort, latest first, and carry the earliest instants down."""
        self.staying.sort(reverse=True)
        for at in range(1, len(self.staying)):
            (end, public, recorded), last = self.staying[at], self.staying[at - 1]
            self.staying[at] = (end, min(public, last[1]), min(recorded, last[2]))

    def after(self, end: date) -> list[Later]:
        """What is later than *end*."""
        position = bisect_left(self.staying, -end.toordinal(), key=lambda one: -one[0].toordinal())
        stays = [Later(*self.staying[position - 1][1:])] if position else []
        return [*stays, *(later for day, later in self.taken_back if day > end)]


def _members(series: Iterable[int]) -> dict[tuple[int, Audience], _Members]:
    """Read the observed figures of *series*. One nobody is on record for counts from the day it was recorded."""
    rows = (
        Figure.objects.filter(series__in=series, as_of_end__isnull=False, claim__merged_into=None)
        .exclude(claim__type=ClaimType.FORECAST)
        .values_list(
            *("series_id", "as_of_end", "claim__is_public", "claim__recorded_at", "claim__assertions__stance"),
            *("claim__assertions__public_at", "claim__assertions__recorded_at", "claim__assertions__withdrawn_at"),
            *("claim__assertions__withdrawal_recorded_at", "claim__assertions__is_private"),
            "claim__assertions__source__confidentiality",
        )
    )
    found: dict[tuple[int, Audience], _Members] = defaultdict(_Members)
    for series_id, end, public, created, stance, said, recorded, gone, gone_recorded, private, kept in rows:
        is_open = not private and kept in {None, Confidentiality.UNPROTECTED}
        for audience in _audiences(public=public and (stance is None or is_open)):
            several = found[series_id, audience]
            if stance is None:
                several.staying.append((end, created, created))
            elif stance == Stance.SUPPORT and gone is None:
                several.staying.append((end, said, recorded))
            elif stance == Stance.SUPPORT:
                several.taken_back.append((end, Later(said, recorded, gone, gone_recorded or gone)))
    for several in found.values():
        several.settle()
    return found


def end_of(text: str) -> datetime | None:
    """The first instant after the days *text* (EDTF) can mean; nothing where they are open."""
    end = edtf.read(text).end if text else None
    return datetime.combine(end + timedelta(days=1), time(), UTC) if end else None


def dates_conflict(meant: str, known: str) -> bool:
    """Whether what a text's date means disagrees with a known one: neither lies within the other."""
    if not meant or not known:
        return False
    one, other = edtf.read(meant), edtf.read(known)
    return not (one.contains(other) or other.contains(one))


def status_on(claim: Claim, at: datetime, audience: Audience, clock: Clock = Clock.PUBLIC) -> Verdict:
    """Where *claim* stood at the instant *at*, from the record as it now is."""
    return judge(records([claim.pk])[claim.pk][audience], at, clock)


class Turn(NamedTuple):
    """An instant at which a claim's status became another."""

    at: datetime
    verdict: Verdict


def history(claim: Claim, audience: Audience, until: datetime) -> list[Turn]:
    """The statuses *claim* went through, each with the instant from which it held, oldest first."""
    record = records([claim.pk])[claim.pk][audience]
    turns: list[Turn] = []
    for at in changes(record):
        if at > until:
            break
        verdict = judge(record, at)
        if not turns or (turns[-1].verdict.status, turns[-1].verdict.currency) != (verdict.status, verdict.currency):
            turns.append(Turn(at, verdict))
    return turns
