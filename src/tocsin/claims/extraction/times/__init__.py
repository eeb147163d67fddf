"""To be written."""

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Time


def find(document: Document) -> list[Time]:
    """Return what is found, in the order of the text."""
    return document.once("times", _find)


def _find(document: Document) -> list[Time]:
    return []
