"""What search refuses."""

from tocsin.lib.errors import TocsinError


class NoIndex(TocsinError):
    """There is no index to read yet."""


class Unusable(TocsinError):
    """The files of an index cannot be read or written."""
