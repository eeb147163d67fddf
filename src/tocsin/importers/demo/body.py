"""A text's pieces as the blocks of an article's body."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from tocsin.articles.models import File, Picture
from tocsin.importers.demo.read import Piece
from tocsin.sources.models import Source

_MARKER = re.compile(r"\[\^([a-z0-9,-]+)\]")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")


@dataclass
class Shelf:
    """What texts refer to by key: what is recorded already, by that key."""

    sources: dict[str, Source] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    """Pages and articles by their slug."""

    def inline(self, text: str) -> str:
        """Return a line of text as the editor would store it, with its markers of references."""
        html = escape(text, quote=False)
        html = _MARKER.sub(self._marker, html)
        html = _LINK.sub(self._link, html)
        html = _STRONG.sub(r"<b>\1</b>", html)
        return _EMPHASIS.sub(r"<i>\1</i>", html)

    def _marker(self, found: re.Match[str]) -> str:
        ids = ",".join(str(self.sources[key].pk) for key in found[1].split(","))
        return f'<a linktype="reference" sources="{ids}">[ref]</a>'

    def _link(self, found: re.Match[str]) -> str:
        scheme, _, slug = found[2].partition(":")
        if scheme in {"page", "article"}:
            return f'<a linktype="page" id="{self.pages[slug]}">{found[1]}</a>' if slug in self.pages else found[1]
        return f'<a href="{escape(found[2])}">{found[1]}</a>'

    def stream(self, pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
        """Return *pieces* as the raw data of a body."""
        return [{"type": piece.kind, "value": _BLOCKS[piece.kind](self, piece)} for piece in pieces]


def _rich(shelf: Shelf, piece: Piece) -> str:
    return "".join(f"<p>{shelf.inline(line)}</p>" for line in piece.lines)


def _heading(_shelf: Shelf, piece: Piece) -> dict[str, Any]:
    return {"text": piece.lines[0], "level": piece.settings["level"]}


def _placed(shelf: Shelf, name: str, *, alt: str = "", caption: str = "") -> dict[str, Any]:
    picture = shelf.pictures[name]
    return {
        "picture": {"image": picture.pk, "alt_text": alt or picture.description, "decorative": False},
        "caption": f"<p>{shelf.inline(caption)}</p>" if caption else "",
        "credit": "",
    }


def _picture(shelf: Shelf, piece: Piece) -> dict[str, Any]:
    return _placed(
        shelf, piece.settings["picture"], alt=piece.settings.get("alt", ""), caption=piece.settings.get("caption", "")
    )


def _gallery(shelf: Shelf, piece: Piece) -> dict[str, Any]:
    placed = []
    for line in piece.lines:
        name, caption, *alt = (part.strip() for part in line.split("|"))
        placed.append(_placed(shelf, name, caption=caption, alt="".join(alt)))
    return {"pictures": placed, "caption": piece.settings.get("caption", "")}


def _items(shelf: Shelf, piece: Piece) -> dict[str, Any]:
    return {**piece.settings, "items": [f"<p>{shelf.inline(line)}</p>" for line in piece.lines]}


def _table(shelf: Shelf, piece: Piece) -> dict[str, Any]:
    kinds = piece.settings["kinds"]
    rows = []
    for line in piece.lines:
        cells = [cell.strip() for cell in line.split("|")]
        rows.append(
            {
                "values": [
                    f"<p>{shelf.inline(cell)}</p>" if kind == "rich" else cell
                    for kind, cell in zip(kinds, cells, strict=True)
                ]
            }
        )
    headings = zip(kinds, piece.settings["columns"], strict=True)
    return {
        "caption": piece.settings["caption"],
        "row_headings": piece.settings.get("row_headings", False),
        "table": {
            "columns": [{"type": kind, "heading": heading} for kind, heading in headings],
            "rows": rows,
            "caption": "",
        },
    }


def _worded(name: str) -> Callable[[Shelf, Piece], dict[str, Any]]:
    """Blocks whose lines are one rich text, kept under *name*."""

    def block(shelf: Shelf, piece: Piece) -> dict[str, Any]:
        made = {**piece.settings, name: _rich(shelf, piece)}
        return made | {"file": shelf.files[piece.settings["file"]].pk} if "file" in piece.settings else made

    return block


_BLOCKS: dict[str, Callable[[Shelf, Piece], Any]] = {
    "paragraph": _rich,
    "note": _rich,
    "heading": _heading,
    "picture": _picture,
    "gallery": _gallery,
    "list": _items,
    "demands": _items,
    "table": _table,
    "quote": _worded("text"),
    "ledger": lambda _shelf, piece: dict(piece.settings),
    "embed": _worded("caption"),
    "audio": _worded("transcript"),
    "file": lambda shelf, piece: {**piece.settings, "file": shelf.files[piece.settings["file"]].pk},
}
