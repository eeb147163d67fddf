"""What surrounds a stretch of text inside its block: bold, italic, links."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from tocsin.importers.prose.blocks import Inline, Run
from tocsin.importers.prose.elements import BLOCKS, Element
from tocsin.importers.prose.inline import tidy

_DRESS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "dfn": "italic",
    "var": "italic",
    "sup": "raised",
    "sub": "lowered",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
}


def dressed(now: Run, element: Element, base: str) -> Run:
    """Return the dress of text inside *element*, which itself stands in the dress *now*."""
    if element.tag == "a" and (href := element.get("href", "").strip()):
        return replace(now, link=address(href, base))
    if element.tag in _DRESS:
        worn: dict[str, Any] = {_DRESS[element.tag]: True}
        return replace(now, **worn)
    return now


def address(href: str, base: str) -> str:
    """Return the full web address *href* stands for, or nothing when it is not one."""
    if not href.strip():
        return ""
    try:
        full = urljoin(base, href.strip())
        parts = urlsplit(full)
    except ValueError:
        return ""
    if parts.scheme in {"mailto", "tel"}:
        return full
    return full if parts.scheme in {"http", "https"} and parts.netloc and " " not in full else ""


def runs_of(element: Element, base: str) -> Inline:
    """Return the text inside *element* as one stretch, its blocks parted by line breaks."""
    found: list[Run] = []
    dress = [Run("")]
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in BLOCKS or (inner.tag == "br" and event == "start"):
            found.append(Run("\n"))
        if event == "start":
            dress.append(dressed(dress[-1], inner, base))
            _say(found, dress[-1], inner.text)
        else:
            dress.pop()
            _say(found, dress[-1], inner.tail if inner is not element else None)
    return tidy(_single_breaks(found))


def _say(found: list[Run], dress: Run, text: str | None) -> None:
    if text:
        found.append(replace(dress, text=text if text != "\n" else " "))


def _single_breaks(runs: list[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        if run.text == "\n" or run.text.strip():
            while run.text == "\n" and found and not found[-1].text.strip():
                found.pop()
            found.append(run)
        elif found and found[-1].text != "\n":
            found.append(run)
    return found
