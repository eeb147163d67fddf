"""Content into one tree: blocks opened, shortcodes found, reusable blocks put in place, nothing understood yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.importers.prose.elements import Element
from tocsin.importers.wordpress.content import grammar
from tocsin.importers.wordpress.content.converted import Notice
from tocsin.importers.wordpress.content.grammar import Block
from tocsin.importers.wordpress.content.scanning import Token, tokens
from tocsin.importers.wordpress.content.shortcodes import Shortcode
from tocsin.importers.wordpress.content.tree import BLOCK, Tree, Wall

MAX_CHARACTERS = 1_500_000
MAX_ELEMENTS = 60_000
MAX_SIGNS = 90_000
"""Of those that may begin or end something: each costs time."""
_DEEPEST_REUSE = 5
_MOST_REUSED = 100


@dataclass
class Planted:
    """The tree, with what its elements for blocks and shortcodes stand for by their number."""

    tree: Tree = field(default_factory=Tree)
    blocks: list[Block] = field(default_factory=list)
    shortcodes: list[Shortcode] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def root(self) -> Element:
        return self.tree.root

    @property
    def is_classic(self) -> bool:
        """Whether the text was written without blocks."""
        return all(block.loose for block in self.blocks)


class TooMuch(Exception):
    """The content has more parts than are safe to hold."""


def plant(text: str, reusable: Mapping[int, str]) -> Planted:
    """Return the tree of *text*. Raises ``TooMuch``."""
    planted = Planted()
    if len(text) > MAX_CHARACTERS or sum(map(text.count, "<[\n")) > MAX_SIGNS:
        raise TooMuch
    _Planting(planted, reusable).plant(text, depth=0)
    planted.tree.finish()
    if planted.tree.too_deep:
        planted.notices.append(Notice("too-deep", count=planted.tree.too_deep))
    return planted


@dataclass
class _Planting:
    planted: Planted
    reusable: Mapping[int, str]
    reused: int = 0

    def plant(self, text: str, *, depth: int) -> None:
        found = grammar.parse(text)
        if found.stray:
            self.planted.notices.append(Notice("block-stray-closer"))
        walls: list[Wall | None] = []
        for event, block, html in grammar.walk(found.blocks):
            if event == "enter":
                walls.append(self._enter(block, depth))
            elif event == "html":
                self._html(html)
            else:
                self.planted.tree.leave(walls.pop())

    def _enter(self, block: Block, depth: int) -> Wall | None:
        planted = self.planted
        planted.blocks.append(block)
        if block.unclosed:
            planted.notices.append(Notice("block-unclosed", block.name))
        if block.bad_json:
            planted.notices.append(Notice("block-json", block.name))
        wall = planted.tree.wall(BLOCK, len(planted.blocks) - 1)
        if block.name == "core/block":
            self._reuse(block, depth)
        return wall

    def _reuse(self, block: Block, depth: int) -> None:
        number = (block.attributes or {}).get("ref")
        text = self.reusable.get(number) if isinstance(number, int) else None
        if text is None or depth >= _DEEPEST_REUSE or self.reused >= _MOST_REUSED:
            self.planted.notices.append(Notice("unknown-block", block.name, str(number or "")))
            return
        self.reused += 1
        self.plant(text, depth=depth + 1)

    def _html(self, html: str) -> None:
        open_: dict[str, list[Wall | None]] = {}
        for token in tokens(html):
            self._token(token, open_)
            if self.planted.tree.size > MAX_ELEMENTS:
                raise TooMuch
        for walls in open_.values():
            for wall in walls:
                self.planted.tree.leave(wall)

    def _token(self, token: Token, open_: dict[str, list[Wall | None]]) -> None:
        tree = self.planted.tree
        if token.kind == "text":
            tree.text(token.value)
        elif token.kind == "start":
            tree.start(token.value, token.attributes)
        elif token.kind == "end":
            tree.end(token.value)
        elif token.kind == "comment":
            self._comment(token.value)
        elif token.shortcode is not None:
            self._shortcode(token.shortcode, open_)

    def _comment(self, value: str) -> None:
        word, _space, said = value.strip().partition(" ")
        if word in {"more", "nextpage"}:
            self.planted.tree.mark(word)
            code = "more" if word == "more" else "page-break"
            self.planted.notices.append(Notice(code, detail=said.strip()))

    def _shortcode(self, one: Shortcode, open_: dict[str, list[Wall | None]]) -> None:
        tree = self.planted.tree
        if one.kind == "closer":
            if open_.get(one.name):
                tree.leave(open_[one.name].pop())
            return
        self.planted.shortcodes.append(one)
        number = len(self.planted.shortcodes) - 1
        if one.kind == "opener":
            open_.setdefault(one.name, []).append(tree.wall("wp-shortcode", number))
        else:
            tree.single(number)
