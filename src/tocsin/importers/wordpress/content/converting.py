"""Content becomes blocks, references and notices."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.importers.prose import linked_notes
from tocsin.importers.prose.blocks import Block, Inline, Paragraph, Run
from tocsin.importers.prose.elements import BLOCKS
from tocsin.importers.prose.inline import collapsed
from tocsin.importers.wordpress.content import assembling, elementor, footnotes
from tocsin.importers.wordpress.content.converted import Converted, Notice, Wanted
from tocsin.importers.wordpress.content.openers import Openers
from tocsin.importers.wordpress.content.planting import Planted, TooMuch, plant
from tocsin.importers.wordpress.content.scanning import tokens
from tocsin.importers.wordpress.content.state import Around, State
from tocsin.importers.wordpress.content.walking import Walk

_LINE_END = re.compile(r"\r\n?")
_EMPTY_LINE = re.compile(r"\n[ \t\f]*+\n")


def convert(html: str, wanted: Wanted) -> Converted:
    """Turn the stored content of one item into blocks, references and notices. Never raises.

    Content with more parts than are safe to hold is kept as text alone, and that is noted.
    """
    notices: list[Notice] = []
    if wanted.elementor.strip():
        built = elementor.html(wanted.elementor)
        if built is None:
            notices.append(Notice("elementor-unreadable"))
        elif built.strip():
            html = built
    html = _LINE_END.sub("\n", html)
    try:
        planted = plant(html, wanted.reusable)
    except TooMuch:
        return _text_alone(html)
    return _converted(planted, wanted, notices)


def _converted(planted: Planted, wanted: Wanted, notices: list[Notice]) -> Converted:
    state = State(wanted, around=Around(planted.root), classic=planted.is_classic)
    openers = Openers(planted)
    walk = Walk(state, openers.block, openers.shortcode, openers.shows)
    footnotes.of_blocks(planted.root, walk)
    state.notes |= linked_notes.mark(planted.root, wanted.address, walk.runs)
    walk.children(planted.root)
    state.flush()
    parts, references = footnotes.take(state.found, state)
    blocks = assembling.blocks(parts)
    return Converted(blocks, references, (*notices, *planted.notices, *state.notices()))


def inline(html: str, wanted: Wanted) -> Inline:
    """Return a short text with mark-up, as an excerpt, a caption or a comment is, as runs.

    Paragraphs are parted by line breaks. Pictures, and what else is not text, are left out.
    """
    found: list[Run] = []
    for block in convert(html, replace(wanted, elementor="", footnotes="")).blocks:
        for runs in _texts(block):
            found += [Run("\n"), *runs] if found else runs
    return tuple(found)


def _texts(block: Block) -> list[Inline]:
    if hasattr(block, "runs"):
        return [block.runs]
    if hasattr(block, "items"):
        return list(block.items)
    text = block.text.strip()
    return [(Run(text),)] if text else []


def _text_alone(html: str) -> Converted:
    """Keep the text of *html*, its paragraphs parted where elements part them."""
    parts: list[str] = []
    unseen = False
    for token in tokens(html, shortcodes=False):
        if token.value in {"script", "style"} and token.kind in {"start", "end"}:
            unseen = token.kind == "start"
        elif token.kind == "text" and not unseen:
            parts.append(token.value)
        elif token.value in BLOCKS or token.value == "br":
            parts.append("\n\n")
    made = (collapsed(part).strip(" ") for part in _EMPTY_LINE.split("".join(parts)))
    return Converted(tuple(Paragraph((Run(part),)) for part in made if part), notices=(Notice("too-long"),))
