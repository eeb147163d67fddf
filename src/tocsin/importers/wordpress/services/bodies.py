"""The plain pieces of an item as the body of an article, in the form Wagtail stores."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from tocsin.articles.blocks import AudioBlock, VideoBlock
from tocsin.importers.prose import blocks as prose
from tocsin.importers.prose.body import RawBlock, as_it_stands, without_link
from tocsin.importers.wordpress.services.media import Shelved, Stored
from tocsin.importers.wordpress.statuses import Kind

_LINKS = ("https://", "http://", "/", "#")
_PLAYED = {
    "audio": frozenset(AudioBlock().meta.extensions),
    "video": frozenset(VideoBlock().meta.extensions),
}
_NAMES = uuid.UUID("6f0c8f0e-3b1c-5f57-9a0f-2f6f2d1d7a11")


def addresses_in(blocks: tuple[prose.Block, ...]) -> Iterator[tuple[int, str]]:
    """Yield number and address of every picture and file that *blocks* show."""
    for block in blocks:
        match block:
            case prose.Picture() | prose.File() | prose.Recording():
                yield block.attachment, block.address
            case prose.Gallery():
                yield from ((one.attachment, one.address) for one in block.pictures)


@dataclass
class Body:
    """Turns blocks one by one. *sources* are the numbers of the sources of each reference, by its label."""

    sources: Mapping[str, list[int]]
    media: Shelved
    origin: str
    """By which the names of the blocks are made: the same item gets the same names again."""
    raw: list[RawBlock] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    without_words: int = 0
    """Pictures without alternative text."""

    def add(self, block: prose.Block) -> None:
        for kind, value in self._blocks(block):
            self.raw.append({"type": kind, "value": value, "id": self._name(len(self.raw))})

    @cached_property
    def _first_name(self) -> str:
        return str(uuid.uuid5(_NAMES, self.origin))

    def _name(self, place: int, inside: int = 0) -> str:
        """Return the name of the block at *place*, or of what is the *inside*th in it: a UUID, the same every time."""
        return f"{self._first_name[:24]}{place:06x}{inside:06x}"

    def _blocks(self, block: prose.Block) -> Iterator[tuple[str, Any]]:  # noqa: C901, PLR0912 - one for each kind
        match block:
            case prose.Paragraph():
                if text := self._words(block.runs):
                    yield "paragraph", f"<p>{text}</p>"
            case prose.Heading():
                if words := " ".join(block.text.split())[:200]:
                    yield "heading", {"text": words, "level": str(min(max(block.level, 2), 4))}
            case prose.Listing():
                yield from self._listing(block)
            case prose.Quote():
                if text := self._words(block.runs):
                    speaker, _comma, office = block.attribution.partition(", ")
                    yield "quote", {"text": f"<p>{text}</p>", "speaker": speaker[:200], "office": office[:200]}
            case prose.Preformatted():
                yield "paragraph", f"<p>{as_it_stands(block.text)}</p>"
            case prose.Table():
                yield from self._table(block)
            case prose.Embed():
                if block.address.startswith(("https://", "http://")):
                    title = (block.title or block.address)[:300]
                    caption = self._caption(block.caption)
                    yield "embed", {"address": block.address, "title": title, "caption": caption}
            case prose.Picture():
                yield from self._picture(block)
            case prose.Gallery():
                yield from self._gallery(block)
            case prose.File() | prose.Recording():
                yield from self._file(block)

    # Words ------------------------------------------------------------------------------------------------------

    def _words(self, runs: prose.Inline) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: prose.Run) -> str:
        if run.reference and run.reference in self.sources:
            ids = ",".join(str(pk) for pk in self.sources[run.reference])
            return f'<a linktype="reference" sources="{ids}">[ref]</a>'
        text = without_link(run)
        return self._linked(run.link, text) if run.link else text

    def _linked(self, link: str, text: str) -> str:
        stored = None if link.startswith("#") else self.media.of(0, link)
        if stored and stored.kind == Kind.FILE:
            return f'<a linktype="document" id="{stored.pk}">{text}</a>'
        return f'<a href="{escape(link)}">{text}</a>' if link.lower().startswith(_LINKS) else text

    def _caption(self, runs: prose.Inline) -> str:
        text = self._words(runs)
        return f"<p>{text}</p>" if text else ""

    def _listing(self, block: prose.Listing) -> Iterator[tuple[str, Any]]:
        items = [f"<p>{text}</p>" for item in block.items if (text := self._words(item))]
        if items and block.calls:
            yield "demands", {"title": "", "by": "", "items": self._items(items)}
        elif items:
            yield "list", {"ordered": block.ordered, "items": self._items(items)}

    def _items(self, values: list[Any]) -> list[RawBlock]:
        """Return *values* as the items of a list, each with a name of its own."""
        place = len(self.raw)
        return [
            {"type": "item", "value": value, "id": self._name(place, number)}
            for number, value in enumerate(values, start=1)
        ]

    def _table(self, block: prose.Table) -> Iterator[tuple[str, Any]]:
        rows = [row for row in block.rows if row]
        if not rows:
            return
        first, *rest = rows
        named = all(cell.heading for cell in first) and bool(rest)
        width = max(len(row) for row in rows)
        names = [" ".join(cell.text.split()) for cell in first] if named else []
        columns = [{"type": "rich", "heading": name[:255]} for name in [*names, *[""] * (width - len(names))]]
        kept = rest if named else rows
        values = [{"values": [*(self._caption(cell.runs) for cell in row), *[""] * (width - len(row))]} for row in kept]
        yield (
            "table",
            {
                "caption": (block.caption or first[0].text or "—")[:300],
                "table": {"columns": columns, "rows": values, "caption": ""},
                "row_headings": any(row[0].heading for row in rest),
            },
        )

    # Pictures and files -----------------------------------------------------------------------------------------

    def _stored(self, number: int, address: str, *kinds: Kind) -> Stored | None:
        found = self.media.of(number, address)
        if found and found.kind in kinds:
            return found
        self.missing.append(self.media.name_of(number, address))
        return None

    def _shown(self, block: prose.Picture) -> dict[str, Any] | None:
        found = self._stored(block.attachment, block.address, Kind.PICTURE)
        if found is None:
            return None
        words = (block.alt or found.words)[:255]
        self.without_words += not words.strip()
        image = {"image": found.pk, "alt_text": words, "decorative": False}
        return {"picture": image, "caption": self._caption(block.caption), "credit": block.credit[:200]}

    def _picture(self, block: prose.Picture) -> Iterator[tuple[str, Any]]:
        if shown := self._shown(block):
            yield "picture", shown
        elif text := self._words(block.caption):
            yield "paragraph", f"<p>{text}</p>"

    def _gallery(self, block: prose.Gallery) -> Iterator[tuple[str, Any]]:
        shown = [value for one in block.pictures if (value := self._shown(one))]
        caption = " ".join(prose.plain(block.caption).split())[:300]
        if len(shown) > 1:
            yield "gallery", {"pictures": self._items(shown), "caption": caption}
        else:
            yield from (("picture", one) for one in shown)
            if caption:
                yield "paragraph", f"<p>{escape(caption)}</p>"

    def _file(self, block: prose.File | prose.Recording) -> Iterator[tuple[str, Any]]:
        found = self._stored(block.attachment, block.address, Kind.FILE)
        title = " ".join(block.title.split())
        if found is None:
            words = escape(title or block.address)
            text = self._linked(block.address, words) if block.address else words
            if text:
                yield "paragraph", f"<p>{text}</p>"
        elif isinstance(block, prose.Recording) and block.address.rpartition(".")[2].lower() in _PLAYED[block.kind]:
            yield block.kind, self._recording(block, found, title)
        else:
            yield "file", {"file": found.pk, "title": title[:200], "note": ""}

    def _recording(self, block: prose.Recording, found: Stored, title: str) -> dict[str, Any]:
        value = {"file": found.pk, "title": (title or found.words)[:200], "transcript": "", "credit": ""}
        if block.kind == "video":
            captions = self.media.of(0, block.captions) if block.captions else None
            value["captions"] = captions.pk if captions and captions.kind == Kind.FILE else None
        return value
