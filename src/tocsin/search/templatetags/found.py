"""What the search page asks for. Hits are written here, as ten of them are a good part of a page's time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from django import template
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


@register.simple_tag
def hits(shown: Iterable[Shown], ui: str) -> SafeString:
    """The items of a list of what was found, each with its facts; its language where it is not *ui*."""
    return mark_safe("\n".join(_item(one, ui) for one in shown))  # noqa: S308 - each part is escaped


def _item(one: Shown, ui: str) -> str:
    record = one.record
    words = f' lang="{escape(record.language)}" dir="{one.direction}"' if record.language else ' dir="auto"'
    section = f' <span class="hit__section" dir="auto">{escape(record.section)}</span>' if record.section else ""
    passage = f'<p class="hit__passage"{words}>{_marked(one.passage)}</p>' if one.passage else ""
    facts = BETWEEN.join(_facts(one, ui))
    return (
        f'<li class="hit"><p class="kicker">{escape(one.type_name)}{section}</p>'
        f'<h3 class="hit__title"><a href="{escape(one.link)}"{words}>{_marked(one.title)}</a></h3>'
        + passage
        + (f'<p class="meta">{facts}</p></li>' if facts else "</li>")
    )


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"<mark>{escape(one.text)}</mark>" if one.hit else escape(one.text) for one in pieces)


def _facts(one: Shown, ui: str) -> Iterator[str]:
    record = one.record
    if name := one.status_name:
        yield f'<span class="status status--{record.status}">{escape(name)}</span>'
    if record.date:
        yield moment(record.date)
    if record.authors:
        yield f'<bdi class="by">{escape(one.by)}</bdi>'
    if (name or record.date or record.authors) and record.language and record.language != ui:
        yield f"<bdi>{escape(languages.name(record.language))}</bdi>"
