"""What machines are told of an article: schema.org ``NewsArticle`` as JSON-LD, and the parts of Open Graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from tocsin.articles import leaves, renditions
from tocsin.articles.models import ArticlePage, Newsroom, Picture
from tocsin.articles.references import Reference
from tocsin.articles.statuses import CorrectionKind
from tocsin.lib.feeds import absolute
from tocsin.sources.models import Source

HEADLINE = 110
"""The longest headline that search engines show whole."""

_UNSAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(data: dict[str, Any]) -> SafeString:
    """Write *data* so that nothing in it can end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above


def card(article: ArticlePage) -> tuple[str, int, int] | None:
    """The picture that a link to *article* shows: address, width, height; nothing until it has been made."""
    picture: Picture | None = article.lead_picture
    made = renditions.existing(picture).get(renditions.CARD) if picture else None
    return (absolute(made.url), made.width, made.height) if made else None


def description(article: ArticlePage) -> str:
    """What a search engine shows below the headline."""
    return article.search_description or article.standfirst or leaves.opening(article.body)


def news_article(article: ArticlePage, references: Iterable[Reference], newsroom: Newsroom) -> dict[str, Any]:
    """Return the ``NewsArticle`` (schema.org) with its citations and corrections."""
    address = absolute(article.url)
    picture = card(article)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "headline": article.title[:HEADLINE],
        "description": description(article),
        "datePublished": _when(article.published_at or article.first_published_at),
        "dateModified": _when(article.last_published_at or article.published_at),
        "inLanguage": article.language,
        "isAccessibleForFree": True,
        "author": [
            {"@type": one.contributor.schema_type, "name": one.contributor.name, "url": _page(one.contributor)}
            for one in article.bylines.all()
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": newsroom.name, "url": f"{settings.BASE_URL}/"},
        "image": [picture[0]] if picture else [],
        "articleSection": article.section.name if article.section else "",
        "keywords": [tag.name for tag in article.tags.all()],
        "locationCreated": {"@type": "Place", "name": article.dateline_place} if article.dateline_place else None,
        "citation": [_citation(source) for reference in references for source in reference.sources],
        "correction": [
            {"@type": "CorrectionComment", "text": one.text, "datePublished": _when(one.corrected_at)}
            for one in article.corrections.all()
            if one.kind == CorrectionKind.CORRECTION
        ],
    }
    return {name: value for name, value in data.items() if value}


def _citation(source: Source) -> dict[str, Any]:
    data = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": "" if source.is_lost else source.address,
        "author": source.author,
        "publisher": source.publication.name if source.publication else "",
        "datePublished": source.published_on,
    }
    return {name: value for name, value in data.items() if value}


def _page(contributor: Any) -> str:
    return absolute(contributor.get_absolute_url())


def _when(moment: Any) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
