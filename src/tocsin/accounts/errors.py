from tocsin.lib.errors import TocsinError


class AccountRefused(TocsinError):
    """An account cannot be made or changed as asked."""
