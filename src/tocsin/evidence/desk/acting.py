"""What an editor does on the evidence desk: each act reads its form and says what is looked at next."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, Span
from tocsin.articles.services import spanning
from tocsin.claims import services as ledger
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Assertion, Claim, Override
from tocsin.evidence import services
from tocsin.evidence.desk import proposals
from tocsin.evidence.desk.asked import Asked, Invalid, exact_words, may_open, may_see_private
from tocsin.evidence.desk.looking import may_change
from tocsin.evidence.forms import (
    AppraisalForm,
    AssertionForm,
    ClaimForm,
    OverrideForm,
    ReasonForm,
    subtype_form,
)

Act = Callable[[HttpRequest, ArticlePage, User], Asked]


def _number(request: HttpRequest, name: str) -> int:
    """The number posted under *name*; what is none leads to a 404."""
    text = request.POST.get(name, "")
    if not text.isdecimal() or len(text) > 15:  # noqa: PLR2004 - no number of ours is longer
        raise Http404
    return int(text)


def _own_claim(request: HttpRequest, user: User) -> Claim:
    """The claim that is acted on. Raises ``PermissionDenied`` for one that is not *user*'s to change."""
    claim = get_object_or_404(Claim.objects.kept(), pk=_number(request, "claim"))
    if not may_change(user, claim):
        raise PermissionDenied
    return claim


def _own_assertion(request: HttpRequest, user: User) -> Assertion:
    found = Assertion.objects.filter(claim=_own_claim(request, user))
    if not may_see_private(user):
        found = found.public()
    return get_object_or_404(found, pk=_number(request, "assertion"))


