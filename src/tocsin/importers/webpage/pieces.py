"""A page as the row of smallest blocks a reader would tell apart: what is chosen from, later put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from tocsin.importers.prose.blocks import Embed, Picture, Run
from tocsin.importers.prose.dress import address, dressed
from tocsin.importers.prose.elements import BLOCKS, Element
from tocsin.importers.prose.inline import paragraphs, tidy
from tocsin.importers.prose.piece import LABEL, NOTE, Piece
from tocsin.importers.webpage import pictures, tables

_PLAYERS = re.compile(
    r"(youtube|youtu\.be|vimeo|dailymotion|soundcloud|player|video|embed|archive\.org|t\.me)", re.IGNORECASE
)


@dataclass
class _Walk:
    """The state of one walk over the tree."""

    base: str
    found: list[Piece] = field(default_factory=list)
    blocks: list[Element] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    dress: list[Run] = field(default_factory=lambda: [Run("")])
    aside: list[Picture | Embed] = field(default_factory=list)

    def text(self, text: str | None) -> None:
        if text:
            self.runs.append(replace(self.dress[-1], text=text.replace("\n", " ") if text == "\n" else text))

    def flush(self) -> None:
        element = self.blocks[-1] if self.blocks else None
        self.found.extend(Piece(element, (), shape) for shape in self.aside)
        for part in paragraphs(self.runs):
            if runs := tidy(part):
                self.found.append(Piece(element, runs))
        self.runs, self.aside = [], []


def pieces(body: Element, base: str) -> list[Piece]:
    """Return the pieces of the tree under *body*; addresses are completed with *base*."""
    walk = _Walk(base)
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            _leave(walk, element, body)
        elif _enter(walk, element):
            walker.skip_subtree()
    walk.flush()
    return walk.found


def _enter(walk: _Walk, element: Element) -> bool:
    """Begin *element*; return whether what is inside it is dealt with."""
    tag = element.tag
    if element.get(NOTE) is not None:
        return _pass_over(walk, element)
    if tag == "br":
        walk.runs.append(Run("\n"))
    elif tag in {"img", "amp-img"}:
        if picture := pictures.picture(element, walk.base):
            walk.aside.append(picture)
    elif tag == "iframe":
        if embed := _embed(element, walk.base):
            walk.aside.append(embed)
        return True
    elif label := element.get(LABEL):
        walk.runs.append(Run(f"[{label}]", reference=label))
        walk.dress.append(walk.dress[-1])
        return True
    elif tag in BLOCKS:
        return _enter_block(walk, element)
    else:
        walk.dress.append(dressed(walk.dress[-1], element, walk.base))
        walk.text(element.text)
    return False


def _pass_over(walk: _Walk, element: Element) -> bool:
    """Leave out the text of a note: it stands with its reference."""
    if element.tag in BLOCKS:
        walk.flush()
        walk.blocks.append(element)
    else:
        walk.dress.append(walk.dress[-1])
    return True


def _enter_block(walk: _Walk, element: Element) -> bool:
    walk.flush()
    walk.blocks.append(element)
    if element.tag == "pre":
        text = element.text_content().strip("\n").rstrip()
        if text.strip():
            walk.found.append(Piece(element, (), preformatted=text))
        return True
    if element.tag == "table" and (table := tables.table(element, walk.base)):
        walk.found.append(Piece(element, (), table))
        return True
    if shapes := pictures.figure(element, walk.base):
        walk.found.extend(Piece(element, (), shape) for shape in shapes)
        return True
    walk.text(element.text)
    return False


def _leave(walk: _Walk, element: Element, body: Element) -> None:
    if element.tag in BLOCKS:
        walk.flush()
        walk.blocks.pop()
    elif element.tag not in {"br", "img", "amp-img", "iframe"}:
        walk.dress.pop()
    if element is not body:
        walk.text(element.tail)


def _embed(element: Element, base: str) -> Embed | None:
    source = address(element.get("src") or element.get("data-src") or "", base)
    if not source or not _PLAYERS.search(source):
        return None
    return Embed(source, " ".join(element.get("title", "").split()))
