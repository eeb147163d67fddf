"""Numbered references: markers in the text, numbers by first use, the list below the article.

In stored text a marker is ``<a linktype="reference" sources="12,15">[ref]</a>``. Wagtail's expansion of rich text
turns it into ``<a data-reference="12,15">[ref]</a>`` (``rich_text.ReferenceLink``); ``number`` then replaces each
by its number. The same sources cited again keep their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tocsin.sources.models import Source

_MARKER = re.compile(r'<a data-reference="([\d,]*)">.*?</a>', re.DOTALL)
_STORED = re.compile(r'<a\b(?=[^>]*\blinktype="reference")[^>]*>')
_SOURCES = re.compile(r'\bsources="([^"]*)"')
_DIGITS = re.compile(r"\d{1,18}", re.ASCII)

Key = tuple[int, ...]


@dataclass
class Reference:
    """One numbered reference of one article, as readers see it."""

    number: int
    sources: list[Source]
    marks: list[str] = field(default_factory=list)
    """The ids of its markers in the text, in order, for the links back."""

    @property
    def anchor(self) -> str:
        return f"ref-{self.number}"

    @property
    def is_lost(self) -> bool:
        """Whether no source of it leads a reader anywhere."""
        return all(source.is_lost for source in self.sources)

    @property
    def summary(self) -> str:
        """A line for the preview of a marker."""
        return "; ".join(str(source) for source in self.sources) or _("The record of this source is gone.")


def keys_in(html: str) -> Iterator[Key]:
    """Yield the sources each marker of expanded text points at, in order of the text."""
    for match in _MARKER.finditer(html):
        yield key_of(match[1])


def key_of(sources: str) -> Key:
    """Read the ``sources`` of a marker. What is no number is passed over; a source named twice counts once."""
    return tuple(dict.fromkeys(int(part) for part in _DIGITS.findall(sources)))


def stored_keys_in(html: str) -> Iterator[Key]:
    """Yield the sources each marker of stored text points at, in order of the text."""
    for tag in _STORED.findall(html):
        found = _SOURCES.search(tag)
        yield key_of(found[1] if found else "")


def numbered(keys: Iterable[Key]) -> dict[Key, int]:
    """Give each distinct reference its number, by first use."""
    numbers: dict[Key, int] = {}
    for key in keys:
        numbers.setdefault(key, len(numbers) + 1)
    return numbers


def numbers_of(html: str) -> dict[Key, int]:
    """Return the number of each distinct reference of expanded text, by first use."""
    return numbered(keys_in(html))


def number(html: str, sources: Mapping[int, Source]) -> tuple[SafeString, list[Reference]]:
    """Replace the markers of expanded, trusted text by linked numbers; return the text and the references."""
    references = {
        key: Reference(position, [sources[pk] for pk in key if pk in sources])
        for key, position in numbers_of(html).items()
    }

    def link(match: re.Match[str]) -> str:
        reference = references[key_of(match[1])]
        mark = f"mark-{reference.number}-{len(reference.marks) + 1}"
        reference.marks.append(mark)
        return format_html(
            '<sup class="mark{}"><a id="{}" href="#{}" title="{}" role="doc-noteref">[{}]</a></sup>',
            " mark--lost" if reference.is_lost else "",
            mark,
            reference.anchor,
            reference.summary,
            reference.number,
        )

    return mark_safe(_MARKER.sub(link, html)), list(references.values())  # noqa: S308 - parts are escaped above
