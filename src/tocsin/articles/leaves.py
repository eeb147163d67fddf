"""Reading a body leaf by leaf, in the order in which readers meet it. Editors' notes are passed over."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import Truncator
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from tocsin.articles.blocks import EditorsNoteBlock


def leaves(value: Any) -> Iterator[Any]:
    """Yield every innermost value of *value*: texts, pictures, files, numbers."""
    parts = _parts(value)
    if parts is not None:
        for part in parts:
            yield from leaves(part)
    elif value is not None:
        yield value


def _parts(value: Any) -> Iterable[Any] | None:
    """What *value* is made of, or nothing when it is a leaf."""
    if isinstance(value, StreamValue):
        return [child.value for child in value if not isinstance(child.block, EditorsNoteBlock)]
    if isinstance(value, StructValue):
        return list(value.values())
    if isinstance(value, ListValue):
        return list(value)
    if isinstance(value, TypedTable):
        return [cell.value for row in value.rows for cell in row]
    return None


def texts(body: StreamValue) -> Iterator[str]:
    """Yield the stored HTML of every rich text of *body*."""
    return (leaf.source for leaf in leaves(body) if isinstance(leaf, RichText))


def pictures(body: StreamValue) -> Iterator[AbstractImage]:
    """Yield every picture of *body*, carrying the alternative text of its place."""
    return (leaf for leaf in leaves(body) if isinstance(leaf, AbstractImage))


def opening(body: StreamValue, *, words: int = 32) -> str:
    """The first words of *body*, without markup or markers."""
    return Truncator(said(next(texts(body), ""))).words(words, truncate=" …")


def said(source: str) -> str:
    """The words of the stored HTML of a rich text, as they are read: without markup or markers, on one line."""
    return " ".join(html.unescape(strip_tags(source.replace("<br", " <br"))).replace("[ref]", "").split())
