"""What a post's content is turned with, and what it is turned into: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.importers.prose.blocks import Block, Reference
from tocsin.importers.wordpress.content.library import Library


@dataclass(frozen=True)
class Wanted:
    """What the content of one item needs to be understood.

    *address* is where the item stood: relative links are completed with it. *footnotes* and *elementor* are the metas
    ``footnotes`` and ``_elementor_data`` as they stand in the export; give the latter only where
    ``_elementor_edit_mode`` says that it is what readers saw. *reusable* holds the content of the items of type
    ``wp_block`` by their number: ``core/block`` shows them.
    """

    library: Library = field(default_factory=Library)
    item: int = 0
    address: str = ""
    footnotes: str = ""
    elementor: str = ""
    reusable: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Notice:
    """Something of the content that a person may want to know: *code* says what, *name* of which, *detail* the words.

    Codes: ``unknown-block``, ``unknown-shortcode`` (their text is kept), ``left-out`` (scripts, forms, what was hidden;
    *detail* has their words), ``dynamic`` (what WordPress made anew each time), ``more``, ``page-break``,
    ``separator``, ``picture-unknown`` (an attachment number the export does not hold), ``picture-link``,
    ``notes-heading`` (a heading such as *Notes* that went with its notes), ``reference-lost`` (a source without
    address), ``note-uncited`` and ``marker-without-note`` (their text is kept), ``nested-list`` (its items stand
    among those of the list it was in), ``block-unclosed``,
    ``block-stray-closer``, ``block-json``, ``elementor-unreadable``, ``footnotes-unreadable``, ``too-deep``,
    ``too-long`` (only the text was kept).
    """

    code: str
    name: str = ""
    detail: str = ""
    count: int = 1


@dataclass(frozen=True)
class Converted:
    """The content of one item.

    ``blocks`` name media by attachment number, address or both. A run whose ``reference`` is set is the marker of the
    reference with this label. ``relinked`` gives the links inside the blocks new addresses.
    """

    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    notices: tuple[Notice, ...] = ()
