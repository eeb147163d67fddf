"""Each of WordPress's own blocks, and those of others."""

from __future__ import annotations

import pytest

from tests import shared
from tests.importers.wordpress.content.making import UPLOADS, blocks, codes, read, text
from tests.importers.wordpress.content.test_conservation import DEV, contents
from tocsin.importers.prose import blocks as prose
from tocsin.importers.prose.blocks import (
    Cell,
    Embed,
    File,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Recording,
    Run,
    Table,
)


def block(name: str, html: str = "", attributes: str = "") -> str:
    inside = f"{name} {attributes}{' ' if attributes else ''}"
    return f"<!-- wp:{inside}-->\n{html}\n<!-- /wp:{name} -->"


def test_paragraph_heading_and_list():
    found = blocks(
        block("heading", '<h3 class="wp-block-heading">Title</h3>', '{"level":3}')
        + block("paragraph", '<p class="has-large-font-size">One<br>two</p>')
        + block(
            "list", f"<ol>{block('list-item', '<li>a</li>')}{block('list-item', '<li>b</li>')}</ol>", '{"ordered":true}'
        )
    )
    assert found == (
        Heading(3, (Run("Title"),)),
        Paragraph((Run("One\ntwo"),)),
        Listing(((Run("a"),), (Run("b"),)), ordered=True),
    )


def test_items_of_a_list_in_a_list_follow_and_are_told_of():
    found = read("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>")
    assert found.blocks == (Listing(((Run("a"),), (Run("b"),), (Run("c"),))),)
    assert [notice.code for notice in found.notices] == ["nested-list"]


def test_line_ends_in_blocks_are_spaces():
    assert blocks(block("paragraph", "<p>one\ntwo</p>")) == (Paragraph((Run("one two"),)),)


def test_image_with_its_caption():
    [picture] = blocks(
        block(
            "image",
            f'<figure class="wp-block-image"><img src="{UPLOADS}/dam-1024x768.jpg" alt="A dam" class="wp-image-6"/><figcaption>The dam</figcaption></figure>',
            '{"id":6}',
        )
    )
    assert picture == Picture(f"{UPLOADS}/dam.jpg", "A dam", (Run("The dam"),), attachment=6)


@pytest.mark.parametrize(
    "html",
    [
        block("gallery", f'<figure class="wp-block-gallery">{block("image", "<figure><img src=x.jpg class=wp-image-6><figcaption>one</figcaption></figure>")}{block("image", "<figure><img src=y.jpg class=wp-image-7></figure>")}<figcaption class="blocks-gallery-caption">All</figcaption></figure>'),
        block("gallery", '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="x.jpg"><figcaption>one</figcaption></figure></li><li class="blocks-gallery-item"><figure><img src="y.jpg"></figure></li></ul><figcaption>All</figcaption></figure>', '{"ids":[6,7]}'),
        block("gallery", '<ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure><img src="x.jpg"><figcaption>one</figcaption></figure></li><li><figure><img src="y.jpg"></figure></li></ul><p>All</p>'),
    ],
    ids=["inner images", "a list in a figure", "a list"],
)  # fmt: skip
def test_galleries_of_every_age(html):
    [gallery, *rest] = blocks(html)
    assert isinstance(gallery, Gallery)
    assert [text(one.caption) for one in gallery.pictures] == ["one", ""]
    assert " ".join([text(gallery.caption), *(one.text for one in rest)]).strip() == "All"


def test_a_gallery_that_only_names_numbers():
    [gallery] = blocks('<!-- wp:gallery {"ids":[6,7]} /-->')
    assert isinstance(gallery, Gallery)
    assert [one.attachment for one in gallery.pictures] == [6, 7]


def test_quotes_and_pullquotes():
    said = "<blockquote><p>One</p><p>two</p><cite>A. Person</cite></blockquote>"
    expected = Quote((Run("One"), Run("\n"), Run("two")), "A. Person")
    assert blocks(block("quote", said)) == (expected,)
    assert blocks(block("pullquote", f'<figure class="wp-block-pullquote">{said}</figure>')) == (expected,)
    [linked] = blocks(
        block("quote", '<blockquote><p>One</p><cite><a href="https://p.example/">P</a></cite></blockquote>')
    )
    assert linked == Quote((Run("One"), Run("\n"), Run("P", link="https://p.example/")))


def test_table_with_head_foot_and_caption():
    html = '<figure class="wp-block-table"><table><thead><tr><th>Town</th><th>Dead</th></tr></thead><tbody><tr><td>A</td><td><strong>3</strong></td></tr></tbody><tfoot><tr><td>All</td><td>3</td></tr></tfoot></table><figcaption>By town</figcaption></figure>'
    [table] = blocks(block("table", html))
    assert isinstance(table, Table)
    assert table.rows[0] == (Cell((Run("Town"),), heading=True), Cell((Run("Dead"),), heading=True))
    assert table.rows[1][1] == Cell((Run("3", bold=True),))
    assert (len(table.rows), table.caption) == (3, "By town")


def test_text_whose_spaces_count():
    assert blocks(block("code", "<pre><code>if x:\n    y &lt; 3</code></pre>")) == (Preformatted("if x:\n    y < 3"),)
    assert blocks(block("verse", '<pre class="wp-block-verse">Roses\n  are <em>red</em></pre>')) == (
        Paragraph((Run("Roses"), Run("\n"), Run("\u00a0 are "), Run("red", italic=True))),
    )


