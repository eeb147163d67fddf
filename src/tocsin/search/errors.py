"""What search refuses."""

from tocsin.lib.errors import TocsinError


class NoIndex(TocsinError):
    """There is no index to read yet."""


class Busy(TocsinError):
    """Another process has the engine's one writer of this index."""


class Unusable(TocsinError):
    """The files of an index cannot be read or written."""


def is_of_the_engine(error: BaseException) -> bool:
    """Tell whether *error* is how tantivy refuses, or how it breaks: a panic is no ``Exception``."""
    return isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException"  # it cannot be imported
