from tocsin.lib.errors import TocsinError


class ArticleRefused(TocsinError):
    """An article cannot be kept or published as it stands."""


class TakedownRefused(TocsinError):
    """An article cannot be taken down as asked."""
