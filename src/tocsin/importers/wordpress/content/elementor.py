"""The data of Elementor, a builder of pages, as HTML in the order its readers saw it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

_DEEPEST = 60
_LEVELS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLES = ("title", "title_text", "heading", "heading_title", "alert_title", "tab_title", "item_title", "name", "label")
_TEXTS = (
    "sub_heading", "editor", "content", "text", "description", "description_text", "alert_description", "tab_content",
    "item_description", "item_content", "inner_text", "caption", "html", "prefix", "suffix", "address",
    "button_text", "link_text", "highlighted_text", "before_text", "after_text", "rotating_text",
    "testimonial_content", "blockquote_content",
)  # fmt: skip
_PICTURES = ("image", "graphic_image", "bg_image", "selected_image", "photo", "testimonial_image")
_LISTS = (
    "icon_list", "tabs", "slides", "price_list", "features_list", "social_icon_list", "items", "list",
    "accordion_items",
)  # fmt: skip
_GALLERIES = ("wp_gallery", "gallery", "carousel")
_VIDEOS = ("youtube_url", "vimeo_url", "dailymotion_url", "external_url", "insert_url")

Settings = dict[str, Any]


def html(data: str) -> str | None:
    """Return the text and pictures of *data* as HTML in blocks; nothing where it is no data of Elementor's."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list):
        return None
    return "".join(part for element in found for part in _element(element, 0))


def _element(element: Any, depth: int) -> Iterator[str]:
    if not isinstance(element, dict) or depth > _DEEPEST:
        return
    settings = element.get("settings")
    if element.get("elType") == "widget" and isinstance(settings, dict):
        yield from _widget(str(element.get("widgetType") or ""), settings)
    inner = element.get("elements")
    for one in inner if isinstance(inner, list) else []:
        yield from _element(one, depth + 1)


def _widget(kind: str, settings: Settings) -> Iterator[str]:
    known = _WIDGETS.get(kind)
    if known is not None:
        yield from known(settings)
        return
    name = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter == "-") else "-" for letter in kind.lower()
    )
    inside = "".join(_any(settings, 0))
    if kind in _SILENT and not inside:
        return
    yield f"<!-- wp:elementor/{name or 'widget'} -->{inside}<!-- /wp:elementor/{name or 'widget'} -->"


def _any(settings: Settings, depth: int) -> Iterator[str]:
    """Read whatever text and pictures *settings* name under the names widgets use."""
    for name, value in settings.items():
        if name in _PICTURES:
            yield _image(value)
        elif name in _TITLES and isinstance(value, str) and value.strip():
            yield f"<p><strong>{_linked(value, settings)}</strong></p>"
        elif name in _TEXTS and isinstance(value, str) and value.strip():
            yield _rich(value)
        elif name in _GALLERIES:
            yield from _gallery(settings, name)
        elif name in _LISTS and isinstance(value, list) and depth < _DEEPEST:
            for one in value:
                yield from _any(one, depth + 1) if isinstance(one, dict) else ()


def _heading(settings: Settings) -> Iterator[str]:
    level = settings.get("header_size")
    tag = level if level in _LEVELS else "p" if level in {"div", "span", "p"} else "h2"
    if title := _text(settings, "title"):
        yield f"<{tag}>{_linked(title, settings)}</{tag}>"


def _editor(settings: Settings) -> Iterator[str]:
    yield _rich(_text(settings, "editor"))


def _picture(settings: Settings) -> Iterator[str]:
    said = _text(settings, "caption") if settings.get("caption_source") == "custom" else ""
    yield _image(settings.get("image"), said)


def _pictures(name: str) -> Callable[[Settings], Iterator[str]]:
    return lambda settings: _gallery(settings, name)


def _gallery(settings: Settings, name: str) -> Iterator[str]:
    chosen = settings.get(name)
    images = "".join(_image(one) for one in chosen if isinstance(one, dict)) if isinstance(chosen, list) else ""
    if images:
        yield f'<figure class="wp-block-gallery">{images}</figure>'


def _video(settings: Settings) -> Iterator[str]:
    hosted = settings.get("hosted_url")
    if settings.get("video_type") == "hosted" and isinstance(hosted, dict) and hosted.get("url"):
        yield f'<video src="{escape(str(hosted["url"]))}"></video>'
        return
    kind = f"{settings.get('video_type') or 'youtube'}_url"
    place = next((found for name in (kind, *_VIDEOS) if (found := _url(settings.get(name)))), "")
    if place:
        yield f'<iframe src="{escape(place)}"></iframe>'


