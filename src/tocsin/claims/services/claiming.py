"""Recording claims, changing, relating, merging and splitting them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import F, Model, Q
from django.forms import model_to_dict
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.claims import signals
from tocsin.claims.errors import ChangedMeanwhile, ClaimRefused
from tocsin.claims.models import (
    SUBTYPES,
    Appraisal,
    Assertion,
    Claim,
    ClaimActor,
    ClaimPlace,
    ClaimRelation,
    Figure,
    Place,
    Speaker,
)
from tocsin.claims.services import figuring
from tocsin.claims.services.computing import recompute
from tocsin.claims.services.logging import log
from tocsin.claims.services.protecting import refuse_protected, texts_of
from tocsin.claims.statuses import ClaimType, RelationKind
from tocsin.lib import clock

LONGEST_CHAIN = 100


@transaction.atomic
def record_claim(  # noqa: PLR0913 - what belongs to a claim from the start
    *,
    text: str,
    type: str,  # noqa: A002 - the ledger's own word
    sensitivity: list[str],
    by: User | None = None,
    subtype: dict[str, Any] | None = None,
    figure: dict[str, Any] | None = None,
    places: Iterable[Place | ClaimPlace] = (),
    actors: Iterable[Speaker] = (),
    **fields: Any,
) -> Claim:
    """Record a claim with the record of its type, and of a forecast the *figure* it gives.

    Raises ``django.core.exceptions.ValidationError`` with the field's name when a field cannot be kept.
    """
    claim = Claim(text=text, type=type, sensitivity=sensitivity, interpreter=by, **fields)
    claim.full_clean(exclude=["interpreter"])
    if claim.is_open:
        refuse_protected([claim.text, claim.checkability_note, claim.date_text])
    claim.save()
    save_subtype(claim, subtype or {})
    if figure:
        save_figure(claim, figure)
    for place in places:
        link = place if isinstance(place, ClaimPlace) else ClaimPlace(place=place)
        link.claim = claim
        link.save()
    ClaimActor.objects.bulk_create(ClaimActor(claim=claim, speaker=speaker) for speaker in actors)
    log("record", claim, claim=claim, by=by, after={"text": text, "type": type})
    recompute([claim.pk])
    return claim


def _remove_other_subtypes(claim: Claim) -> None:
    """Remove the records of types *claim* once had; a forecast keeps the figure it gives."""
    name = SUBTYPES[ClaimType(claim.type)]
    kept = {name, "figure"} if claim.type == ClaimType.FORECAST else {name}
    for other in set(SUBTYPES.values()) - kept:
        model = Claim._meta.get_field(other).related_model
        model.objects.filter(claim=claim).delete()  # type: ignore[union-attr]


def save_subtype(claim: Claim, fields: dict[str, Any]) -> Model:
    """Keep the record of the claim's type with *fields*."""
    name = SUBTYPES[ClaimType(claim.type)]
    model = Claim._meta.get_field(name).related_model
    record: Any = model.objects.filter(claim=claim).first() or model(claim=claim)  # type: ignore[union-attr, misc, operator]
    for field, value in fields.items():
        setattr(record, field, value)
    if isinstance(record, Figure):
        figuring.prepare(record)
    record.full_clean(exclude=["claim"])
    record.save()
    claim.__dict__.pop("subtype", None)
    return record  # type: ignore[no-any-return]


def save_figure(claim: Claim, fields: dict[str, Any]) -> Figure:
    """Keep the number a forecast gives, beside the record of its type."""
    figure = Figure.objects.filter(claim=claim).first() or Figure(claim=claim)
    for field, value in fields.items():
        setattr(figure, field, value)
    figuring.prepare(figure)
    figure.full_clean(exclude=["claim"])
    figure.save()
    return figure


@transaction.atomic
def change(
    claim: Claim,
    *,
    version: int,
    by: User | None,
    reason: str = "",
    subtype: dict[str, Any] | None = None,
    **fields: Any,
) -> Claim:
    """Change fields of *claim* as it stood in *version*.

    Raises ``ChangedMeanwhile`` when somebody has saved since, and ``ValidationError`` for a field that cannot be kept.
    """
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if claim.version != version:
        raise ChangedMeanwhile(
            _("Somebody changed this meanwhile. Nothing was overwritten: look at it as it is now, and save again.")
        )
    before = {name: getattr(claim, name) for name in fields}
    if subtype is not None or fields.get("type", claim.type) != claim.type:
        before["record"] = _as_kept(claim)
    for name, value in fields.items():
        setattr(claim, name, value)
    claim.full_clean(exclude=["interpreter"])
    if claim.is_open or claim.is_public:
        refuse_protected([claim.text, claim.checkability_note, claim.date_text])
    if claim.is_open and not claim.is_public:
        refuse_protected(texts_of([claim.pk]))
    claim.version, claim.changed_at = version + 1, clock.now()
    claim.save()
    if subtype is not None or "type" in fields:
        _remove_other_subtypes(claim)
        save_subtype(claim, subtype or {})
    log("change", claim, claim=claim, by=by, before=before, after=fields, reason=reason)
    recompute({claim.pk, *_siblings(claim)})
    return claim


def _as_kept(claim: Claim) -> dict[str, str]:
    """The record of the claim's type as it is, for the log: a change of type removes it."""
    record = claim.subtype
    return {name: str(value) for name, value in model_to_dict(record).items()} if record else {}


def _siblings(claim: Claim) -> set[int]:
    """The claims whose currency rests on this one: the other figures of its series."""
    series = Figure.objects.filter(claim=claim).values("series")
    return set(Figure.objects.filter(series__in=series).values_list("claim_id", flat=True))


