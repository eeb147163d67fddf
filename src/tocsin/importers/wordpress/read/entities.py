"""References in text outside CDATA: ``&amp;``, ``&#8217;``, and what is no XML but stands in exports all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#(?:([0-9]{1,10})|[xX]([0-9a-fA-F]{1,8}))|([A-Za-z][A-Za-z0-9]{1,31}));|&")
_XML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
BARE = "A bare & was read as the sign itself."
FOREIGN = "A reference XML does not know, such as &nbsp;, was read as the letter it names."
FORBIDDEN = "References to characters that no text may hold were dropped."

_ALLOWED = ((0x9, 0xA, 0xD), range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))

Tell = Callable[[int, str], None]
"""Told the offset of what was mended, and how."""


def unescape(text: str, tell: Tell) -> str:
    """Replace references once; the result is never read again, so nothing expands into more than itself."""
    return _REFERENCE.sub(lambda found: _meant(found, tell), text) if "&" in text else text


def _meant(found: re.Match[str], tell: Tell) -> str:
    decimal, hexadecimal, name = found.groups()
    if name in _XML:
        return _XML[name]
    if decimal or hexadecimal:
        return _letter(int(decimal) if decimal else int(hexadecimal, 16), found, tell)
    if name and f"{name};" in html5:
        tell(found.start(), FOREIGN)
        return html5[f"{name};"]
    tell(found.start(), BARE)
    return found[0]


def _letter(point: int, found: re.Match[str], tell: Tell) -> str:
    if not any(point in allowed for allowed in _ALLOWED):
        tell(found.start(), FORBIDDEN)
        return ""
    return chr(point)
