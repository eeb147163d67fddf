"""Rules for times of day."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.patterns import Build, Found
from tocsin.claims.extraction.times.point import Point

_NOON = 12
_HOURS = 24
_LATE = ("afternoon", "evening")


def _meridiem(found: Found) -> list[Atom] | None:
    hour = found["hour"]
    if not 1 <= hour <= _NOON:
        return None
    return found.one("T", Point(clock=(hour % _NOON + found["half"], 0, 0)))


def _clock_meridiem(found: Found) -> list[Atom] | None:
    hour, minute, second = found["clock"].clock
    if not 1 <= hour <= _NOON:
        return found.one("T", found["clock"])
    return found.one("T", Point(clock=(hour % _NOON + found["half"], minute, second)))


def _hours_meridiem(found: Found) -> list[Atom] | None:
    """Between 6 and 8 a.m."""
    first, last = found["first"], found["last"]
    if not (1 <= first <= _NOON and 1 <= last <= _NOON):
        return None
    begin, end = found.atom("first"), found.atom("last")
    return [
        Atom("T", begin.start, begin.end, Point(clock=(first % _NOON + found["half"], 0, 0))),
        found.whole[1],
        Atom("T", end.start, found.whole[-1].end, Point(clock=(last % _NOON + found["half"], 0, 0))),
    ]


def _oclock(found: Found) -> list[Atom] | None:
    hour, part = found["hour"], (found.has("part") and found.atom("part").meaning("P")) or ""
    if not 0 <= hour <= _HOURS or (found.has("part") and not part):
        return None
    return found.one("T", Point(clock=(turned(hour % _HOURS, part), found["minute"] or 0, 0), part=part or ""))


def _clock_part(found: Found) -> list[Atom] | None:
    (hour, minute, second), part = found["clock"].clock, found.atom("part").meaning("P")
    return found.one("T", Point(clock=(turned(hour, part), minute, second), part=part)) if part else None


def turned(hour: int, part: str | None) -> int:
    """Return the hour of 24 that *hour* is in a part of the day."""
    late = part in _LATE or (part == "night" and hour >= 6)  # noqa: PLR2004
    return hour + _NOON if late and hour < _NOON else hour


def _half(found: Found) -> list[Atom] | None:
    hour, minutes = found["hour"], found["half"]
    if not 1 <= hour <= _NOON:
        return None
    whole = turned(hour, found["part"]) * 60 + minutes + (found["later"] or 0) * 60
    return found.one("T", Point(clock=(whole // 60 % _HOURS, whole % 60, 0)))


def _hour_word(found: Found) -> list[Atom] | None:
    """At 15 hours: hours after the preposition that goes with a time of day, or before a part of the day."""
    begin = found.match.start()
    before = found.atoms[begin - 1] if begin else None
    part = found.atom("part").meaning("P") if found.has("part") else None
    at = before is not None and before.meaning("i") == 1
    if found.atom("unit").meaning("K") is None or not 0 <= found["hour"] <= _HOURS or not (part or at):
        return None
    if found.has("part") and not part:
        return None
    return found.one("T", Point(clock=(turned(found["hour"] % _HOURS, part), found["minute"] or 0, 0), part=part or ""))


def _fraction(found: Found) -> list[Atom] | None:
    """Las tres y media."""
    hour, minutes = found["hour"], found["fraction"]
    part = found.atom("part").meaning("P") if found.has("part") else None
    if not 0 <= hour < _HOURS:
        return None
    whole = turned(hour, part) * 60 + minutes
    return found.one("T", Point(clock=(whole // 60 % _HOURS, whole % 60, 0), part=part or ""))


def _spoken(found: Found) -> list[Atom] | None:
    """A las tres: a number after the preposition that goes with a time of day."""
    before = found.atoms[found.match.start() - 1]
    hour, minute = found["hour"], found["minute"] or 0
    part = found.atom("part").meaning("P") if found.has("part") else None
    if before.value != 1 or not 0 <= hour < _HOURS or not 0 <= minute < 60 or (found.has("part") and not part):  # noqa: PLR2004
        return None
    return found.one("T", Point(clock=(turned(hour, part), minute, 0), part=part or ""))


def _zoned(found: Found) -> list[Atom]:
    return found.one("T", replace(found["clock"], zone=found["zone"]))


def _word(found: Found) -> list[Atom]:
    hour, minute = found.atom("word").meaning("c")
    return found.one("T", Point(clock=(hour, minute, 0)))


def _part(found: Found) -> list[Atom]:
    return found.one("T", Point(part=found.atom("part").meaning("P")), first="part")


ZONES: list[tuple[str, Build]] = [(r"(?P<clock>T)(?P<zone>@)", _zoned)]
RULES: list[tuple[str, Build]] = [
    (r"(?P<clock>T)(?P<half>X)", _clock_meridiem),
    (r"(?P<first>N)[\-tua](?P<last>N)(?P<half>X)", _hours_meridiem),
    (r"(?P<hour>N)(?P<half>X)", _meridiem),
    (r"(?P<clock>T)K?[i7dF]{0,3}(?P<part>[PU])", _clock_part),
    (r"(?P<half>h)(?P<hour>N)(?P<later>X)", _half),
    (r"(?P<half>h)(?P<hour>[NO])K?(?P<part>P)?", _half),
    (r"(?P<hour>[NO])K(?:(?P<minute>N)(?:U|(?![_^UJ])))?[i7dF]{0,3}(?P<part>[PU])?", _oclock),
    (r"(?<=[i7])(?P<hour>[NO])[i7dF]{0,3}(?P<part>[PU])", _oclock),
    (r"(?P<hour>[NO])(?P<unit>U)(?:(?P<minute>N)U)?(?P<part>[PU])?", _hour_word),
    (r"(?P<hour>N)(?P<fraction>÷)(?:F?d?(?P<part>[PR]))?", _fraction),
    (r"(?<=i)(?P<hour>N)(?:a(?P<minute>N))?F?d?(?P<part>[PR])", _spoken),
    (r"(?<=i)(?P<hour>N)(?:a(?P<minute>N))?(?=[.|)RD,]|$)", _spoken),
    (r"N?(?P<word>c)", _word),
    (r"(?<=[iI7kuft])d?(?P<part>P)", _part),
]