@transaction.atomic
def relate(claim: Claim, kind: str, other: Claim, *, by: User | None = None, **fields: Any) -> ClaimRelation:
    """Record how *claim* stands to *other*. Raises ``ClaimRefused`` for a claim and itself."""
    if claim.pk == other.pk:
        raise ClaimRefused(_("A claim stands to another claim. Choose a different one."))
    relation, made = ClaimRelation.objects.get_or_create(claim=claim, kind=kind, other=other, defaults=fields)
    if made:
        log("relate", relation, claim=claim, by=by, after={"kind": kind, "other": other})
        if kind == RelationKind.UPDATES:
            recompute([other.pk])
    return relation


@transaction.atomic
def unrelate(relation: ClaimRelation, *, by: User | None = None) -> None:
    """Take back that two claims stand so; the log keeps that they did."""
    log("unrelate", relation, claim=relation.claim, by=by, before={"kind": relation.kind, "other": relation.other})
    other = relation.other_id
    relation.delete()
    recompute([other])


@transaction.atomic
def merge(claim: Claim, into: Claim, *, by: User | None = None, reason: str = "") -> Claim:
    """Make *claim* one with *into*: its assertions, relations and places move there, and so do its spans.

    Raises ``ClaimRefused`` for a claim and itself, or one that was merged already.
    """
    if claim.pk == into.pk:
        raise ClaimRefused(_("A claim cannot be merged with itself. Choose a different one."))
    if claim.merged_into_id or into.merged_into_id:
        raise ClaimRefused(_("One of the two was merged already. Choose the claim it became a part of."))
    if claim.is_public or into.is_public:
        refuse_protected(texts_of([claim.pk, into.pk]))
    moved = list(Assertion.objects.filter(claim=claim).values_list("pk", flat=True))
    Assertion.objects.filter(pk__in=moved).update(claim=into)
    _move_relations(claim, into)
    claim.merged_into, claim.is_public, claim.changed_at = into, False, clock.now()
    claim.save(update_fields=["merged_into", "is_public", "changed_at"])
    Claim.objects.filter(pk=into.pk).update(version=F("version") + 1, changed_at=clock.now())
    signals.claims_merged.send(sender=Claim, claim=claim, into=into)
    log("merge", claim, claim=into, by=by, before={"claim": claim, "assertions": moved}, reason=reason)
    others = ClaimRelation.objects.filter(claim=into).values_list("other", flat=True)
    recompute({claim.pk, into.pk, *others, *_siblings(claim)})
    return into


def _move_relations(claim: Claim, into: Claim) -> None:
    ClaimRelation.objects.filter(claim=claim, other=into).delete()
    ClaimRelation.objects.filter(claim=into, other=claim).delete()
    for relation in ClaimRelation.objects.filter(Q(claim=claim) | Q(other=claim)):
        one = into if relation.claim_id == claim.pk else relation.claim
        other = into if relation.other_id == claim.pk else relation.other
        known = ClaimRelation.objects.filter(claim=one, kind=relation.kind, other=other).first()
        if known is None:
            relation.claim, relation.other = one, other
            relation.save(update_fields=["claim", "other"])
            continue
        known.public_at = min(known.public_at, relation.public_at)
        known.recorded_at = min(known.recorded_at, relation.recorded_at)
        known.save(update_fields=["public_at", "recorded_at"])
        relation.delete()


@transaction.atomic
def split(claim: Claim, *, text: str, type: str = "", by: User | None = None) -> Claim:  # noqa: A002
    """Record a part of *claim* as a claim of its own, with copies of the live assertions and what is held of them.

    The new claim is *partOf* the old one. What the two say is then put right by ``change``.
    """
    part = record_claim(
        text=text,
        type=type or claim.type,
        sensitivity=list(claim.sensitivity),
        by=by,
        language=claim.language,
        checkability=claim.checkability,
        date_text=claim.date_text,
        date=claim.date,
        date_anchor=claim.date_anchor,
        anchor_basis=claim.anchor_basis,
    )
    for one in claim.assertions.filter(withdrawn_at=None, repeats=None):  # type: ignore[attr-defined]
        appraisals = list(one.appraisals.all())
        one.pk, one.claim, one.imported_as = None, part, ""
        one.__dict__.pop("appraised", None)
        one.low = one.best = one.high = None
        one.save(force_insert=True)
        for appraisal in appraisals:
            appraisal.pk, appraisal.assertion = None, one
        Appraisal.objects.bulk_create(appraisals)
    ClaimPlace.objects.bulk_create(
        ClaimPlace(claim=part, place=link.place, role=link.role, text=link.text)
        for link in claim.claim_places.all()  # type: ignore[attr-defined]
    )
    relate(part, RelationKind.PART_OF, claim, by=by)
    recompute([part.pk])
    return part


@transaction.atomic
def set_public(claims: Collection[int], *, public: bool) -> int:
    """Open *claims* (ids) to readers, or close them; return how many were otherwise."""
    changed = list(Claim.objects.filter(pk__in=claims).exclude(is_public=public).values_list("pk", flat=True))
    Claim.objects.filter(pk__in=changed).update(is_public=public, changed_at=clock.now())
    if changed:
        signals.claims_changed.send(sender=Claim, claims=changed)
    series = Figure.objects.filter(claim__in=changed).values("series")
    updated = ClaimRelation.objects.filter(claim__in=changed, kind=RelationKind.UPDATES).values_list("other", flat=True)
    recompute({*changed, *updated, *Figure.objects.filter(series__in=series).values_list("claim_id", flat=True)})
    return len(changed)
