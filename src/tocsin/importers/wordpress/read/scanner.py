"""The text of an export to its elements, mended where it is no XML.

``Scanner.events`` gives ``(kind, name, text, attributes)``: ``START`` and ``END`` for elements that hold others,
``LEAF`` for those that hold text, ``WHOLE`` for a part of the channel without faults that *take* has read at once.
Names carry our own prefixes, whatever the file calls its namespaces. There is no DTD, no entity but XML's own five, no
reading of anything but the text given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import entities, limits, names
from tocsin.importers.wordpress.read.buffer import Buffer
from tocsin.importers.wordpress.read.leaf import BREAKS_OFF, CLOSER, NAME, UNCLOSED, Leaf
from tocsin.importers.wordpress.read.repairs import Repairs

START, END, LEAF, WHOLE = "start", "end", "leaf", "whole"
_Scope = tuple[dict[str, str], set[str], dict[str, str]]
Event = tuple[str, str, str, Mapping[str, str]]

_SIMPLE = re.compile(rf"\s*+<({NAME})>(?:<!\[CDATA\[([^\]]*+)\]\]>|([^<&\]]*+))</\1>")
_PART = re.compile(r"\s*+(<(item|wp:author|wp:category|wp:tag|wp:term)>)")
_OPENER = re.compile(rf"""<({NAME})((?:[^<>"'/]++|"[^"<]*+"|'[^'<]*+'|/(?!>))*+)(/?)>""")
_BEGINS_TAG = re.compile(rf"</?{NAME}(?=[\s/>]|$)")
_ATTRIBUTE = re.compile(rf"""({NAME})\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_NONE: Mapping[str, str] = {}

STRAY = "Text outside any element was left out."
STRAY_END = "The end of <{}> stands where none is open; it was left out."
DEEP = "The file nests elements more than {} deep; no export does."


class Scanner:
    """Reads one document. *truncated* is set once the document has ended before what it began."""

    def __init__(self, texts: Iterator[str], repairs: Repairs) -> None:
        self.buffer = Buffer(texts)
        self.repairs = repairs
        self.stack: list[str] = []
        self.truncated = False
        self.line = 1
        self.take: Callable[[str, str, int], bool] | None = None
        self._spaces = dict(names.USUAL)
        self._declared: set[str] = set()
        self.names: dict[str, str] = {}
        self._scopes: list[_Scope | None] = []
        self._rooted = False
        self._before_root = 0

    def events(self) -> Iterator[Event]:
        """Every element in order. Raises ``ExportRefused``."""
        buffer = self.buffer
        while True:
            if self.stack and self.stack[-1] == "channel" and self._taken_whole():
                yield WHOLE, "", "", _NONE
            elif found := _SIMPLE.match(buffer.text, buffer.pos):
                raw, cdata, plain = found.groups()
                name = self.names.get(raw) or self.resolve(raw)
                if name in names.CONTAINERS or self._belongs_elsewhere(name):
                    yield from self._out_of_place(name, found)
                buffer.pos = found.end()
                if name not in names.CONTAINERS or self._names_creator(name):
                    yield LEAF, name, plain.strip(" \t\r\n") if cdata is None else cdata, _NONE
            elif len(buffer.text) - buffer.pos < limits.MAX_TAG and not buffer.ended:
                buffer.trim()
                buffer.more()
            elif buffer.pos < len(buffer.text):
                buffer.trim()
                yield from self._other()
            else:
                break
        yield from self._finish()

    def _taken_whole(self) -> bool:
        buffer = self.buffer
        begin = _PART.match(buffer.text, buffer.pos)
        if not begin or not self.take:
            return False
        buffer.pos = begin.start(1)
        buffer.trim()
        raw, at = begin[2], buffer.pos
        closer = f"</{raw}>"
        while (end := buffer.text.find(closer, at)) < 0 and len(buffer.text) - at < limits.MAX_WHOLE:
            if not buffer.more():
                break
        start = at + len(raw) + 2
        if not 0 < end - at < limits.MAX_WHOLE or (self.names.get(raw) or self.resolve(raw)) != raw:
            return False
        if not self.take(raw, buffer.text[start:end], buffer.line(at)):
            return False
        buffer.pos = end + len(closer)
        return True

    def _out_of_place(self, name: str, found: re.Match[str]) -> Iterator[Event]:
        """A simple element that is a container without elements, or belongs to one further out."""
        at = found.start(1) - 1
        if name not in names.CONTAINERS:
            yield from self._return_for(name, at)
        elif not self._names_creator(name):
            if found[2] or found[3]:
                self.repairs.add(self.buffer.line(at), STRAY)
            yield from self._open(name, at)
            yield from self._close_top()

    def _belongs_elsewhere(self, name: str) -> bool:
        if not self.stack:
            return False
        top = self.stack[-1]
        return names.OWNERS.get(name, top) != top or (top in names.METAS and name not in names.META_PARTS)

    def _names_creator(self, name: str) -> bool:
        """Some exporters give an item's author as ``wp:author`` inside it."""
        return name == "wp:author" and bool(self.stack) and self.stack[-1] == "item"

    def _other(self) -> Iterator[Event]:
        """What is no simple element: a tag with attributes, an end, a comment, text in between."""
        buffer = self.buffer
        found = buffer.text.find("<", buffer.pos)
        if found != buffer.pos:
            self._stray(buffer.text[buffer.pos : found if found >= 0 else len(buffer.text)])
            buffer.pos = found if found >= 0 else len(buffer.text)
            return
        after = buffer.text[found + 1 : found + 2]
        if after == "/":
            yield from self._closer(found)
        elif after == "!":
            self._declaration(found)
        elif after == "?":
            self._skip(found, "?>")
        else:
            yield from self._opener(found)

    def _stray(self, text: str) -> None:
        if not self._rooted:
            self._before_root += len(text)
            if self._before_root > limits.MAX_BEFORE_ROOT:
                raise ExportRefused("The file does not begin like a WordPress export: there is no <rss> in it.")
        if (not self.stack or self.stack[-1] in names.CONTAINERS) and not text.isspace():
            self.repairs.add(self.buffer.line(self.buffer.pos + len(text) - len(text.lstrip())), STRAY)

    def _skip(self, at: int, end: str) -> None:
        buffer = self.buffer
        found = buffer.search(re.compile(re.escape(end)), at)
        if found:
            buffer.pos = found.end()
            return
        buffer.spend(len(buffer.text) - at, at)
        self._drop(at, 2)

    def _drop(self, at: int, count: int) -> None:
        self.repairs.add(self.buffer.line(at), STRAY)
        self.buffer.pos = at + count

    def _declaration(self, at: int) -> None:
        buffer = self.buffer
        if buffer.text.startswith("<!--", at):
            self._skip(at, "-->")
        elif buffer.text.startswith("<![CDATA[", at):
            if not self.stack or self.stack[-1] in names.CONTAINERS:
                self.repairs.add(buffer.line(at), STRAY)
            self._skip(at, "]]>")
        elif (word := buffer.text[at + 2 : at + 9].lower()) == "doctype" or word[:6] in {"entity", "elemen", "attlis"}:
            if "html" in buffer.text[at + 9 : at + 20].lower():
                raise ExportRefused(f"Line {buffer.line(at)}: this is a web page, not a WordPress export.")
            raise ExportRefused(
                f"Line {buffer.line(at)} holds a document type declaration (DTD). An export has none; it was not read."
            )
        else:
            self._drop(at, 2)

    def _closer(self, at: int) -> Iterator[Event]:
        buffer = self.buffer
        found = CLOSER.match(buffer.text, at)
        if not found:
            self._drop(at, 2)
            return
        name = self.names.get(found[1]) or self.resolve(found[1])
        buffer.pos = found.end()
        if self.stack and self.stack[-1] == name:
            yield from self._close_top()
        elif name in self.stack:
            while self.stack[-1] != name:
                self.repairs.add(buffer.line(at), UNCLOSED.format(self.stack[-1]))
                yield from self._close_top()
            yield from self._close_top()
        elif self._rooted:
            self.repairs.add(buffer.line(at), STRAY_END.format(found[1][:40]))

    def _opener(self, at: int) -> Iterator[Event]:
        buffer = self.buffer
        found = _OPENER.match(buffer.text, at, at + limits.MAX_TAG)
        if not found:
            yield from self._no_tag(at)
            return
        raw, inside, empty = found.groups()
        attributes = self._attributes(inside, at) if inside and not inside.isspace() else _NONE
        scope = self._enter(attributes) if "xmlns" in inside else None
        name = self.names.get(raw) or self.resolve(raw)
        buffer.pos = found.end()
        if name in names.CONTAINERS and not self._names_creator(name):
            yield from self._open(name, at, scope)
            if empty:
                yield from self._close_top()
        elif name in names.LEAVES or empty or name == "wp:author":
            yield from self._leaf(raw, name, attributes, empty=bool(empty), at=at)
            self._leave(scope)
        else:
            self._push(name, scope, at)

    def _no_tag(self, at: int) -> Iterator[Event]:
        buffer = self.buffer
        if _BEGINS_TAG.match(buffer.text, at):
            if len(buffer.text) - at >= limits.MAX_TAG and ">" not in buffer.text[at : at + limits.MAX_TAG]:
                raise ExportRefused(
                    f"Line {buffer.line(at)}: a tag is longer than {limits.MAX_TAG} characters; no export has one."
                )
            if ">" not in buffer.text[at:] and buffer.ended:
                buffer.pos = len(buffer.text)
                return
        self._drop(at, 1)
        yield from ()

    def _leaf(self, raw: str, name: str, attributes: Mapping[str, str], *, empty: bool, at: int) -> Iterator[Event]:
        if self._belongs_elsewhere(name):
            yield from self._return_for(name, at)
        if empty:
            yield LEAF, name, "", attributes
            return
        leaf = Leaf(self, raw, name)
        text = leaf.text()
        self.truncated = self.truncated or leaf.truncated
        yield LEAF, name, text, attributes

    def _attributes(self, inside: str, at: int) -> dict[str, str]:
        found = _ATTRIBUTE.findall(inside)
        if len(found) > limits.MAX_ATTRIBUTES:
            raise ExportRefused(
                f"Line {self.buffer.line(at)}: a tag has more than {limits.MAX_ATTRIBUTES} attributes; no export has."
            )
        line = self.buffer.line(at)
        return {
            name: entities.unescape(double or single, lambda _, what: self.repairs.add(line, what))
            for name, double, single in found
        }

    # Places

    def _open(self, name: str, at: int, scope: _Scope | None = None) -> Iterator[Event]:
        parents = names.PARENTS.get(name)
        if parents and self.stack and self.stack[-1] not in parents:
            for parent in parents & set(self.stack):
                yield from self._return_to(parent, at)
        self._rooted = True
        self._push(name, scope, at)
        self.line = self.buffer.line(at)
        yield START, name, "", _NONE

    def _push(self, name: str, scope: _Scope | None, at: int) -> None:
        if len(self.stack) >= limits.MAX_DEPTH:
            raise ExportRefused(f"Line {self.buffer.line(at)}: {DEEP.format(limits.MAX_DEPTH)}")
        self.stack.append(name)
        self._scopes.append(scope)

    def _close_top(self) -> Iterator[Event]:
        name = self.stack.pop()
        self._leave(self._scopes.pop())
        if name in names.CONTAINERS:
            yield END, name, "", _NONE

    def _return_for(self, name: str, at: int) -> Iterator[Event]:
        """Close what cannot hold the text element *name*."""
        if self.stack[-1] in names.METAS and name in names.LEAVES and name not in names.META_PARTS:
            self.repairs.add(self.buffer.line(at), UNCLOSED.format(self.stack[-1]))
            yield from self._close_top()
        if owner := names.OWNERS.get(name):
            yield from self._return_to(owner, at)

    def _return_to(self, name: str, at: int) -> Iterator[Event]:
        """Close what is open inside *name*, whose parts begin here; what is open elsewhere stays so."""
        if name not in self.stack:
            return
        while self.stack[-1] != name:
            if self.stack[-1] not in names.CONTAINERS:
                return
            self.repairs.add(self.buffer.line(at), UNCLOSED.format(self.stack[-1]))
            yield from self._close_top()

    def _finish(self) -> Iterator[Event]:
        inside = [name for name in self.stack if name not in {"rss", "channel"}]
        if self.stack or self.truncated:
            self.truncated = self.truncated or bool(inside)
            self.repairs.add(self.buffer.line(len(self.buffer.text)), BREAKS_OFF)
        while self.stack:
            yield from self._close_top()

    # Namespaces

    def resolve(self, raw: str) -> str:
        """Our name for *raw*; a prefix nobody declared is taken for the one exports use, and told."""
        prefix, colon, local = raw.partition(":")
        if not colon:
            name = self._spaces.get("", "") + raw
        elif prefix in self._spaces:
            name = self._spaces[prefix] + local
            if prefix not in self._declared and self.stack:
                self._undeclared(prefix)
        else:
            name = f"other:{raw}"
        name = names.ALIASES.get(name, name)
        if len(self.names) < limits.MAX_NAMES:
            self.names[raw] = name
        return name

    def _undeclared(self, prefix: str) -> None:
        self._declared.add(prefix)
        self.repairs.add(
            self.buffer.line(self.buffer.pos), f"The prefix {prefix}: is not declared; it was read as in other exports."
        )

    def _enter(self, attributes: Mapping[str, str]) -> _Scope:
        before = (self._spaces, self._declared, self.names)
        declared = {
            name.partition(":")[2]: names.space(address)
            for name, address in attributes.items()
            if name == "xmlns" or name.startswith("xmlns:")
        }
        self._spaces, self._declared, self.names = {**self._spaces, **declared}, self._declared | declared.keys(), {}
        return before

    def _leave(self, before: _Scope | None) -> None:
        if before:
            self._spaces, self._declared, self.names = before
