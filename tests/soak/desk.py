"""Editors who save articles at the desk over HTTP, as fast as they are answered."""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from tests.sites import Browser, Server, Site

MAKE = """
from tests import make
for number in range({count}):
    print(make.article(f"Article {{number}}").pk)
"""
KEPT = """
import json
from wagtail.models import Revision
print(json.dumps([revision.content["title"] for revision in Revision.objects.all()]))
"""


TEXT = {"key": "a", "text": "Saved.", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
BODY = [
    ("body-count", "1"),
    ("body-0-deleted", ""),
    ("body-0-order", "0"),
    ("body-0-type", "paragraph"),
    ("body-0-id", ""),
    ("body-0-value", json.dumps({"blocks": [TEXT], "entityMap": {}})),
]
"""The article's text, which in a browser a script puts into the form."""


class Form(HTMLParser):
    """The fields of the desk's form for a page, as a browser would send them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._inside = False
        self._select: str = ""
        self._text: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._inside = found.get("id") == "page-edit-form"
        elif self._inside and tag == "input":
            self._input(found)
        elif self._inside and tag == "textarea":
            self._text = found.get("name", "")
            self.fields.append((self._text, ""))
        elif self._inside and tag == "select":
            self._select = found.get("name", "")
        elif self._inside and tag == "option" and self._select and "selected" in found:
            self.fields.append((self._select, found.get("value", "")))

    def _input(self, found: dict[str, str]) -> None:
        kind, name = found.get("type", "text"), found.get("name")
        ticked = kind not in {"checkbox", "radio"} or "checked" in found
        if (
            name
            and ticked
            and "__prefix__" not in name
            and kind not in {"submit", "button", "file", "image"}
            and name != "csrfmiddlewaretoken"
        ):
            self.fields.append((name, found.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            name, value = self.fields[-1]
            self.fields[-1] = (name, value + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = None
            if self.fields:
                name, value = self.fields[-1]
                self.fields[-1] = (name, value.removeprefix("\n").removeprefix("\r\n"))
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._inside = False


def make_articles(site: Site, count: int) -> list[int]:
    return [int(line) for line in site.python(MAKE.format(count=count)).splitlines()[-count:]]


@dataclass
class Editor(threading.Thread):
    """Saves one article again and again, each time under a new headline; remembers which saves were acknowledged."""

    server: Server
    session: str
    article: int
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.browser: Browser = self.server.browser(self.session)
        self.path = f"/desk/pages/{self.article}/edit/"

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        form: list[tuple[str, str]] = []
        number = 0
        while not self.stopping.is_set():
            try:
                form = form or self._open()
                number += 1
                self._save(form, f"Article {self.article}, version {number}")
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)  # the server has just been killed

    def _open(self) -> list[tuple[str, str]]:
        answer = self.browser.get(self.path)
        return [*Form(answer.text).fields, *BODY] if answer.status == 200 else []

    def _save(self, form: list[tuple[str, str]], title: str) -> None:
        if not form:
            time.sleep(0.05)
            return
        answer = self.browser.post(self.path, [(name, title if name == "title" else value) for name, value in form])
        if answer.status == 302 and answer.headers.get("location", "").endswith(self.path):
            self.acknowledged.append(title)
        else:
            self.refused.append(f"{answer.status} {answer.headers.get('location', '')} {_errors(answer.text)}")


def _errors(html: str) -> str:
    return " ".join(html.split())[:200] if "error" in html else ""


def wait_for_saves(editors: list[Editor], count: int, *, within: float = 20) -> None:
    """Wait until *count* more saves are acknowledged."""
    wanted, end = sum(len(editor.acknowledged) for editor in editors) + count, time.monotonic() + within
    while sum(len(editor.acknowledged) for editor in editors) < wanted:
        assert time.monotonic() < end, [editor.refused[-3:] for editor in editors]
        time.sleep(0.02)


def stop(editors: list[Editor]) -> None:
    for editor in editors:
        editor.stopping.set()
    for editor in editors:
        editor.join(timeout=20)


def lost(site: Site, editors: list[Editor]) -> list[str]:
    """The acknowledged saves that are not in the database."""
    kept: set[Any] = set(json.loads(site.python(KEPT).splitlines()[-1]))
    return [title for editor in editors for title in editor.acknowledged if title not in kept]
