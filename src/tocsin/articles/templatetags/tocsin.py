"""What the public templates ask for."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils import formats, timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tocsin.articles import design, leaves, queries, rendering, surroundings
from tocsin.articles.models import ArticlePage, HomePage, Newsroom, PlainPage
from tocsin.lib import dates, languages

register = template.Library()

INTERFACE = [code for code, _name in settings.LANGUAGES]


@register.simple_tag
def site_style() -> SafeString:
    """The one inlined stylesheet; its hash is in the Content-Security-Policy."""
    return mark_safe(f"<style>{design.stylesheet()}</style>")  # noqa: S308 - a file of ours or of the operator's theme


@register.simple_tag
def interface_language(language: str = "") -> str:
    """The language of the words around the text: the text's own where the interface speaks it."""
    for code in (language, language.split("-", maxsplit=1)[0]):
        if code in INTERFACE:
            return code
    return translation.get_language() or settings.LANGUAGE_CODE


@register.simple_tag(takes_context=True)
def newsroom(context: dict[str, Any]) -> Newsroom:
    """Who publishes this site."""
    if (found := context.get("newsroom")) is not None:
        return found  # type: ignore[no-any-return]
    return surroundings.around(context.get("request")).newsroom


@register.simple_tag(takes_context=True)
def part(context: dict[str, Any], template: str, **values: Any) -> SafeString:
    """Include *template*, which shows nothing but *values*, the newsroom and ``around``; it is rendered once and kept.

    It knows no request and no article: what it shows is the same for every reader.
    """
    return surroundings.around(context.get("request")).part(template, **values)


@register.simple_tag(takes_context=True)
def rendered(context: dict[str, Any], article: ArticlePage) -> rendering.Rendered:
    """The body of *article* with its numbered references and its claims marked."""
    request = context.get("request")
    draft = bool(getattr(request, "is_preview", False))
    return rendering.render_with_claims(article, context={"request": request}, draft=draft)


@register.simple_tag(takes_context=True)
def plain_body(context: dict[str, Any], page: PlainPage) -> SafeString:
    """The body of a page that is not an article."""
    return rendering.render(page, context={"request": context.get("request")}).body


@register.simple_tag
def more_to_explore(article: ArticlePage) -> list[ArticlePage]:
    return queries.related(article)


@register.simple_tag
def versions_of(article: ArticlePage) -> list[ArticlePage]:
    return queries.versions(article)


@register.simple_tag
def front_of(home: HomePage) -> queries.Front | None:
    """The front as a preview shows it."""
    return queries.front(home)


@register.filter
def opening(article: ArticlePage) -> str:
    """The standfirst, else the first words of the text."""
    return str(article.standfirst) or leaves.opening(article.body)


@register.filter
def direction_of(language: str) -> str:
    return languages.direction(language) if language else "auto"


@register.filter
def language_name(language: str) -> str:
    return languages.name(language)


@register.filter
def host(address: str) -> str:
    """The host of *address* as readers know it."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


@register.filter
def partial_date(text: str) -> str:
    """A source's date, as precise as it is known, in the words of the language."""
    try:
        known = dates.parse(text)
    except dates.BadDate:
        return text
    if known.day:
        return formats.date_format(known.first_day, "DATE_FORMAT")
    return formats.date_format(known.first_day, "YEAR_MONTH_FORMAT") if known.month else str(known)


@lru_cache(maxsize=1024)
def _in_words(day: date, language: str) -> str:
    return formats.date_format(day, "DATE_FORMAT")


@register.filter
def moment(when: Any, words: str = "date") -> str:
    """``<time>`` in the newsroom's time zone; *words* is ``date`` or ``full`` (with the hour and the zone's name)."""
    if when is None:
        return ""
    local = timezone.localtime(when, timezone.get_default_timezone())
    text = _in_words(local.date(), translation.get_language() or settings.LANGUAGE_CODE)
    if words == "full":
        text = f"{text}, {formats.time_format(local, 'H:i')} {local.tzname()}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), text)


@register.simple_tag(takes_context=True)
def page_address(context: dict[str, Any], number: int) -> str:
    """The address of page *number* of the list that is shown."""
    base = str(context["request"].path).rsplit("page/", 1)[0]
    return base if number == 1 else f"{base}page/{number}/"


@register.simple_tag(takes_context=True)
def in_language(context: dict[str, Any], code: str) -> str:
    """The front in another language of the interface."""
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


@register.simple_tag
def interface_languages() -> list[tuple[str, str]]:
    return [(code, languages.name(code)) for code in INTERFACE]
