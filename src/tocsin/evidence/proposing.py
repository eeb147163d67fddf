"""Proposals for an article: what the chosen proposer reads in it, less what is covered or was refused."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from tocsin.articles.models import ArticlePage, Span
from tocsin.evidence.models import RefusedProposal
from tocsin.evidence.ports import Proposal, Proposer


def nothing(text: str, *, language: str, published: object) -> list[Proposal]:
    """Propose nothing: what is in place where no proposer is named."""
    return []


@cache
def proposer(path: str) -> Proposer:
    return import_string(path) if path else nothing  # type: ignore[no-any-return]


def proposals(article: ArticlePage, text: str) -> list[Proposal]:
    """Return what is proposed for *text*, the canonical text of *article*, and is still open."""
    published = article.published_at.date() if article.published_at else None
    found = proposer(settings.PROPOSER)(text, language=article.language, published=published)
    refused = set(RefusedProposal.objects.filter(article=article).values_list("exact", "type"))
    taken = set(Span.objects.anchored().filter(article=article).values_list("start", "end"))
    return [
        one
        for one in found
        if (one.start, one.end) not in taken and (text[one.start : one.end], one.type) not in refused
    ]
