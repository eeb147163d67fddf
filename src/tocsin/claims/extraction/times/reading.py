"""Reads the times of a text from beginning to end, each with what was told before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Time
from tocsin.claims.extraction.times import calendar, clocks, durations, joins, rules
from tocsin.claims.extraction.times.anchors import PUBLICATION, Anchor, Verbs, dateline
from tocsin.claims.extraction.times.atoms import Atom, atoms
from tocsin.claims.extraction.times.context import UNKNOWN, Context, Meaning, Told
from tocsin.claims.extraction.times.counts import composed
from tocsin.claims.extraction.times.joins import Range
from tocsin.claims.extraction.times.patterns import Grammar
from tocsin.claims.extraction.times.point import Point
from tocsin.claims.extraction.times.resolve import meaning
from tocsin.claims.extraction.times.words import LANGUAGES, module

_MANY = 4
"""So many bare years of the past make a history."""
_LEAP = 10
"""Years."""
_NEAR = 40
"""Code points in which it shows that years are an age."""
_BARE = 16
"""Atoms of a text that is but a time, as in a form or a diary; such a text looks ahead."""


@cache
def grammars(language: str) -> tuple[Grammar, ...]:
    """Return the passes over the atoms of a text in *language*."""
    words = module(language) if language in LANGUAGES else None
    return (
        Grammar(
            [
                *durations.SETS,
                *rules.BEFORE,
                *(rules.MONTH_FIRST if words and words.MONTH_FIRST else ()),
                *(rules.ADJECTIVE_AFTER if getattr(words, "ADJECTIVE_AFTER", False) else ()),
                *rules.AFTER,
                *clocks.RULES,
                *durations.PLAIN,
            ]
        ),
        Grammar(clocks.ZONES),
        Grammar([*joins.RULES, *durations.JOINED]),
        Grammar(joins.RANGES),
        Grammar(joins.BOUNDS),
    )


def read(document: Document) -> list[Time]:
    """Return the times of the text, in order."""
    found = composed(atoms(document.readable, document.language, capitals=document.readable != document.text))
    bare = len(found) <= _BARE and not any(atom.letter in "_^" for atom in found)
    for grammar in grammars(document.language):
        found = grammar.apply(found)
    items = [atom for atom in found if atom.letter in "DTVG$"]
    return list(_resolved(document, items, bare=bare))


def _resolved(document: Document, items: list[Atom], *, bare: bool) -> Iterator[Time]:
    published = Anchor(document.published, PUBLICATION if document.published else "")
    anchor = dateline(document, items) or published
    start = Context(
        anchor,
        narrative=_is_narrative(anchor, items),
        week_based=document.language == "en",
    )
    verbs = Verbs(document)
    starts = [begin for begin, _ in document.sentences]
    told: Told | None = None
    last = -1
    for item in items:
        sentence = (
            document.sentences[max(0, bisect_right(starts, item.start) - 1)] if starts else (0, len(document.text))
        )
        ahead = verbs.look_ahead(sentence, item.start, item.end)
        if ahead is None and isinstance(item.value, Range) and item.value.first is None:
            ahead = True
        here = told is not None and last >= sentence[0]
        context = replace(start, told=told, here=here, ahead=bare or ahead is True, open=ahead is None, bare=bare)
        time, found = _time(document, item, context)
        last = item.start if found.told else last
        if time:
            yield time
        told = _kept(told, found.told)


def _kept(before: Told | None, now: Told | None) -> Told | None:
    """Return the date that later words hang on: a year alone that leaps away is an aside."""
    if now is None or (before and now[1] is None and abs(now[0] - before[0]) > _LEAP):
        return before
    return now


def _time(document: Document, item: Atom, context: Context) -> tuple[Time | None, Meaning]:
    text = document.text[item.start : item.end]
    if item.letter == "V":
        long = Time(item.start, item.end, text, item.value, "duration")
        return None if _is_age(document, item) else long, UNKNOWN
    if item.letter == "$":
        return Time(item.start, item.end, text, item.value, "set"), UNKNOWN
    if isinstance(item.value, Range):
        return _range(item, item.value, text, context)
    point: Point = item.value
    if point == Point(day=point.day):
        return None, UNKNOWN
    if point.long and not context.ahead:
        start = item.start + len(text) - len(text.split(maxsplit=1)[-1])
        return Time(start, item.end, document.text[start : item.end], point.long, "duration"), UNKNOWN
    found = meaning(point, context)
    value = found.stretch.value if found.stretch and not _is_vague(text, document.language) else ""
    if point.is_clock and not found.stretch and point.clock:
        value = "T{:02}:{:02}:{:02}".format(*point.clock)
    kind = "time" if point.clock or point.part else "range" if "/" in value else "date"
    return Time(item.start, item.end, text, value, kind, found.basis if value else ""), found


def _is_age(document: Document, item: Atom) -> bool:
    before = getattr(module(document.language), "AGE_BEFORE", None) if document.language in LANGUAGES else None
    if not before or not item.value.endswith(("Y", "M")):
        return False
    return re.search(before, document.readable[max(0, item.start - _NEAR) : item.start]) is not None


def _range(item: Atom, value: Range, text: str, context: Context) -> tuple[Time | None, Meaning]:
    first, last = _ends(value, context)
    told = last.told or first.told
    if value.first is None or value.last is None:
        stretch = first.stretch or last.stretch
        written = (f"{stretch.low}/.." if value.last is None else f"../{stretch.high}") if stretch else ""
    else:
        written = calendar.interval(first.stretch, last.stretch)
    kind = "time" if all(end is None or end.is_clock for end in (value.first, value.last)) else "range"
    return Time(item.start, item.end, text, written, kind, first.basis or last.basis), replace(UNKNOWN, told=told)


def _is_vague(text: str, language: str) -> bool:
    vague = getattr(module(language), "VAGUE", None) if language in LANGUAGES else None
    return bool(vague and re.fullmatch(vague, text, re.IGNORECASE))


def _ends(value: Range, context: Context) -> tuple[Meaning, Meaning]:
    """Return what the ends mean; of an end without its year, the one that makes it the nearest to the other."""
    if value.first is None or value.last is None:
        return (meaning(value.first, context) if value.first else UNKNOWN), (
            meaning(value.last, context) if value.last else UNKNOWN
        )
    if value.first.is_partial:
        last = meaning(value.last, context)
        if last.told is None:
            return meaning(value.first, context), last
        begins = value.first.month or 1
        year = last.told[0] - (begins > (last.told[1] or 12))
        first = meaning(replace(value.first, year=year), context)
        return replace(first, basis=last.basis), last
    first = meaning(value.first, context)
    return first, meaning(value.last, replace(context, told=first.told or context.told))


def _is_narrative(anchor: Anchor, items: list[Atom]) -> bool:
    """Tell whether the text is on years past, so that its dates hang on one another and not on the day of writing."""
    if anchor.day is None:
        return True
    recent = anchor.day.year - 1
    points = [item.value for item in items if isinstance(item.value, Point)]
    old = [point for point in points if point.year is not None and point.year < recent]
    near = sum(1 for point in points if (point.is_relative and not point.told) or (point.year or 0) >= recent)
    dated = any(point.month for point in old) or len(old) > _MANY
    return dated and len(old) > max(1, 2 * near)
