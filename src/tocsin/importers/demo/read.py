"""The demo's content files as plain data: TOML between ``+++`` lines, then text in pieces.

Pieces are parted by empty lines. ``## `` begins a heading, ``- `` or ``1. `` the items of a list; ``:::kind`` opens a
block of its own, whose settings (TOML) stand above ``---`` and whose lines below it, up to ``:::``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).resolve().parent / "content"

_ITEM = re.compile(r"(?:-|\d+\.) (.*)")


@dataclass(frozen=True)
class Piece:
    """One part of a text: its kind, its settings, its lines."""

    kind: str
    lines: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Text:
    """One file: what is said about the text, and the text."""

    about: dict[str, Any]
    pieces: tuple[Piece, ...]


@cache
def newsroom() -> dict[str, Any]:
    """Return the newsroom's name, people, sections, files and menus."""
    return tomllib.loads((CONTENT / "newsroom.toml").read_text(encoding="utf-8"))


@cache
def sources() -> dict[str, dict[str, Any]]:
    """Return every source by its key."""
    return tomllib.loads((CONTENT / "sources.toml").read_text(encoding="utf-8"))


@cache
def pictures() -> dict[str, dict[str, Any]]:
    """Return title and alternative text of every picture by its name."""
    return tomllib.loads((CONTENT / "pictures.toml").read_text(encoding="utf-8"))


@cache
def comments() -> dict[str, Any]:
    """Return what readers say, and under what."""
    return tomllib.loads((CONTENT / "comments.toml").read_text(encoding="utf-8"))


def texts(folder: str) -> list[Text]:
    """Return all texts of *folder*, translations after what they translate."""
    found = [parse(path.read_text(encoding="utf-8")) for path in sorted((CONTENT / folder).glob("*.md"))]
    return sorted(found, key=lambda text: bool(text.about.get("translation_of")))


def parse(content: str) -> Text:
    _, head, body = content.split("+++\n", 2)
    return Text(tomllib.loads(head), tuple(_join(_pieces(body.splitlines()))))


def _pieces(lines: list[str]) -> Iterator[Piece]:
    rest = iter(lines)
    for line in rest:
        if line.startswith(":::"):
            inside = list(iter(lambda: next(rest), ":::"))
            yield _fenced(line.removeprefix(":::"), inside)
        elif line.startswith("#"):
            marks, _, words = line.partition(" ")
            yield Piece("heading", (words,), {"level": str(len(marks))})
        elif item := _ITEM.fullmatch(line):
            yield Piece("list", (item[1],), {"ordered": line[0].isdigit()})
        elif line:
            yield Piece("paragraph", (line,))


def _fenced(kind: str, inside: list[str]) -> Piece:
    if "---" not in inside:
        settings, lines = ("", inside) if kind in {"note", "gallery"} else ("\n".join(inside), [])
    else:
        cut = inside.index("---")
        settings, lines = "\n".join(inside[:cut]), inside[cut + 1 :]
    return Piece(kind, tuple(line for line in lines if line), tomllib.loads(settings))


def _join(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Make one piece of paragraphs that follow each other, and one of the items of a list."""
    for (kind, joins, settings), run in groupby(pieces, key=_kinship):
        several = list(run)
        if joins:
            yield Piece(kind, tuple(line for piece in several for line in piece.lines), dict(settings))
        else:
            yield from several


def _kinship(piece: Piece) -> tuple[str, bool, tuple[tuple[str, Any], ...]]:
    joins = piece.kind in {"paragraph", "list"}
    return piece.kind, joins, tuple(piece.settings.items()) if joins else ()
