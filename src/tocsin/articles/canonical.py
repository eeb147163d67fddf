"""The canonical text of an article's version: the words spans are anchored in.

It is the headline, the standfirst, and every text of the body in the order in which readers meet it (editors' notes
left out), joined by a blank line. In a rich text each paragraph, item or line ends with a line feed; markup,
references' markers and the two private characters this module uses are left out; everything else stands as written.
Offsets are code points, the end excluded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail import blocks
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText

from tocsin.articles.blocks import EditorsNoteBlock
from tocsin.articles.models import ArticlePage

BETWEEN = "\n\n"
OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters that carry the ends of spans through the rendering of a body."""

_PIECE = re.compile(rf"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[^<&{OPEN}{CLOSE}]+|.", re.DOTALL)
_ENDS_LINE = re.compile(r"</(?:p|li|h[1-6]|blockquote|div|td|th)>|<br\s*/?>")
_MARKER = re.compile(r'<a\b(?=[^>]*\blinktype="reference")')


@dataclass
class Words:
    """A rich text taken apart: its plain words, and for each of their code points where it stands in the markup."""

    source: str

    def _pieces(self) -> Iterator[tuple[str, int, int]]:
        """Yield the words piece by piece, each with where it stands: letter by letter or, if changed, as a whole."""
        in_marker = False
        for match in _PIECE.finditer(self.source):
            piece, (start, end) = match[0], match.span()
            if piece[0] == "<" and piece != "<":
                in_marker = bool(_MARKER.match(piece)) or (in_marker and piece != "</a>")
                if _ENDS_LINE.fullmatch(piece):
                    yield "\n", start, start
            elif not in_marker and piece not in {OPEN, CLOSE}:
                yield html.unescape(piece) if piece[0] == "&" else piece, start, end

    @cached_property
    def text(self) -> str:
        return "".join(piece for piece, _start, _end in self._pieces()).rstrip("\n")

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where in the markup each code point of the words stands; those of the line feeds at the end too."""
        places: list[tuple[int, int]] = []
        for piece, start, end in self._pieces():
            if end - start == len(piece):
                places += zip(range(start, end), range(start + 1, end + 1), strict=True)
            else:
                places += [(start, end)] * len(piece)
        return places

    def marked(self, spans: list[tuple[int, int, str]]) -> str:
        """The markup with *spans* (start, end, name; code points of ``text``) shown by private characters."""
        places = self._places
        inserts: list[tuple[int, int, int, str]] = []
        for start, end, name in spans:
            inserts.append((places[start][0], 1, -end, f"{OPEN}{name}{CLOSE}"))
            inserts.append((places[end - 1][1], 0, -start, f"{OPEN}/{name}{CLOSE}"))
        marked, last = [], 0
        for position, _kind, _inner, token in sorted(inserts):
            marked += [self.source[last:position], token]
            last = position
        return "".join([*marked, self.source[last:]])


@dataclass(frozen=True)
class Part:
    """One text of the article, where it starts in the canonical text, and the rich text it is, if it is one."""

    text: str
    start: int
    leaf: RichText | None = None
    words: Words | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def parts(article: ArticlePage) -> list[Part]:
    """Return the texts of *article* as it stands in memory, in order, each with its place."""
    found: list[Part] = []
    position = 0
    for value in (article.title, article.standfirst, *_texts(article.body)):
        leaf = value if isinstance(value, RichText) else None
        words = Words(leaf.source) if leaf else None
        text = words.text if words else str(value)
        if text.strip():
            found.append(Part(text, position, leaf, words))
            position += len(text) + len(BETWEEN)
    return found


def text_of(article: ArticlePage) -> str:
    """Return the canonical text of *article* as it stands in memory."""
    return BETWEEN.join(part.text for part in parts(article))


def _texts(value: Any, block: Any = None) -> Iterator[RichText | str]:
    """Yield the rich texts and lines of text of *value*; numbers, choices, addresses and notes are passed over."""
    if isinstance(value, RichText) or (isinstance(block, blocks.CharBlock) and value):
        yield value
    for part, its_block in _inside(value):
        yield from _texts(part, its_block)


def _inside(value: Any) -> list[tuple[Any, Any]]:
    """What *value* is made of, each with its block."""
    if isinstance(value, StreamValue):
        return [(child.value, child.block) for child in value if not isinstance(child.block, EditorsNoteBlock)]
    if isinstance(value, StructValue):
        return [(part, value.block.child_blocks[name]) for name, part in value.items()]
    if isinstance(value, ListValue):
        return [(part, value.list_block.child_block) for part in value]
    if isinstance(value, TypedTable):
        return [(cell.value, cell.block) for row in value.rows for cell in row]
    return []
