"""The words of a stored body, read from its JSON: no block is built and no picture is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from tocsin.articles import references
from tocsin.articles.blocks import EditorsNoteBlock
from tocsin.articles.canonical import Words


def words(body: StreamValue) -> list[str]:
    """Return every text of *body* as readers meet them, editors' notes left out: those of the canonical text."""
    found = []
    for value, rich in _texts(list(body.raw_data), body.stream_block):
        text = Words(value).text if rich else value
        if text.strip():
            found.append(text)
    return found


def citations(body: StreamValue) -> dict[int, int]:
    """Return the sources *body* cites, each with its first number."""
    stored = [value for value, rich in _texts(list(body.raw_data), body.stream_block) if rich]
    numbers = references.numbered(key for value in stored for key in references.stored_keys_in(value))
    found: dict[int, int] = {}
    for key, number in numbers.items():
        for source in key:
            found.setdefault(source, number)
    return found


def _texts(value: Any, block: Any) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a raw *value*, each with whether it is rich text."""
    if isinstance(block, EditorsNoteBlock | ImageBlock) or value is None:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield str(value), True
    elif isinstance(block, blocks.CharBlock):
        yield str(value), False
    else:
        for part, its_block in _inside(value, block):
            yield from _texts(part, its_block)


def _inside(value: Any, block: Any) -> list[tuple[Any, Any]]:
    """What a raw *value* is made of, each with its block."""
    if isinstance(block, blocks.BaseStreamBlock):
        known = block.child_blocks
        return [(child["value"], known[child["type"]]) for child in value if child["type"] in known]
    if isinstance(block, blocks.BaseStructBlock):
        return [(value.get(name), child) for name, child in block.child_blocks.items()]
    if isinstance(block, blocks.ListBlock):
        return [(_item(item), block.child_block) for item in value]
    if isinstance(block, BaseTypedTableBlock):
        columns = [block.child_blocks.get(column["type"]) for column in value.get("columns", [])]
        rows = [row["values"] for row in value.get("rows", [])]
        return [pair for row in rows for pair in zip(row, columns, strict=False)]
    return []


def _item(item: Any) -> Any:
    """The value of an item of a list, which older versions stored bare."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" and "id" in item else item
