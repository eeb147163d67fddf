"""Pictures in pages: modern forms first, sizes known, so that nothing moves while they load."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import SourceImageIOError

from tocsin.articles import renditions
from tocsin.articles.models import Picture, PictureRendition

register = template.Library()


@register.simple_tag
def responsive_picture(
    picture: Picture | None, alt: str | None = None, sizes: str = "100vw", *, lazy: bool = True
) -> SafeString:
    """``<picture>`` with every rendition there is.

    *alt* stands for the alternative text of this place (empty: decorative here); without it the text that came with
    the block counts, then the picture's own. A rendition that the background has not made yet is left out; only the
    fallback is made at once where it is missing.
    """
    if picture is None:
        return SafeString("")
    there = renditions.existing(picture)
    first = renditions.fallback(picture)
    try:
        shown = there.get(first.spec) or picture.get_rendition(first.spec)
    except SourceImageIOError:  # the file is lost; the words around it are not
        return SafeString("")
    there[first.spec] = shown
    sources = [
        _source(form, _srcset(picture, form, there), sizes)
        for form in renditions.MODERN
        if _srcset(picture, form, there)
    ]
    img = format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" decoding="async"{}>',
        shown.url,
        _srcset(picture, first.form, there),
        sizes,
        shown.width,
        shown.height,
        _words(picture) if alt is None else alt,
        mark_safe(' loading="lazy"') if lazy else mark_safe(' fetchpriority="high"'),
    )
    return format_html("<picture>{}{}</picture>", SafeString("".join(sources)), img)


def _srcset(picture: Picture, form: str, there: dict[str, PictureRendition]) -> SafeString:
    known = [there[one.spec] for one in renditions.choices(picture) if one.form == form and one.spec in there]
    return format_html_join(", ", "{} {}w", ((one.url, one.width) for one in known))


def _source(form: str, srcset: SafeString, sizes: str) -> SafeString:
    return format_html('<source type="image/{}" srcset="{}" sizes="{}">', form, srcset, sizes)


def _words(picture: Picture) -> str:
    """The alternative text: of this place where a block gave one, else the picture's own."""
    if picture.decorative:
        return ""
    if picture.contextual_alt_text is not None:
        return str(picture.contextual_alt_text)
    return "" if picture.is_decorative else str(picture.description)
