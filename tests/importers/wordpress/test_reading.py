"""What an export says is what its records say, in every script; what is broken in it is mended and told with its line."""

from __future__ import annotations

import gzip
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.wordpress import wxr
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import limits, open_export
from tocsin.importers.wordpress.records import Author, Comment, Item, Repair, Term, TermRef

HOSTILE = (
    "]]>", "<![CDATA[", "]]]]><![CDATA[>", "]", "]]", ">", "&", "&amp;", "&amp;amp;", "&#8217;", "&nbsp;", "&bogus;", "<", "</title>",
    "</content:encoded>", "</item>", "<item>", "</channel></rss>", "<!-- wp:paragraph -->", "<!--", "-->", "<?php", "?>",
    "<!DOCTYPE x>", "<!ENTITY a 'b'>", "%00", "\\", "'", '"', "\n", "\n\n", "\t", "  ", "{{ x }}", "[caption]", "a:1:{",
    "Привіт, Їжак", "مرحبا بالعالم", "שלום", "你好世界", "नमस्ते", "こんにちは", "👩‍👩‍👧‍👦🇺🇦", "e\u0301", "\u202e\u200f\u2066", "\ufeff", "\u00a0",
    "\u0085", "\u2028", "\ufffd", "\U0001f600", "ı İ ß ﬁ", "<wp:post_id>9</wp:post_id>",
)  # fmt: skip
LETTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="\r\ufffe\uffff" + "".join(map(chr, [*range(9), 11, 12, *range(14, 32)])),
)
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(LETTERS, max_size=12)), max_size=8).map("".join)
WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)
MOMENTS = st.one_of(st.none(), st.datetimes().map(lambda at: at.replace(microsecond=0)))
NUMBERS = st.integers(0, 2**63 - 1)


def items(path: Path) -> list[Item]:
    with open_export(path) as export:
        return list(export.items())


def repairs(path: Path) -> list[tuple[int, str]]:
    with open_export(path) as export:
        return [(repair.line, repair.what) for repair in export.repairs]


@st.composite
def written(draw: st.DrawFn, wrap=wxr.cdata) -> tuple[str, Item]:
    """An item as it is written, and the record it must give."""

    def text() -> str:
        found = draw(TEXTS)
        return found if wrap is wxr.cdata else found.strip(" \t\n")

    date, modified = draw(MOMENTS), draw(MOMENTS)
    gmt = draw(MOMENTS)
    terms = draw(st.lists(st.tuples(WORDS, WORDS, TEXTS.map(str.strip)), max_size=3, unique=True))
    meta = draw(st.lists(st.tuples(WORDS.map("x{}".format), TEXTS), max_size=3, unique_by=lambda pair: pair[0]))
    threads = [
        (number, text(), draw(st.integers(0, number - 1)), draw(st.sampled_from(["0", "1", "trash"])))
        for number in range(1, draw(st.integers(0, 4)) + 1)
    ]
    title, content, excerpt, slug = text(), text(), text(), draw(WORDS)
    identifier, parent, order = draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)
    kind, status, password, sticky = draw(WORDS), draw(WORDS), draw(TEXTS), draw(st.booleans())
    xml = wxr.item(
        identifier, title=title, content=content, excerpt=excerpt, slug=slug, date=date, gmt=gmt, modified=modified,
        parent=parent, order=order, type=kind, status=status, password=password, sticky=sticky, terms=terms, meta=meta,
        wrap=wrap, comments=[wxr.comment(*one[:2], parent=one[2], approved=one[3], date=date, wrap=wrap) for one in threads],
    )  # fmt: skip
    aware = date.replace(tzinfo=UTC) if date else None
    expected = Item(
        id=identifier, type=kind, title=title, guid=f"https://old.example/?p={identifier}", creator_login="ada",
        content=content, excerpt=excerpt, date_local=date, date_gmt=gmt.replace(tzinfo=UTC) if gmt else None,
        modified_local=modified, modified_gmt=modified.replace(tzinfo=UTC) if modified else None, slug=slug,
        status=status, parent=parent, menu_order=order, password=bool(password), sticky=sticky, comment_status="open",
        terms=tuple(TermRef("post_tag" if taxonomy == "tag" else taxonomy, slug, name) for taxonomy, slug, name in terms),
        meta={key: (value,) for key, value in meta},
        comments=tuple(
            Comment(number, "", aware, date, content, approved, "comment", parent)
            for number, content, parent, approved in threads
        ),
    )  # fmt: skip
    return xml, expected


