"""What a page says about itself for machines: JSON-LD and meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tocsin.importers.prose.elements import Element

_ARTICLES = re.compile(r"(Article|BlogPosting|Report|LiveBlogPosting|WebPage|Recipe|Review)$")
_MOST = 500_000
_MOST_NODES = 5000


def articles(root: Element) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that describe an article, articles proper before mere pages."""
    found = [node for script in root.iter("script") for node in _nodes(script)]
    proper = [node for node in found if not _is_a(node, "WebPage")]
    return proper + [node for node in found if _is_a(node, "WebPage")]


def _nodes(script: Element) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > _MOST:
        return
    try:
        waiting = [json.loads((script.text or "").strip().strip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _turn in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if any(_ARTICLES.search(kind) for kind in _kinds(node)):
                yield node
            waiting.extend(value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_a(node: dict[str, Any], kind: str) -> bool:
    return kind in _kinds(node)


def text(value: object) -> str:
    """Return *value* as one line of text, entities resolved, tags taken out; nothing if it is not text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    if not isinstance(value, str):
        return ""
    value = html.unescape(html.unescape(value))
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", value).split())


def names(value: object) -> list[str]:
    """Return the names in an ``author`` of JSON-LD, which may be a text, an object or a list of both."""
    return [name for one in (value if isinstance(value, list) else [value]) if (name := text(one))]


class Metas:
    """The meta elements of a page by name, property or itemprop."""

    def __init__(self, root: Element) -> None:
        self._found: dict[str, list[str]] = {}
        for meta in root.iter("meta"):
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if name := (meta.get(attribute) or "").strip().lower():
                    self._found.setdefault(name, []).append(text(meta.get("content") or ""))

    def all(self, *names: str) -> list[str]:
        """Return what the first of *names* that says anything says."""
        for name in names:
            if said := [value for value in self._found.get(name, []) if value]:
                return said
        return []

    def first(self, *names: str) -> str:
        return next(iter(self.all(*names)), "")
