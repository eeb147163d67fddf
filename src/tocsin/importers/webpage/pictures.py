"""Pictures, with what the page says about them."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.importers.prose.blocks import Picture, plain
from tocsin.importers.prose.dress import address, runs_of
from tocsin.importers.prose.elements import Element
from tocsin.importers.prose.inline import cut

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-full-url", "data-url", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_NO_PATH = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
_SMALL = 48
_NOT_PICTURES = re.compile(
    r"(pixel|spacer|blank|1x1|transparent|beacon|counter|/ads?/|smil(ey|ie)|emoji|avatar|icon|logo)", re.IGNORECASE
)
_CAPTIONED = re.compile(
    r"(^|[\s_-])(wp-caption|image-?caption|img-?caption|caption-?(image|img|box)|figure|photo|image-?wrap)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(caption|legend|bildunterschrift|описание|пояснення)", re.IGNORECASE)
_CREDIT_CLASS = re.compile(r"(credit|copyright|photographer|fotograf|rights|source)", re.IGNORECASE)
_CREDIT = re.compile(
    r"\s*[(\[]?\b((?:Photo(?:graph)?s?|Image|Picture|Foto|Bild|Imagen|Crédit|Credit|Фото|Зображення|Copyright|©)"
    r"\s*(?::|by\b|/|©)\s*[^()\[\]\n]{2,120}?)[)\]]?\.?\s*$",
    re.IGNORECASE,
)
_MOST_TEXT = 1200


def picture(element: Element, base: str) -> Picture | None:
    """Return the picture an ``img`` shows, or nothing for icons, counters and pictures inside the page's code."""
    source = next((found for name in _SOURCES if (found := _place(element.get(name) or "", base))), "")
    if not source:
        source = next((found for name in _SETS if (found := _largest(element.get(name) or "", base))), "")
    if not source or _is_small(element) or _NOT_PICTURES.search(source.rsplit("/", 1)[-1]):
        return None
    return Picture(source, alt=" ".join(element.get("alt", "").split()))


def _place(source: str, base: str) -> str:
    """Return the full address of *source*; of a saved page that does not say where it was, the path beside it."""
    if found := address(source, base):
        return found
    path = source.strip()
    return path if path and not base and not _NO_PATH.match(path) else ""


def _largest(srcset: str, base: str) -> str:
    found = [(_width(part), _place(part.split()[0], base)) for part in re.split(r",\s+", srcset) if part.split()]
    return max(found, default=(0.0, ""))[1]


def _width(part: str) -> float:
    match = re.search(r"\s([\d.]{1,9})[wx]\s*$", part)
    try:
        return float(match[1]) if match else 0.0
    except ValueError:
        return 0.0


def _is_small(element: Element) -> bool:
    sizes = [element.get("width", ""), element.get("height", "")]
    return any(size.isdecimal() and int(size[:6]) < _SMALL for size in sizes)


def figure(element: Element, base: str) -> list[Picture]:
    """Return the pictures of a figure with its caption on the last, or nothing if *element* is no figure."""
    if element.tag != "figure" and not (
        element.tag in {"div", "p", "dl"} and _CAPTIONED.search(element.get("class", ""))
    ):
        return []
    if element.find(".//table") is not None or element.find(".//blockquote") is not None:
        return []
    found = [shape for image in element.iter("img", "amp-img") if (shape := picture(image, base))]
    caption, credit = _caption(element), _credit(element)
    if not found or len(element.text_content()) > _MOST_TEXT or (element.tag != "figure" and caption is None):
        return []
    return [*_distinct(found[:-1]), _captioned(found[-1], caption, credit, base)]


def _distinct(found: list[Picture]) -> list[Picture]:
    return list(dict.fromkeys(found))


def _caption(element: Element) -> Element | None:
    for candidate in element.iterdescendants("figcaption"):
        return candidate
    return next((inner for inner in element.iterdescendants() if _CAPTION.search(inner.get("class", ""))), None)


def _credit(element: Element) -> Element | None:
    inner = (inner for inner in element.iterdescendants() if _CREDIT_CLASS.search(inner.get("class", "")))
    return next((found for found in inner if 0 < len(found.text_content().strip()) <= 200), None)  # noqa: PLR2004


def _captioned(shape: Picture, caption: Element | None, credit: Element | None, base: str) -> Picture:
    said = " ".join(credit.text_content().split()) if credit is not None else ""
    runs = runs_of(caption, base) if caption is not None else ()
    text = plain(runs)
    if said and text.endswith(said):
        runs = cut(runs, 0, len(text) - len(said))
    elif not said and (match := _CREDIT.search(text)):
        said, runs = match[1].strip(), cut(runs, 0, match.start())
    return replace(shape, caption=runs, credit=said[:200])
