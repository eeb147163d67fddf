"""What a newsroom publishes. Reads are queryset methods; every write is in ``services``."""

from tocsin.articles.models.articles import ArticlePage, ArticleTag, Byline, Correction
from tocsin.articles.models.contributors import Contributor
from tocsin.articles.models.media import File, Picture, PictureRendition
from tocsin.articles.models.menus import Menu, MenuItem
from tocsin.articles.models.newsroom import Newsroom
from tocsin.articles.models.pages import FrontStory, HomePage, PlainPage
from tocsin.articles.models.records import CitedSource, Takedown
from tocsin.articles.models.sections import Section
from tocsin.articles.models.spans import AnchoredText, ProtectedDecision, PublishedSpan, Span

__all__ = [
    "AnchoredText",
    "ArticlePage",
    "ArticleTag",
    "Byline",
    "CitedSource",
    "Contributor",
    "Correction",
    "File",
    "FrontStory",
    "HomePage",
    "Menu",
    "MenuItem",
    "Newsroom",
    "Picture",
    "PictureRendition",
    "PlainPage",
    "ProtectedDecision",
    "PublishedSpan",
    "Section",
    "Span",
    "Takedown",
]
