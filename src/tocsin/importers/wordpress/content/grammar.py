"""The grammar of blocks: ``<!-- wp:name {json} -->``, ``<!-- /wp:name -->``, ``<!-- wp:name {json} /-->``.

As WordPress reads it, with one difference that keeps text: a delimiter ends where its comment does, so attributes
that are never closed cannot swallow what follows. WordPress's own writer never puts ``--`` inside a delimiter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

_INSIDE = re.compile(
    r"\s+(?P<closer>/)?wp:(?P<space>[a-z][a-z0-9_-]*/)?(?P<name>[a-z][a-z0-9_-]*)\s+"
    r"(?:(?P<json>\{.*\})\s+)?(?P<void>/)?",
    re.DOTALL,
)

FREEFORM = "core/freeform"


@dataclass
class Block:
    """One block. ``content`` is its HTML in order, ``None`` where an inner block stands.

    ``attributes`` is ``None`` where there are none or they are no JSON object. Text outside any block is a block
    named ``core/freeform`` of which ``loose`` is true. ``unclosed`` blocks end where the text does.
    """

    name: str
    attributes: dict[str, Any] | None = None
    content: list[str | None] = field(default_factory=list)
    inner: list[Block] = field(default_factory=list)
    loose: bool = False
    unclosed: bool = False
    bad_json: bool = False

    @property
    def html(self) -> str:
        """Its own HTML, without that of its inner blocks."""
        return "".join(part for part in self.content if part is not None)


@dataclass(frozen=True)
class _Delimiter:
    kind: Literal["opener", "closer", "void"]
    name: str
    json: str
    start: int
    end: int


@dataclass(frozen=True)
class Grammar:
    """The blocks of a text. ``stray`` says that a closer without opener made the rest freeform."""

    blocks: list[Block]
    stray: bool = False


def parse(text: str) -> Grammar:
    """Return the blocks *text* is made of. Never raises, and takes time in proportion to the text."""
    top: list[Block] = []
    open_: list[Block] = []
    place = 0
    for delimiter in _delimiters(text):
        _keep(text[place : delimiter.start], open_, top)
        place = delimiter.end
        if delimiter.kind == "closer":
            if not open_:
                _keep(text[delimiter.end :], [], top)
                return Grammar(top, stray=True)
            open_.pop()
            continue
        block = _block(delimiter)
        if open_:
            open_[-1].content.append(None)
            open_[-1].inner.append(block)
        else:
            top.append(block)
        if delimiter.kind == "opener":
            open_.append(block)
    _keep(text[place:], open_, top)
    for block in open_:
        block.unclosed = True
    return Grammar(top)


def walk(blocks: list[Block]) -> Iterator[tuple[Literal["enter", "html", "leave"], Block, str]]:
    """Yield the blocks and their HTML in the order of the text, without recursion."""
    stack: list[tuple[Block, Iterator[str | None], Iterator[Block]]] = []
    waiting = iter(blocks)
    while True:
        block = next(waiting, None) if not stack else _inner(stack)
        if isinstance(block, str):
            yield "html", stack[-1][0], block
        elif block is not None:
            yield "enter", block, ""
            stack.append((block, iter(block.content), iter(block.inner)))
        elif stack:
            yield "leave", stack.pop()[0], ""
        else:
            return


def _inner(stack: list[tuple[Block, Iterator[str | None], Iterator[Block]]]) -> Block | str | None:
    _block, content, inner = stack[-1]
    for part in content:
        return next(inner) if part is None else part
    return None


def _keep(html: str, open_: list[Block], top: list[Block]) -> None:
    if not html:
        return
    if open_:
        open_[-1].content.append(html)
    elif html.strip():
        top.append(Block(FREEFORM, content=[html], loose=True))


def _block(delimiter: _Delimiter) -> Block:
    attributes = attributes_of(delimiter.json)
    return Block(delimiter.name, attributes, bad_json=bool(delimiter.json) and attributes is None)


def attributes_of(source: str) -> dict[str, Any] | None:
    """Return the JSON object *source* is, or nothing."""
    try:
        found = json.loads(source) if source else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _delimiters(text: str) -> Iterator[_Delimiter]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        if match := _INSIDE.fullmatch(text, start + 4, end):
            name = (match["space"] or "core/") + match["name"]
            # A closer that also says it is void is void; WordPress lets that pass too.
            kind: Literal["opener", "closer", "void"] = "void" if match["void"] else "opener"
            if match["closer"] and not match["void"]:
                kind = "closer"
            yield _Delimiter(kind, name, match["json"] or "", start, end + 3)
        start = text.find("<!--", end + 3)
