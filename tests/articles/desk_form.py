"""What an editor's browser sends when an article is kept."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tocsin.articles.models import ArticlePage
from tocsin.articles.services.publishing import as_kept
from tocsin.articles.statuses import TEXT_FEATURES


def article_form(title: str = "Bridge open", *, paragraphs: list[str] | None = None, **fields: Any) -> dict[str, Any]:
    """The form of an article; each of *paragraphs* is stored HTML. ``**{"action-publish": "1"}`` publishes."""
    blocks = [("paragraph", rich_text(html, features=TEXT_FEATURES)) for html in paragraphs or []]
    ids = {f"body-{index}-id": f"00000000-0000-4000-8000-{index:012}" for index in range(len(blocks))}
    form: dict[str, Any] = nested_form_data(
        {
            "title": title,
            "slug": "bridge-open",
            "seo_title": "",
            "search_description": "",
            "standfirst": "",
            "dateline_place": "",
            "dateline_date": "",
            "section": "",
            "tags": "",
            "language": "en",
            "lead_picture": "",
            "lead_alt": "",
            "lead_caption": "",
            "translation_of": "",
            "published_at": "",
            "embargo_until": "",
            "go_live_at": "",
            "expire_at": "",
            "body": streamfield(blocks),
            "bylines": inline_formset([]),
            "corrections": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )
    return {**form, **ids}


def newest(article: ArticlePage) -> ArticlePage:
    return as_kept(article)
