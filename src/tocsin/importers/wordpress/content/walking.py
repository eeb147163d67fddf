"""The walk over the tree: what each element of HTML becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tocsin.importers.prose.blocks import Inline, Picture
from tocsin.importers.prose.dress import address, dressed
from tocsin.importers.prose.elements import BLOCKS, HEADINGS, Element, is_hidden
from tocsin.importers.prose.inline import joined
from tocsin.importers.prose.piece import LABEL, NOTE
from tocsin.importers.wordpress.content import media, tables
from tocsin.importers.wordpress.content.scanning import tokens
from tocsin.importers.wordpress.content.state import State
from tocsin.importers.wordpress.content.tree import BLOCK, MARK, SHORTCODE, Tree

_LEFT_OUT = frozenset(
    {
        "form",
        "select",
        "textarea",
        "script",
        "style",
        "template",
        "canvas",
        "svg",
        "dialog",
        "head",
        "title",
        "datalist",
    }
)
_UNSEEN = frozenset({"script", "style", "template", "head"})
_NOTHING = frozenset({"link", "meta", "base", "input", "source", "track", "param", "area", "col", "colgroup", "wbr"})
_FRAMES = frozenset({"iframe", "embed", "object", "frame"})
_CAPTION = re.compile(r"(?:^|\s)(?:wp-caption-text|gallery-caption|blocks-gallery-caption)(?:\s|$)")
_CAPTIONED = re.compile(r"(?:^|\s)(?:wp-caption|gallery-item)(?:\s|$)")
_GALLERY = re.compile(r"(?:^|\s)(?:wp-block-gallery|blocks-gallery-grid|gallery|tiled-gallery)(?:\s|$)")
_AS_TYPED = frozenset({"code", "span", "br", "wbr", "kbd", "samp", "var", "tt"})
_LONGEST_CAPTION = 300

Opener = Callable[["Walk", Element], None]


class Walk:
    """Goes through a tree once. *blocks* and *shortcodes* say what becomes of the elements that stand for these."""

    def __init__(self, state: State, blocks: Opener, shortcodes: Opener, shows: Callable[[Element], bool]) -> None:
        self.state = state
        self._blocks = blocks
        self._shortcodes = shortcodes
        self._shows = shows

    def children(self, element: Element) -> None:
        """Walk through what is inside *element*."""
        self.state.text(element.text)
        for inner in element:
            self.element(inner)
            self.state.text(inner.tail)

    def element(self, element: Element) -> None:  # noqa: C901, PLR0911, PLR0912 - one branch for each kind of element
        state, tag = self.state, element.tag
        if label := element.get(LABEL):
            return state.marker(label)
        if element.get(NOTE) is not None:
            return state.flush() if tag in BLOCKS else None
        if tag == BLOCK:
            return self._blocks(self, element)
        if tag == SHORTCODE:
            return self._shortcodes(self, element)
        if tag in _LEFT_OUT or _is_unseen(element):
            return self._leave_out(element)
        if tag in _NOTHING:
            return None
        if tag == "br":
            return state.line_break()
        if tag == "img":
            return self._picture(element)
        if tag in _FRAMES:
            return self._frame(element)
        if tag in {"audio", "video"}:
            return self._recording(element)
        if tag in {"hr", MARK}:
            return self._rule(element)
        if tag in BLOCKS or tag == "details":
            return self._flow(element)
        if tag == "noscript":
            return self._noscript(element)
        return self._in_line(element)

    def runs(self, element: Element) -> Inline:
        """Return the text inside *element* as one stretch."""
        with self.state.apart() as parts:
            self.children(element)
        return joined(part.runs for part in parts if part.runs)

    def fragment(self, html: str) -> None:
        """Walk through a short text with mark-up that stands somewhere else than in the tree."""
        tree = Tree()
        for token in tokens(html):
            if token.kind in {"text", "shortcode"}:
                tree.text(token.value if token.shortcode is None else token.shortcode.source)
            elif token.kind == "start":
                tree.start(token.value, token.attributes)
            elif token.kind == "end":
                tree.end(token.value)
        self.children(tree.finish())

    def read(self, html: str) -> Inline:
        """Return a short text with mark-up as one stretch."""
        with self.state.apart() as parts:
            self.fragment(html)
        return joined(part.runs for part in parts if part.runs)

    # -- inside a line

    def _in_line(self, element: Element) -> None:
        state, before = self.state, self.state.dress
        if element.tag == "cite" and state.around.quote is not None and element.getparent() is state.around.element:
            with state.inside(element, kind="cite"):
                self.children(element)
            return
        start = len(state.found)
        state.dress = dressed(before, element, state.wanted.address)
        self.children(element)
        state.dress = before
        if element.tag == "a" and element.find(".//img") is not None:
            self._linked_picture(element, start)

    def _linked_picture(self, element: Element, start: int) -> None:
        """Tell of a picture that led somewhere else than to itself."""
        state = self.state
        place = address(element.get("href") or "", state.wanted.address)
        shapes = [part.shape for part in state.found[start:] if isinstance(part.shape, Picture)]
        if not place or media.ending(place) in media.PICTURES or state.wanted.library.at(place):
            return
        if shapes and not element.text_content().strip():
            state.note("picture-link", media.stem(shapes[-1].address), place)

    # -- things that are shown

    def _picture(self, element: Element) -> None:
        state = self.state
        if sign := media.emoji(element):
            state.text(sign)
        elif media.is_counter(element):
            state.note("left-out", "img")
        elif found := media.picture(element, state.wanted, state.number):
            state.put(found)
        else:
            state.note("picture-unknown", "", element.get("alt", ""))

    def _frame(self, element: Element) -> None:
        state = self.state
        if "wp-block-file__embed" in element.get("class", ""):
            return
        found = media.frame(element, state.wanted)
        if found is not None:
            state.put(found)
        elif element.tag != "object":
            state.note("left-out", element.tag)
        if element.tag == "object" or found is None:
            self.children(element)
        elif said := element.text_content().strip():
            state.note("left-out", element.tag, said)

    def _recording(self, element: Element) -> None:
        found = media.recording(element, self.state.wanted, self.state.number)
        if found is None:
            self.state.note("left-out", element.tag)
            self.children(element)
            return
        self.state.put(found)
        if said := element.text_content().strip():
            self.state.note("left-out", element.tag, said)

    def _rule(self, element: Element) -> None:
        self.state.flush()
        if element.tag == "hr":
            self.state.note("separator")

    def _leave_out(self, element: Element) -> None:
        """Scripts, forms and what no reader saw; a form's words and hidden ones are told."""
        if element.tag in BLOCKS:
            self.state.flush()
        said = "" if element.tag in _UNSEEN else " ".join(element.itertext())
        self.state.note("left-out", element.tag, said)

    def _noscript(self, element: Element) -> None:
        if element.find(".//img") is None or element.text_content().strip():
            self._leave_out(element)
            return
        before = element.getprevious()
        if before is None or before.tag != "img":  # otherwise it is the picture before it once more
            self.children(element)

    # -- what parts text

    def _flow(self, element: Element) -> None:
        tag, name = element.tag, element.get("class", "")
        if tag == "pre":
            self._as_typed(element)
        elif tag == "table" and self._table(element):
            return
        elif _GALLERY.search(name):
            self._group(element, gallery=True)
        elif tag == "figure" or _CAPTIONED.search(name):
            self._group(element, gallery=False)
        else:
            with self.state.inside(element, **self._changes(element)):
                self.children(element)

    def _group(self, element: Element, *, gallery: bool) -> None:
        state = self.state
        with state.inside(element, **self._changes(element)):
            start = len(state.found)
            self.children(element)
            state.flush()
            if gallery:
                state.gather(start)
            state.caption(start)

    def _changes(self, element: Element) -> dict[str, object]:
        """Return what text stands in, once it is inside *element* too."""
        around, tag = self.state.around, element.tag
        if tag == "figcaption" or _CAPTION.search(element.get("class", "")):
            return {"kind": "caption", "listing": None, "item": None, "quote": None}
        if tag in HEADINGS and around.kind == "paragraph":
            return {"kind": "heading", "level": max(HEADINGS[tag], 2)}
        if tag == "blockquote":
            return {"quote": around.quote if around.quote is not None else element}
        if tag in {"ul", "ol", "menu", "dir", "li"}:
            if around.listing is not None and tag != "li":
                self.state.note("nested-list")
            listing = around.listing if around.listing is not None else element
            return {"listing": listing, "item": element if tag == "li" else around.item}
        if tag == "footer" and around.quote is not None:
            return {"kind": "cite"}
        return {}

    def _as_typed(self, element: Element) -> None:
        state = self.state
        with state.inside(element):
            if all(inner.tag in _AS_TYPED and not inner.get(LABEL) for inner in element.iterdescendants()):
                state.preformatted(_typed(element))
                return
            before, state.as_typed = state.as_typed, True
            self.children(element)
            state.flush()
            state.as_typed = before

    def _table(self, element: Element) -> bool:
        state = self.state
        found = tables.table(element, self.runs, self._shows)
        if found is None:
            return False
        with state.inside(element):
            if len(found.caption) <= _LONGEST_CAPTION:
                state.put(found)
            else:
                state.put(replace(found, caption=""))
                state.text(found.caption)
        return True


def _is_unseen(element: Element) -> bool:
    return is_hidden(element) or "screen-reader-text" in element.get("class", "")


def _typed(element: Element) -> str:
    parts: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == "br":
            parts.append("\n")
        parts.append(inner.text or "")
        parts.append(inner.tail or "")
    return "".join(parts)