def unplaced(item: Item) -> Item:
    return replace(item, line=0)


@pytest.mark.parametrize("wrap", [wxr.cdata, lambda text: escape(text, quote=False)], ids=["CDATA", "escaped"])
@pytest.mark.parametrize("whole", [True, False], ids=["at once", "piece by piece"])
def test_any_item_comes_back_as_it_was_written(
    wrap, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not whole:
        monkeypatch.setattr(limits, "MAX_WHOLE", 0)

    @settings(max_examples=20, deadline=None)
    @given(st.lists(written(wrap), min_size=1, max_size=3))
    def check(found: list[tuple[str, Item]]) -> None:
        path = wxr.write(tmp_path / "export.xml", *(xml for xml, _ in found))
        with open_export(path) as export:
            assert export.repairs == ()
            assert [unplaced(item) for item in export.items()] == [item for _, item in found]

    check()


@settings(max_examples=20, deadline=None)
@given(
    slug=WORDS,
    name=TEXTS,
    description=TEXTS,
    parent=WORDS,
    first=TEXTS,
    meta=st.dictionaries(WORDS.map("x{}".format), TEXTS, max_size=2),
)
def test_terms_and_authors_come_back_in_every_script(  # noqa: PLR0917
    tmp_path_factory, slug: str, name: str, description: str, parent: str, first: str, meta: dict[str, str]
) -> None:
    path = wxr.write(
        tmp_path_factory.getbasetemp() / "terms.xml",
        wxr.author(slug, id=7, first=first.replace("@", ""), display_name="Ada"),
        wxr.category(slug, name, id=1, parent=parent, description=description),
        wxr.tag(slug, name, id=2, description=description),
        wxr.term("place", slug, name, id=3, parent=parent, description=description, meta=meta),
    )
    with open_export(path) as export:
        assert export.authors == (Author(7, slug, "Ada", first.replace("@", "").strip(), ""),)
        assert export.terms == (
            Term(1, "category", slug, parent, name, description),
            Term(2, "post_tag", slug, "", name, description),
            Term(3, "place", slug, parent, name, description),
        )
        assert export.repairs == ()


def test_the_channel_is_read(tmp_path: Path) -> None:
    with open_export(wxr.write(tmp_path / "a.xml", wxr.item(), title="R & D")) as export:
        site = export.site
    assert (site.title, site.link, site.language, site.version) == ("R & D", "https://old.example", "en-GB", "1.2")


def test_zeros_are_no_date_and_a_lone_pubdate_is_one(tmp_path: Path) -> None:
    xml = wxr.item().replace("<pubDate></pubDate>", "<pubDate>Wed, 01 May 2024 10:00:00 +0200</pubDate>")
    (item,) = items(wxr.write(tmp_path / "a.xml", xml))
    assert (item.date_local, item.date_gmt) == (None, datetime(2024, 5, 1, 8, 0, tzinfo=UTC))
    (item,) = items(wxr.write(tmp_path / "a.xml", wxr.item()))
    assert (item.date_local, item.date_gmt) == (None, None)


def test_version_1_0_names_each_term_twice_and_calls_tags_tag(tmp_path: Path) -> None:
    xml = wxr.item(
        more="<category><![CDATA[News]]></category><category domain='category' nicename='news'><![CDATA[News]]></category>"
        "<category domain='tag'><![CDATA[Dam]]></category><category domain='tag' nicename='dam'><![CDATA[Dam]]></category>"
        "<category><![CDATA[Alone]]></category>"
    )
    (item,) = items(wxr.write(tmp_path / "a.xml", xml, version="1.0"))
    assert item.terms == (
        TermRef("category", "news", "News"),
        TermRef("post_tag", "dam", "Dam"),
        TermRef("category", "", "Alone"),
    )


def test_prefixes_are_what_their_address_says(tmp_path: Path) -> None:
    xml = (
        wxr.export(wxr.item(7))
        .replace("wp:", "press:")
        .replace("xmlns:wp", "xmlns:press")
        .replace("xmlns:content", "xmlns:c")
        .replace("content:encoded", "c:encoded")
    )
    path = tmp_path / "a.xml"
    path.write_text(xml, encoding="utf-8")
    (item,) = items(path)
    assert (item.id, item.content, repairs(path)) == (7, "A text.", [])
    path.write_text(
        wxr.export(wxr.item(7)).replace('http://wordpress.org/export/1.2/"', 'https://elsewhere.example/"'),
        encoding="utf-8",
    )
    with pytest.raises(ExportRefused, match="does not say which version"):
        items(path)


BROKEN = {
    "a bare &": ("<title>Rice & beans &copy=1</title>", "Rice & beans &copy=1", "A bare & was read as the sign itself."),
    "a reference of HTML": ("<title>a&nbsp;b&eacute;</title>", "a\u00a0bé", "A reference XML does not know, such as &nbsp;, was read as the letter it names."),
    "a forbidden reference": ("<title>a&#0;b&#xFFFF;</title>", "ab", "References to characters that no text may hold were dropped."),
    "a control character": ("<title><![CDATA[a\x08\x00b]]></title>", "ab", "Control characters were dropped."),
    "]]> unescaped": ("<title><![CDATA[if (a[b[0]]>1) {]]></title>", "if (a[b[0]]>1) {", "]]> stands unescaped inside a CDATA section; it was kept as text."),
    "]]> unescaped, with tags": ("<title><![CDATA[a ]]> <b>c</b> ]]> d]]></title>", "a ]]> <b>c</b> ]]> d", "]]> stands unescaped inside a CDATA section; it was kept as text."),
    "CDATA inside CDATA": ("<title><![CDATA[This has <![CDATA[ opening and ]]> closing <![CDATA[ like this: ]]>]]></title>", "This has <![CDATA[ opening and ]]> closing <![CDATA[ like this: ]]>", "]]> stands unescaped inside a CDATA section; it was kept as text."),
    "a bare <": ("<title>5 < 6 <3</title>", "5 < 6 <3", "Markup that was not escaped was kept as text."),
    "markup": ("<title>so <b>bold</b></title>", "so <b>bold</b>", "Markup that was not escaped was kept as text."),
    "no end": ("<title>Unclosed\n", "Unclosed", "<title> is not closed; it was taken to end where the next element begins."),
    "no end after CDATA": ("<title><![CDATA[Unclosed]]>\n", "Unclosed", "<title> is not closed; it was taken to end where the next element begins."),
    "no end of CDATA": ("<title><![CDATA[Unclosed</title>\n<link>https://x.example</link><dc:creator><![CDATA[bo]]></dc:creator>", "Unclosed", "A CDATA section is not closed; it was taken to end with its element."),
    "an end too many": ("</b><title>Fine</title>", "Fine", "The end of <b> stands where none is open; it was left out."),
    "a wrong end": ("<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value><title>Fine</title>", "Fine", None),
    "stray text": ("oops<title>Fine</title>", "Fine", "Text outside any element was left out."),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_mended_and_told_with_its_line(case: str, tmp_path: Path) -> None:
    xml, title, told = BROKEN[case]
    first = wxr.item(1, title="Before")
    broken = wxr.item(2).replace(wxr.element("title", "A title"), xml)
    path = wxr.write(tmp_path / "a.xml", first, broken, wxr.item(3, title="After"))
    line = path.read_text(encoding="utf-8").index(xml)
    before = path.read_text(encoding="utf-8").count("\n", 0, line) + 1
    assert [(item.id, item.title) for item in items(path)] == [(1, "Before"), (2, title), (3, "After")]
    assert items(path)[1].content == "A text."
    found = repairs(path)
    assert {what for _, what in found} == (
        {told} if told else {"<wp:postmeta> is not closed; it was taken to end where the next element begins."}
    )
    assert {line - before for line, _ in found} <= {0, 1, 2, 3}
    assert min(line for line, _ in found) in {before, before + 1} or told is None


def test_a_prefix_nobody_declared_is_read_as_usual_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        wxr.export(wxr.item(7), wxr.item(8)).replace('xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
        encoding="utf-8",
    )
    assert [item.creator_login for item in items(path)] == ["ada", "ada"]
    assert [what for _, what in repairs(path)] == ["The prefix dc: is not declared; it was read as in other exports."]


@pytest.mark.parametrize("whole", [True, False], ids=["at once", "piece by piece"])
def test_a_file_that_breaks_off_anywhere_keeps_what_was_whole(
    whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not whole:
        monkeypatch.setattr(limits, "MAX_WHOLE", 0)
    parts = [
        wxr.item(number, comments=[wxr.comment(number, "Ї ]]> x")], terms=[("category", "a", "A")])
        for number in (1, 2, 3)
    ]
    full = wxr.export(*parts)
    path = wxr.write(tmp_path / "a.xml", *parts)
    expected = items(path)
    ends = [full.index(part) + len(part) - 1 for part in parts]
    path = tmp_path / "b.xml"
    start = full.index("<item>")
    for cut in range(start, len(full) - 2, 31 if whole else 67):
        path.write_bytes(full[:cut].encode())
        with open_export(path) as export:
            found = list(export.items())
            told = [repair for repair in export.repairs if "breaks off" in repair.what]
        complete = sum(end <= cut for end in ends)
        assert [item for item in found if not item.truncated] == expected[:complete]
        assert len(found) - complete <= 1
        assert len(told) == 1


def test_an_item_that_lacks_its_end_ends_where_the_next_begins(tmp_path: Path) -> None:
    path = wxr.write(tmp_path / "a.xml", wxr.item(1).replace("</item>", ""), wxr.item(2))
    assert [(item.id, item.truncated) for item in items(path)] == [(1, False), (2, False)]
    assert "<item> is not closed; it was taken to end where the next element begins." in dict(
        map(reversed, repairs(path))
    )


def test_blocks_nobody_escaped_are_kept(tmp_path: Path) -> None:
    content = "<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->"
    path = wxr.write(tmp_path / "a.xml", wxr.item(1).replace(wxr.cdata("A text."), content))
    assert [item.content for item in items(path)] == [content]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251", "iso-8859-5", "koi8-u", "utf-16-be"])
def test_declared_encodings_and_marks_are_believed(encoding: str, tmp_path: Path) -> None:
    text = wxr.export(
        wxr.item(title="Київ ґанок" if encoding == "koi8-u" else "Привет"), encoding=encoding.removesuffix("-sig")
    )
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode(encoding))
    assert [item.title for item in items(path)] == ["Київ ґанок" if encoding == "koi8-u" else "Привет"]
    assert repairs(path) == []


def test_a_mark_outweighs_the_declaration(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(wxr.export(wxr.item(title="Привет"), encoding="UTF-8").encode("utf-16"))
    assert [item.title for item in items(path)] == ["Привет"]
    assert repairs(path) == [(1, "The file calls itself UTF-8 and is marked as utf-16-le; it was read as utf-16-le.")]


def test_a_stray_byte_in_utf_8_is_replaced_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(
        wxr.export(wxr.item(title="X", content="Довгий текст українською мовою")).encode().replace(b"[X]", b"[a\xd0b]")
    )
    assert [item.title for item in items(path)] == ["a\ufffdb"]
    assert repairs(path) == [(12, "Bytes that are no UTF-8 were replaced by \ufffd.")]


@pytest.mark.parametrize(
    ("declared", "actual", "told"),
    [
        ("UTF-8", "cp1251", "calls itself UTF-8, but its bytes are not"),
        ("UTF-8", "latin-1", "calls itself UTF-8, but its bytes are not"),
        ("windows-1251", "utf-8", "calls itself windows-1251, but its bytes are UTF-8"),
        ("ISO-8859-1", "utf-8", "calls itself ISO-8859-1, but its bytes are UTF-8"),
        ("UTF-16", "utf-8", "calls itself UTF-16, but it is not"),
        ("UTF-8", "utf-16-le", "calls itself UTF-8, but it is utf-16-le"),
        ("UTF-7", "utf-8", "'UTF-7', which cannot be read"),
        ("zlib_codec", "utf-8", "which cannot be read"),
        ("EBCDIC-CP-US", "utf-8", "which cannot be read"),
        ("UTF-32", "utf-32", "is UTF-32"),
    ],
)  # fmt: skip
def test_an_encoding_that_lies_is_refused(declared: str, actual: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    title = "Crème brûlée" if actual == "latin-1" else "Привет"
    path.write_bytes(wxr.export(wxr.item(title=title), encoding=declared).encode(actual))
    with pytest.raises(ExportRefused, match=told) as refused:
        items(path)
    assert "\n" not in str(refused.value)


def test_line_ends_are_one_and_lines_are_counted_by_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(
        wxr.export(wxr.item(content="a\n\nb & c"))
        .replace(wxr.cdata("a\n\nb & c"), "a\n\nb & c")
        .replace("\n", "\r\n")
        .encode()
    )
    assert [item.content for item in items(path)] == ["a\n\nb & c"]
    text = path.read_text(encoding="utf-8")
    assert repairs(path) == [(text[: text.index("b & c")].count("\n") + 1, "A bare & was read as the sign itself.")]


def test_gzip_and_zip_hold_the_same_export(tmp_path: Path) -> None:
    parts = [wxr.item(number, title=f"Стаття {number}") for number in (1, 2, 3)]
    plain = items(wxr.write(tmp_path / "a.xml", *parts))
    (tmp_path / "a.gz").write_bytes(gzip.compress(wxr.export(*parts).encode()))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/export.xml", wxr.export(*parts))
        archive.writestr("__MACOSX/folder/._export.xml", b"\0\0")
        archive.writestr("uploads/photo.jpg", b"\xff\xd8")
    assert items(tmp_path / "a.gz") == plain == items(tmp_path / "a.zip")


def test_the_parts_of_a_zip_are_one_export_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    shared = [wxr.author("ada"), wxr.category("news", "News")]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in (10, 9, 1):
            archive.writestr(f"site.part-{number}.xml", wxr.export(*shared, wxr.item(number, title="a & b", wrap=str)))
    with open_export(tmp_path / "a.zip") as export:
        assert [item.id for item in export.items()] == [1, 9, 10]
        assert (export.counts.authors, export.counts.terms, export.counts.total) == (1, {"category": 1}, 3)
        assert [repair.file for repair in export.repairs] == [f"site.part-{number}.xml" for number in (1, 9, 10)]


def test_a_gzip_that_breaks_off_gives_what_it_holds(tmp_path: Path) -> None:
    packed = gzip.compress(wxr.export(*(wxr.item(number, content=str(number) * 999) for number in range(200))).encode())
    (tmp_path / "a.gz").write_bytes(packed[: len(packed) // 2])
    with open_export(tmp_path / "a.gz") as export:
        assert 20 < export.counts.total < 200
        assert export.repairs[0] == Repair(0, "The compressed file breaks off; what it holds until there was read.")


def test_each_item_can_be_set_aside_while_the_file_is_checked(tmp_path: Path) -> None:
    found: list[Item] = []
    with open_export(wxr.write(tmp_path / "a.xml", wxr.item(1), wxr.item(2)), each=found.append) as export:
        assert found == list(export.items())


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    path = wxr.write(tmp_path / "a.xml", wxr.item())
    with open_export(path) as export:
        wxr.write(path, wxr.item(), wxr.item())
        with pytest.raises(ExportRefused, match="has changed"):
            list(export.items())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    *HOSTILE,
                    "<title>",
                    "<wp:postmeta>",
                    "<wp:comment>",
                    "</wp:comment>",
                    "<x a='1'>",
                    "<x/>",
                    "<wp:post_id>",
                    "<![CDATA[a]]>",
                ]
            ),
            TEXTS,
        ),
        max_size=12,
    ).map("".join)
)
def test_no_damage_makes_the_reader_fail_or_lose_its_place(tmp_path_factory, damage: str) -> None:
    path = wxr.write(tmp_path_factory.getbasetemp() / "damaged.xml", wxr.item(1), wxr.item(2, more=damage), wxr.item(3))
    with suppress(ExportRefused):
        assert items(path)[0].id == 1
