"""Why a page cannot be read."""

from tocsin.lib.errors import TocsinError


class PageRefused(TocsinError):
    """A page cannot be turned into an article."""


class NoArticle(PageRefused):
    """The page holds no text that could be an article."""


class PageTooLarge(PageRefused):
    """The page is too long, too deeply nested or has too many parts to be read safely."""
