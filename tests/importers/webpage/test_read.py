"""What is read out of a page: the article and what it says of itself, and none of the furniture around it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.importers.prose.blocks import Heading, Listing, Paragraph, Picture, Quote, Table
from tocsin.importers.webpage.errors import NoArticle, PageTooLarge
from tocsin.importers.webpage.page import Page
from tocsin.importers.webpage.read import MAX_BYTES, read
from tocsin.lib.errors import TocsinError

PARAGRAPHS = (
    "The dam above the village gave way shortly before four in the morning, the fire service said on Tuesday.",
    "Water reached the first houses within a quarter of an hour, and about ninety families left on foot, it added.",
    "By noon the road to the coast was open again for ambulances, while the bridge stayed closed for everyone else.",
)
FURNITURE = """
<form role="search" class="search-form"><label>Search in title</label><input name="s"></form>
<div class="cookie-notice"><p>We use cookies to improve your experience on our site and show you offers.</p></div>
"""
BELOW = """
<div class="share-bar social"><a href="/f">Share on one</a> <a href="/t">Share on two</a></div>
<section class="related-posts"><h3>More to explore</h3>
<article><a href="/a"><h4>A harvest without rain</h4></a><p>June 3, 2021 Farmers of the plain count what is left.</p></article>
<article><a href="/b"><h4>The mayor resigns</h4></a><p>May 9, 2021 After eleven years in office he goes.</p></article></section>
<div id="respond" class="comment-respond"><h3>Leave a comment</h3><form><p>Your address will not be shown.</p>
<textarea></textarea></form></div>
<footer><p>Copyright The Valley Post. All rights reserved.</p></footer>
"""
SHOWN = "In the valley | The Valley Post"


def page(inside: str = "", *, head: str = "", language: str = "en") -> Page:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = (
        f'<html lang="{language}"><head><title>{SHOWN}</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>{FURNITURE}"
        f"<main><article><h1>In the valley</h1>{paragraphs}{inside}</article></main>{BELOW}</body></html>"
    )
    return read(html.encode(), today=date(2026, 1, 1))


def texts(found: Page) -> list[str]:
    return [block.text for block in found.blocks]


def test_the_article_is_taken_whole_and_in_order() -> None:
    assert texts(page()) == list(PARAGRAPHS)


def test_furniture_is_left_out_and_named() -> None:
    found = page()
    everything = "\n".join([found.headline, *texts(found)])
    for furniture in ("Search in title", "cookies", "Share on", "More to explore", "harvest", "comment", "Copyright"):
        assert furniture not in everything
    kinds = {one.kind for one in found.left_out}
    assert {"navigation", "cookie notice", "other articles", "comments", "share bar"} <= kinds


def test_the_headline_is_the_heading_without_the_name_of_the_site() -> None:
    assert page().headline == "In the valley"


def test_byline_date_and_language_are_what_the_page_says() -> None:
    head = (
        '<meta name="author" content="Ada Brook"><meta property="article:published_time" content="2025-05-06">'
        '<link rel="canonical" href="https://valley.example/news/in-the-valley">'
    )
    found = page(head=head)
    assert (found.byline, found.published, found.language, found.direction) == (
        ("Ada Brook",),
        date(2025, 5, 6),
        "en",
        "ltr",
    )


def test_an_address_is_nobodys_name() -> None:
    head = '<meta property="article:author" content="https://social.example/valleypost">'
    assert page(head=head).byline == ()


def test_no_date_after_today_is_believed() -> None:
    head = '<meta property="article:published_time" content="2031-05-06">'
    assert page(head=head).published != date(2031, 5, 6)


def test_a_day_in_the_address_counts() -> None:
    html = f"<html><body><article><h1>In the valley</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
    found = read(html.encode(), url="https://valley.example/2024/03/02/in-the-valley/", today=date(2026, 1, 1))
    assert found.published == date(2024, 3, 2)


def test_an_arabic_page_runs_from_right_to_left() -> None:
    words = "قالت فرق الإنقاذ إن المياه غمرت القرية قبل الفجر وإن عشرات العائلات غادرت منازلها سيرا على الأقدام. "
    html = f"<html lang='ar'><body><article><h1>في الوادي</h1>{f'<p>{words * 2}</p>' * 3}</article></body></html>"
    found = read(html.encode())
    assert (found.language, found.direction) == ("ar", "rtl")


def test_headings_lists_quotes_and_tables_keep_their_kind() -> None:
    found = page(
        "<h2>What is known</h2><p>Of the ninety families, sixty are with relatives, the village council said.</p>"
        "<ul><li>Drinking water comes by lorry.</li><li>The school is closed until Monday.</li></ul>"
        "<blockquote><p>We heard it before we saw it, and then we ran.</p></blockquote>"
        "<table><tr><th>Place</th><th>Houses</th></tr><tr><td>Upper village</td><td>41</td></tr></table>"
        "<p>The council will meet again on Thursday evening in the hall of the neighbouring town.</p>"
    )
    kinds = [type(block) for block in found.blocks]
    assert [kind for kind in kinds if kind is not Paragraph] == [Heading, Listing, Quote, Table]
    listing = next(block for block in found.blocks if isinstance(block, Listing))
    assert [len(listing.items), listing.ordered] == [2, False]


def test_a_picture_keeps_its_words_its_caption_and_its_credit() -> None:
    found = page(
        '<figure><img src="files/dam.jpg" alt="A broken dam"><figcaption>The dam on Tuesday. Photo: Ada Brook'
        "</figcaption></figure><p>Engineers had warned of cracks in the wall for two years, the council said.</p>"
    )
    picture = next(block for block in found.blocks if isinstance(block, Picture))
    assert (picture.address, picture.alt) == ("files/dam.jpg", "A broken dam")
    assert picture.text.startswith("The dam on Tuesday.")
    assert "Ada Brook" in picture.credit


def test_addresses_are_completed_where_the_page_says_where_it_was() -> None:
    found = page(
        '<p><img src="/files/dam.jpg" alt="A broken dam"></p><p>Engineers had warned of cracks, the council said.</p>',
        head='<link rel="canonical" href="https://valley.example/news/in-the-valley">',
    )
    picture = next(block for block in found.blocks if isinstance(block, Picture))
    assert picture.address == "https://valley.example/files/dam.jpg"


@pytest.mark.parametrize("source", ["data:image/png;base64,AAAA", "javascript:alert(1)", "//", "#top"])
def test_what_is_no_picture_on_its_own_is_left_out(source: str) -> None:
    found = page(f'<p><img src="{source}" alt="A broken dam"></p><p>Engineers had warned of cracks, they said.</p>')
    assert [block for block in found.blocks if isinstance(block, Picture)] == []


@pytest.mark.parametrize("empty", [b"", b"<html><body></body></html>", b"<html><body><script>x()</script></body>"])
def test_a_page_without_text_is_refused(empty: bytes) -> None:
    with pytest.raises(NoArticle):
        read(empty)


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(PageTooLarge, match="10,000,000 bytes"):
        read(b" " * (MAX_BYTES + 1))


def test_a_page_that_is_too_deep_is_refused_and_one_that_is_not_is_read() -> None:
    def nested(depth: int) -> bytes:
        return (f"<html><body>{'<div>' * depth}<p>{' '.join(PARAGRAPHS)}</p>{'</div>' * depth}</body></html>").encode()

    assert read(nested(20)).blocks
    with pytest.raises(PageTooLarge):
        read(nested(20_000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    with suppress(TocsinError):
        assert read(data).blocks


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["1", "2", "3", "a"]), max_size=5), st.booleans())
def test_every_marker_in_the_text_has_its_reference(labels: list[str], listed: bool) -> None:
    marked = " ".join(f"The council met again.[{label}]" for label in labels)
    notes = "".join(f"<p>[{label}] See the record, page {label}.</p>" for label in ("1", "2")) if listed else ""
    found = page(f"<p>{marked}</p>{notes}")
    markers = {run.reference for block in found.blocks for run in getattr(block, "runs", ()) if run.reference}
    assert markers == {reference.label for reference in found.references}