def test_embeds_old_and_new():
    html = '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://any.example/v\n</div><figcaption>A film</figcaption></figure>'
    expected = (Embed("https://any.example/v", caption=(Run("A film"),)),)
    assert blocks(block("embed", html, '{"url":"https://any.example/v"}')) == expected
    assert blocks(block("core-embed/youtube", html, '{"url":"https://any.example/v"}')) == expected
    assert blocks('<!-- wp:embed {"url":"https://any.example/v"} /-->') == (Embed("https://any.example/v"),)


def test_files_and_recordings():
    html = f'<div class="wp-block-file"><a href="{UPLOADS}/report.pdf">The report</a><a href="{UPLOADS}/report.pdf" class="wp-block-file__button" download>Download</a></div>'
    found = read(block("file", html, f'{{"id":11,"href":"{UPLOADS}/report.pdf"}}'))
    assert found.blocks == (File(f"{UPLOADS}/report.pdf", "The report", 11),)
    assert [(notice.code, notice.detail) for notice in found.notices] == [("left-out", "Download")]
    sound = f'<figure class="wp-block-audio"><audio controls src="{UPLOADS}/siren.mp3"></audio><figcaption>The siren</figcaption></figure>'
    assert blocks(block("audio", sound)) == (
        Recording("audio", f"{UPLOADS}/siren.mp3", "Siren", 8),
        Paragraph((Run("The siren"),)),
    )


def test_media_beside_text_covers_columns_and_groups_keep_their_order():
    media = f'<div class="wp-block-media-text"><figure><img class="wp-image-6" src="{UPLOADS}/dam.jpg"></figure><div>{block("paragraph", "<p>a</p>")}</div></div>'
    cover = (
        f'<div class="wp-block-cover" style="background-image:url(x)"><div>{block("paragraph", "<p>b</p>")}</div></div>'
    )
    columns = block(
        "columns", f"<div>{block('column', '<div><p>c</p></div>')}{block('column', '<div><p>d</p></div>')}</div>"
    )
    found = blocks(
        block("media-text", media)
        + block("cover", cover, f'{{"url":"{UPLOADS}/river.jpg","id":7}}')
        + block("group", f"<div>{columns}</div>")
    )
    assert [one.attachment if isinstance(one, Picture) else one.text for one in found] == [6, "a", 7, "b", "c", "d"]


def test_buttons_details_and_separators():
    found = read(
        block("buttons", f"<div>{block('button', '<div><a href=https://x.example/>Give</a></div>')}</div>")
        + block("details", "<details><summary>More</summary><p>inside</p></details>")
        + block("separator", "<hr>")
    )
    assert [one.text for one in found.blocks] == ["Give", "More", "inside"]
    assert found.blocks[0] == Paragraph((Run("Give", link="https://x.example/"),))
    assert codes(found) == [("separator", "")]


def test_what_wordpress_made_anew_is_told():
    found = read('<!-- wp:latest-posts /--><!-- wp:search {"label":"Search this site"} /-->')
    assert found.blocks == ()
    assert [(one.code, one.name, one.detail) for one in found.notices] == [
        ("dynamic", "core/latest-posts", ""),
        ("dynamic", "core/search", "Search this site"),
    ]


def test_unknown_blocks_keep_their_text_and_are_named():
    found = read(
        block("acme/card", f"<div>{block('paragraph', '<p>inner</p>')}</div>")
        + '<!-- wp:acf/quote {"data":{"said":"We will rebuild."}} /-->'
    )
    assert [one.text for one in found.blocks] == ["inner"]
    assert [(one.code, one.name, one.detail) for one in found.notices] == [
        ("unknown-block", "acme/card", ""),
        ("unknown-block", "acf/quote", "We will rebuild."),
    ]


def test_reusable_blocks_are_put_in_place_and_cannot_feed_themselves():
    reusable = {1: block("paragraph", "<p>shared</p>"), 2: '<!-- wp:block {"ref":2} /-->'}
    assert [one.text for one in blocks('<!-- wp:block {"ref":1} /-->', reusable=reusable)] == ["shared"]
    assert codes(read('<!-- wp:block {"ref":2} /-->', reusable=reusable)) == [("unknown-block", "core/block")]
    assert codes(read('<!-- wp:block {"ref":3} /-->')) == [("unknown-block", "core/block")]


def test_loose_text_between_blocks_is_kept():
    assert [one.text for one in blocks("before\n\nagain" + block("paragraph", "<p>a</p>") + "after")] == [
        "before",
        "again",
        "a",
        "after",
    ]


def test_headings_too_long_for_ours_stay_as_text():
    assert blocks(f"<h2>{'word ' * 50}</h2>") == (Paragraph((Run(("word " * 50).strip()),)),)


# The public test data for themes, by kind -----------------------------------------------------------------------


@shared.needs(DEV)
@pytest.mark.parametrize(
    ("holding", "kind", "least"),
    [
        ("<!-- wp:gallery", prose.Gallery, 5),
        ("<!-- wp:cover", prose.Picture, 10),
        ("<!-- wp:table", prose.Table, 3),
        ("<!-- wp:pullquote", prose.Quote, 4),
        ("<!-- wp:core-embed", prose.Embed, 5),
        ("<!-- wp:file", prose.File, 3),
        ("<!-- wp:audio", prose.Recording, 3),
        ("<!-- wp:code", prose.Preformatted, 3),
        ("<h2>Blockquotes</h2>", prose.Quote, 2),
        ("<dl>", prose.Listing, 3),
        ("[caption", prose.Picture, 10),
        ("<!-- wp:list", prose.Listing, 5),
    ],
)
def test_the_theme_unit_test_by_kind(holding, kind, least):
    found = [one for _name, said in contents() if holding in said for one in blocks(said) if isinstance(one, kind)]
    assert len(found) >= least
