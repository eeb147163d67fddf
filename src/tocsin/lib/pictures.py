"""Pictures without anything but the picture: pixels decoded and encoded anew, only the colour profile kept.

What a camera, an editor or a phone writes beside the pixels (position, serial number, author, dates, thumbnails,
comments, whatever is appended to the file) can betray who took a picture, and where. Nothing is filtered: a new file
is written from the pixels, so that what is not known cannot survive either (decision 0030).
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

from PIL import ExifTags, Image, ImageCms, JpegImagePlugin, UnidentifiedImageError

from tocsin.lib import colour_profiles, picture_metadata
from tocsin.lib.errors import TocsinError
from tocsin.lib.words import gettext_noop as _

FORMS = ("JPEG", "PNG", "WEBP", "AVIF")
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_STORED = 4 * MAX_PIXELS + MAX_BYTES
"""Bytes of a picture as it is kept: written anew it can be longer than it came, by four bytes a pixel at most."""
MAX_STEPS = 50
"""A progressive JPEG has about ten; every further one costs the decoder a pass over all pixels."""
HUGE = 12_000_000
"""Pixels above which an AVIF is kept in another form: writing one of 40 million pixels takes more than 1 GB."""

# First bytes of forms that are not taken, to say what came instead.
_OTHERS = (
    (b"GIF8", _("This is a GIF: save it as JPEG or PNG.")),
    (b"II*\0", _("This is a TIFF: save it as JPEG or PNG.")),
    (b"MM\0*", _("This is a TIFF: save it as JPEG or PNG.")),
    (b"BM", _("This is a BMP: save it as JPEG or PNG.")),
    (b"%PDF", _("This is a PDF: save its page as JPEG or PNG.")),
    (b"PK\3\4", _("This is an archive or a document: take the picture out of it.")),
)
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class PictureRefused(TocsinError):
    """A file is not taken as a picture; the text says why and what to do.

    *sentence* and *values* are kept apart, so that who shows it to a person can translate it.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.sentence = sentence
        self.values = values


@dataclass(frozen=True)
class Scrubbed:
    """A clean picture: the bytes of its new file, its form (a Pillow format name), its size in pixels."""

    data: bytes
    form: str
    width: int
    height: int
    removed: tuple[str, ...]
    """What was found beside the pixels and is gone, in words for the editor (``picture_metadata``)."""

    @property
    def extension(self) -> str:
        return EXTENSIONS[self.form]


def scrub(data: bytes) -> Scrubbed:
    """Return the picture in *data*, upright, as a new file that holds its pixels and colour profile alone.

    The content decides what it is, not a name. Raises ``PictureRefused`` for anything but one still JPEG, PNG, WebP
    or AVIF picture of at most 20 MB and 40 million pixels that can be decoded to its end.
    """
    image = _opened(data, MAX_BYTES)
    form = _form_to_keep(image)
    try:
        image.load()
        found = picture_metadata.found_beside(image, data)
        options = _options(image, form, data)
        given_profile = image.info.get("icc_profile") or b""
        bare, profile = _in_colours_of(form, _upright(image), given_profile)
    except Exception as error:  # decoders of hostile bytes raise whatever they meet
        raise _damaged() from error
    stream = io.BytesIO()
    try:
        bare.save(stream, form, icc_profile=colour_profiles.bare(profile) or None, **options)
    except (OSError, ValueError) as error:
        raise PictureRefused(_("This picture cannot be written anew in its form: save it as JPEG.")) from error
    return Scrubbed(stream.getvalue(), form, bare.width, bare.height, found)


def found_in(data: bytes) -> tuple[str, ...]:
    """Say what a picture as it is kept holds beside its pixels: nothing, where it is as ``scrub`` returned it.

    Raises ``PictureRefused`` for what ``scrub`` never returned.
    """
    return picture_metadata.found_beside(_opened(data, MAX_STORED), data)


def _form_to_keep(image: Image.Image) -> str:
    if image.format == "AVIF" and image.width * image.height > HUGE:
        return "JPEG" if image.mode == "RGB" else "WEBP"
    return "JPEG" if image.format == "MPO" else str(image.format)


