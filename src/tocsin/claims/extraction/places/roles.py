"""What the words around a name say it is: a province, a district, a settlement."""

from __future__ import annotations

from tocsin.claims.extraction.places.spans import Reading, Span

_OF = frozenset({"of", "de", "del"})
_ARTICLES = frozenset({"the", "la", "el"})


def settle(reading: Reading, span: Span) -> None:
    """Set the role of *span*, and take the words that name it into the span (``Kherson Oblast``)."""
    if span.role:
        return
    lists = reading.lists
    following = reading.key(span.last + 1) if reading.joined(span.last) else ""
    if any(area.precision == "country" for area in span.areas):
        return
    if following in lists.adm1 or following in lists.adm2:
        span.role = "adm1" if following in lists.adm1 else "adm2"
        span.last += 1
        span.end = reading.words[span.last].end
    elif following in lists.settlement:
        span.role = "settlement"
    else:
        span.role = _before(reading, span)


def _before(reading: Reading, span: Span) -> str:
    """Return the role by the words before: ``province of X``, ``region X``, ``ciudad de X``."""
    at = span.first - 1
    if at >= 0 and reading.joined(at) and reading.key(at) in _ARTICLES:
        at -= 1
    if at < 1 or not reading.joined(at) or reading.key(at) not in _OF:
        return ""
    kind = reading.key(at - 1) if reading.joined(at - 1) else ""
    lists = reading.lists
    if kind in lists.adm1:
        return "adm1"
    if kind in lists.adm2:
        return "adm2"
    return "settlement" if kind in lists.settlement or kind in {"ciudad", "pueblo"} else ""
