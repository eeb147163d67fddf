"""Parts put together into blocks: items into lists, paragraphs into quotes. What no block can hold stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tocsin.importers.prose.blocks import Block, Heading, Inline, Listing, Paragraph, Preformatted, Quote, Run, plain
from tocsin.importers.prose.inline import joined
from tocsin.importers.wordpress.content.state import Part

_LONGEST_HEADING = 200
_LONGEST_SPEAKER = 190


def blocks(parts: Sequence[Part]) -> tuple[Block, ...]:
    """Return *parts* as blocks, in order."""
    made: list[Block] = []
    for (kind, _key), group in groupby(parts, key=_belonging):
        made.extend(_built(kind, list(group)))
    return tuple(made)


def _belonging(part: Part) -> tuple[str, int]:
    """Name the quote or list *part* is of, or the part itself."""
    if part.shape is None and not part.preformatted and part.kind in {"paragraph", "cite"}:
        if part.around.quote is not None:
            return "quote", id(part.around.quote)
        if part.around.item is not None:
            return "list", id(part.around.listing)
    return "alone", id(part)


def _built(kind: str, group: list[Part]) -> Iterator[Block]:
    if kind == "quote":
        yield _quote(group)
    elif kind == "list":
        items = [joined(part.runs for part in same) for _key, same in groupby(group, lambda one: id(one.around.item))]
        yield Listing(tuple(items), ordered=group[0].around.listing.tag == "ol")
    else:
        for part in group:
            yield from _single(part)


def _single(part: Part) -> Iterator[Block]:
    if part.shape is not None:
        yield part.shape
    elif part.preformatted:
        yield Preformatted(part.preformatted)
    elif part.kind == "heading":
        yield from _heading(part)
    else:
        yield Paragraph(part.runs)


def _heading(part: Part) -> Iterator[Block]:
    """A heading of ours is words alone: one that is long stays a paragraph, markers stand below it."""
    markers = tuple(run for run in part.runs if run.reference)
    runs = tuple(Run(" ") if run.text == "\n" else run for run in part.runs if not run.reference)
    if len(plain(runs)) > _LONGEST_HEADING:
        yield Paragraph(part.runs)
        return
    if plain(runs).strip():
        yield Heading(part.around.level or 2, runs)
    if markers:
        yield Paragraph(markers)


def _quote(group: list[Part]) -> Block:
    said = [part for part in group if part.kind == "cite"]
    words: Inline = joined(part.runs for part in group if part.kind != "cite")
    named = joined(part.runs for part in said)
    plain_name = " ".join(plain(named).split())
    rich = any(run.link or run.reference for run in named)
    if not words or rich or len(plain_name) > _LONGEST_SPEAKER or (said and group[-1].kind != "cite"):
        return Quote(joined(part.runs for part in group))
    return Quote(words, plain_name)
