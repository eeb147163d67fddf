"""A few lines of SVG, escaped. Colours come from the stylesheet through classes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *children: SafeString | str, **attributes: object) -> SafeString:
    """One element. ``class_`` is the class; other underscores in names are hyphens."""
    pairs = [
        (key.rstrip("_").replace("_", "-"), number(value) if isinstance(value, float) else value)
        for key, value in attributes.items()
        if value is not None
    ]
    inside = format_html_join("", "{}", ((child,) for child in children))
    return format_html("<{0}{1}>{2}</{0}>", name, format_html_join("", ' {}="{}"', pairs), inside)


def drawing(  # noqa: PLR0913 - a picture, and its words
    width: int, height: int, parts: Iterable[SafeString], *, name: str, description: str, kind: str
) -> SafeString:
    """A whole picture with its name and description for those who do not see it."""
    return element(
        "svg",
        element("title", name),
        element("desc", description),
        *parts,
        viewBox=f"0 0 {width} {height}",
        class_=f"drawn drawn--{kind}",
        role="group" if kind == "map" else "img",  # a map has links in it
        aria_label=f"{name}. {description}",
    )


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """The ``d`` of a line through *points*."""
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if steps else ""
