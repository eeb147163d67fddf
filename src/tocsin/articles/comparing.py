"""How two versions of running text are compared on the desk: with the sources of every marker in words."""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import RichTextBlockComparison, diff_text
from wagtail.rich_text import RichText
from wagtail.utils.text import text_from_html

from tocsin.articles.references import key_of
from tocsin.sources.models import Source

_MARKER = re.compile(r'<a\b(?=[^>]*\blinktype="reference")[^>]*\bsources="([^"]*)"[^>]*>.*?</a>', re.DOTALL)


def in_words(value: RichText | None) -> str:
    """Return the text of *value*, each marker as ``[titles of its sources]``."""
    html = value.source if value else ""
    ids = {pk for sources in _MARKER.findall(html) for pk in key_of(sources)}
    titles = {pk: str(source) for pk, source in Source.objects.with_publication().in_bulk(ids).items()}

    def named(match: re.Match[str]) -> str:
        return f" [{escape('; '.join(titles.get(pk, '?') for pk in key_of(match[1])))}]"

    return str(text_from_html(_MARKER.sub(named, html)))


class WordsComparison(RichTextBlockComparison):
    """Two versions of a rich text."""

    def htmlvalue(self, val: RichText) -> SafeString:
        return escape(in_words(val))

    def htmldiff(self) -> SafeString:
        difference: SafeString = diff_text(in_words(self.val_a), in_words(self.val_b)).to_html()
        return difference
