"""Tokens become a tree that is safe to walk: no deeper than it may be, every end tied to its start as browsers do."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree, html

from tocsin.importers.prose.elements import BLOCKS, HEADINGS, Element

BLOCK, SHORTCODE, MARK = "wp-block", "wp-shortcode", "wp-mark"
"""Elements that stand for a block, a shortcode (``data-n`` is its number), and ``more`` or ``nextpage``."""
MAX_DEPTH = 120

_WALLS = frozenset({BLOCK, SHORTCODE})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_KEPT = frozenset(
    [
        "alt",
        "class",
        "colspan",
        "controls",
        "data",
        "data-attachment-id",
        "data-fn",
        "data-full-url",
        "data-id",
        "data-lazy-src",
        "data-link",
        "data-n",
        "data-original",
        "data-src",
        "download",
        "height",
        "hidden",
        "href",
        "id",
        "name",
        "poster",
        "rowspan",
        "src",
        "style",
        "title",
        "type",
        "value",
        "width",
    ]
)
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FLOW = (BLOCKS - {"label", "button"}) | {"hr", "details"}
# What opening an element ends, and what it may not look beyond for it.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "tr": (frozenset({"tr", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th", "caption"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th", "caption"}), frozenset({"tr", "table"})),
    "thead": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}


Wall = tuple[int, Element]


class Tree:
    """A tree under construction. ``too_deep`` counts the elements that were passed over for their depth."""

    def __init__(self) -> None:
        self.root: Element = html.html_parser.makeelement("div")
        self.too_deep = 0
        self.size = 0
        self._open: list[Element] = [self.root]
        self._spot: tuple[Element, str] = (self.root, "text")
        self._said: list[str] = []
        self._flow: list[int] = [0]
        """Places in ``_open`` of the elements that part text, and of walls."""
        self._count: Counter[str] = Counter()
        self._late: Counter[str] = Counter()
        """Elements inside a line whose end came while an element around their content was still open."""

    def text(self, text: str) -> None:
        self._said.append(text)

    def finish(self) -> Element:
        """Return the root of the finished tree."""
        self._cut(1)
        self._say()
        return self.root

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open *tag*, or put it there at once where it holds nothing."""
        tag = tag if _PLAIN_NAME.fullmatch(tag) else "span"
        self._make_room(tag)
        if tag not in _VOID and len(self._open) >= MAX_DEPTH:
            self.too_deep += 1
            if tag in _FLOW:  # what it would have parted stays parted
                self._add("br", {})
                self._add("br", {})
            return
        self._add(tag, {name: value for name, value in attributes.items() if name in _KEPT})

    def _add(self, tag: str, attributes: dict[str, str]) -> None:
        self._say()
        element = etree.SubElement(self._open[-1], tag, attributes)
        self._spot = (element, "tail")
        self.size += 1
        if tag not in _VOID and tag != MARK:
            self._spot = (element, "text")
            self._open.append(element)
            self._count[tag] += 1
            if tag in _FLOW or tag in _WALLS:
                self._flow.append(len(self._open) - 1)

    def end(self, tag: str) -> None:
        """Close the nearest open *tag*, and what was left open inside it; an end without a start is nothing."""
        if tag == "br":
            self.start("br", {})
        tags = frozenset(HEADINGS) if tag in HEADINGS else frozenset({tag})
        if not any(self._count[one] for one in tags):
            return
        if tag in _FLOW:
            self._close_flow(tags, frozenset())
        elif (place := self._in_line(tag)) is not None:
            self._cut(place)
        else:
            self._late[tag] += 1

    def wall(self, kind: str, number: int) -> Wall | None:
        """Open a block or a paired shortcode; nothing is opened where the tree is too deep."""
        if kind == BLOCK:
            self._close_paragraph()
        if len(self._open) >= MAX_DEPTH:
            self.too_deep += 1
            return None
        self._add(kind, {"data-n": str(number)})
        return len(self._open) - 1, self._open[-1]

    def single(self, number: int) -> None:
        """Put a shortcode there that stands alone."""
        if (wall := self.wall(SHORTCODE, number)) is not None:
            self.leave(wall)

    def leave(self, wall: Wall | None) -> None:
        """Close what ``wall`` opened, and all inside it."""
        if wall is not None and len(self._open) > wall[0] and self._open[wall[0]] is wall[1]:
            self._cut(wall[0])

    def mark(self, name: str) -> None:
        self._close_paragraph()
        self._add(MARK, {"name": name})

    # -- the stack

    def _make_room(self, tag: str) -> None:
        if tag in _FLOW:
            self._close_paragraph()
        if tag in HEADINGS and self._open[self._flow[-1]].tag in HEADINGS:
            self._cut(self._flow[-1])
        if tag in _ENDS:
            self._close_flow(*_ENDS[tag])
        if tag == "a" and self._count["a"] and (place := self._in_line("a")) is not None:
            self._cut(place)

    def _close_paragraph(self) -> None:
        if self._open[self._flow[-1]].tag == "p":
            self._cut(self._flow[-1])

    def _close_flow(self, tags: frozenset[str], stops: frozenset[str]) -> None:
        if not any(self._count[tag] for tag in tags):
            return
        for place in reversed(self._flow):
            tag = self._open[place].tag
            if place and tag in tags:
                self._cut(place)
                return
            if tag in _WALLS or tag in stops:
                return

    def _in_line(self, tag: str) -> int | None:
        """Return where *tag* is open inside the innermost element that parts text."""
        for place in range(len(self._open) - 1, self._flow[-1], -1):
            if self._open[place].tag == tag:
                return place
        return None

    def _cut(self, place: int) -> None:
        if place <= 0 or place >= len(self._open):
            return
        self._say()
        self._spot = (self._open[place], "tail")
        self._count.subtract(element.tag for element in self._open[place:])
        del self._open[place:]
        while self._flow[-1] >= place:
            self._flow.pop()
        if self._late and self._late[self._open[-1].tag] > 0 and self._flow[-1] < len(self._open) - 1:
            self._late[self._open[-1].tag] -= 1
            self._cut(len(self._open) - 1)

    def _say(self) -> None:
        """Write the text that came since the last element began or ended."""
        if self._said:
            element, spot = self._spot
            setattr(element, spot, (getattr(element, spot) or "") + "".join(self._said))
            self._said = []
