"""Colour profiles without the device they were made for.

A profile says what a picture's numbers mean as colours, so it is kept. Those that screens and scanners are given also
name the device, often with its serial number, and the person's computer. Of such a profile only the colours are kept.
"""

from __future__ import annotations

import struct

MAX_BYTES = 1024 * 1024
_HEADER = 128
_MOST_TAGS = 100

_COLOURS = frozenset(
    b"wtpt bkpt chad chrm lumi rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 gamt "
    b"pre0 pre1 pre2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 cicp rig0 rig2 clro clrt".split()
)
_WORDS = frozenset(b"desc cprt dmnd dmdd vued tech meas view".split())
"""Tags that standard profiles have too: their names, conditions and copyright lines."""

_STANDARD = (
    "sRGB IEC61966-2.1", "sRGB IEC61966-2-1", "sRGB built-in", "GIMP built-in sRGB", "sRGB", "sRGB2014", "c2",
    "Adobe RGB (1998)", "AdobeRGB", "Compatible with Adobe RGB (1998)", "Display P3", "Display P3 Gamut", "DCI-P3",
    "ProPhoto RGB", "Apple RGB", "ColorMatch RGB", "Rec. 709", "Rec. 2020", "ITU-R BT.709", "ITU-R BT.2020",
    "Generic RGB Profile", "Generic Gray Profile", "Generic Gray Gamma 2.2 Profile", "Gray Gamma 2.2",
    "Gray Gamma 1.8", "Dot Gain 20%", "Dot Gain 15%", "Linear RGB", "uRGB",
)  # fmt: skip
"""Names that say nothing of a person: profiles that everybody has. Any other name is taken for a device's."""


def bare(profile: bytes) -> bytes:
    """Return *profile* unchanged if it is one that everybody has, else its colours alone; nothing if it is none.

    The colours a picture has by the profile that is returned are the same to the last bit.
    """
    tags = _tags(profile)
    if not tags:
        return b""
    if tags.keys() <= _COLOURS | _WORDS and _name(tags.get(b"desc", b"")) in _STANDARD:
        return profile
    return _written(profile[:_HEADER], {kind: body for kind, body in tags.items() if kind in _COLOURS})


def _tags(profile: bytes) -> dict[bytes, bytes]:
    """Read the tags; none of something that is no profile."""
    if not _HEADER + 4 <= len(profile) <= MAX_BYTES or profile[36:40] != b"acsp":
        return {}
    number = int.from_bytes(profile[_HEADER : _HEADER + 4], "big")
    if not 0 < number <= _MOST_TAGS or len(profile) < _HEADER + 4 + 12 * number:
        return {}
    entries = (struct.unpack_from(">4sII", profile, _HEADER + 4 + 12 * at) for at in range(number))
    return {kind: profile[start : start + size] for kind, start, size in entries if start + size <= len(profile)}


def _name(desc: bytes) -> str:
    """Read the profile's name, in its old form or its newer one of several languages, of which the first counts."""
    if desc[:4] == b"desc" and len(desc) > 12:  # noqa: PLR2004 - type, nothing, length
        length = int.from_bytes(desc[8:12], "big")
        return desc[12 : 12 + length].split(b"\0")[0].decode("latin-1")
    if desc[:4] == b"mluc" and desc[8:12] == b"\0\0\0\1" and len(desc) >= 28:  # noqa: PLR2004 - one record
        size, start = struct.unpack_from(">II", desc, 20)
        return desc[start : start + size].decode("utf-16-be", "replace").rstrip("\0")
    return ""


def _words(words: str, kind: bytes, *, modern: bool) -> bytes:
    if modern:
        text = words.encode("utf-16-be")
        return b"mluc" + struct.pack(">4xII4sII", 1, 12, b"enUS", len(text), 28) + text
    text = words.encode("ascii") + b"\0"
    if kind == b"cprt":
        return b"text\0\0\0\0" + text
    return b"desc" + struct.pack(">4xI", len(text)) + text + bytes(78)


def _written(header: bytes, colours: dict[bytes, bytes]) -> bytes:
    """Return a profile of *colours*: dated nowhere, made by nobody, for no device."""
    modern = header[8] >= 4  # noqa: PLR2004 - the version
    tags = {
        b"desc": _words("Colour profile", b"desc", modern=modern),
        b"cprt": _words("-", b"cprt", modern=modern),
        **colours,
    }
    at = _HEADER + 4 + 12 * len(tags)
    table, bodies = struct.pack(">I", len(tags)), b""
    for kind, body in tags.items():
        table += struct.pack(">4sII", kind, at + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    size = at + len(bodies)
    clean = bytearray(header)
    clean[0:4] = size.to_bytes(4, "big")
    clean[4:8] = bytes(4)  # preferred program
    clean[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # when it was made
    clean[48:56] = bytes(8)  # maker and model of the device
    clean[80:128] = bytes(48)  # who made it, its checksum, what else may stand there
    return bytes(clean) + table + bodies
