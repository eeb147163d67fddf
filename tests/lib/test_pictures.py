"""The photo test: nothing planted beside the pixels survives; what must survive does."""

from __future__ import annotations

import contextlib
import io
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageOps, JpegImagePlugin

from tests.lib import planted
from tests.timing import seconds
from tocsin.lib import colour_profiles
from tocsin.lib.pictures import FORMS, PictureRefused, found_in, scrub

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, about damaged metadata


@pytest.mark.parametrize("form", FORMS)
def test_the_unscrubbed_file_shows_everything_planted(form: str) -> None:
    assert planted.survivors(planted.picture(form)) == planted.PLANTED[form]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_planted_survives(form: str) -> None:
    clean = scrub(planted.picture(form))
    assert planted.survivors(clean.data) == set()
    assert (clean.form, clean.width, clean.height) == (form, 640, 480)


@pytest.mark.parametrize("form", FORMS)
def test_an_independent_reader_finds_nothing_either(form: str, tmp_path: Path) -> None:
    if not (exiftool := shutil.which("exiftool")):
        pytest.skip("exiftool is not here")

    def read(data: bytes) -> str:
        path = tmp_path / f"picture.{form.lower()}"
        path.write_bytes(data)
        command = [exiftool, "-a", "-G", "-ee", "-GPS:all", "-XMP:all", "-IPTC:all", "-EXIF:all", "-Comment", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    assert "PLANTED" in read(planted.picture(form))
    assert read(scrub(planted.picture(form)).data).strip() == ""


@pytest.mark.parametrize("form", FORMS)
def test_the_editor_is_told_what_went(form: str) -> None:
    removed = set(scrub(planted.picture(form)).removed)
    named = {"GPS position", "serial number", "author", "date", "XMP", "maker's note", "data after the picture"}
    assert named <= removed
    assert "a device's name in the colour profile" in removed
    assert scrub(saved(planted.drawing(), form)).removed == ()


def spelling() -> bytes:
    """A PNG whose palette spells what text in one begins with."""
    image = Image.new("P", (9, 9))
    image.putpalette(b"tEXtzTXtiTXt ns.adobe.com/xap Photoshop 3.0\0 IEND\xaeB`\x82".ljust(66))
    return saved(image, "PNG")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_found_in_what_is_kept(form: str) -> None:
    given_picture = planted.picture(form)
    assert "GPS position" in found_in(given_picture)
    assert found_in(scrub(given_picture).data) == ()


def test_what_pixels_spell_is_not_found() -> None:
    clean = scrub(spelling())
    assert b"tEXtzTXtiTXt ns.adobe.com/xap" in clean.data
    assert (clean.removed, found_in(clean.data)) == ((), ())


def test_text_behind_the_pixels_of_a_png_is_found() -> None:
    plain = saved(Image.new("RGB", (4, 4)), "PNG")
    text = struct.pack(">I", 4) + b"tEXta\0bc" + struct.pack(">I", zlib.crc32(b"tEXta\0bc"))
    assert found_in(plain[:-12] + text + plain[-12:]) == ("text",)


def test_a_picture_that_grew_when_it_was_written_anew_is_one_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noise is longer at the quality that is kept than it came."""
    came = saved(Image.effect_noise((640, 480), 120).convert("RGB"), "JPEG", quality=70)
    monkeypatch.setattr("tocsin.lib.pictures.MAX_BYTES", len(came))
    kept = scrub(came).data
    assert len(kept) > len(came)
    assert found_in(kept) == ()


def colours(data: bytes) -> bytes:
    """What a picture's numbers mean by its profile, at a few points."""
    image = Image.open(io.BytesIO(data))
    meant = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    swatches = Image.merge("RGB", [Image.linear_gradient("L").resize((9, 9)).rotate(90 * at) for at in range(3)])
    seen = ImageCms.profileToProfile(swatches, meant, ImageCms.createProfile("LAB"), outputMode="LAB")
    assert seen is not None
    return seen.tobytes()


@pytest.mark.parametrize("form", FORMS)
def test_the_colour_profile_stays(form: str) -> None:
    image = Image.open(io.BytesIO(scrub(planted.picture(form, colours=planted.profile())).data))
    assert image.info.get("icc_profile") == planted.profile()


@pytest.mark.parametrize("form", FORMS)
def test_a_screens_profile_keeps_its_colours_and_loses_its_name(form: str) -> None:
    given_picture = planted.picture(form)
    clean = scrub(given_picture).data
    kept = Image.open(io.BytesIO(clean)).info["icc_profile"]
    assert planted.survivors(kept) == set()
    assert colours(clean) == colours(given_picture)


def test_what_is_no_profile_is_left_out() -> None:
    clean = scrub(planted.picture("PNG", colours=b"PLANTED" * 50)).data
    assert "icc_profile" not in Image.open(io.BytesIO(clean)).info
    assert planted.survivors(clean) == set()


@given(st.binary(max_size=200), st.integers(0, 300))
def test_any_bytes_are_a_profile_or_none(noise: bytes, at: int) -> None:
    profile = planted.screen_profile()
    assert isinstance(colour_profiles.bare(profile[:at] + noise + profile[at + len(noise) :]), bytes)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(form: str, orientation: int) -> None:
    data = planted.picture(form, orientation=orientation)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    clean = Image.open(io.BytesIO(scrub(data).data)).convert("RGB")
    assert clean.size == ((480, 640) if orientation >= 5 else (640, 480))
    difference = max(high for _low, high in ImageChops.difference(clean, expected).resize((64, 64)).getextrema())  # type: ignore[misc]
    assert difference <= (0 if form == "PNG" else 24)
    red = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    corner = (20 if red[0] == 0 else clean.width - 20, 20 if red[1] == 0 else clean.height - 20)
    assert clean.getpixel(corner)[0] > 180  # type: ignore[index]


def test_a_damaged_description_does_not_spoil_a_picture() -> None:
    clean = scrub(saved(planted.drawing(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xffPLANTED"))
    assert (clean.width, clean.height) == (640, 480)
    assert planted.survivors(clean.data) == set()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def test_the_other_pictures_of_a_phones_jpeg_are_left_behind() -> None:
    depth = Image.new("RGB", (64, 48), "blue")
    given_picture = saved(planted.drawing(), "MPO", save_all=True, append_images=[depth])
    clean = scrub(given_picture)
    assert (clean.form, clean.width) == ("JPEG", 640)
    assert "further pictures" in clean.removed
    assert getattr(Image.open(io.BytesIO(clean.data)), "n_frames", 1) == 1


def test_the_film_behind_a_phones_jpeg_is_left_behind_whatever_is_in_it() -> None:
    film = b"\0\0\0\x18ftypmp42" + b"\xff\xda\0\2\xff\xd9PLANTED" * 200
    clean = scrub(saved(planted.drawing(), "JPEG", progressive=True) + film)
    assert "data after the picture" in clean.removed
    assert planted.survivors(clean.data) == set()


def test_numbers_of_sixteen_bits_stay() -> None:
    image = Image.new("I;16", (3, 1))
    for at, value in enumerate((0, 12345, 65535)):
        image.putpixel((at, 0), value)
    clean = Image.open(io.BytesIO(scrub(saved(image, "PNG")).data))
    assert [clean.getpixel((at, 0)) for at in range(3)] == [0, 12345, 65535]


@pytest.mark.parametrize("lossless", [True, False])
def test_a_webp_without_loss_stays_one(lossless: bool) -> None:
    image = planted.drawing((64, 48))
    data = saved(image, "WEBP", lossless=lossless, icc_profile=planted.profile(), exif=planted.exif())
    clean = scrub(data).data
    assert (b"VP8L" in clean) is lossless
    if lossless:
        assert Image.open(io.BytesIO(clean)).convert("RGB").tobytes() == image.tobytes()


@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_a_jpeg_keeps_its_fineness_of_colour(subsampling: int) -> None:
    clean = Image.open(io.BytesIO(scrub(saved(planted.drawing(), "JPEG", subsampling=subsampling)).data))
    assert JpegImagePlugin.get_sampling(clean) == subsampling


def test_a_grey_jpeg_stays_grey() -> None:
    assert Image.open(io.BytesIO(scrub(saved(Image.new("L", (40, 30), 90), "JPEG")).data)).mode == "L"


def test_a_huge_avif_is_kept_as_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.lib.pictures.HUGE", 100_000)
    assert scrub(planted.picture("AVIF")).form == "JPEG"
    assert planted.survivors(scrub(planted.picture("AVIF")).data) == set()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (40, 30)).save(stream, "PNG")
    assert scrub(stream.getvalue()).width == 40


def test_a_transparent_palette_stays_transparent() -> None:
    stream = io.BytesIO()
    image = Image.new("P", (10, 10), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.save(stream, "PNG", transparency=0)
    clean = Image.open(io.BytesIO(scrub(stream.getvalue()).data)).convert("RGBA")
    assert clean.getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_a_printers_jpeg_becomes_one_for_screens() -> None:
    stream = io.BytesIO()
    Image.new("CMYK", (40, 30), (0, 0, 0, 0)).save(stream, "JPEG")
    clean = Image.open(io.BytesIO(scrub(stream.getvalue()).data))
    assert clean.mode == "RGB"
    assert min(clean.getpixel((5, 5))) > 240  # type: ignore[arg-type]


def _bomb(width: int, height: int) -> bytes:
    """A PNG whose header promises so many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))
        + chunk(b"IEND", b"")
    )


def _moving(form: str, frames: int) -> bytes:
    pictures = [Image.new("RGB", (4, 4), (at * 80 % 256, at * 37 % 256, at % 7 * 30)) for at in range(frames)]
    return saved(pictures[0], form, save_all=True, append_images=pictures[1:])


def _png_with(kind: bytes, body: bytes) -> bytes:
    """A small PNG with one more chunk before its pixels."""
    plain = saved(Image.new("RGB", (40, 30)), "PNG")
    return (
        plain[:33]
        + struct.pack(">I", len(body))
        + kind
        + body
        + struct.pack(">I", zlib.crc32(kind + body))
        + plain[33:]
    )


def _webp_canvas() -> bytes:
    """A WebP whose header promises 268 million pixels and holds some."""
    picture = saved(Image.new("RGBA", (40, 30), (9, 9, 9, 9)), "WEBP")
    at = picture.index(b"VP8X") + 12
    return picture[:at] + b"\xfe\x3f\0\xfe\x3f\0" + picture[at + 6 :]


def _avif_size() -> bytes:
    picture = saved(Image.new("RGB", (40, 30)), "AVIF")
    at = picture.index(b"ispe") + 8
    return picture[:at] + struct.pack(">II", 30_000, 30_000) + picture[at + 8 :]


def _steps() -> bytes:
    """A JPEG of 36 million pixels whose last step is said 2,000 times."""
    plain = saved(Image.new("L", (6000, 6000)), "JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    return plain[:last] + plain[last:-2] * 2000 + plain[-2:]


def _other(form: str) -> bytes:
    return saved(Image.new("RGB", (40, 30)), form)


def refused() -> dict[str, bytes]:
    """Everything that must be refused, by what it is."""
    zeros = zlib.compress(b"\0" * 300_000_000)
    return {
        "an SVG drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "an SVG drawing after a header": b"<?xml version='1.0'?><!-- x --><svg onload='alert(1)'/>",
        "a GIF": _other("GIF"),
        "a GIF of 10,000 frames": _moving("GIF", 10_000),
        "a TIFF": _other("TIFF"),
        "a BMP": _other("BMP"),
        "an icon": _other("ICO"),
        "a JPEG 2000": _other("JPEG2000"),
        "a HEIC": b"\0\0\0\x18ftypheic" + b"\0" * 200,
        "an archive": b"PK\3\4" + b"\0" * 100,
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "a moving WebP": _moving("WEBP", 3),
        "a moving WebP of 2,000 frames": _moving("WEBP", 2000),
        "a moving PNG": _moving("PNG", 3),
        "a moving AVIF": _moving("AVIF", 3),
        "a cut JPEG": planted.picture("JPEG")[:9000],
        "a cut PNG": planted.picture("PNG")[:9000],
        "a cut WebP": planted.picture("WEBP")[:9000],
        "a cut AVIF": planted.picture("AVIF")[:9000],
        "2.5 billion pixels": _bomb(50_000, 50_000),
        "41 million pixels": _bomb(41_000, 1000),
        "a lie about its size": _bomb(6000, 6000),
        "a WebP's lie about its size": _webp_canvas(),
        "an AVIF's lie about its size": _avif_size(),
        "2,000 steps": _steps(),
        "a bomb of text": _png_with(b"zTXt", b"Comment\0\0" + zeros),
        "21 MB": planted.picture("JPEG") + b"\0" * 21 * 1024 * 1024,
        "nothing": b"",
        "one byte": b"\xff",
        "a web page": b"<!doctype html><title>x</title>",
        "a web page after the sign of a JPEG": b"\xff\xd8\xff\xe0<!doctype html><script>alert(1)</script>",
        "a program": b"\x7fELF" + b"\0" * 400,
        "a text": "Not a picture, just words.".encode("utf-16"),
    }


IN_A_PROCESS_OF_ITS_OWN = """
import sys, time, warnings
from pathlib import Path
from tocsin.lib.pictures import PictureRefused, scrub
warnings.simplefilter("ignore")
def resident():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
data = Path(sys.argv[1]).read_bytes()
before, started, said = resident(), time.monotonic(), ""
try:
    scrub(data)
except PictureRefused as refusal:
    said = str(refusal)
print(round(time.monotonic() - started, 2), (resident() - before) // 1024, said, sep="|")
"""


def test_what_is_no_still_picture_of_a_kind_we_take_is_refused_at_once_and_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    slow: dict[str, str] = {}
    large: dict[str, str] = {}
    unclear: dict[str, str] = {}
    for what, data in refused().items():
        path.write_bytes(data)
        command = [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, str(path)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, megabytes, said = told.strip().split("|")
        slow |= {what: seconds} if float(seconds) > 3 else {}
        large |= {what: megabytes} if int(megabytes) > 256 else {}
        unclear |= {} if ": " in said and len(said) < 120 else {what: told}
    assert (slow, large, unclear) == ({}, {}, {})


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (_other("GIF"), "This is a GIF: save it as JPEG or PNG."),
        (b"\0\0\0\x18ftypheic" + b"\0" * 200, "This is a HEIC picture: save it as JPEG."),
        (b"<svg/>", "This is an SVG drawing: save it as PNG."),
    ],
)
def test_a_refusal_says_what_to_do(data: bytes, cure: str) -> None:
    with pytest.raises(PictureRefused) as refusal:
        scrub(data)
    assert str(refusal.value) == cure


def test_a_wrong_sign_or_name_does_not_matter_where_the_content_is_a_picture() -> None:
    assert scrub(planted.picture("PNG")).extension == "png"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_appended_to_a_picture_is_left_behind(form: str) -> None:
    """A file that is a picture and an archive at once comes out as a picture alone."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as within:
        within.writestr("PLANTED.html", "<script>alert('PLANTED')</script>")
    both = saved(planted.drawing(), form) + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(both))
    clean = scrub(both).data
    assert not zipfile.is_zipfile(io.BytesIO(clean))
    assert planted.survivors(clean) == set()


def test_a_bomb_in_the_colour_profile_is_not_unpacked() -> None:
    bomb = _png_with(b"iCCP", b"x\0\0" + zlib.compress(b"\0" * 300_000_000))

    def scrubbed() -> None:
        with contextlib.suppress(PictureRefused):
            assert scrub(bomb).width == 40

    assert seconds(scrubbed) < 1


@given(st.binary(max_size=600))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 ", b"\0\0\0\x1cftypavif"):
        try:
            scrub(start + data)
        except PictureRefused:
            continue


@given(st.integers(0, 8000), st.binary(min_size=1, max_size=40), st.sampled_from(FORMS))
def test_any_damage_is_a_picture_or_refused(at: int, noise: bytes, form: str) -> None:
    data = planted.picture(form, size=(48, 32))
    try:
        scrub(data[:at] + noise + data[at + len(noise) :])
    except PictureRefused:
        return
