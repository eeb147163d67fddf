"""To be written."""

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution


def find(document: Document) -> list[Attribution]:
    """Return what is found, in the order of the text."""
    return document.once("attributions", _find)


def _find(document: Document) -> list[Attribution]:
    return []
