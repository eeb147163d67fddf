"""What a picture's file holds beside the pixels, in words for the editor. It only informs: all of it goes."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

from PIL import ExifTags, Image

from tocsin.lib import colour_profiles
from tocsin.lib.words import gettext_noop as _

_Base, _IFD = ExifTags.Base, ExifTags.IFD
_EXIF_WORDS = {
    _Base.Make: _("camera"),
    _Base.Model: _("camera"),
    _Base.Software: _("software"),
    _Base.Artist: _("author"),
    _Base.Copyright: _("author"),
    _Base.DateTime: _("date"),
    _Base.ImageDescription: _("description"),
    _Base.HostComputer: _("computer"),
}
_EXIF_MORE_WORDS = {
    _Base.BodySerialNumber: _("serial number"),
    _Base.LensSerialNumber: _("serial number"),
    _Base.CameraOwnerName: _("author"),
    _Base.DateTimeOriginal: _("date"),
    _Base.DateTimeDigitized: _("date"),
    _Base.MakerNote: _("maker's note"),
    _Base.UserComment: _("comment"),
}
_JPEG_MARKER = re.compile(rb"\xff+[^\x00\x01\xd0-\xd7\xff]")
_START_OF_STEP, _END_OF_JPEG, _APP1, _APP13 = 0xDA, 0xD9, 0xE1, 0xED
_JPEG_SEGMENTS = ((_APP1, b"http://ns.adobe.com/", "XMP"), (_APP13, b"Photoshop 3.0\0", "IPTC"))
_PNG_TEXT, _END_OF_PNG = (b"tEXt", b"zTXt", b"iTXt"), b"IEND"


def found_beside(image: Image.Image, data: bytes) -> tuple[str, ...]:
    """Say what *data*, the file of *image*, holds beside its pixels. Nothing that the pixels spell is taken for it."""
    found: list[str] = []
    for look in (_in_exif, _in_info, _in_bytes):
        try:
            found += look(image, data)
        except Exception:  # noqa: BLE001 - what describes the file may be damaged in any way; it is not needed
            found.append(_("damaged metadata"))
    return tuple(dict.fromkeys(found))


def _in_exif(image: Image.Image, data: bytes) -> Iterator[str]:
    exif = image.getexif()
    if exif.get_ifd(_IFD.GPSInfo):
        yield _("GPS position")
    yield from (words for tag, words in _EXIF_WORDS.items() if tag in exif)
    more = exif.get_ifd(_IFD.Exif)
    yield from (words for tag, words in _EXIF_MORE_WORDS.items() if tag in more)
    if exif.get_ifd(_IFD.IFD1):
        yield _("thumbnail")


def _in_info(image: Image.Image, data: bytes) -> Iterator[str]:
    info = image.info
    if "xmp" in info or "XML:com.adobe.xmp" in info:
        yield "XMP"
    if image.format in {"JPEG", "MPO"}:
        for kind, start, _end in _jpeg_segments(data):
            yield from (words for of, sign, words in _JPEG_SEGMENTS if kind == of and data.startswith(sign, start + 2))
    if "comment" in info:
        yield _("comment")
    if image.format == "PNG" and any(kind in _PNG_TEXT for kind, _end in _png_chunks(data)):
        yield _("text")
    profile = info.get("icc_profile") or b""
    if profile and colour_profiles.bare(profile) != profile:
        yield _("a device's name in the colour profile")


def _in_bytes(image: Image.Image, data: bytes) -> Iterator[str]:
    if image.format == "MPO":
        yield _("further pictures")
    elif 0 < _ENDS[str(image.format)](data) < len(data):
        yield _("data after the picture")


def _end_of_boxes(data: bytes) -> int:
    """Where the last box ends, of those that make an AVIF."""
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or not kind.isalnum() or at + size > len(data):  # noqa: PLR2004 - a box begins with eight bytes
            return len(data) if size == 0 else at
        at += size
    return at


def jpeg_steps(data: bytes) -> tuple[int, int]:
    """Return in how many passes over its pixels a JPEG is built, and where it ends."""
    steps = 0
    for kind, _start, end in _jpeg_segments(data):
        if kind == _END_OF_JPEG:
            return steps, end
        steps += kind == _START_OF_STEP
    return steps, len(data)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Every segment of a JPEG: its kind, and where it begins (with its length) and ends."""
    at = 2
    while match := _JPEG_MARKER.search(data, at):
        start, kind = match.end(), data[match.end() - 1]
        if kind == _END_OF_JPEG:
            yield kind, start, start
            return
        at = start + max(int.from_bytes(data[start : start + 2], "big"), 2)
        yield kind, start, at


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The kind of every chunk of a PNG, and where it ends."""
    at = 8
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        at += 12 + size
        yield kind, at
        if kind == _END_OF_PNG:
            return


_ENDS: dict[str, Callable[[bytes], int]] = {
    "JPEG": lambda data: jpeg_steps(data)[1],
    "PNG": lambda data: next((end for kind, end in _png_chunks(data) if kind == _END_OF_PNG), len(data)),
    "WEBP": lambda data: struct.unpack_from("<I", data, 4)[0] + 8,
    "AVIF": _end_of_boxes,
}
