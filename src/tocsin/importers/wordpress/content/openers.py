"""What becomes of each block and each shortcode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tocsin.importers.prose.blocks import Embed, File, Picture, Recording
from tocsin.importers.prose.dress import address
from tocsin.importers.prose.elements import Element
from tocsin.importers.wordpress.content import media, named
from tocsin.importers.wordpress.content.grammar import Block
from tocsin.importers.wordpress.content.library import Attachment
from tocsin.importers.wordpress.content.planting import Planted
from tocsin.importers.wordpress.content.shortcodes import CORE, NOTES, PLAYED, Shortcode
from tocsin.importers.wordpress.content.walking import Walk

_SOUND_NAMES = ("src", "mp3", "m4a", "ogg", "wav", "flac", "wma")
_FILM_NAMES = ("src", "mp4", "m4v", "webm", "ogv", "flv", "wmv")
_MOST_STRINGS = 200


class Openers:
    """Opens the blocks and shortcodes of one text."""

    def __init__(self, planted: Planted) -> None:
        self.planted = planted
        self._names: dict[str, str] = {}
        """Labels of notes that have a name, by it."""

    # -- blocks

    def block(self, walk: Walk, element: Element) -> None:
        block = self.planted.blocks[int(element.get("data-n"))]
        state, before = walk.state, (walk.state.classic, walk.state.number, walk.state.embedding)
        state.flush()
        state.classic = _is_classic(block, whole=self.planted.is_classic, around=state.classic)
        state.embedding = state.embedding or named.is_embed(block.name)
        state.number = next(iter(media.numbers(_value(block, "id", "mediaId"))), 0)
        if block.name == "core/file":
            _file(walk, element, block)
        else:
            start = len(state.found)
            walk.children(element)
            state.flush()
            _from_attributes(walk, block, start)
        _tell(walk, block)
        state.classic, state.number, state.embedding = before

    # -- shortcodes

    def shows(self, element: Element) -> bool:
        """Return whether a shortcode puts something other than text into its place."""
        return self._shortcode(element).name in CORE

    def shortcode(self, walk: Walk, element: Element) -> None:
        one = self._shortcode(element)
        if one.name in NOTES:
            self._note(walk, element, one)
        elif opener := _OPENERS.get(one.name):
            opener(walk, element, one)
        elif one.name in PLAYED and (place := _played(one, element)):
            walk.state.put(Embed(place))
        else:
            walk.state.note("unknown-shortcode", one.name, one.source)
            walk.children(element)

    def _shortcode(self, element: Element) -> Shortcode:
        return self.planted.shortcodes[int(element.get("data-n"))]

    def _note(self, walk: Walk, element: Element, one: Shortcode) -> None:
        """A note written where its marker is to stand."""
        state, name = walk.state, one.attributes.get("name", "")
        runs = walk.runs(element)
        if runs:
            label = f"n{len(state.notes) + 1}"
            state.notes[label] = runs
            self._names[name] = label
        else:
            label = self._names.get(name, "") if name else ""
        if label:
            state.marker(label)
        else:
            state.note("marker-without-note", one.name, one.source)


def _is_classic(block: Block, *, whole: bool, around: bool) -> bool:
    """Return whether an empty line parts paragraphs in *block*."""
    if block.name != "core/freeform":
        return around
    html = block.html
    return whole or not block.loose or ("\n\n" in html and "<p" not in html)


def _value(block: Block, *names: str) -> Any:
    attributes = block.attributes or {}
    return next((attributes[name] for name in names if attributes.get(name)), "")


def _from_attributes(walk: Walk, block: Block, start: int) -> None:
    """Show what a block says only in its attributes."""
    state, empty = walk.state, len(walk.state.found) == start
    url = address(str(_value(block, "url", "mediaUrl", "src")), walk.state.wanted.address)
    if named.is_embed(block.name) and empty and url:
        state.put(Embed(url))
    elif block.name == "core/cover" and url and not _has_picture(walk, start, url):
        found = media.known(url, [state.number], state.wanted)
        shown = Picture(url) if found is None else Picture(found.address, found.alt, attachment=found.number)
        state.found.insert(start, state.part(shown))
    elif block.name == "core/gallery" and empty:
        _gallery(walk, media.numbers(_value(block, "ids")))
    elif block.name in {"core/image", "core/audio", "core/video"} and empty:
        known = state.wanted.library.by_number.get(state.number)
        state.found += [state.part(media.of(known))] if known is not None else []


def _has_picture(walk: Walk, start: int, url: str) -> bool:
    return any(
        isinstance(part.shape, Picture | Recording) and media.stem(part.shape.address) == media.stem(url)
        for part in walk.state.found[start:]
    )


def _file(walk: Walk, element: Element, block: Block) -> None:
    state = walk.state
    links = [link for link in element.iter("a") if "wp-block-file__button" not in link.get("class", "")]
    place = address(str(_value(block, "href")), state.wanted.address)
    place = place or next((found for a in links if (found := address(a.get("href") or "", state.wanted.address))), "")
    attachment = media.known(place, [state.number], state.wanted)
    if not place and attachment is None:
        walk.children(element)
        return
    title = " ".join(links[0].text_content().split()) if links else ""
    state.put(
        File(
            attachment.address if attachment else place,
            title or (attachment.title if attachment else ""),
            attachment.number if attachment else 0,
        )
    )
    buttons = [link for link in element.iter("a") if link not in links[:1]]
    for button in buttons:
        state.note("left-out", "a", button.text_content())
    rest = " ".join(element.text_content().split())
    if len(rest.replace(" ", "")) > sum(len("".join(a.text_content().split())) for a in element.iter("a")):
        state.note("left-out", block.name, rest)


def _tell(walk: Walk, block: Block) -> None:
    """Name a block that is not known, or that showed something new each time, with the words of its attributes."""
    if named.is_known(block.name):
        return
    code = "dynamic" if named.is_dynamic(block.name) else "unknown-block"
    walk.state.note(code, block.name, " ".join(_strings(block.attributes)))


def _strings(value: Any) -> list[str]:
    """Return the texts inside JSON *value*, in order, without recursion."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < _MOST_STRINGS:
        now = waiting.pop()
        if isinstance(now, str) and (" " in now.strip() or "://" in now):
            found.append(now.strip())
        elif isinstance(now, dict):
            waiting.extend(reversed(list(now.values())))
        elif isinstance(now, list):
            waiting.extend(reversed(now))
    return found