def _opened(data: bytes, longest: int) -> Image.Image:
    if len(data) > longest:
        raise PictureRefused(_("This picture has more than 20 MB: make it smaller."))
    try:
        image = Image.open(io.BytesIO(data), formats=FORMS)
        frames = getattr(image, "n_frames", 1)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureRefused(_("This picture has more than 40 million pixels: make it smaller.")) from None
    except UnidentifiedImageError:
        raise PictureRefused(_instead(data)) from None
    except Exception as error:  # decoders of hostile bytes raise whatever they meet
        raise _damaged() from error
    if image.width * image.height > MAX_PIXELS:
        raise PictureRefused(_("This picture has more than 40 million pixels: make it smaller."))
    if frames > 1 and image.format != "MPO":
        raise PictureRefused(_("This picture moves: upload it as a video, or save one frame of it."))
    if image.format in {"JPEG", "MPO"} and picture_metadata.jpeg_steps(data)[0] > MAX_STEPS:
        raise PictureRefused(_("This picture is built in too many steps: save it anew as a plain JPEG."))
    return image


def _damaged() -> PictureRefused:
    return PictureRefused(_("This picture is damaged or cut short: save it anew and upload that."))


def _instead(data: bytes) -> str:
    """Say what came instead of a picture that is taken."""
    for start, sentence in _OTHERS:
        if data.startswith(start):
            return sentence
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return _("This is a HEIC picture: save it as JPEG.")
    if b"<svg" in data[:4096].lower():
        return _("This is an SVG drawing: save it as PNG.")
    return _("This is no picture that can be read: save it as JPEG, PNG, WebP or AVIF.")


def _upright(image: Image.Image) -> Image.Image:
    """Return the pixels of *image* alone, turned as its orientation says; they are not copied if they stand."""
    try:
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - what describes the file may be damaged in any way; the pixels are not
        turn = None
    pixels = image.im if turn is None else image.im.transpose(turn)
    bare = Image.new(image.mode, pixels.size, None)
    bare.im = pixels
    if image.palette:
        bare.palette = image.palette.copy()
    if "transparency" in image.info:
        bare.info["transparency"] = image.info["transparency"]
    image.im = Image.new("L", (1, 1)).im  # so that the turned pixels are not kept beside those as they came
    return bare


def _in_colours_of(form: str, image: Image.Image, profile: bytes) -> tuple[Image.Image, bytes]:
    """Return *image* in a mode that *form* can hold, and the profile that still describes it."""
    if image.mode == "CMYK":
        return _to_rgb(image, profile), b""
    if form == "PNG" or image.mode in {"L", "RGB"}:
        return image, profile
    if form == "JPEG" or (image.mode == "P" and "transparency" not in image.info):
        return image.convert("RGB"), profile
    return (image if image.mode in {"RGB", "RGBA"} else image.convert("RGBA")), profile


def _to_rgb(image: Image.Image, profile: bytes) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert("RGB")


def _options(image: Image.Image, form: str, data: bytes) -> dict[str, object]:
    """How to write: as good as what came, plainly, for readers get renditions and never this file."""
    if form == "JPEG":
        return {"quality": 92, "subsampling": _subsampling(image)}
    if form == "WEBP":
        return {"lossless": _is_lossless_webp(data), "quality": 90, "method": 2}
    if form == "AVIF":
        return {"quality": 85, "speed": 8}
    return {}


def _subsampling(image: Image.Image) -> int:
    """As the picture has it (0, 1 or 2); none where that is not known."""
    known = isinstance(image, JpegImagePlugin.JpegImageFile) and image.mode == "RGB"
    return max(JpegImagePlugin.get_sampling(image), 0) if known else 0


def _is_lossless_webp(data: bytes) -> bool:
    """Whether the first chunk with pixels is a lossless one."""
    at = 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind in {b"VP8L", b"VP8 "}:
            return bool(kind == b"VP8L")
        at += 8 + size + size % 2
    return False