def _new(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    asked, form = Asked.of(request.POST), ClaimForm(request.POST, may_open=may_open(user))
    if asked.start is None or asked.end is None:
        raise ClaimRefused(_("Choose the words that state the claim."))
    if not form.is_valid():
        raise Invalid(asked, claim=form)
    claim = services.state(
        article,
        start=asked.start,
        end=asked.end,
        exact=exact_words(request),
        by=user,
        places=form.cleaned_data["places"],
        **form.fields_of_claim(),
    )
    return Asked(claim=claim.pk)


def _link(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    asked = Asked.of(request.POST)
    claim = get_object_or_404(Claim.objects.kept(), pk=_number(request, "to"))
    if asked.start is None or asked.end is None:
        raise ClaimRefused(_("Choose the words that state the claim."))
    spanning.add_span(article, claim, start=asked.start, end=asked.end, exact=exact_words(request), by=user)
    return Asked(claim=claim.pk)


def _save(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    claim, asked = _own_claim(request, user), Asked.of(request.POST)
    form = ClaimForm(request.POST, instance=Claim.objects.get(pk=claim.pk), may_open=may_open(user))
    if not form.is_valid():
        raise Invalid(asked, claim=form)
    version = request.POST.get("version", "")
    ledger.change(
        claim, version=int(version) if version.isdecimal() else 0, by=user, subtype=None, **form.fields_of_claim()
    )
    services.set_places(claim, form.cleaned_data["places"])
    spanning.refresh_public([claim.pk])
    return Asked(claim=claim.pk)


def _subtype(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    claim, asked = _own_claim(request, user), Asked.of(request.POST)
    form = subtype_form(claim, request.POST, private=may_see_private(user))
    if not form.is_valid():
        raise Invalid(asked, subtype=form)
    version = request.POST.get("version", "")
    try:
        ledger.change(
            claim, version=int(version) if version.isdecimal() else 0, by=user, subtype=dict(form.cleaned_data)
        )
    except ValidationError as error:
        form.add_error(None, error.messages[0])  # type: ignore[arg-type]
        raise Invalid(asked, subtype=form) from None
    return Asked(claim=claim.pk)


def _assert(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    claim, asked = _own_claim(request, user), Asked.of(request.POST)
    form = AssertionForm(claim, article, request.POST, private=may_see_private(user), may_verify=may_open(user))
    if not form.is_valid():
        raise Invalid(Asked(claim=asked.claim, show="assert"), assertion=form)
    try:
        services.attach(claim, form.cleaned_data, by=user)
    except ValidationError as error:
        form.add_error(None, error.messages[0])  # type: ignore[arg-type]
        raise Invalid(Asked(claim=asked.claim, show="assert"), assertion=form) from None
    return Asked(claim=claim.pk)


def _appraise(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    one, form = _own_assertion(request, user), AppraisalForm(request.POST)
    if not form.is_valid():
        raise ClaimRefused(_("Say why, in one sentence."))
    held = dict(form.cleaned_data)
    if not may_open(user):
        del held["verified"]
    ledger.appraise(one, by=user, **held)
    return Asked(claim=one.claim_id)


def _withdraw(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    one, form = _own_assertion(request, user), ReasonForm(request.POST)
    if not form.is_valid():
        raise ClaimRefused(_("Say in one sentence why it is withdrawn."))
    ledger.withdraw(one, by=user, reason=form.cleaned_data["reason"])
    return Asked(claim=one.claim_id)


def _split(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    claim = _own_claim(request, user)
    text = request.POST.get("part", "").strip()
    if not text:
        raise ClaimRefused(_("Write the part as a claim that stands alone."))
    part = ledger.split(claim, text=text, type=request.POST.get("part_type", ""), by=user)
    for span in Span.objects.anchored().filter(article=article, claim=claim):
        at = span.exact.find(text)
        start, end = (span.start + at, span.start + at + len(text)) if at >= 0 else (span.start, span.end)
        spanning.add_span(article, part, start=start, end=end, by=user)
    return Asked(claim=part.pk)


def _merge(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    claim = _own_claim(request, user)
    into = get_object_or_404(Claim.objects.kept(), pk=_number(request, "into"))
    if not may_change(user, into):
        raise PermissionDenied
    ledger.merge(claim, into, by=user)
    return Asked(claim=into.pk)


def _untie(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    span = get_object_or_404(Span, article=article, pk=_number(request, "span"))
    spanning.remove_span(span)
    return Asked(show=request.POST.get("show", ""))


def _move(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    span, asked = get_object_or_404(Span, article=article, pk=_number(request, "span")), Asked.of(request.POST)
    if asked.start is None or asked.end is None:
        raise ClaimRefused(_("Choose the words that state the claim."))
    spanning.move_span(span, start=asked.start, end=asked.end, exact=exact_words(request))
    return Asked(claim=span.claim_id)


def _override(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    from datetime import UTC, datetime, time

    claim, form = _own_claim(request, user), OverrideForm(request.POST)
    if not user.has_perm("claims.add_override"):
        raise PermissionDenied
    if not form.is_valid():
        raise Invalid(Asked(claim=claim.pk, show="override"), override=form)
    until = datetime.combine(form.cleaned_data["until"], time(), UTC)
    ledger.override(claim, status=form.cleaned_data["status"], reason=form.cleaned_data["reason"], until=until, by=user)
    return Asked(claim=claim.pk)


def _lift(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    if not user.has_perm("claims.add_override"):
        raise PermissionDenied
    made = get_object_or_404(Override, claim=_own_claim(request, user), pk=_number(request, "override"))
    ledger.lift_override(made, by=user)
    return Asked(claim=made.claim_id)


def _protect(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    if not user.has_perm("claims.decide_on_protected_names"):
        raise PermissionDenied
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise ClaimRefused(_("Say why the name may stand there."))
    services.allow_protected(article, reason=form.cleaned_data["reason"], by=user)
    return Asked(show="checks")


ACTS: dict[str, Act] = {
    "protect": _protect,
    "new": _new,
    "link": _link,
    "save": _save,
    "subtype": _subtype,
    "assert": _assert,
    "appraise": _appraise,
    "withdraw": _withdraw,
    "split": _split,
    "merge": _merge,
    "untie": _untie,
    "move": _move,
    "override": _override,
    "lift": _lift,
    "propose": proposals.propose,
    "proposals": proposals.decide,
    "correct": proposals.correct,
    "undo": proposals.undo,
}