# -- shortcodes WordPress knows itself


def _captioned(walk: Walk, element: Element, one: Shortcode) -> None:
    state, before = walk.state, walk.state.number
    state.number = next(iter(media.numbers(one.attributes.get("id", ""))), 0)
    start_of = state.around
    with state.inside(start_of.element, kind="caption", listing=None, item=None, quote=None):
        start = len(state.found)
        walk.children(element)
        state.flush()
        if said := one.attributes.get("caption", "").strip():
            walk.fragment(said)
            state.flush()
        state.caption(start)
    state.number = before


def _gallery_code(walk: Walk, element: Element, one: Shortcode) -> None:
    state = walk.state
    chosen = media.numbers(one.attributes.get("ids") or one.attributes.get("include"))
    if not chosen:
        parent = next(iter(media.numbers(one.attributes.get("id"))), state.wanted.item)
        without = set(media.numbers(one.attributes.get("exclude")))
        own = state.wanted.library.of(parent) if parent else []
        chosen = [each.number for each in own if media.ending(each.address) in media.PICTURES - {""}]
        chosen = [number for number in chosen if number not in without]
    state.flush()
    if not _gallery(walk, chosen):
        state.note("picture-unknown", "gallery", one.source)
    walk.children(element)


def _gallery(walk: Walk, chosen: list[int]) -> bool:
    state, start = walk.state, len(walk.state.found)
    for number in chosen:
        found = state.wanted.library.by_number.get(number)
        if found is None:
            state.note("picture-unknown", str(number))
        elif media.ending(found.address) in media.PICTURES or not media.ending(found.address):
            state.put(Picture(found.address, found.alt, walk.read(found.caption), attachment=found.number))
    if len(state.found) == start:
        return False
    state.gather(start)
    return True


def _embed(walk: Walk, element: Element, one: Shortcode) -> None:
    said = " ".join(element.text_content().split()) or one.attributes.get("src", "") or " ".join(one.words[:1])
    place = address(said, "")
    if place.startswith("http"):
        walk.state.put(Embed(place))
    else:
        walk.state.note("unknown-shortcode", one.name, one.source)
        walk.children(element)


def _recorded(walk: Walk, element: Element, one: Shortcode) -> None:
    state, names = walk.state, _SOUND_NAMES if one.name == "audio" else _FILM_NAMES
    kinds = media.SOUNDS if one.name == "audio" else media.FILMS
    place = next(
        (found for name in names if (found := address(one.attributes.get(name, ""), state.wanted.address))), ""
    )
    place = place or next((found for word in one.words if (found := address(word, ""))), "")
    attachment = media.known(place, media.numbers(one.attributes.get("id", "")), state.wanted)
    if not place and attachment is None:
        own = state.wanted.library.of(state.wanted.item) if state.wanted.item else []
        attachment = next((each for each in own if media.ending(each.address) in kinds), None)
    if not place and attachment is None:
        state.note("picture-unknown", one.name, one.source)
    else:
        state.put(_recording("audio" if one.name == "audio" else "video", place, attachment))
    walk.children(element)


def _recording(kind: Any, place: str, attachment: Attachment | None) -> Recording | Embed:
    if attachment is not None:
        return Recording(kind, attachment.address, attachment.title, attachment.number)
    if media.ending(place) in media.SOUNDS | media.FILMS:
        return Recording(kind, place)
    return Embed(place)


def _playlist(walk: Walk, element: Element, one: Shortcode) -> None:
    state = walk.state
    kinds = media.FILMS if one.attributes.get("type") == "video" else media.SOUNDS
    chosen = media.numbers(one.attributes.get("ids") or one.attributes.get("include"))
    if not chosen and state.wanted.item:
        own = state.wanted.library.of(state.wanted.item)
        chosen = [each.number for each in own if media.ending(each.address) in kinds]
    for number in chosen:
        if (found := state.wanted.library.by_number.get(number)) is not None:
            state.put(media.of(found))
        else:
            state.note("picture-unknown", str(number))
    if not chosen:
        state.note("picture-unknown", one.name, one.source)
    walk.children(element)


def _played(one: Shortcode, element: Element) -> str:
    """Return the address a shortcode of a player names, in any of the ways they do."""
    said = [*(one.attributes.get(name, "") for name in ("url", "src", "link", "href")), *one.words]
    said.append(" ".join(element.text_content().split()))
    return next((found for each in said if (found := address(each.lstrip("="), "")).startswith("http")), "")


_OPENERS: dict[str, Callable[[Walk, Element, Shortcode], None]] = {
    "caption": _captioned,
    "wp_caption": _captioned,
    "gallery": _gallery_code,
    "embed": _embed,
    "audio": _recorded,
    "video": _recorded,
    "playlist": _playlist,
}
