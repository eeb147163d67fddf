"""Statements of fact for the ledger, of its fourteen types, clause by clause.

The text is cut into clauses (``clauses``), each typed by the first rule that finds its evidence (``kinds``), laid over
the attributions (``said``), rid of opinion and furniture, joined by the facts that stand in noun phrases
(``phrases``), given its slots, merged with its repeats and told how likely it is.
"""

from tocsin.claims.extraction.claims import assembling
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim


def find(document: Document) -> list[Claim]:
    """Return what is found, in the order of the text."""
    return document.once("claims", assembling.find)
