"""What the page builder Elementor kept, read for its text and pictures in their order."""

from __future__ import annotations

import json

from tests.importers.wordpress.content.making import UPLOADS, codes, read
from tocsin.importers.prose.blocks import Embed, Gallery, Heading, Listing, Paragraph, Picture, Quote, Run


def widget(kind: str, **settings: object) -> dict[str, object]:
    return {"id": "w", "elType": "widget", "widgetType": kind, "settings": settings, "elements": []}


def page(*widgets: dict[str, object]) -> str:
    column = {"id": "c", "elType": "column", "settings": [], "elements": list(widgets)}
    return json.dumps([{"id": "s", "elType": "section", "settings": {}, "elements": [column]}])


def test_widgets_in_their_order():
    data = page(
        widget("heading", title="Title", header_size="h3"),
        widget("text-editor", editor="<p>One <b>two</b></p><p>three</p>"),
        widget("image", image={"id": 6, "url": f"{UPLOADS}/dam.jpg"}, caption_source="custom", caption="The dam"),
        widget("image-gallery", wp_gallery=[{"id": 6, "url": "x"}, {"id": 7, "url": "y"}]),
        widget("video", video_type="youtube", youtube_url="https://youtu.be/a"),
        widget("button", text="Give", link={"url": "https://x.example/"}),
        widget("icon-list", icon_list=[{"text": "a"}, {"text": "b"}]),
        widget("testimonial", testimonial_content="Said", testimonial_name="A. Person", testimonial_job="Mayor"),
    )
    found = read("<p>the plain copy</p>", elementor=data).blocks
    assert found[:4] == (
        Heading(3, (Run("Title"),)),
        Paragraph((Run("One "), Run("two", bold=True))),
        Paragraph((Run("three"),)),
        Picture(f"{UPLOADS}/dam.jpg", "", (Run("The dam"),), attachment=6),
    )
    assert isinstance(found[4], Gallery)
    assert found[5:] == (
        Embed("https://youtu.be/a"),
        Paragraph((Run("Give", link="https://x.example/"),)),
        Listing(((Run("a"),), (Run("b"),))),
        Quote((Run("Said"),), "A. Person, Mayor"),
    )


def test_tabs_and_unknown_widgets_keep_their_text():
    found = read(
        "",
        elementor=page(
            widget("accordion", tabs=[{"tab_title": "Why", "tab_content": "<p>Because</p>"}]),
            widget("acme-card", title="Card", text="Its words", colour="red"),
        ),
    )
    assert [one.text for one in found.blocks] == ["Why", "Because", "Card", "Its words"]
    assert codes(found) == [("unknown-block", "elementor/acme-card")]


def test_data_that_cannot_be_read_leaves_the_content():
    found = read("<p>the plain copy</p>", elementor="{not json")
    assert [one.text for one in found.blocks] == ["the plain copy"]
    assert codes(found) == [("elementor-unreadable", "")]
    assert [one.text for one in read("<p>the plain copy</p>", elementor="[]").blocks] == ["the plain copy"]
