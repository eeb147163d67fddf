"""The words a reader saw, told by another parser than ours, and where each of them is after the move."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from tocsin.importers.prose import blocks as prose
from tocsin.importers.prose.blocks import Block, Inline
from tocsin.importers.wordpress.content import Converted

_WORD = re.compile(r"\w+")
_CORE = re.compile(r"\[/?(?:caption|wp_caption|gallery|audio|video|playlist|embed|ref|footnote|youtube)\b[^\]]*\]")


_CAPTION = re.compile(r"""\bcaption=("[^"]*"|'[^']*')""")
_IN_LINE = frozenset(
    [
        "a",
        "b",
        "strong",
        "i",
        "em",
        "sup",
        "sub",
        "s",
        "strike",
        "del",
        "ins",
        "u",
        "code",
        "span",
        "mark",
        "abbr",
        "acronym",
        "small",
        "big",
        "font",
        "q",
        "kbd",
        "tt",
        "var",
        "samp",
        "dfn",
        "bdi",
        "bdo",
        "time",
    ]
)


def _caption(match: re.Match[str]) -> str:
    found = _CAPTION.search(match[0])
    return f" {found[1][1:-1]} " if found else " "


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unseen += tag in {"script", "style"}
        self.parts.append("" if tag in _IN_LINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in {"script", "style"}
        self.parts.append("" if tag in _IN_LINE else " ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)


def seen(html: str) -> list[str]:
    """Return the words of *html* in order: its text without mark-up, scripts and WordPress's own shortcodes."""
    reader = _Text()
    reader.feed(_CORE.sub(_caption, html).replace("</a><a", "</a> <a"))
    reader.close()
    return _WORD.findall("".join(reader.parts).lower())


def _plain(runs: Inline) -> str:
    return "".join("" if run.reference else run.text for run in runs)


def told(block: Block) -> str:  # noqa: PLR0911 - one for each kind
    """Return the text of *block* in the order of its source, without the markers that are ours."""
    match block:
        case prose.Listing():
            return "\n".join(map(_plain, block.items))
        case prose.Quote():
            return f"{_plain(block.runs)}\n{block.attribution}"
        case prose.Table():
            cells = "\n".join(_plain(cell.runs) for row in block.rows for cell in row)
            return f"{cells}\n{block.caption}"
        case prose.Gallery():
            captions = "\n".join(_plain(one.caption) for one in block.pictures)
            return f"{captions}\n{_plain(block.caption)}"
        case prose.Picture() | prose.Embed():
            return f"{_plain(block.caption)}"
        case prose.Preformatted() | prose.File():
            return block.text
        case prose.Recording():
            return ""
    return _plain(block.runs)


def lost(html: str, converted: Converted) -> Counter[str]:
    """Return the words of *html* that are neither in the blocks nor in a reference nor named in a notice."""
    kept = Counter(_WORD.findall("\n".join(map(told, converted.blocks)).lower()))
    for block in converted.blocks:
        kept.update(_WORD.findall(f"{getattr(block, 'address', '')} {getattr(block, 'title', '')}".lower()))
    for reference in converted.references:
        kept.update(_WORD.findall(" ".join(source.text for source in reference.sources).lower()))
    for notice in converted.notices:
        for _time in range(notice.count):
            kept.update(_WORD.findall(f"{notice.name} {notice.detail} {notice.name}".lower()))
    return Counter(seen(html)) - kept - Counter(_marks(converted))


def _marks(converted: Converted) -> list[str]:
    """Return the numbers that markers had: each stands in the text as a marker of ours, and before its note."""
    found: list[str] = []
    for block in converted.blocks:
        found += re.findall(r"'(?:n|fn)?(\d+|\w+)'", repr(re.findall(r"reference='(\w+)'", repr(block))))
    return [*found, *found, *(re.sub(r"\D", "", reference.label) for reference in converted.references)]


def out_of_order(html: str, converted: Converted) -> list[str]:
    """Return the words of the blocks from the first on that does not follow in *html*; none where all do."""
    source = iter(seen(html))
    words = _WORD.findall("\n".join(map(told, converted.blocks)).lower())
    for number, word in enumerate(words):
        if not any(word == other for other in source):
            return words[max(number - 5, 0) : number + 5]
    return []
