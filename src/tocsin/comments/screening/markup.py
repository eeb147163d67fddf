"""A comment's words as safe HTML.

Readers may write ``*emphasis*``, ``**strong**``, lines that begin with ``>`` (quotes) or ``-`` (lists), and addresses
of pages. Everything else is shown as it stands. What is made is well formed whatever is put in, in linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

MARKS_ON_A_LETTER = 4
"""More marks piled on one letter are left out; no script needs them."""
DEEPEST_QUOTE = 3
_SHOWN = 60
_JOINERS = {"\u200c", "\u200d"}
"""Unseen, but Persian, Hindi and others are misspelt without them, and emoji fall apart."""
_DIRECTIONS = {"\u200e", "\u200f", "\u061c"}
_NOT_TEXT = {"Cc", "Cf", "Cs", "Cn", "Co"}
_SINGLE = {"\u00ad", *_JOINERS, *_DIRECTIONS}
_KEPT = {"\n", *_SINGLE}
_EMPTY = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\u034f", "\u17b4", "\u17b5"}
_PIECE = re.compile(r"https?://[^\s<>\"'`\\^{|}]{1,2000}|\*{1,3}|\n|[^*\nh]+|h", re.IGNORECASE)
_AFTER_A_LINK = ".,;:!?*_~…»”’)]"
_PAIRS = {")": "(", "]": "["}


def clean(text: str) -> str:
    """Return *text* without what is not text: control characters, turned directions, unseen fillers, piles of marks.

    Joiners and marks of direction stay where they stand single. Line ends become line feeds, tabs spaces.
    """
    made: list[str] = []
    marks = 0
    for one in (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", " ")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
    ):
        kind = unicodedata.category(one)
        if one in _EMPTY or (kind in _NOT_TEXT and one not in _KEPT):
            continue
        if one in _SINGLE and (not made or made[-1] in _KEPT):
            continue
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if marks <= MARKS_ON_A_LETTER:
            made.append(one)
    return "".join(made)


def render(text: str) -> str:
    """Return *text* as HTML of ``p br em strong a ul li blockquote``, whose only attributes are those of links."""
    return _blocks(clean(text).strip("\n").split("\n"), 0)


def _blocks(lines: list[str], depth: int) -> str:
    made: list[str] = []
    for kind, block in _gathered(lines):
        if kind == ">" and depth < DEEPEST_QUOTE:
            inner = _blocks([re.sub(r"^ ?> ?", "", line) for line in block], depth + 1)
            made.append(f"<blockquote>{inner}</blockquote>" if inner else "")
        elif kind == "-":
            items = "".join(f'<li dir="auto">{_inline(re.sub(r"^ ?[-*•–] +", "", line))}</li>' for line in block)
            made.append(f"<ul>{items}</ul>")
        elif inner := _inline("\n".join(line.strip(" ") for line in block)).strip():
            made.append(f'<p dir="auto">{inner}</p>')
    return "".join(made)


def _gathered(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield runs of lines of one kind: quoted ``>``, listed ``-``, or running text; an empty line ends a run."""
    kind, block = "", list[str]()
    for line in lines:
        now = _kind(line)
        if block and now != kind:
            yield kind, block
            block = []
        kind = now
        if now != "|":
            block.append(line)
    if block:
        yield kind, block


def _kind(line: str) -> str:
    if not line.strip():
        return "|"
    if re.match(r" ?>", line):
        return ">"
    return "-" if re.match(r" ?[-*•–] +\S", line) else ""


def _inline(text: str) -> str:
    """Return the running *text* with its emphasis and links; a mark without its fellow is shown as it stands."""
    made: list[str] = []
    opened: list[tuple[str, int]] = []
    pieces = [found.group() for found in _PIECE.finditer(text)]
    for at, piece in enumerate(pieces):
        if piece[0] == "*":
            before, after = (pieces[at - 1][-1] if at else " "), (pieces[at + 1][0] if at + 1 < len(pieces) else " ")
            _mark(piece, before, after, made, opened)
        elif piece == "\n":
            made.append("<br>")
        elif len(piece) > 1 and piece[:4].lower() == "http" and "://" in piece[:8]:
            made.append(_link(piece))
        else:
            made.append(escape(piece))
    return "".join(made)


_TAGS = {"*": ("<em>", "</em>"), "**": ("<strong>", "</strong>"), "***": ("<strong><em>", "</em></strong>")}


def _mark(piece: str, before: str, after: str, made: list[str], opened: list[tuple[str, int]]) -> None:
    """Close what *piece* opened, or open it; pairs never cross, and none stands within one of its kind."""
    names = [name for name, _place in opened]
    if piece in names and not before.isspace():
        place = len(names) - 1 - names[::-1].index(piece)
        if opened[place][1] < len(made) - 1:
            opening, closing = _TAGS[piece]
            made[opened[place][1]] = opening
            made.append(closing)
            del opened[place:]
            return
    elif (
        piece not in names and not after.isspace() and not before.isalnum() and not (names and "***" in {piece, *names})
    ):
        opened.append((piece, len(made)))
    made.append(piece)


def _is_address(href: str) -> bool:
    try:
        return bool(urlsplit(href).netloc)
    except ValueError:
        return False


def _link(address: str) -> str:
    """Return *address* as a link that gives nobody credit and no address away; what ends the sentence is not of it."""
    end = len(address)
    while end and address[end - 1] in _AFTER_A_LINK:
        opening = _PAIRS.get(address[end - 1])
        if (
            opening
            and address.count(opening, 0, end) >= address.count(address[end - 1], 0, end)
            and end > len(address) - 20
        ):
            break
        end -= 1
    href, rest = address[:end], address[end:]
    if len(href) <= len("https://") or not _is_address(href):
        return escape(address)
    shown = href if len(href) <= _SHOWN else href[: _SHOWN - 1] + "…"
    return (
        f'<a href="{escape(href)}" rel="nofollow ugc noopener noreferrer"><bdi>{escape(shown)}</bdi></a>{escape(rest)}'
    )
