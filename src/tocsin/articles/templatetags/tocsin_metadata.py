"""What stands in the head of a page for machines."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from tocsin.articles import metadata, rendering
from tocsin.articles.models import ArticlePage, Newsroom
from tocsin.lib.feeds import absolute

register = template.Library()


register.filter("absolute", absolute)


@register.filter
def description(article: ArticlePage) -> str:
    return metadata.description(article)


@register.simple_tag
def card_of(article: ArticlePage) -> tuple[str, int, int] | None:
    return metadata.card(article)


@register.simple_tag
def json_ld(article: ArticlePage, text: rendering.Rendered, newsroom: Newsroom) -> SafeString:
    return metadata.as_script(metadata.news_article(article, text.references, newsroom))


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """The one address of what is shown, without any query."""
    article = context.get("article")
    if article is not None and article.pk:
        return absolute(article.url or "/")
    request = context.get("request")
    return absolute(request.path if request else "/")
