"""Pictures with things planted beside the pixels, and a search for them that looks through every wrapping."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from functools import cache

import piexif
from PIL import Image, ImageCms, PngImagePlugin

SECRETS = {
    "author": "PLANTEDAUTHOR",
    "serial": "PLANTEDSERIAL",
    "comment": "PLANTEDCOMMENT",
    "date": "1987:06:05 04:03:02",
    "place": "PLANTEDPLACE",
    "xmp": "PLANTEDXMP",
    "iptc": "PLANTEDIPTC",
    "maker": "PLANTEDMAKERNOTE",
    "screen": "PLANTEDSCREEN",
    "trailing": "PLANTEDTRAILING",
}
GPS_LATITUDE = b"\x00\x00\x00\x2f\x00\x00\x00\x01\x00\x00\x00\x1f\x00\x00\x00\x01"  # 47/1 31/1, big-endian rationals


@cache
def profile() -> bytes:
    """A profile that everybody has."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def screen_profile() -> bytes:
    """The profile of one screen, with its name, its serial number and the computer it is at."""
    plain = profile()
    number = int.from_bytes(plain[128:132], "big")
    tags = [struct.unpack_from(">4sII", plain, 132 + 12 * at) for at in range(number)]
    bodies = {kind: plain[start : start + size] for kind, start, size in tags}
    secret = SECRETS["screen"].encode()
    bodies[b"desc"] = b"mluc" + struct.pack(">4xII4sII", 1, 12, b"enUS", 2 * len(secret), 28)
    bodies[b"desc"] += SECRETS["screen"].encode("utf-16-be")
    bodies[b"mmod"] = b"mmod\0\0\0\0" + secret
    bodies[b"meta"] = b"text\0\0\0\0EDID_serial=" + secret
    table, body, at = struct.pack(">I", len(bodies)), b"", 132 + 12 * len(bodies)
    for kind, content in bodies.items():
        table += struct.pack(">4sII", kind, at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    header = bytearray(plain[:128])
    header[0:4] = (at + len(body)).to_bytes(4, "big")
    header[80:84] = b"PLAN"
    return bytes(header) + table + body


def _thumbnail() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#ff0000").save(stream, "JPEG", comment=b"PLANTEDTHUMBNAIL")
    return stream.getvalue()


def exif(orientation: int = 1) -> bytes:
    return bytes(
        piexif.dump(
            {
                "0th": {
                    piexif.ImageIFD.Make: b"PLANTEDMAKE",
                    piexif.ImageIFD.Artist: SECRETS["author"].encode(),
                    piexif.ImageIFD.DateTime: SECRETS["date"].encode(),
                    piexif.ImageIFD.ImageDescription: SECRETS["place"].encode(),
                    piexif.ImageIFD.XPAuthor: tuple(SECRETS["author"].encode("utf-16-le")),
                    piexif.ImageIFD.Orientation: orientation,
                },
                "Exif": {
                    piexif.ExifIFD.BodySerialNumber: SECRETS["serial"].encode(),
                    piexif.ExifIFD.UserComment: b"ASCII\0\0\0" + SECRETS["comment"].encode(),
                    piexif.ExifIFD.MakerNote: b"Canon\0" + SECRETS["maker"].encode(),
                },
                "GPS": {
                    piexif.GPSIFD.GPSLatitudeRef: b"N",
                    piexif.GPSIFD.GPSLatitude: ((47, 1), (31, 1), (7, 1)),
                    piexif.GPSIFD.GPSLongitudeRef: b"E",
                    piexif.GPSIFD.GPSLongitude: ((37, 1), (33, 1), (5, 1)),
                },
                "thumbnail": _thumbnail(),
                "1st": {piexif.ImageIFD.Compression: 6},
            }
        )
    )


XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:source>" + SECRETS["xmp"].encode() + b"</dc:source></rdf:Description></rdf:RDF>"
    b'</x:xmpmeta><?xpacket end="w"?>'
)


def drawing(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Noise with one red corner, at the top and left."""
    image = Image.effect_noise(size, 40).convert("RGB")
    image.paste("#cc2200", (0, 0, size[0] // 2, size[1] // 2))
    return image


def picture(
    form: str, *, orientation: int = 1, size: tuple[int, int] = (640, 480), colours: bytes | None = None
) -> bytes:
    """A picture of *form* with everything planted that the form can carry; *colours* is its profile."""
    stream = io.BytesIO()
    options: dict[str, object] = {"exif": exif(orientation), "icc_profile": colours or screen_profile()}
    if form == "JPEG":
        options |= {"comment": SECRETS["comment"].encode(), "xmp": XMP}
    elif form == "PNG":
        options["pnginfo"] = _text_chunks()
    else:
        options["xmp"] = XMP
    drawing(size).save(stream, form, **options)
    data = stream.getvalue()
    if form == "JPEG":
        data = _with_iptc(data)
    return data + b"\n" + SECRETS["trailing"].encode()


def _text_chunks() -> PngImagePlugin.PngInfo:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", SECRETS["author"])
    chunks.add_text("Comment", SECRETS["comment"], zip=True)
    chunks.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    iptc = _iptc().hex()
    chunks.add_text("Raw profile type iptc", f"\niptc\n{len(iptc) // 2:8}\n{iptc}\n", zip=True)
    return chunks


def _iptc() -> bytes:
    record = b"\x1c\x02\x78" + struct.pack(">H", len(SECRETS["iptc"])) + SECRETS["iptc"].encode()
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)


def _with_iptc(data: bytes) -> bytes:
    body = b"Photoshop 3.0\0" + _iptc()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def _layers(data: bytes) -> list[bytes]:
    """The bytes, and what is found in them inflated or decoded."""
    layers = [data]
    for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data):
        try:
            layers.append(zlib.decompressobj().decompress(data[match.start() :], 100_000))
        except zlib.error:
            continue
    for layer in list(layers):
        encoded = re.findall(rb"[A-Za-z0-9+/]{24,}={0,2}", layer)
        # a run of 4n+1 letters is no whole code: its last letter belongs to what follows
        whole = [one[:-1] if len(one) % 4 == 1 else one for one in encoded]
        layers += [base64.b64decode(one + b"=" * (-len(one) % 4)) for one in whole]
        in_hex = re.findall(rb"(?:[0-9a-f]{2}){12,}", layer)
        layers += [bytes.fromhex(one.decode()) for one in in_hex]
    return layers


def survivors(data: bytes) -> set[str]:
    """Which of the planted things are in *data*, in any wrapping."""
    found = set()
    for layer in _layers(data):
        found |= {
            name
            for name, secret in SECRETS.items()
            if secret.encode() in layer or secret.encode("utf-16-le") in layer or secret.encode("utf-16-be") in layer
        }
        found |= {"position"} if GPS_LATITUDE in layer or _swapped(GPS_LATITUDE) in layer else set()
        found |= {"thumbnail"} if b"PLANTEDTHUMBNAIL" in layer else set()
        found |= {"anything"} if b"PLANTED" in layer else set()
    return found


def _swapped(data: bytes) -> bytes:
    return b"".join(data[at : at + 4][::-1] for at in range(0, len(data), 4))


EVERYTHING = {*SECRETS, "position", "thumbnail", "anything"}
PLANTED = {
    "JPEG": EVERYTHING,
    "PNG": EVERYTHING,
    "WEBP": EVERYTHING - {"iptc"},  # it has no place for it
    "AVIF": EVERYTHING - {"iptc", "thumbnail"},  # Pillow writes no thumbnail into it
}
