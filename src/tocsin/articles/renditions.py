"""The sizes and forms in which readers get a picture: a fixed list, made in the background after upload."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.articles.models import Picture, PictureRendition

WIDTHS = (320, 640, 960, 1600)
FALLBACK_WIDTH = 960
MODERN = ("avif", "webp")
CARD = "fill-1200x630|format-jpeg|jpegquality-80"
"""What a link to an article shows elsewhere."""


@dataclass(frozen=True)
class Choice:
    """One line of a ``srcset``."""

    form: str
    width: int
    spec: str


def _spec(width: int, form: str) -> str:
    quality = {"avif": "avifquality-55", "webp": "webpquality-75", "jpeg": "jpegquality-78"}.get(form, "")
    return "|".join(part for part in (f"width-{width}", f"format-{form}", quality) if part)


def fallback_form(picture: Picture) -> str:
    """The form every browser shows: PNG where the picture may need transparency, else JPEG."""
    return "png" if str(picture.file.name).lower().endswith(".png") else "jpeg"


def choices(picture: Picture) -> list[Choice]:
    """Every rendition a page may ask for, smallest first within each form. None is larger than the picture."""
    widths = [width for width in WIDTHS if width < picture.width] or [min(picture.width, WIDTHS[0])]
    if picture.width > widths[-1] and picture.width < WIDTHS[-1]:
        widths.append(picture.width)
    forms = (*MODERN, fallback_form(picture))
    return [Choice(form, width, _spec(width, form)) for form in forms for width in widths]


def fallback(picture: Picture) -> Choice:
    """The rendition that must be there before a page can show the picture."""
    usable = [one for one in choices(picture) if one.form == fallback_form(picture)]
    return max((one for one in usable if one.width <= FALLBACK_WIDTH), key=lambda one: one.width, default=usable[0])


def existing(picture: Picture) -> dict[str, PictureRendition]:
    """The renditions there are, by spec; no query where they were fetched with the picture."""
    return {one.filter_spec: one for one in picture.renditions.all()}


def make(picture: Picture, specs: Iterable[str] | None = None) -> None:
    """Make the renditions named by *specs*, all by default; those that are there stay."""
    for spec in specs or [*(one.spec for one in choices(picture)), CARD]:
        picture.get_rendition(spec)
