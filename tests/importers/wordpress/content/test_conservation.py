"""Every word a reader of the old site saw is in the blocks, in order, or is told."""

from __future__ import annotations

import re
from html import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests import shared
from tests.importers.wordpress.content.words import lost, out_of_order, seen
from tocsin.importers.prose.blocks import Paragraph, plain
from tocsin.importers.wordpress.content import Converted, Wanted, convert

DEV = shared.DATA / "wxr" / "dev"
_CONTENT = re.compile(r"<content:encoded>(.*?)</content:encoded>", re.DOTALL)
WANTED = Wanted(address="https://old.example.org/2020/01/post/")


def contents() -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for file in sorted(DEV.rglob("*.xml")):
        for number, one in enumerate(_CONTENT.findall(file.read_text("utf-8", "replace"))):
            text = one.strip().removeprefix("<![CDATA[").removesuffix("]]>").replace("]]]]><![CDATA[>", "]]>")
            if text.strip():
                found.setdefault(text, f"{file.name}:{number}")
    return [(name, text) for text, name in found.items()]


@shared.needs(DEV)
def test_no_word_of_the_exports_is_lost_and_all_keep_their_order():
    missing, astray = {}, {}
    for name, text in contents():
        found = convert(text, WANTED)
        missing[name], astray[name] = dict(lost(text, found)), out_of_order(text, found)
    assert {name: words for name, words in missing.items() if words} == {}
    assert {name: words for name, words in astray.items() if words} == {}


def test_what_is_lost_would_be_seen():
    assert lost("<p>one two three</p>", Converted((Paragraph(()),))) == {"one": 1, "two": 1, "three": 1}
    assert out_of_order("<p>one two</p>", convert("<p>two one</p>", WANTED)) == ["two", "one"]


# Documents made of blocks ---------------------------------------------------------------------------------------

LETTERS = st.characters(
    categories=["L", "M", "N", "Sc", "So", "Pd"], include_characters=" .,!?'\"«»“”\u200c\u200d\u00a0\u202f\u061c"
)
TEXT = st.text(LETTERS, min_size=1, max_size=30).filter(lambda text: bool(text.strip()) and "http" not in text)


def block(name: str, html: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}{' ' if attributes else ''}-->\n{html}\n<!-- /wp:{name} -->\n"


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    text = escape(draw(TEXT))
    return block(
        "paragraph",
        draw(st.sampled_from([f"<p>{text}</p>", f"<p><b>{text}</b> {text}</p>", f'<p class="x">{text}<br>{text}</p>'])),
    )


@st.composite
def leaves(draw: st.DrawFn) -> str:
    text, more = escape(draw(TEXT)), escape(draw(TEXT))
    picture = f'<img src="https://old.example.org/a.jpg" alt=""/><figcaption>{more}</figcaption>'
    return draw(
        st.sampled_from(
            [
                block("heading", f"<h2>{text}</h2>"),
                block("image", f"<figure>{picture}</figure>", '{"id":5}'),
                block("list", f"<ul><li>{text}</li><li>{more}<ul><li>{text}</li></ul></li></ul>"),
                block("quote", f"<blockquote><p>{text}</p><cite>{more}</cite></blockquote>"),
                block(
                    "table",
                    f"<figure><table><tr><td>{text}</td><td>{more}</td></tr></table><figcaption>{text}</figcaption></figure>",
                ),
                block("preformatted", f"<pre>{text}\n  {more}</pre>"),
                block("code", f"<pre><code>{text}</code></pre>"),
                block("verse", f"<pre>{text}\n<em>{more}</em></pre>"),
                block(
                    "gallery",
                    f"<figure class='wp-block-gallery'><figure>{picture}</figure><figure>{picture}</figure></figure>",
                ),
                block("acme/unknown", f"<div>{text}</div>", '{"x":"one two"}'),
                block("html", f"<div>{text}<section>{more}</section></div>"),
                "<!-- wp:separator --><hr/><!-- /wp:separator -->",
                "<!-- wp:latest-posts /-->",
            ]
        )
    )


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def around(name: str, parts: list[str]) -> str:
        return block(name, f'<div class="wp-block-{name}">{"".join(parts)}</div>')

    return st.builds(
        around,
        st.sampled_from(["group", "columns", "column", "cover", "media-text", "details"]),
        st.lists(inner, max_size=4),
    )


DOCUMENTS = st.lists(st.recursive(st.one_of(paragraphs(), leaves()), nested, max_leaves=12), max_size=8).map("".join)


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_no_word_of_a_document_of_blocks_is_lost(document):
    found = convert(document, WANTED)
    assert not lost(document, found)
    assert out_of_order(document, found) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=6))
@example(["0", "\xa00"])
def test_paragraphs_keep_every_sign_of_every_script(texts):
    classic = convert("\n\n".join(escape(text) for text in texts), WANTED)
    expected = [kept for text in texts if (kept := re.sub("[ \t\n\f\r]+", " ", text).strip(" "))]
    assert [plain(one.runs) for one in classic.blocks if isinstance(one, Paragraph)] == expected
    in_blocks = convert("".join(block("paragraph", f"<p>{escape(text)}</p>") for text in texts), WANTED)
    assert in_blocks.blocks == classic.blocks


PARTS = [
    *"<>[]/!-\"'= \nabc&#;{}\x00\ud800",
    *(
        "<!-- wp:",
        "<!-- /wp:a -->",
        "-->",
        "<!--more-->",
        "<p>",
        "</p>",
        "<li>",
        "<td>",
        "</table>",
        "<pre>",
        "<a href=",
        "http://a.b/",
    ),
    *(
        "[gallery",
        "[caption]",
        "[/caption]",
        "[ref]",
        "[[x a=1]]",
        "<img src=x>",
        '<sup data-fn="a">',
        "[1]",
        "&#0;",
        "<figure>",
    ),
    *(
        "[:en]",
        "<blockquote>",
        "<cite>",
        "\n\n",
        "<h2>",
        "<iframe src=",
        "<script>",
        "<table>",
        '{"id":1}',
        "wp:core/block ",
    ),
]
SOUP = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_no_content_raises(soup):
    convert(soup, Wanted(address="https://old.example.org/", footnotes=soup, elementor=""))
    convert("", Wanted(elementor=soup))
    assert len(seen("a b")) == 2
