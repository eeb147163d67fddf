"""Marks of claims in a rendered body: the words of each span, and at their end a button that opens its card.

Spans travel through the rendering as private characters (``canonical.Words.marked``), so that no template and no
theme needs to know of them; here they become elements. Overlapping spans become nested or adjoining ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from django.utils.safestring import SafeString, mark_safe

from tocsin.articles.canonical import CLOSE, OPEN

_PIECE = re.compile(rf"{OPEN}(/?)(\w+){CLOSE}|<[^>]*>|[^<{OPEN}]+")
_LEFT = re.compile(f"{OPEN}/?\\w*{CLOSE}?|[{OPEN}{CLOSE}]")


def draw(html: str, classes: Mapping[str, str], mark: Callable[[str], str]) -> SafeString:
    """Turn the private characters of *html* (trusted) into elements.

    *classes* names the class of each span's words; *mark* returns the markup that stands at a span's end.
    """
    drawn: list[str] = []
    within: list[str] = []
    for match in _PIECE.finditer(html):
        closes, name = match[1], match[2]
        if name is None:
            drawn.append(_piece(match[0], within, classes))
        elif name in classes and not closes:
            within.append(name)
        elif name in within:
            within.remove(name)
            drawn.append(mark(name))
    return mark_safe(_LEFT.sub("", "".join(drawn)))  # noqa: S308 - names and classes are ours, the rest was rendered


def _piece(piece: str, within: list[str], classes: Mapping[str, str]) -> str:
    if piece[0] == "<" or not within or not piece.strip():
        return piece
    names = " ".join(dict.fromkeys(classes[name] for name in within))
    return f'<span class="claim {names}">{piece}</span>'
