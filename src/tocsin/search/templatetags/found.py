"""What the search page asks for. A hit is written by filters, as ten of them are a good part of a page's time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tocsin.articles.templatetags.tocsin import moment
from tocsin.lib import languages
from tocsin.search.records import Exact, Order
from tocsin.search.screens import Shown
from tocsin.search.snippets import Piece
from tocsin.search.words import ORDERS, POSITIONS

register = template.Library()

BETWEEN = ' <span aria-hidden="true">·</span> '


@register.simple_tag
def positions() -> Iterable[tuple[Exact, Any]]:
    return POSITIONS.items()


@register.simple_tag
def orders() -> Iterable[tuple[Order, Any]]:
    return ORDERS.items()


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """The text of *pieces*, hits in ``<mark>``."""
    parts = (f"<mark>{escape(one.text)}</mark>" if one.hit else escape(one.text) for one in pieces)
    return mark_safe("".join(parts))  # noqa: S308 - escaped piece by piece


@register.filter
def in_its_language(one: Shown) -> SafeString:
    """The attributes of an element that holds words of *one*."""
    if not one.record.language:
        return format_html(' dir="{}"', one.direction)
    return format_html(' lang="{}" dir="{}"', one.record.language, one.direction)


@register.filter
def facts(one: Shown, ui: str) -> SafeString:
    """The line below a hit: status, day, by whom, and and its language where it is not *ui*. It may be empty."""
    parts = list(_facts(one))
    if not parts:
        return SafeString()
    if one.record.language and one.record.language != ui:
        parts.append(format_html("<bdi>{}</bdi>", languages.name(one.record.language)))
    return mark_safe(f'<p class="meta">{BETWEEN.join(parts)}</p>')  # noqa: S308 - each part is escaped


def _facts(one: Shown) -> Iterator[str]:
    if name := one.status_name:
        yield format_html('<span class="status status--{}">{}</span>', one.record.status, name)
    if one.record.date:
        yield moment(one.record.date)
    if one.record.authors:
        yield format_html('<bdi class="by">{}</bdi>', one.by)
