"""What moderators decide. Each act is one batch, kept as decisions and undone at once."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from tocsin.accounts.models import User
from tocsin.comments import queries
from tocsin.comments.models import Comment, Decision, Report
from tocsin.comments.services import announcing, erasing, knowing, teaching
from tocsin.comments.statuses import Deed, Kind, State, Why
from tocsin.lib import clock


@dataclass(frozen=True)
class Batch:
    """What was done at once."""

    id: uuid.UUID
    changed: list[int] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)
    """Ids of what was left alone, each with why: ``gone``, ``edited``, ``protected``, ``correction``, ``same``."""


def publish(
    comments: Iterable[Comment | int],
    *,
    by: User,
    seen: Mapping[int, int] | None = None,
    reason: str = "",
    with_replies: bool = False,
) -> Batch:
    """Show *comments* to readers. Nothing but this, and the undoing of a decision, publishes what was held.

    *seen* holds the version the moderator looked at, by id: what its writer has edited since is left alone. So is a
    report of an error; and what names somebody on the protect list, unless there is one comment, a *reason*, and the
    right to decide on protected names.
    """
    return _move(comments, State.PUBLISHED, Deed.PUBLISH, by, seen=seen, reason=reason, with_replies=with_replies)


def hold(
    comments: Iterable[Comment | int],
    *,
    by: User | None,
    seen: Mapping[int, int] | None = None,
    reason: str = "",
    with_replies: bool = False,
) -> Batch:
    """Let *comments* wait (again)."""
    return _move(comments, State.HELD, Deed.HOLD, by, seen=seen, reason=reason, with_replies=with_replies)


def refuse(
    comments: Iterable[Comment | int],
    *,
    by: User,
    seen: Mapping[int, int] | None = None,
    reason: str = "",
    with_replies: bool = False,
) -> Batch:
    """Refuse *comments*: nobody sees them, and they are deleted after the time the site sets."""
    return _move(comments, State.REFUSED, Deed.REFUSE, by, seen=seen, reason=reason, with_replies=with_replies)


def spam(
    comments: Iterable[Comment | int],
    *,
    by: User,
    seen: Mapping[int, int] | None = None,
    reason: str = "",
    with_replies: bool = False,
) -> Batch:
    """Refuse *comments* as spam; the filter learns from them."""
    return _move(comments, State.SPAM, Deed.SPAM, by, seen=seen, reason=reason, with_replies=with_replies)


@transaction.atomic
def settle(comments: Iterable[Comment | int], *, by: User) -> Batch:
    """Note that the reports about *comments*, and what of them is a report of an error, are dealt with."""
    rows = _locked(comments)
    errors = [one for one in rows if one.kind == Kind.CORRECTION]
    batch = _move([one.pk for one in errors], State.SETTLED, Deed.SETTLE, by)
    rest = [one for one in rows if one.kind == Kind.COMMENT]
    settled = Report.objects.filter(comment__in=rest, settled_at=None)
    about = sorted(set(settled.values_list("comment_id", flat=True)))
    settled.update(settled_at=clock.now())
    states = {one.pk: one.state for one in rest}
    _note(batch.id, Deed.SETTLE, {pk: (states[pk], states[pk], [], 1) for pk in about}, by)
    return Batch(batch.id, batch.changed + about, batch.skipped)


@transaction.atomic
def delete(comments: Iterable[Comment | int], *, by: User | None, reason: str = "") -> Batch:
    """Delete *comments* for good; what answers them stays. It cannot be undone."""
    batch = uuid.uuid4()
    rows = _locked(comments)
    _note(batch, Deed.DELETE, {one.pk: (one.state, State.ERASED, [], one.version) for one in rows}, by, reason)
    announcing.changed(one for one in rows if one.state == State.PUBLISHED)
    erasing.erase(rows)
    return Batch(batch, [one.pk for one in rows])


@transaction.atomic
def undo(batch: uuid.UUID, *, by: User) -> Batch:
    """Bring what *batch* moved back to where it was. What was moved, edited or erased since is left alone."""
    undone = list(Decision.objects.filter(batch=batch, undone_at=None).exclude(before=F("after")))
    rows = {one.pk: one for one in _locked([one.comment_id for one in undone if one.comment_id])}
    guarded = _guarded(rows.values())
    done = Batch(uuid.uuid4())
    back: dict[State, list[Comment]] = {}
    for decision in undone:
        one = rows.get(decision.comment_id or 0)
        if why := _against_undoing(decision, one, guarded):
            done.skipped[decision.number or 0] = why
        elif one is not None:
            one.reasons = decision.reasons
            back.setdefault(State(decision.before), []).append(one)
    for state, some in back.items():
        _apply(some, state, Deed.UNDO, by, done.id, detail="")
        done.changed.extend(one.pk for one in some)
    Decision.objects.filter(pk__in=[one.pk for one in undone if one.number in done.changed]).update(
        undone_at=clock.now()
    )
    return done


def hold_reported(comment: Comment) -> Batch:
    """Hold *comment*, about which so many reports stand as the site sets; they go on standing."""
    return _move([comment], State.HELD, Deed.HOLD, None, reasons=[{"code": Why.REPORTED, "detail": ""}], settles=False)


@transaction.atomic
def hold_protected(name: str) -> Batch:
    """Hold what is published and names somebody protected, now that *name* has come on the protect list."""
    rows = Comment.objects.filter(state=State.PUBLISHED).order_by("pk").only("name", "text")
    found = [one.pk for one in knowing.protected_among(rows.iterator())] if name else []
    return _move(found, State.HELD, Deed.PROTECT, None, reasons=[{"code": Why.PROTECTED, "detail": ""}])


def _against_undoing(decision: Decision, one: Comment | None, guarded: Collection[int]) -> str:
    if one is None or one.state == State.ERASED:
        return "gone"
    if one.state != decision.after:
        return "same" if one.state == decision.before else "edited"
    if decision.before == State.PUBLISHED:
        if one.version != decision.version:
            return "edited"
        if one.pk in guarded:
            return "protected"
    return ""


@transaction.atomic
def _move(  # noqa: PLR0913 - what an act of moderation is made of
    comments: Iterable[Comment | int],
    state: State,
    deed: Deed,
    by: User | None,
    *,
    seen: Mapping[int, int] | None = None,
    reason: str = "",
    with_replies: bool = False,
    reasons: list[dict[str, str]] | None = None,
    settles: bool = True,
) -> Batch:
    rows = _locked(comments)
    if with_replies:
        below = [one for one in _locked(queries.descendants(rows)) if one.pk not in {row.pk for row in rows}]
        rows += [one for one in below if state != State.PUBLISHED or _was_seen(one, seen or {})]
    batch = Batch(uuid.uuid4())
    knowingly = len(rows) == 1 and bool(reason) and by is not None and by.has_perm("claims.decide_on_protected_names")
    guarded = _guarded(rows) if state == State.PUBLISHED and not knowingly else set()
    moving = []
    for one in rows:
        if why := _against(one, state, seen or {}, guarded):
            batch.skipped[one.pk] = why
        else:
            moving.append(one)
    for one in moving if reasons is not None else []:
        one.reasons = reasons
    _apply(moving, state, deed, by, batch.id, detail=reason)
    batch.changed.extend(one.pk for one in moving)
    if settles:
        _settle([one.pk for one in rows if batch.skipped.get(one.pk, "same") == "same"])
    return batch


def _was_seen(one: Comment, seen: Mapping[int, int]) -> bool:
    """Tell whether a reply waits and was shown to whoever publishes it with what it answers."""
    return one.state == State.HELD and one.pk in seen


def _guarded(rows: Iterable[Comment]) -> set[int]:
    """Return the ids of those of *rows* that name somebody on the protect list."""
    return {one.pk for one in knowing.protected_among(rows)}


def _against(one: Comment, state: State, seen: Mapping[int, int], guarded: Collection[int]) -> str:
    """Say why *one* is not moved to *state*; nothing where it is. What is *guarded* is not published."""
    if one.state == State.ERASED:
        return "gone"
    if one.state == state:
        return "same"
    if seen.get(one.pk, one.version) != one.version:
        return "edited"
    if state == State.PUBLISHED:
        if one.kind != Kind.COMMENT:
            return "correction"
        if one.pk in guarded:
            return "protected"
    return ""


def _apply(  # noqa: PLR0913 - what an act of moderation is made of
    rows: list[Comment], state: State, deed: Deed, by: User | None, batch: uuid.UUID, *, detail: str
) -> None:
    """Move *rows*, which are locked, to *state*; keep what they were, teach the filter and tell others."""
    if not rows:
        return
    now = clock.now()
    before = {one.pk: one.state for one in rows}
    was = {one.pk: one.reasons for one in Comment.objects.filter(pk__in=before).only("reasons")}
    _note(batch, deed, {one.pk: (before[one.pk], state, was[one.pk], one.version) for one in rows}, by, detail)
    for one in rows:
        one.state, one.decided_at, one.decided_by = state, now, by
        one.reasons = [] if deed == Deed.PUBLISH else one.reasons
    Comment.objects.bulk_update(rows, ["state", "decided_at", "decided_by", "reasons"], batch_size=200)
    if state == State.PUBLISHED:
        Comment.objects.filter(pk__in=before).update(published_at=Coalesce("published_at", now))
        announcing.published(list(before))
    teaching.follow(rows)
    announcing.changed(one for one in rows if State.PUBLISHED in {before[one.pk], state})


def _locked(comments: Iterable[Comment | int]) -> list[Comment]:
    """Return *comments* (or their ids) as they are now, locked, in their order."""
    ids = list(dict.fromkeys(one.pk if isinstance(one, Comment) else one for one in comments))
    found: dict[int, Comment] = {}
    for start in range(0, len(ids), 500):
        some = Comment.objects.select_for_update().filter(pk__in=ids[start : start + 500]).order_by("pk")
        found |= {one.pk: one for one in some}
    return [found[pk] for pk in ids if pk in found]


def _settle(ids: list[int]) -> None:
    Report.objects.filter(comment__in=ids, settled_at=None).update(settled_at=clock.now())


_Change = tuple[str, str, list[dict[str, str]], int]


def _note(batch: uuid.UUID, deed: Deed, changes: Mapping[int, _Change], by: User | None, detail: str = "") -> None:
    """Add to the audit trail what became of comments: before, after, why it had been, its version."""
    now = clock.now()
    Decision.objects.bulk_create(
        Decision(
            batch=batch,
            deed=deed,
            comment_id=pk,
            number=pk,
            before=before,
            after=after,
            reasons=reasons,
            version=version,
            detail=detail[:300],
            at=now,
            by=by,
        )
        for pk, (before, after, reasons, version) in changes.items()
    )
