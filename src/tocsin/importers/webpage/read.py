"""Read an article out of a saved or fetched page. Nothing is fetched, stored or shown here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tocsin.importers.prose import linked_notes, references
from tocsin.importers.prose.blocks import Inline
from tocsin.importers.prose.elements import Element
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage import assembling, metadata, plaintext
from tocsin.importers.webpage.choosing import choose
from tocsin.importers.webpage.decoding import decode
from tocsin.importers.webpage.errors import NoArticle, PageTooLarge
from tocsin.importers.webpage.page import LeftOut, Page
from tocsin.importers.webpage.pieces import pieces
from tocsin.importers.webpage.tree import clean, parse

MAX_BYTES = 10_000_000
_FEWEST_WORDS = 1
_FEW_WORDS = 50
_SAMPLE = 80


def read(data: bytes, *, url: str = "", content_type: str = "", charset: str = "", today: date | None = None) -> Page:
    """Return the article *data* holds: its main content and what the page says about it.

    *url* is where the page was; addresses in it are completed with it. No date after *today* is believed. Raises
    ``NoArticle`` where there is nothing to read, ``PageTooLarge`` where reading would not be safe.
    """
    if len(data) > MAX_BYTES:
        raise PageTooLarge(f"The page is larger than {MAX_BYTES:,} bytes: save the article's text and import that.")
    text = decode(data, charset)
    if plaintext.is_plain(text, content_type):
        return plaintext.read(text, url=url)
    return _html(text, url, today)


def _html(text: str, url: str, today: date | None) -> Page:
    root, about, notes, found = prepared(text, url, today)
    choose(found, text, root, about)
    about = metadata.take_title_and_byline(found, about)
    noted = references.take_notes(found, notes)
    cited = noted.references()
    chosen = [piece for piece in found if piece.chosen]
    if sum(len(piece.words) for piece in chosen) < _FEWEST_WORDS:
        raise NoArticle("No article was found in this page: copy its text into a file and import that.")
    return Page(
        headline=about.headline,
        blocks=assembling.blocks(chosen),
        standfirst=about.standfirst,
        byline=about.byline,
        published=about.published,
        language=about.language,
        direction=about.direction,
        site_name=about.site_name,
        url=url,
        references=cited,
        left_out=left_out(found),
        doubts=(*about.doubts, *noted.doubts),
    )


def prepared(text: str, url: str, today: date | None) -> tuple[Element, metadata.About, dict[str, Inline], list[Piece]]:
    """Return the cleaned tree of a page, what the page says of itself, its notes and its pieces, none chosen yet."""
    root = parse(text)
    about = metadata.about(root, url, today)
    clean(root)
    notes = linked_notes.mark(root, about.base)
    body = root.find("body")
    return root, about, notes, pieces(root if body is None else body, about.base)


def left_out(found: Sequence[Piece]) -> tuple[LeftOut, ...]:
    """Sum up by kind what of *found* was not chosen."""
    kinds: dict[str, list[str]] = {}
    for piece in found:
        if (
            not piece.chosen
            and piece.text
            and piece.reason not in {"headline", "byline", "date", "standfirst", "references"}
        ):
            kinds.setdefault(piece.reason or "other", []).append(piece.text)
    return tuple(
        LeftOut(kind, len(texts), sum(map(len, texts)), " ".join(texts[0].split())[:_SAMPLE])
        for kind, texts in kinds.items()
    )
