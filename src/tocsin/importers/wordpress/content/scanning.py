"""HTML as a row of tokens, in time proportional to its length; nothing of its text is ever lost to an error in it."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Literal

from tocsin.importers.wordpress.content.shortcodes import Shortcode, find, unescape_safely

_NAME = re.compile(r"/?([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?""",
)
_CLOSE = re.compile(r"[\s/]*+>")
_RAW = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in ("script", "style")}
_NOT_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Token:
    """A stretch of text (its references replaced), the start or end of an element, a comment, or a shortcode."""

    kind: Literal["text", "start", "end", "comment", "shortcode"]
    value: str
    attributes: dict[str, str] = field(default_factory=dict)
    shortcode: Shortcode | None = None


def tokens(html: str, *, shortcodes: bool = True) -> Iterator[Token]:
    """Yield the tokens of *html* in order; without *shortcodes*, these are text."""
    html = _NOT_TEXT.sub("", html)
    scanner = _Scanner(html)
    for one in find(html) if shortcodes else ():
        yield from scanner.until(one.place)
        if one.place < scanner.place:
            continue  # inside the attributes of an element, or a comment
        if one.kind == "literal":
            yield Token("text", unescape_safely(one.source))
        else:
            yield Token("shortcode", one.name, shortcode=one)
        scanner.place = one.end
    yield from scanner.until(len(html))


class _Scanner:
    """Reads on from ``place``. What cannot be an element is text."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.place = 0
        self.last = html.rfind(">")
        self.last_comment = html.rfind("-->")
        self.quotes = True
        """Whether a ``>`` between quotes is part of a value: given up where quotes are found not to be closed."""

    def until(self, end: int) -> Iterator[Token]:
        """Yield the tokens that begin before *end*."""
        html, begun = self.html, self.place
        while self.place < end:
            start = html.find("<", self.place, end)
            if start < 0 or start > self.last:
                self.place = end
                break
            token, after = self._markup(start)
            if token is None and after == start:
                self.place = start + 1
                continue
            yield from self._text(begun, start)
            if token is not None:
                yield token
                if token.kind == "start" and token.value in _RAW:
                    after = yield from self._raw(token.value, after)
            self.place = begun = after
        yield from self._text(begun, min(self.place, end))

    def _text(self, start: int, end: int) -> Iterator[Token]:
        if start < end:
            yield Token("text", _NOT_TEXT.sub("", unescape_safely(self.html[start:end])))

    def _raw(self, tag: str, start: int) -> Generator[Token, None, int]:
        match = _RAW[tag].search(self.html, start)
        end = match.start() if match else len(self.html)
        if start < end:
            yield Token("text", self.html[start:end])
        return end

    def _markup(self, start: int) -> tuple[Token | None, int]:
        """Return the token at the ``<`` at *start* and where it ends; nothing and *start* where it is text."""
        html = self.html
        if html.startswith("<!--", start):
            if self.last_comment < start + 4:
                return None, start
            end = html.find("-->", start + 4)
            return Token("comment", html[start + 4 : end]), end + 3
        if html.startswith(("<!", "<?"), start):
            return Token("comment", ""), html.index(">", start) + 1
        match = _NAME.match(html, start + 1)
        if match is None:
            return None, start
        name = match[1].lower()
        if html[start + 1] == "/":
            return Token("end", name), html.index(">", match.end()) + 1
        attributes, after = self._attributes(match.end())
        return Token("start", name, attributes), after

    def _attributes(self, place: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        begun = place
        while self.quotes:
            if match := _CLOSE.match(self.html, place):
                return found, match.end()
            match = _ATTRIBUTE.match(self.html, place)
            if match is None or match.end() == place:
                break
            value = next((value for value in match.groups()[1:] if value is not None), "")
            found.setdefault(match[1].lower(), unescape_safely(value))
            place = match.end()
        self.quotes = False
        end = self.html.find(">", begun)
        return {}, (end if end >= 0 else self.last) + 1
