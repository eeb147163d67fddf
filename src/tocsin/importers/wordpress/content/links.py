"""Addresses: where one leads, and blocks with new ones in their links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from tocsin.importers.prose.blocks import Block, Gallery, Inline, Listing, Table


def relinked(blocks: Iterable[Block], rewrite: Callable[[str], str]) -> tuple[Block, ...]:
    """Return *blocks* with every link put through *rewrite*. Addresses of media stay as they are."""
    return tuple(_block(block, rewrite) for block in blocks)


def host(address: str) -> str:
    """Return the host of *address* in lower case; nothing where it names none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _block(block: Block, rewrite: Callable[[str], str]) -> Any:
    match block:
        case Listing():
            return replace(block, items=tuple(_runs(item, rewrite) for item in block.items))
        case Table():
            rows = tuple(tuple(replace(cell, runs=_runs(cell.runs, rewrite)) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Gallery():
            pictures = tuple(replace(one, caption=_runs(one.caption, rewrite)) for one in block.pictures)
            return replace(block, pictures=pictures, caption=_runs(block.caption, rewrite))
    changed: Any = {name: new for name, runs in _texts(block) if (new := _runs(runs, rewrite)) is not runs}
    return replace(block, **changed) if changed else block


def _texts(block: Block) -> Iterator[tuple[str, Inline]]:
    for name in ("runs", "caption"):
        if isinstance(runs := getattr(block, name, None), tuple):
            yield name, runs


def _runs(runs: Inline, rewrite: Callable[[str], str]) -> Inline:
    if not any(run.link for run in runs):
        return runs
    return tuple(replace(run, link=rewrite(run.link)) if run.link else run for run in runs)
