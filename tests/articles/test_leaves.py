"""The first words of an article, as lists, feeds and search engines show them."""

from __future__ import annotations

from tocsin.articles import leaves
from tocsin.articles.models import ArticlePage


def test_the_opening_is_read_as_it_is_written() -> None:
    source = (
        '<p>It isn&#x27;t “a &lt;b&gt; &amp; c”<a linktype="reference" sources="1">[ref]</a>,<br/>she <b>said</b>.</p>'
    )
    body = ArticlePage._meta.get_field("body").stream_block.to_python([{"type": "paragraph", "value": source}])
    assert leaves.opening(body) == "It isn't “a <b> & c”, she said."
    assert leaves.opening(body, words=2) == "It isn't …"
