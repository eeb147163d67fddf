"""Content from before there were blocks: paragraphs by empty lines, shortcodes, pictures with captions."""

from __future__ import annotations

from tests.importers.wordpress.content.making import UPLOADS, blocks, codes, paragraphs, read, text
from tocsin.importers.prose.blocks import (
    Embed,
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
from tocsin.importers.wordpress.content import relinked, split_languages


def test_empty_lines_part_paragraphs_and_line_ends_stay():
    assert paragraphs("One\r\ntwo\r\n\r\nthree\n \n\nfour<br />\nfive") == ["One\ntwo", "three", "four\nfive"]


def test_elements_that_part_text_end_a_paragraph():
    found = blocks("Before\n<h2>Title</h2>\nAfter\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<pre>  a\n\n  b</pre>end")
    assert found == (
        Paragraph((Run("Before"),)),
        Heading(2, (Run("Title"),)),
        Paragraph((Run("After"),)),
        Listing(((Run("one"),), (Run("two"),))),
        Preformatted("  a\n\n  b"),
        Paragraph((Run("end"),)),
    )


def test_levels_of_headings_are_those_we_have():
    assert [one.level for one in blocks("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>")] == [
        2,
        2,
        3,
        4,
        4,
        4,
    ]


def test_dress_and_links_stay_and_links_are_told():
    found = read(
        '<em>a <strong>b</strong></em> <a href="/old/">c</a> <a href="mailto:desk@x.example">d</a> <a href="javascript:x">e</a>'
    )
    assert found.blocks == (
        Paragraph(
            (
                Run("a ", italic=True), Run("b", italic=True, bold=True), Run(" "), Run("c", link="https://old.example.org/old/"),
                Run(" "), Run("d", link="mailto:desk@x.example"), Run(" e"),
            )
        ),
    )  # fmt: skip
    told: list[str] = []

    def tell(link: str) -> str:
        told.append(link)
        return link

    assert relinked(found.blocks, tell) == found.blocks
    assert told == ["https://old.example.org/old/", "mailto:desk@x.example"]


def test_a_caption_goes_with_its_picture():
    code = f'[caption id="attachment_5" align="alignleft" width="300"]<a href="{UPLOADS}/bridge.jpg"><img src="{UPLOADS}/bridge-300x200.jpg" alt="" /></a> The <em>new</em> bridge[/caption]'
    [picture] = blocks(code)
    assert picture == Picture(
        f"{UPLOADS}/bridge.jpg",
        "The bridge in spring",
        (Run("The "), Run("new", italic=True), Run(" bridge")),
        attachment=5,
    )
    [old] = blocks(
        '[wp_caption caption="From “afar”"]<img class="wp-image-5" src="https://cdn.example/bridge-150x150.jpg">[/wp_caption]'
    )
    assert isinstance(old, Picture)
    assert (old.attachment, text(old.caption)) == (5, "From “afar”")


def test_a_number_that_now_belongs_to_another_file_is_not_believed():
    [picture] = blocks('<img class="wp-image-5" src="https://elsewhere.example/cat.jpg" alt="A cat">')
    assert picture == Picture("https://elsewhere.example/cat.jpg", "A cat")


def test_galleries_by_number():
    [gallery] = blocks('[gallery ids="6,5" columns="2"]')
    assert isinstance(gallery, Gallery)
    assert [(one.attachment, one.text) for one in gallery.pictures] == [(6, ""), (5, "Seen from the east")]
    found = read('[gallery include="6,77"]')
    assert [block.attachment for block in found.blocks if isinstance(block, Picture)] == [6]
    assert codes(found) == [("picture-unknown", "77")]


def test_a_gallery_without_numbers_shows_what_was_uploaded_to_the_post():
    [gallery] = blocks("[gallery]")
    assert isinstance(gallery, Gallery)
    assert [one.attachment for one in gallery.pictures] == [7, 6]
    assert [one.attachment for one in blocks('[gallery exclude="7"]')] == [6]


def test_recordings_and_playlists():
    assert blocks(f'[audio mp3="{UPLOADS}/siren.mp3"][/audio]') == (
        Recording("audio", f"{UPLOADS}/siren.mp3", "Siren", 8),
    )
    assert blocks("[video]") == (Recording("video", f"{UPLOADS}/flood.mp4", "Flood", 10),)
    assert blocks('[playlist ids="8"]') == (Recording("audio", f"{UPLOADS}/siren.mp3", "Siren", 8),)
    assert blocks("[playlist type='video']") == (Recording("video", f"{UPLOADS}/flood.mp4", "Flood", 10),)
    assert blocks('<video controls><source src="/f.webm"><track src="/f.vtt"></video>') == (
        Recording("video", "https://old.example.org/f.webm", captions="https://old.example.org/f.vtt"),
    )


def test_addresses_on_their_own_line_are_shown_where_their_site_allows_it():
    found = blocks(
        "Look:\nhttps://youtu.be/abc\nThere.\n\nhttps://paper.example/story\n\n[embed width=3]https://vimeo.com/1[/embed]\n\n[youtube https://youtu.be/d]"
    )
    assert found == (
        Paragraph((Run("Look:"),)),
        Embed("https://youtu.be/abc"),
        Paragraph((Run("There."),)),
        Paragraph((Run("https://paper.example/story", link="https://paper.example/story"),)),
        Embed("https://vimeo.com/1"),
        Embed("https://youtu.be/d"),
    )


def test_unknown_shortcodes_keep_their_text_and_are_named():
    found = read('a [box color="red"]b <b>c</b>[/box] [sic] [1] [contact-form-7 id="3"] [recent_posts]')
    assert found.blocks == (Paragraph((Run("a b "), Run("c", bold=True), Run(" [sic] [1]"))),)
    assert codes(found) == [("unknown-shortcode", name) for name in ("box", "contact-form-7", "recent_posts")]


def test_doubled_brackets_show_a_shortcode():
    assert paragraphs('Write [[gallery ids="1"]] or [[caption]x[/caption]]') == [
        'Write [gallery ids="1"] or [caption]x[/caption]'
    ]


def test_shortcodes_inside_attributes_are_left_alone():
    found = read('<a href="/page/?x=[url]" title="[x y=1]">word</a>')
    assert found.blocks == (Paragraph((Run("word", link="https://old.example.org/page/?x=[url]"),)),)
    assert found.notices == ()


def test_more_and_next_page_part_the_text_and_are_told():
    found = read("one<!--more Read on-->two<!--nextpage-->three")
    assert [block.text for block in found.blocks] == ["one", "two", "three"]
    assert [(notice.code, notice.detail) for notice in found.notices] == [("more", "Read on"), ("page-break", "")]


def test_scripts_styles_and_forms_are_left_out_and_told():
    found = read(
        '<script>evil()</script><style>p{}</style><form>Your name <input></form><p onclick="x" style="color:red">kept</p><p style="display:none">unseen</p>'
    )
    assert found.blocks == (Paragraph((Run("kept"),)),)
    assert [(notice.name, notice.detail) for notice in found.notices] == [
        ("script", ""),
        ("style", ""),
        ("form", "Your name"),
        ("p", "unseen"),
    ]


def test_notes_among_editors_are_unwrapped():
    assert blocks('<p>a <mark class="wp-note" data-id="3">b</mark> c</p>') == (Paragraph((Run("a b c"),)),)


def test_emoji_are_text_and_counters_nothing():
    assert paragraphs(
        '<p>Hi <img class="emoji" alt="🙂" src="https://s.w.org/images/core/emoji/1.svg"> <img src="https://c.example/p.gif" width=1 height=1></p>'
    ) == ["Hi 🙂"]


def test_quotes_keep_who_said_them():
    assert blocks("<blockquote>One\n\ntwo <cite>A. Person</cite></blockquote>") == (
        Quote((Run("One"), Run("\n"), Run("two")), "A. Person"),
    )


def test_tall_and_wide_cells_keep_columns_in_place():
    [table] = blocks(
        "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b", ""], ["c", "d", "e"], ["", "f", "g"]]


def test_signs_of_every_script_stay_as_they_are():
    said = "Ще\u00a0не вмерла — می\u200cخواهم ကမ္ဘာ\u200bမြေ \u202bעברית\u202c 1\u202f000 क्‍ष"
    assert paragraphs(f"<p>{said}</p>") == [said]


def test_several_languages_in_one_text():
    assert split_languages("<!--:en-->Hello<!--:--><!--:uk-->Привіт<!--:-->") == {"en": "Hello", "uk": "Привіт"}
    assert split_languages("[:en]Hello[:uk]Привіт[:] 2020") == {"en": "Hello 2020", "uk": "Привіт 2020"}
    assert split_languages("{:en}a{:}{:pt-br}b{:}") == {"en": "a", "pt-br": "b"}
    assert split_languages("One language [:)") == {}
