"""A few lines of SVG, escaped. Colours come from the stylesheet through classes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

EDGE = 60
"""So near to an edge a word in the middle would run over it."""


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


def side(x: float, left: float, right: float) -> str:
    """The class of a word at *x* that is not to run over the edges: it begins, stands in the middle, or ends there."""
    if x - left < EDGE:
        return "axis--start"
    return "axis--end" if right - x < EDGE else "axis--x"


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """The ``d`` of a line through *points*."""
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if steps else ""
