"""A text to read: its sentences, its parse, and what the layers found in it, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from tocsin.claims.extraction import parser
from tocsin.claims.extraction.casing import readable
from tocsin.claims.extraction.results import Stretch
from tocsin.claims.extraction.wrapping import unwrapped
from tocsin.lib.sentences import sentences

T = TypeVar("T")


class Document:
    """A text with its language (two letters, ISO 639-1) and the day it was published, which relative words count from.

    *readable* is the text in ordinary case, with lines broken by their width joined, and of the same length.
    """

    def __init__(self, text: str, *, language: str = "en", published: date | None = None) -> None:
        self.text = text
        self.language = language.lower().split("-")[0] or "en"
        self.published = published
        self._found: dict[str, Any] = {}

    @cached_property
    def readable(self) -> str:
        return unwrapped(readable(self.text))

    @cached_property
    def sentences(self) -> list[Stretch]:
        return sentences(self.readable)

    @cached_property
    def parsed(self) -> parser.Parsed | None:
        """The parse of the text, or None where there is no parser for its language."""
        return parser.parse(self.readable) if self.language == "en" and parser.installed() else None

    def once(self, layer: str, find: Callable[[Document], T]) -> T:
        """Return what *find* gives for this text, asking it the first time only."""
        if layer not in self._found:
            self._found[layer] = find(self)
        return self._found[layer]  # type: ignore[no-any-return]
