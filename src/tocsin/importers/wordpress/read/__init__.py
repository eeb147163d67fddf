"""Bytes of a WordPress export to plain records, in bounded memory. Plain Python.

    with open_export(path) as export:
        export.site, export.authors, export.terms, export.counts, export.repairs, export.left_out
        for item in export.items():
            ...

``open_export`` reads the whole file once to check it: whatever would be refused is refused then, before anything is
written. ``items`` reads it again, as often as it is called. Decision 0120 says why there is a tokeniser of our own.
"""

from tocsin.importers.wordpress.read.export import Export, open_export

__all__ = ["Export", "open_export"]
