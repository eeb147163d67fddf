"""Builds what is counted from today, or from a date told before. Which rules: ``rules``."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.dates import LAST_DAY
from tocsin.claims.extraction.times.durations import amount, duration
from tocsin.claims.extraction.times.patterns import Found
from tocsin.claims.extraction.times.point import LAST, THIS, Point

_MOST = 3000
"""Units that are counted back or forth; more is no time of the news."""


def of_relative(found: Found) -> list[Atom]:
    unit, shift = found["relative"]
    if unit == "now":
        unit = "day"
    return found.one("D", Point(unit=unit, shift=shift, part=found["part"] or ""))


def of_relative_part(found: Found) -> list[Atom]:
    unit, shift, part = found["relative"]
    return found.one("D", Point(unit=unit, shift=shift, part=part))


def of_told(found: Found) -> list[Atom]:
    unit, shift, *part = found["told"]
    return found.one("D", Point(unit=unit, shift=shift, part=part[0] if part else found["part"] or "", told=True))


def of_from_told(found: Found) -> list[Atom] | None:
    """Two days later: from the date told before."""
    made = _counted(found, found["turn"])
    return [replace(made[0], value=replace(made[0].value, told=True))] if made else None


def of_part_of(found: Found) -> list[Atom] | None:
    """Earlier this month: of it what lies before the anchor."""
    made = of_way_unit(found)
    return (
        [replace(made[0], value=replace(made[0].value, edge="before" if found["turn"] < 0 else "after"))]
        if made
        else None
    )


def of_this_part(found: Found) -> list[Atom] | None:
    part = found.atom("part").meaning("P")
    return found.one("D", Point(unit="day", shift=found["way"], part=part)) if part else None


def _counted(found: Found, sign: int) -> list[Atom] | None:
    unit = _unit(found)
    count = amount(found["count"]) if found.has("count") else 1
    if count is None or unit in ("night", "weekend") or count > _MOST or (count != int(count) and unit != "hour"):
        return found.one("D", Point(unit="vague", shift=sign))
    unit, times = {"fortnight": ("day", 14), "decade": ("year", 10), "century": ("year", 100)}.get(unit, (unit, 1))
    return found.one("D", Point(unit=unit, shift=sign * int(count) * times, count=0))


def _unit(found: Found) -> str:
    atom = found.atom("unit")
    meaning = atom.meaning("UJ")
    return meaning if isinstance(meaning, str) else "century"


def of_ago(found: Found) -> list[Atom] | None:
    return _counted(found, -1)


def of_ahead(found: Found) -> list[Atom] | None:
    return _counted(found, 1)


def of_stretch(found: Found) -> list[Atom] | None:
    """The last three days."""
    count = amount(found["count"]) if found.has("count") else 1
    way = found["way"] if found.has("way") else -1
    unit = _unit(found)
    if way == THIS or count is None or count != int(count) or count > _MOST:
        return found.one("D", Point(unit="vague", shift=-1 if way == -1 else 1))
    unit, times = {"fortnight": ("day", 14), "decade": ("year", 10), "century": ("year", 100), "night": ("day", 1)}.get(
        unit, (unit, 1)
    )
    return found.one("D", Point(unit=unit, shift=-1 if way < 0 else 1, count=int(count) * times))


def of_way_unit(found: Found) -> list[Atom] | None:
    unit, shift = _unit(found), found["way"]
    if unit in ("second", "minute", "hour") or (unit == "day" and shift == LAST):
        return None
    if unit == "night":
        return found.one("D", Point(unit="day", shift=shift, part="night"))
    if unit == "fortnight":
        return found.one("D", Point(unit="day", shift=-1 if shift < 0 else 1, count=14))
    return found.one("D", Point(unit=unit, shift=shift, edge=found["edge"] or ""))


def of_weekend(found: Found) -> list[Atom] | None:
    return found.one("D", Point(unit="nearest weekend")) if found["unit"] == "weekend" else None


def of_same(found: Found) -> list[Atom] | None:
    return found.one("D", Point(unit="same", period=_unit(found)))


def of_edge_unit(found: Found) -> list[Atom] | None:
    unit = _unit(found)
    if unit not in ("week", "month", "year", "decade", "century"):
        return None
    return found.one("D", Point(unit=unit, shift=THIS, edge=found["edge"]))


def of_weekday(found: Found) -> list[Atom]:
    way = found["way"] if found.has("way") else found["way_after"]
    point = Point(weekday=found["weekday"], way=way, part=found["part"] or "")
    if found.has("unit"):
        point = Point(weekday=found["weekday"], unit="week", shift=way, part=found["part"] or "")
    return found.one("D", point)


def of_monthday(found: Found) -> list[Atom] | None:
    """Tuesday the 19th."""
    if not 1 <= found["day"] <= LAST_DAY:
        return None
    return found.one("D", Point(day=found["day"], weekday=found["weekday"]))


def of_day_of_month(found: Found) -> list[Atom] | None:
    """The 20th of this month, on the 20th."""
    if not 1 <= found["day"] <= LAST_DAY or (found.has("unit") and found["unit"] != "month"):
        return None
    shift = found["way"] if found.has("way") else None
    return found.one("D", Point(day=found["day"], unit="month", shift=shift or THIS, way=shift))


def of_maybe_ahead(found: Found) -> list[Atom] | None:
    """In two weeks: from now if the sentence looks ahead, else for so long."""
    if found.has("ready"):
        return found.one("D", Point(unit="hour", shift=0, count=0, long=found["ready"]))
    unit, count = _unit(found), amount(found["count"])
    made = _counted(found, 1)
    if made is None:
        return None
    return [replace(made[0], value=replace(made[0].value, long=duration(count, unit)))]
