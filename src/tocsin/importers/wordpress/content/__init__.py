"""A post's content, in any form WordPress ever stored it in, as plain blocks and references. No database is asked.

``convert(html, Wanted(...))`` never raises: what it cannot keep is named in the notices.
"""

from tocsin.importers.wordpress.content.converted import Converted, Notice, Wanted
from tocsin.importers.wordpress.content.converting import convert, inline
from tocsin.importers.wordpress.content.library import Attachment, Library
from tocsin.importers.wordpress.content.links import relinked
from tocsin.importers.wordpress.content.tongues import split_languages

__all__ = [
    "Attachment",
    "Converted",
    "Library",
    "Notice",
    "Wanted",
    "convert",
    "inline",
    "relinked",
    "split_languages",
]
