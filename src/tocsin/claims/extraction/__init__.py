"""Reads an article and proposes its claims: plain Python, no Django, no network, deterministic.

Layers, each usable and measured alone, every one a function ``find(document)``:

``figures`` every quantity, ``times`` dates and durations in EDTF, ``places`` names with coordinates,
``attributions`` who says what, ``claims`` statements of the ledger's fourteen types built on the other four.

Offsets are code points of the text, the end excluded. The parser and the gazetteer are loaded on first use; they
belong to the extra ``tocsin[extraction]``. Without the parser, English is read as any other language is.
"""

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Claim, Figure, Mention, Place, Time

__all__ = ["Attribution", "Claim", "Document", "Figure", "Mention", "Place", "Time"]
