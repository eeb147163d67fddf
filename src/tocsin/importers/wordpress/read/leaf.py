"""The text of one element that holds no others, whatever its writer forgot to escape."""

from __future__ import annotations

import re
from typing import Protocol

from tocsin.importers.wordpress.read import entities, limits, names
from tocsin.importers.wordpress.read.buffer import Buffer
from tocsin.importers.wordpress.read.repairs import Repairs

NAME = r"""[^\s<>/!?&="'\[\]]+"""
CLOSER = re.compile(rf"</\s*+({NAME})\s*+>")
_TAG = re.compile(rf"<(/?)({NAME})(?=[\s/>])")
_CDATA = "<![CDATA["
_SPLIT = "]]]]><![CDATA[>"
_AFTER_CDATA = re.compile(r"\s*+<")
_STRUCTURE = re.compile(r"<wp:(?:post_id|comment_id|meta_key|term_id)>")
_LOOSELY_NAMED = frozenset({"title", "link", "description", "category", "language", "docs", "cloud", "generator"})
_HOLD_MARKUP = frozenset({"content:encoded", "excerpt:encoded", "wp:comment_content", "wp:meta_value", "description"})

UNCLOSED = "<{}> is not closed; it was taken to end where the next element begins."
ESCAPED = "]]> stands unescaped inside a CDATA section; it was kept as text."
MARKUP = "Markup that was not escaped was kept as text."
OPEN_CDATA = "A CDATA section is not closed; it was taken to end with its element."
MIXED = "A CDATA section is followed by tags; it was taken to end where it says."
BREAKS_OFF = "The file breaks off here; what follows is lost."


class Reading(Protocol):
    """What reads the document around an element."""

    buffer: Buffer
    repairs: Repairs
    stack: list[str]

    def resolve(self, raw: str) -> str: ...


