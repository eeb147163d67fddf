"""The smallest block a reader of a source would tell apart, while it is still tied to the source's tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tocsin.importers.prose.blocks import Embed, File, Gallery, Inline, Picture, Recording, Table, plain
from tocsin.importers.prose.elements import Element, words

Shape = Picture | Table | Embed | Gallery | File | Recording

LABEL = "data-marker-label"
"""Set on elements that were found to be markers of references; see ``references.mark``."""
NOTE = "data-note-label"


@dataclass
class Piece:
    """One block of the page, in its place. ``element`` is the block-level element right around it."""

    element: Element
    runs: Inline
    shape: Shape | None = None
    preformatted: str = ""
    score: float = 0.0
    chosen: bool = False
    reason: str = ""

    @cached_property
    def text(self) -> str:
        if self.shape is not None:
            return self.shape.text
        return self.preformatted or plain(self.runs)

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)

    @cached_property
    def path(self) -> list[Element]:
        """The element and what is around it, innermost first."""
        return [] if self.element is None else [self.element, *self.element.iterancestors()]

    def inside(self, *tags: str) -> Element | None:
        """Return the innermost element around it that is one of *tags*."""
        return next((element for element in self.path if element.tag in tags), None)

    def outermost(self, *tags: str) -> Element | None:
        return next((element for element in reversed(self.path) if element.tag in tags), None)
