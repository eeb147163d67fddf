"""What stands around every page, the same for every reader: who publishes the site, its menus, its sections.

It is read once and kept for a second, so that what another process saved shows within that time; what is saved in this
process shows at once (``forget``, called by the receivers). The parts of a page that are made of nothing else are kept
as they were rendered for as long as what they tell stays the same. They know nothing of who asks.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from wagtail.models import Site

from tocsin.articles import queries
from tocsin.articles.models import MenuItem, Newsroom, Section

FRESH = 1.0
"""Seconds for which what was read is taken as true."""
MOST = 64
"""Hosts and languages that are kept, and parts of the pages of each."""


@dataclass(frozen=True)
class Link:
    """Words and where they lead."""

    text: str
    target: str


@dataclass(frozen=True)
class Surroundings:
    """What stands around a page of one host in one language. *menus* has, by place, those there are."""

    ui: str
    """The language."""
    newsroom: Newsroom
    menus: dict[str, tuple[Link, ...]]
    sections: tuple[Link, ...]
    parts: dict[Any, SafeString] = field(default_factory=dict, compare=False)

    def part(self, template: str, **values: Any) -> SafeString:
        """Render *template* with *values* and what is told here, or return it as kept."""
        key = (template, *sorted(values.items()))
        if (kept := self.parts.get(key)) is not None:
            return kept
        if len(self.parts) >= MOST:
            self.parts.clear()
        told = {"ui": self.ui, "newsroom": self.newsroom, "around": self, **values}
        made = self.parts[key] = render_to_string(template, told)
        return made

    def tells_the_same_as(self, other: Surroundings) -> bool:
        """Tell whether parts rendered for one hold for the other."""
        return self == other and _columns(self.newsroom) == _columns(other.newsroom)


_kept: dict[tuple[str, str], tuple[float, Surroundings]] = {}
_generation = 0


def around(request: HttpRequest | None) -> Surroundings:
    """Return what stands around the pages of the site *request* is for, in the language that is active."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    key = (request.get_host() if request else "", language)
    now, generation = time.monotonic(), _generation
    since, kept = _kept.get(key, (0.0, None))
    if kept is not None and now - since < FRESH:
        return kept
    found = _read(request, language)
    if kept is not None and not settings.DEBUG and found.tells_the_same_as(kept):
        found = kept
    if len(_kept) >= MOST:
        _kept.clear()
    if generation == _generation:  # else it may be older than what was saved meanwhile
        _kept[key] = (now, found)
    return found


def forget() -> None:
    """Have everything read anew."""
    global _generation  # noqa: PLW0603 - one for each process
    _generation += 1
    _kept.clear()


def _read(request: HttpRequest | None, language: str) -> Surroundings:
    site = Site.find_for_request(request) if request else None
    newsroom = Newsroom.for_site(site) if site else Newsroom()
    menus = {place: tuple(_links(items)) for place, items in queries.menus(language).items()}
    sections = tuple(Link(one.name, one.get_absolute_url()) for one in Section.objects.top())
    return Surroundings(language, newsroom, menus, sections)


def _links(items: Iterable[MenuItem]) -> Iterable[Link]:
    return (Link(item.text, item.target) for item in items)


def _columns(newsroom: Newsroom) -> list[Any]:
    logo = newsroom.logo
    columns = [getattr(newsroom, one.attname) for one in newsroom._meta.concrete_fields]
    return [*columns, logo.file.name if logo else ""]
