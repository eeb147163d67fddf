"""When and how long: spans of times with their values in EDTF, counted from an explicit anchor.

Words become atoms (``atoms``), rules over their letters build points (``dates``, ``clocks``, ``durations``) and join
them (``joins``); ``resolve`` tells the days they mean. Words of each language are in ``words``.
"""

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Time
from tocsin.claims.extraction.times.reading import read


def find(document: Document) -> list[Time]:
    """Return what is found, in the order of the text."""
    return document.once("times", read)
