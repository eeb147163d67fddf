"""From text to a tree that is safe to walk: limits first, then what is never content is taken out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from tocsin.importers.prose.elements import Element, is_hidden
from tocsin.importers.webpage.errors import NoArticle, PageTooLarge

MAX_DEPTH = 250
"""The parser itself stops at 256 levels, and would drop the rest of the page without a word."""
MAX_ELEMENTS = 60_000

_NEVER_CONTENT = (
    "script", "style", "template", "link", "meta", "base", "object", "embed", "applet", "canvas", "svg", "math",
    "select", "datalist", "textarea", "input", "map", "audio", "video", "dialog", "noindex", "frameset",
)  # fmt: skip


def parse(text: str) -> Element:
    """Return the root of the page. Raises ``PageTooLarge`` or ``NoArticle``.

    The walk that measures is the first thing done with the tree and does not recurse.
    """
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise NoArticle("No article was found in this page: it is empty, or is not HTML.") from None
    if root is None:
        raise NoArticle("No article was found in this page: it is empty.")
    _measure(root)
    return root


def _measure(root: Element) -> None:
    depth = elements = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MAX_DEPTH:
            raise PageTooLarge(f"The page is nested more than {MAX_DEPTH} levels deep: save its text and import that.")
        if elements > MAX_ELEMENTS:
            raise PageTooLarge(f"The page has more than {MAX_ELEMENTS} parts: save the article's text and import that.")


def clean(root: Element) -> None:
    """Take out of the tree what no reader of the page sees as text."""
    for element in list(root.iter(*_NEVER_CONTENT)):
        _drop(element)
    for element in list(root.iter("noscript")):
        _open_noscript(element)
    whole = len(root.text_content())
    for element in list(_hidden(root)):
        # Pages that show themselves by script hide all of their text; then it is not a sign of anything.
        if len(element.text_content()) < whole / 2:
            _drop(element)


def _hidden(root: Element) -> Iterator[Element]:
    for element in root.iter(etree.Element):
        if is_hidden(element):
            yield element


def _open_noscript(element: Element) -> None:
    """A noscript that holds only a picture is the picture that a script would have put there."""
    only_picture = element.find(".//img") is not None and not element.text_content().strip()
    before = element.getprevious()
    if only_picture and (before is None or before.tag != "img"):
        element.tag = "span"
    else:
        _drop(element)


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()
