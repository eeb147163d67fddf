"""Why an export cannot be read."""

from tocsin.lib.errors import TocsinError


class ExportRefused(TocsinError):
    """A file is no WordPress export, or cannot be read safely. Nothing was written."""
