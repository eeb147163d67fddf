"""A page's blocks as the body of an article, in the form Wagtail stores."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from tocsin.articles.models import Picture as StoredPicture
from tocsin.importers.prose import blocks as page
from tocsin.sources.models import Source

RawBlock = dict[str, Any]

_WEB = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"<>]+", re.IGNORECASE)
_DRESSES = (("bold", "b"), ("italic", "i"), ("raised", "sup"), ("lowered", "sub"), ("struck", "s"))


def html(runs: page.Inline, sources: Mapping[str, list[Source]]) -> str:
    """Write *runs* as the HTML that Wagtail keeps in rich text; markers point at *sources* by their label."""
    return "".join(_run(run, sources) for run in runs)


def _run(run: page.Run, sources: Mapping[str, list[Source]]) -> str:
    if run.reference and run.reference in sources:
        ids = ",".join(str(source.pk) for source in sources[run.reference])
        return f'<a linktype="reference" sources="{ids}">[ref]</a>'
    text = without_link(run)
    return f'<a href="{escape(run.link)}">{text}</a>' if _WEB.fullmatch(run.link) else text


def without_link(run: page.Run) -> str:
    """Write the text of *run* in its dress."""
    text = escape(run.text).replace("\n", "<br/>")
    for dress, tag in _DRESSES:
        if getattr(run, dress):
            text = f"<{tag}>{text}</{tag}>"
    return text


def as_it_stands(text: str) -> str:
    """Keep line breaks, and the spaces that lines begin with."""
    lines = (escape(line) for line in text.splitlines())
    return "<br/>".join(re.sub(r"^ +", lambda spaces: "\u00a0" * len(spaces[0]), line) for line in lines)


@dataclass
class Body:
    """Turns blocks one by one. *picture* stores one, or says by nothing that it is not to be had."""

    sources: Mapping[str, list[Source]]
    picture: Callable[[page.Picture], StoredPicture | None]
    raw: list[RawBlock] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    """Addresses of pictures that could not be taken."""

    def add(self, block: page.Block) -> None:
        if made := self._block(block):
            self.raw.append({"type": made[0], "value": made[1]})

    def _block(self, block: page.Block) -> tuple[str, Any] | None:  # noqa: PLR0911 - one for each kind
        match block:
            case page.Paragraph():
                return "paragraph", self._paragraph(block.runs)
            case page.Heading():
                return "heading", {"text": block.text[:200], "level": str(block.level)}
            case page.Listing():
                return self._listing(block)
            case page.Quote():
                speaker, _comma, office = block.attribution.partition(", ")
                return "quote", {"text": self._paragraph(block.runs), "speaker": speaker[:200], "office": office[:200]}
            case page.Preformatted():
                return "paragraph", f"<p>{as_it_stands(block.text)}</p>"
            case page.Table():
                return self._table(block)
            case page.Embed():
                title = block.title or block.address
                return (
                    ("embed", {"address": block.address, "title": title[:300], "caption": ""})
                    if block.address
                    else None
                )
            case page.Picture():
                return self._picture(block)
        return None

    def _paragraph(self, runs: page.Inline) -> str:
        return f"<p>{html(runs, self.sources)}</p>"

    def _listing(self, block: page.Listing) -> tuple[str, Any]:
        items = [self._paragraph(item) for item in block.items]
        if block.calls:
            return "demands", {"title": "", "by": "", "items": items}
        return "list", {"ordered": block.ordered, "items": items}

    def _table(self, block: page.Table) -> tuple[str, Any] | None:
        if not block.rows:
            return None
        first, *rest = block.rows
        named = all(cell.heading for cell in first)
        width = max(len(row) for row in block.rows)
        names = [cell.text for cell in first] if named else []
        columns = [{"type": "rich", "heading": name[:255]} for name in [*names, *[""] * (width - len(names))]]
        rows = [
            {"values": [*(self._paragraph(cell.runs) for cell in row), *[""] * (width - len(row))]}
            for row in (rest if named else block.rows)
        ]
        table = {"columns": columns, "rows": rows, "caption": ""}
        side = any(row[0].heading for row in rest if row)
        return "table", {
            "caption": (block.caption or block.rows[0][0].text or "—")[:300],
            "table": table,
            "row_headings": side,
        }

    def _picture(self, block: page.Picture) -> tuple[str, Any] | None:
        stored = self.picture(block)
        if stored is None:
            self.missed.append(block.address)
            return None
        image = {"image": stored.pk, "alt_text": block.alt[:255], "decorative": False}
        caption = self._paragraph(block.caption) if block.caption else ""
        return "picture", {"picture": image, "caption": caption, "credit": block.credit[:200]}