class Leaf:
    """Reads the element *raw* (as written; *name* in our prefixes), whose start tag ends at ``buffer.pos``.

    ``text`` leaves ``buffer.pos`` after its end. White space around the text is layout unless it stands in CDATA.
    *truncated* is set where the document ends first.
    """

    def __init__(self, reading: Reading, raw: str, name: str) -> None:
        self.buffer, self.raw, self.name = reading.buffer, raw, name
        self.resolve, self.within, self.repairs = reading.resolve, reading.stack, reading.repairs
        self.truncated = False
        self.pieces: list[tuple[str, bool]] = []  # text, and whether it stood in CDATA
        self.start = reading.buffer.pos

    def text(self) -> str:
        at = self.start
        while (found := self._next(at)) is not None:
            at = found
        return self._joined()

    def _next(self, at: int) -> int | None:
        """Read one piece of text and what follows it; ``None`` at the end of the element."""
        buffer = self.buffer
        found = buffer.find("<", at)
        if found < 0:
            self._plain(at, len(buffer.text))
            self._break_off()
            return None
        buffer.refuse_long(found - self.start, self.start)
        self._plain(at, found)
        buffer.have(limits.MAX_TAG, found)
        if buffer.text.startswith(_CDATA, found):
            return self._cdata(found)
        if buffer.text.startswith("<!--", found):
            return self._comment(found)
        return self._tag(found)

    def _plain(self, start: int, end: int) -> None:
        if start < end:
            line = self.buffer.line
            text = entities.unescape(
                self.buffer.text[start:end], lambda offset, what: self.repairs.add(line(start + offset), what)
            )
            self.pieces.append((text, False))

    def _markup(self, start: int, end: int) -> int:
        self.pieces.append((self.buffer.text[start:end], False))
        self.repairs.add(self.buffer.line(start), MARKUP)
        return end

    def _end(self, at: int) -> None:
        self.buffer.pos = at

    def _break_off(self) -> None:
        self.truncated = True
        self._end(len(self.buffer.text))

    def _tag(self, at: int) -> int | None:
        text = self.buffer.text
        if (closer := CLOSER.match(text, at)) and (closer[1] == self.raw or self.resolve(closer[1]) == self.name):
            self._end(closer.end())
            return None
        if self._ends_here(at):
            self.repairs.add(self.buffer.line(at), UNCLOSED.format(self.raw))
            self._end(at)
            return None
        if text.startswith("<?", at):
            if (end := text.find("?>", at, at + limits.MAX_TAG)) > 0:
                return end + 2
            self.buffer.spend(limits.MAX_TAG, at)
        return self._markup(at, at + 1)

    def _ends_here(self, at: int) -> bool:
        """Whether the tag at *at* can only stand after this element: one of ours, or the end of what holds it."""
        tag = _TAG.match(self.buffer.text, at)
        if not tag:
            return False
        name = self.resolve(tag[2])
        if tag[1]:
            return name in self.within and name in names.CONTAINERS
        if name in _LOOSELY_NAMED:
            return self.name not in _HOLD_MARKUP
        return name in names.LEAVES or name in names.CONTAINERS

    def _comment(self, at: int) -> int:
        """Drop a comment, as XML asks; but block markers in content that nobody escaped are content."""
        end = self.buffer.text.find("-->", at + 4, at + limits.MAX_TAG)
        if end < 0:
            self.buffer.spend(limits.MAX_TAG, at)
            return self._markup(at, at + 1)
        if self.name in _HOLD_MARKUP and re.match(r"<!--\s*+/?wp:", self.buffer.text[at : at + 40]):
            return self._markup(at, end + 3)
        return end + 3

    def _cdata(self, at: int) -> int | None:
        buffer, start = self.buffer, at + len(_CDATA)
        end = buffer.find("]]>", start)
        if end < 0:
            cut = buffer.text.find(f"</{self.raw}>", start)
            if cut >= 0:
                self._cut(start, cut)
                return None
            self.pieces.append((buffer.text[start:], True))
            self._break_off()
            return None
        after = end + 3
        buffer.have(limits.MAX_TAG, after)
        if not self._follows_well(after):
            cut = self._own_end(start, end, after)
            if cut >= 0:
                self._cut(start, cut)
                return None
            if self._reread(at):
                return None
            self.repairs.add(buffer.line(after), MIXED)
        self.pieces.append((buffer.text[start:end], True))
        return after

    def _follows_well(self, after: int) -> bool:
        """Whether what follows a CDATA section is what XML allows in this element, or the next of ours."""
        text = self.buffer.text
        closer = _AFTER_CDATA.match(text, after)
        found = closer.end() - 1 if closer else self.buffer.find("<", after)
        if found < 0:
            return "]]>" not in self.buffer.text[after:]
        text = self.buffer.text
        if not closer and text.find("]]>", after, found) >= 0:
            return False
        if text.startswith((_CDATA, "<!--", "<?"), found):
            return True
        self.buffer.have(limits.MAX_TAG, found)
        tag = CLOSER.match(self.buffer.text, found)
        if tag and (tag[1] == self.raw or self.resolve(tag[1]) == self.name):
            return True
        return self._ends_here(found) and not (tag and self.name in _HOLD_MARKUP and tag[1] != "item")

    def _own_end(self, start: int, end: int, after: int) -> int:
        """Where this element ends inside a section that ran on into the next one; -1 where it did not.

        It did where our own end stands in the text, an element with a section of its own begins after it, and what
        follows the section is the end of that element.
        """
        text = self.buffer.text
        cut = text.find(f"</{self.raw}>", start, end)
        closer = CLOSER.match(text, after)
        if cut < 0 or not closer:
            return -1
        opener = text.rfind(f"<{closer[1]}", cut, end)
        return cut if opener >= 0 and text.find(_CDATA, opener, end) >= 0 else -1

    def _cut(self, start: int, cut: int) -> None:
        self.repairs.add(self.buffer.line(cut), OPEN_CDATA)
        self.pieces.append((self.buffer.text[start:cut], True))
        self._end(cut + len(self.raw) + 3)

    def _reread(self, at: int) -> bool:
        """Take all from the first section to the last ``]]>`` before our end as one text, if there is such an end."""
        buffer = self.buffer
        found = buffer.search(re.compile(rf"\]\]>\s*+</{re.escape(self.raw)}>|</item>|<item>"), at)
        first = buffer.text.find(_CDATA, self.start) + len(_CDATA)
        if not found or "item>" in found[0] or _STRUCTURE.search(buffer.text, at, found.start()):
            buffer.spend((found.start() if found else len(buffer.text)) - at, at)
            return False
        buffer.refuse_long(found.start() - first, first)
        self.repairs.add(buffer.line(at), ESCAPED)
        self.pieces = [(buffer.text[first : found.start()].replace(_SPLIT, "]]>"), True)]
        self._end(found.end())
        return True

    def _joined(self) -> str:
        pieces = self.pieces
        if len(pieces) == 1 and pieces[0][1]:
            return pieces[0][0]
        if any(cdata for _, cdata in pieces):
            return "".join(text for text, cdata in pieces if cdata or not text.isspace())
        return "".join(text for text, _ in pieces).strip(" \t\r\n")
