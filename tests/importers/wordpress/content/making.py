"""Short words for what the tests of content expect."""

from __future__ import annotations

from typing import Any

from tocsin.importers.prose.blocks import Block, Inline, Paragraph, plain
from tocsin.importers.wordpress.content import Attachment, Converted, Library, Wanted, convert

SITE = "https://old.example.org"
UPLOADS = f"{SITE}/wp-content/uploads/2020/01"
LIBRARY = Library(
    [
        Attachment(5, f"{UPLOADS}/bridge.jpg", "Bridge", "The bridge in spring", "Seen from <b>the east</b>"),
        Attachment(6, f"{UPLOADS}/dam.jpg", "Dam", parent=9, order=2),
        Attachment(7, f"{UPLOADS}/river.jpg", "River", parent=9, order=1),
        Attachment(8, f"{UPLOADS}/siren.mp3", "Siren", parent=9),
        Attachment(10, f"{UPLOADS}/flood.mp4", "Flood", parent=9),
        Attachment(11, f"{UPLOADS}/report.pdf", "Report"),
    ]
)


def wanted(**fields: Any) -> Wanted:
    return Wanted(library=LIBRARY, item=9, address=f"{SITE}/2020/01/post/", **fields)


def read(html: str, **fields: Any) -> Converted:
    return convert(html, wanted(**fields))


def blocks(html: str, **fields: Any) -> tuple[Block, ...]:
    return read(html, **fields).blocks


def paragraphs(html: str, **fields: Any) -> list[str]:
    return [plain(one.runs) for one in blocks(html, **fields) if isinstance(one, Paragraph)]


def codes(found: Converted) -> list[tuple[str, str]]:
    return [(notice.code, notice.name) for notice in found.notices]


def text(runs: Inline) -> str:
    return plain(runs)
