"""Pictures, recordings, files and frames as the elements of a text name them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tocsin.importers.prose.blocks import Embed, File, Picture, Recording
from tocsin.importers.prose.dress import address
from tocsin.importers.prose.elements import Element
from tocsin.importers.wordpress.content.converted import Wanted
from tocsin.importers.wordpress.content.library import Attachment

_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-full-url", "src")
_IMAGE_CLASS = re.compile(r"\bwp-image-(\d{1,12})\b", re.ASCII)
_NUMBERS = re.compile(r"\d{1,12}", re.ASCII)
_EMOJI = re.compile(r"\b(?:wp-smiley|emoji)\b")
_EMOJI_PLACE = re.compile(r"//s\.w\.org/images/core/emoji/|/wp-includes/images/smilies/")
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".svg", ".heic", ".tif", ".tiff"})
SOUNDS = frozenset({".mp3", ".m4a", ".ogg", ".oga", ".opus", ".flac", ".wav", ".wma", ".aac"})
FILMS = frozenset({".mp4", ".m4v", ".webm", ".ogv", ".mov", ".wmv", ".avi", ".mpg", ".mpeg", ".3gp", ".mkv", ".flv"})


def ending(place: str) -> str:
    """Return how the file at *place* ends, as ``.jpg``."""
    try:
        return PurePosixPath(urlsplit(place).path).suffix.lower()
    except ValueError:
        return ""


def numbers(source: object) -> list[int]:
    """Return the numbers in a list or a text of them, each once."""
    text = " ".join(map(str, source)) if isinstance(source, list) else str(source or "")
    return list(dict.fromkeys(int(one) for one in _NUMBERS.findall(text)))


def emoji(image: Element) -> str:
    """Return the sign an ``img`` stands for where WordPress made a picture of one."""
    small = _EMOJI.search(image.get("class", "")) or _EMOJI_PLACE.search(image.get("src", ""))
    return image.get("alt", "") if small else ""


def is_counter(image: Element) -> bool:
    """Return whether an ``img`` is there to count readers: it is one point large."""
    return "1" in {image.get("width", ""), image.get("height", "")} and image.get("width") == image.get("height")


def picture(image: Element, wanted: Wanted, number: int) -> Picture | None:
    """Return the picture an ``img`` shows; *number* is the attachment the block around names, or 0."""
    place = next((found for name in _SOURCES if (found := address(image.get(name) or "", wanted.address))), "")
    attachment = known(place, [_number(image), number], wanted)
    if attachment is None and not place:
        return None
    alt = " ".join(image.get("alt", "").split())
    if attachment is None:
        return Picture(place, alt=alt)
    return Picture(attachment.address or place, alt=alt or attachment.alt, attachment=attachment.number)


def _number(image: Element) -> int:
    match = _IMAGE_CLASS.search(image.get("class", ""))
    named = match[1] if match else image.get("data-id") or image.get("data-attachment-id") or ""
    return int(named) if _NUMBERS.fullmatch(named) else 0


def known(place: str, named: list[int], wanted: Wanted) -> Attachment | None:
    """Return the attachment at *place*, else the first that is *named*.

    The address decides: an earlier move may have left numbers behind that now belong to other files.
    """
    if place and (found := wanted.library.at(place)):
        return found
    for number in named:
        found = wanted.library.by_number.get(number)
        if found is not None and (not place or _same_name(place, found.address)):
            return found
    return None


def _same_name(place: str, other: str) -> bool:
    """Return whether two addresses may be of one file, kept by different hosts."""
    return stem(place) == stem(other)


def stem(place: str) -> str:
    try:
        name = PurePosixPath(urlsplit(place).path).stem.lower()
    except ValueError:
        return ""
    return re.sub(r"-(?:\d{1,5}x\d{1,5}|scaled)$", "", name)


def of(attachment: Attachment) -> Picture | Recording | File:
    """Return an attachment as what it is."""
    kind = ending(attachment.address)
    if kind in SOUNDS:
        return Recording("audio", attachment.address, attachment.title, attachment.number)
    if kind in FILMS:
        return Recording("video", attachment.address, attachment.title, attachment.number)
    if kind in PICTURES or not kind:
        return Picture(attachment.address, alt=attachment.alt, attachment=attachment.number)
    return File(attachment.address, attachment.title, attachment.number)


def recording(element: Element, wanted: Wanted, number: int) -> Recording | None:
    """Return what an ``audio`` or ``video`` element plays."""
    sources = [element.get("src"), *(inner.get("src") for inner in element.iter("source"))]
    place = next((found for one in sources if (found := address(one or "", wanted.address))), "")
    attachment = known(place, [number], wanted)
    if attachment is None and not place:
        return None
    tracks = [address(track.get("src") or "", wanted.address) for track in element.iter("track")]
    captions = next((track for track in tracks if track), "")
    title = " ".join(element.get("title", "").split()) or (attachment.title if attachment else "")
    return Recording(
        "audio" if element.tag == "audio" else "video",
        attachment.address if attachment else place,
        title,
        attachment.number if attachment else 0,
        captions,
    )


def frame(element: Element, wanted: Wanted) -> Embed | None:
    """Return what a frame, or an old plug-in's element, shows of another site."""
    names = ("src", "data-src", "data-lazy-src", "data")
    place = next((found for name in names if (found := address(element.get(name) or "", wanted.address))), "")
    return Embed(place, " ".join(element.get("title", "").split())) if place.startswith("http") else None
