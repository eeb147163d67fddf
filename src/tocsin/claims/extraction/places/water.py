"""Names of rivers, which towns are called like: ``a bridge over the X``, ``on the banks of the X``."""

from __future__ import annotations

from tocsin.claims.extraction.places.spans import Reading, Span
from tocsin.claims.extraction.places.words.lists import listed

_ARTICLES = frozenset({"the", "el", "la"})
_BRIDGES = listed(
    "bridge bridges crossing crossings ferry ferries pontoon міст мосту мости мостів мостом мостах мостові переправа "
    "переправу переправи мост моста мосты мостов мосту мостом переправа puente puentes"
)
_OVER = listed("over across via через sobre")
_BANKS = listed(
    "bank banks shore shores берег берега березі берегу берегах берегом берегами берегів orilla orillas ribera riberas"
)
_OF = listed("of de del")
_RIVERS = listed("river rivers річка річки річці річку річкою ріка ріки ріку река реки реке реку рекой río rio ríos")


def water(reading: Reading, span: Span) -> bool:
    """Tell whether the words around say that *span* is a river."""
    if reading.joined(span.last) and reading.key(span.last + 1) in {"river", "rivers"}:
        return True
    at = span.first - 1
    article = at >= 0 and reading.joined(at) and reading.key(at) in _ARTICLES
    at -= article
    if at < 0 or not reading.joined(at):
        return False
    key, before = reading.key(at), reading.key(at - 1) if reading.joined(at - 1) else ""
    if key in _RIVERS:
        return True
    if key in _OVER:
        return before in _BRIDGES
    if key in _OF:
        return before in _BANKS and (article or key != "of")
    return key in _BANKS and reading.language in {"uk", "ru"}
