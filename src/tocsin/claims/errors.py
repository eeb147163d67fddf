from tocsin.lib.errors import TocsinError


class ClaimRefused(TocsinError):
    """Something may not be done to a claim; the text says why and what to do instead."""


class AlreadyWithdrawn(ClaimRefused):
    """An assertion has been taken back already."""


class ChangedMeanwhile(ClaimRefused):
    """Somebody else has saved since; nothing was overwritten."""


class ImportRefused(TocsinError):
    """A file cannot be taken in as claims; nothing was kept."""
