"""Pieces that were chosen, put together into blocks: items into lists, paragraphs into quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tocsin.importers.prose.blocks import Block, Heading, Inline, Listing, Paragraph, Preformatted, Quote, plain
from tocsin.importers.prose.elements import HEADINGS, Element
from tocsin.importers.prose.inline import joined
from tocsin.importers.prose.piece import Piece

_LISTS = ("ul", "ol", "menu", "dir")
_ATTRIBUTION = re.compile(r"^\s*(?:[—–―-]{1,2}\s*)(\S.{1,150})$")
_LONGEST_CALL = 250
_FEWEST_CALLS = 3
_MOST_IN_AN_ITEM = 3


def blocks(found: Sequence[Piece]) -> tuple[Block, ...]:
    """Return the blocks of the chosen pieces *found*, in order."""
    made: list[Block] = []
    for (kind, _key), group in groupby(found, key=_belonging):
        made.extend(_built(kind, list(group)))
    return tuple(_calls(made))


def _belonging(piece: Piece) -> tuple[str, object]:
    """Name the list or quote *piece* is part of, or the piece itself."""
    if piece.shape is None and not piece.preformatted and _level(piece) is None:
        quote = piece.outermost("blockquote")
        if quote is not None:
            return "quote", quote
        listing = piece.outermost(*_LISTS)
        if listing is not None and piece.inside("li") is not None and not _is_layout(listing):
            return "list", listing
    return "alone", id(piece)


def _is_layout(listing: Element) -> bool:
    """A list whose items hold headings or many paragraphs is a way to lay out a page."""
    inner = listing.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6|.//table|.//figure")
    return bool(inner) or any(len(item.findall(".//p")) > _MOST_IN_AN_ITEM for item in listing.iter("li"))


def _level(piece: Piece) -> int | None:
    element = piece.inside(*HEADINGS)
    return None if element is None else max(HEADINGS[element.tag], 2)


def _built(kind: str, group: list[Piece]) -> Iterator[Block]:
    if kind == "quote":
        yield _quote(group)
    elif kind == "list":
        items = [joined(piece.runs for piece in inner) for _key, inner in groupby(group, lambda one: one.inside("li"))]
        outer = group[0].outermost(*_LISTS)
        yield Listing(tuple(items), ordered=outer is not None and outer.tag == "ol")
    else:
        yield from (_single(piece) for piece in group)


def _single(piece: Piece) -> Block:
    if piece.shape is not None:
        return piece.shape
    if piece.preformatted:
        return Preformatted(piece.preformatted)
    if level := _level(piece):
        return Heading(level, tuple(run for run in piece.runs if run.text != "\n"))
    return Paragraph(piece.runs)


def _quote(group: list[Piece]) -> Quote:
    last = group[-1]
    named = last.inside("cite", "footer")
    said = _ATTRIBUTION.match(last.text)
    if len(group) > 1 and (named is not None or said):
        return Quote(joined(piece.runs for piece in group[:-1]), said[1].strip() if said else last.text)
    return Quote(joined(piece.runs for piece in group))


def _calls(made: list[Block]) -> Iterator[Block]:
    """Put short lines that each end in an exclamation mark together into one list of calls."""
    for calling, group in groupby(made, key=_is_call):
        several = list(group)
        if calling and len(several) >= _FEWEST_CALLS:
            yield Listing(tuple(_runs(block) for block in several), calls=True)
        else:
            yield from (_marked(block) for block in several)


def _is_call(block: Block) -> bool:
    return isinstance(block, Paragraph) and _calls_out(block.text)


def _calls_out(text: str) -> bool:
    return len(text) <= _LONGEST_CALL and text.rstrip("\"”»')").endswith(("!", "！"))


def _runs(block: Block) -> Inline:
    return block.runs if isinstance(block, Paragraph) else ()


def _marked(block: Block) -> Block:
    if isinstance(block, Listing) and len(block.items) > 1 and all(_calls_out(plain(item)) for item in block.items):
        return Listing(block.items, ordered=block.ordered, calls=True)
    return block
