"""Why an export is not written, or not read back."""

from tocsin.lib.errors import TocsinError


class NotExported(TocsinError):
    """Nothing was written."""


class NotReadBack(TocsinError):
    """An export is not whole, was changed, or does not fit this site. Nothing was written."""
