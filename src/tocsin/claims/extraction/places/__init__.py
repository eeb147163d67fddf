"""To be written."""

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Place


def find(document: Document) -> list[Place]:
    """Return what is found, in the order of the text."""
    return document.once("places", _find)


def _find(document: Document) -> list[Place]:
    return []