def _sound(settings: Settings) -> Iterator[str]:
    if place := _url(settings.get("link")):
        yield f'<iframe src="{escape(place)}"></iframe>'


def _button(settings: Settings) -> Iterator[str]:
    if text := _text(settings, "text"):
        yield f"<p>{_linked(text, settings)}</p>"


def _list(settings: Settings) -> Iterator[str]:
    items = settings.get("icon_list")
    lines = [
        f"<li>{_linked(_text(one, 'text'), one)}</li>"
        for one in (items if isinstance(items, list) else [])
        if isinstance(one, dict)
    ]
    if lines:
        yield f"<ul>{''.join(lines)}</ul>"


def _testimonial(settings: Settings) -> Iterator[str]:
    words = _text(settings, "testimonial_content") or _text(settings, "blockquote_content")
    named = [_text(settings, name) for name in ("testimonial_name", "testimonial_job", "author_name")]
    name = ", ".join(one for one in named if one)
    yield _image(settings.get("testimonial_image"))
    if words or name:
        said = f"<blockquote>{_rich(words)}{f'<cite>{name}</cite>' if name else ''}</blockquote>"
        yield f"<!-- wp:quote -->{said}<!-- /wp:quote -->"


def _folded(settings: Settings) -> Iterator[str]:
    tabs = settings.get("tabs")
    for one in tabs if isinstance(tabs, list) else []:
        if isinstance(one, dict):
            if title := _text(one, "tab_title"):
                yield f"<h3>{title}</h3>"
            yield _rich(_text(one, "tab_content"))


def _code(settings: Settings) -> Iterator[str]:
    yield _text(settings, "html")


def _shortcode(settings: Settings) -> Iterator[str]:
    yield f"<div>{_text(settings, 'shortcode')}</div>"


def _divider(settings: Settings) -> Iterator[str]:
    yield "<hr>"
    if text := _text(settings, "text"):
        yield f"<p>{text}</p>"


def _boxed(settings: Settings) -> Iterator[str]:
    yield _image(settings.get("image"))
    if title := _text(settings, "title_text"):
        tag = settings.get("title_size") if settings.get("title_size") in _LEVELS else "h3"
        yield f"<{tag}>{_linked(title, settings)}</{tag}>"
    yield _rich(_text(settings, "description_text"))


def _counter(settings: Settings) -> Iterator[str]:
    figure = "".join(str(settings.get(name) or "") for name in ("prefix", "ending_number", "suffix"))
    said = " ".join(part for part in (figure, _text(settings, "title")) if part)
    if said:
        yield f"<p>{said}</p>"


# -- small parts


def _text(settings: Settings, name: str) -> str:
    value = settings.get(name)
    return value if isinstance(value, str) else ""


def _rich(text: str) -> str:
    """Text from the editor: in paragraphs of its own, or with empty lines between them."""
    if not text.strip():
        return ""
    return f"<!-- wp:freeform -->{text}<!-- /wp:freeform -->"


def _url(value: Any) -> str:
    value = value.get("url") if isinstance(value, dict) else value
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http", "/")) else ""


def _linked(text: str, settings: Settings) -> str:
    place = _url(settings.get("link"))
    return f'<a href="{escape(place)}">{text}</a>' if place else text


def _image(value: Any, caption: str = "") -> str:
    if not isinstance(value, dict) or not (value.get("url") or value.get("id")):
        return ""
    number, place, alt = (str(value.get(name) or "") for name in ("id", "url", "alt"))
    kind = f' class="wp-image-{number}"' if number.isdecimal() else ""
    image = f'<img src="{escape(place)}" alt="{escape(alt)}"{kind}>'
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


_SILENT = frozenset({"spacer", "menu-anchor", "social-icons", "share-buttons", "icon", "star-rating", "search-form"})
_WIDGETS: dict[str, Callable[[Settings], Iterator[str]]] = {
    "heading": _heading,
    "text-editor": _editor,
    "image": _picture,
    "image-gallery": _pictures("wp_gallery"),
    "gallery": _pictures("gallery"),
    "image-carousel": _pictures("carousel"),
    "video": _video,
    "audio": _sound,
    "button": _button,
    "icon-list": _list,
    "testimonial": _testimonial,
    "blockquote": _testimonial,
    "accordion": _folded,
    "toggle": _folded,
    "tabs": _folded,
    "html": _code,
    "shortcode": _shortcode,
    "divider": _divider,
    "image-box": _boxed,
    "icon-box": _boxed,
    "counter": _counter,
}
