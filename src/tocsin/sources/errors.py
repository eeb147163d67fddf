from tocsin.lib.errors import TocsinError


class SourceRefused(TocsinError):
    """A source's record cannot be kept as given."""
