"""What an editor sees on the evidence desk."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.accounts.models import User
from tocsin.articles import shown_claims
from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.articles.services import spanning
from tocsin.claims.models import Claim, Decision, Standing
from tocsin.claims.statuses import Audience, ClaimType, Currency
from tocsin.evidence import checks, queries, texts
from tocsin.evidence.desk import proposals
from tocsin.evidence.desk.asked import Asked, may_open, may_see_private
from tocsin.evidence.desk.correcting import CorrectedForm
from tocsin.evidence.forms import (
    AppraisalForm,
    AssertionForm,
    ClaimForm,
    OverrideForm,
    subtype_form,
)
from tocsin.evidence.proposing import Proposals
from tocsin.evidence.proposing import proposals as proposals_for

MOST_CANDIDATES = 8


def show(
    request: HttpRequest, article: ArticlePage, user: User, asked: Asked, *, status: int = 200, **forms: Any
) -> HttpResponse:
    text = spanning.anchored_text(article).text
    newest = article.get_latest_revision_as_object()
    spans = list(Span.objects.filter(article=article).select_related("claim"))
    anchored = [span for span in spans if not span.orphaned_at]
    stands = _standings({span.claim_id for span in spans})
    for span in spans:
        span.standing = stands.get(span.claim_id)  # type: ignore[attr-defined]
    found = proposals_for(article, text)
    shown = shown_claims.of(article, draft=True)
    context = {
        "article": newest,
        "paragraphs": texts.paragraphs(text, anchored),
        "spans": anchored,
        "orphans": [span for span in spans if span.orphaned_at],
        "uncovered": len(texts.uncovered_sentences(text, anchored)),
        "summary": shown_claims.Summary(shown),
        "stale": len(queries.changed_since_publication(article)) + _superseded(stands),
        "findings": checks.findings(newest, private=may_see_private(user)),
        "proposals": found,
        "asked": asked,
        "panel": _panel(article, user, asked, (text, found), forms),
        "may_see_private": may_see_private(user),
    }
    return render(request, "desk/evidence.html", context, status=status)


def _superseded(stands: dict[int, Standing]) -> int:
    return sum(row.currency == Currency.SUPERSEDED for row in stands.values())


def _standings(claims: set[int]) -> dict[int, Standing]:
    return {row.claim_id: row for row in Standing.objects.filter(claim__in=claims, audience=Audience.NEWSROOM)}


def may_change(user: User, claim: Claim) -> bool:
    """Whether *user* may change what readers get of *claim*.

    Who may change claims may; anybody else only a claim that no article states but such as they may edit, and publish
    where readers see it.
    """
    if user.has_perm("claims.change_claim"):
        return True
    stated = set(Span.objects.filter(claim=claim).values_list("article", flat=True))
    stated |= set(PublishedSpan.objects.filter(claim=claim).values_list("article", flat=True))
    rights = [article.permissions_for_user(user) for article in ArticlePage.objects.filter(pk__in=stated)]
    if claim.is_open or not rights:
        return False
    return all(one.can_edit() and (one.can_publish() or not claim.is_public) for one in rights)


def _panel(
    article: ArticlePage, user: User, asked: Asked, read: tuple[str, Proposals], forms: dict[str, Any]
) -> dict[str, Any]:
    """What stands beside the text: a claim, a form for words, or nothing. *read* is the text and its proposals."""
    text, found = read
    if asked.claim:
        claim = Claim.objects.select_related("merged_into").filter(pk=asked.claim).first()
        if claim is None:
            raise Http404
        return _claim_panel(article, user, claim, asked, forms)
    if asked.start is not None and asked.end is not None and asked.start < asked.end <= len(text):
        return _new_panel(article, user, asked, read, forms)
    if asked.show in {"proposals", "accept-from", "refuse-below"}:
        return proposals.panel(article, user, asked, found)
    return {"kind": asked.show if asked.show in {"orphans", "checks"} else ""}


def _new_panel(
    article: ArticlePage, user: User, asked: Asked, read: tuple[str, Proposals], forms: dict[str, Any]
) -> dict[str, Any]:
    """A form for the chosen words, filled with what is proposed for them."""
    text, found = read
    words = text[asked.start : asked.end]
    corrected = forms.get("corrected") or proposals.corrected_form(found, asked, user)
    offered = found.by_pk(asked.proposal) or found.at(asked.start, asked.end)
    first = {"text": words, "type": ClaimType.EVENT, "language": article.language, "sensitivity": asked.sensitivity}
    return {
        "kind": "new",
        "words": words,
        "form": forms.get("claim") or ClaimForm(initial={**first, **_first_claim(corrected)}, may_open=may_open(user)),
        "offered": offered,
        "corrected": corrected if offered else None,
        "alike": _alike(words, asked.words),
        "orphans": Span.objects.orphans().filter(article=article).select_related("claim"),
    }


def _first_claim(corrected: CorrectedForm | None) -> dict[str, Any]:
    """What the claim's own form begins with."""
    names = ("type", "date_text", "date", "places", "polarity", "modality")
    return {name: corrected.initial[name] for name in names} if corrected else {}


def _alike(words: str, asked: str) -> QuerySet[Claim]:
    """Claims on record that these words may state."""
    claims = Claim.objects.kept().with_standing(Audience.NEWSROOM)
    if asked:
        return claims.filter(text__icontains=asked)[:MOST_CANDIDATES]
    longest = sorted({word for word in words.split() if len(word) > 4}, key=len, reverse=True)[:3]  # noqa: PLR2004
    found = claims.none()
    for word in longest:
        found = found | claims.filter(text__icontains=word)
    return found.distinct()[:MOST_CANDIDATES]


def _claim_panel(article: ArticlePage, user: User, claim: Claim, asked: Asked, forms: dict[str, Any]) -> dict[str, Any]:
    voices = claim.assertions.with_evidence()  # type: ignore[attr-defined]
    if not may_see_private(user):
        voices = voices.public()
    standing = claim.standing(Audience.NEWSROOM)
    return {
        "kind": "claim",
        "claim": claim,
        "standing": standing,
        "for_readers": claim.standing(Audience.READERS),
        "spans": Span.objects.filter(article=article, claim=claim),
        "elsewhere": Span.objects.filter(claim=claim).exclude(article=article).select_related("article"),
        "voices": list(voices),
        "form": forms.get("claim")
        or ClaimForm(instance=claim, initial={"sensitivity": claim.sensitivity}, may_open=may_open(user)),
        "subtype": forms.get("subtype") or subtype_form(claim, private=may_see_private(user)),
        "assertion": forms.get("assertion")
        or AssertionForm(claim, article, initial=_first_assertion(article), private=may_see_private(user)),
        "override": forms.get("override") or OverrideForm(),
        "overrides": claim.overrides.filter(lifted_at=None),  # type: ignore[attr-defined]
        "appraisal": AppraisalForm(),
        "candidates": _alike(claim.text, asked.words).exclude(pk=claim.pk)
        if asked.show == "merge" and asked.words
        else [],
        "decisions": Decision.objects.filter(claim=claim).select_related("by")[:20],
        "show": asked.show,
        "may_change": may_change(user, claim),
    }


def _first_assertion(article: ArticlePage) -> dict[str, Any]:
    sources = list(article.cited_sources.values_list("source", flat=True)[:2])  # type: ignore[attr-defined]
    return {"source": sources[0]} if len(sources) == 1 else {}
