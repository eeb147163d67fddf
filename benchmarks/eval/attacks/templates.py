"""Turns the claims of a text into answers to MUC templates: one for each incident number that passes the filter."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

from benchmarks.eval.attacks.keys import plain
from benchmarks.eval.attacks.slots import Answer, Days, Number, Perpetrator
from tocsin.claims.extraction import Claim

_KINDS = (
    ("KIDNAPPING", r"KIDNAP|ABDUCT|HOSTAGE|CAPTUR|DISAPPEAR"),
    ("BOMBING", r"BOMB|EXPLO|DYNAMIT|BLAST|BLEW UP|BLOWN UP|BLOW UP|DETONAT|GRENADE|CHARGES?\b"),
    ("ARSON", r"\bFIRE TO|BURN|ABLAZE|ARSON|ON FIRE|TORCHED"),
    ("HIJACKING", r"HIJACK"),
    ("ROBBERY", r"ROBB|STOLE|STEAL|LOOT|THEFT"),
)
_ATTACK = re.compile(
    r"KILL|MURDER|ASSASSINA|ATTACK|AMBUSH|MASSACR|SHOT|SHOOT|EXECUT|SLAIN|RAID|ASSAULT|GUN|WOUND|INJUR|DEATH|DIED|TORTUR|"
    r"FIRED|STRAF|SABOTAG|DESTROY|DAMAG"
)
_DATELINE = re.compile(r"[^\n]{0,200}?\d[^\n]{0,120}? (?:--|–|—) ")
"""Where a text has a dateline, its day and city are those of the report."""
_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY")
_EXACT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_GENERIC = frozenset(
    [
        "PEOPLE",
        "PERSON",
        "PERSONS",
        "MAN",
        "MEN",
        "VICTIM",
        "VICTIMS",
        "CASUALTIES",
        "DEATH",
        "DEATHS",
        "DEAD",
        "BODY",
        "BODIES",
        "WOUNDED",
        "INJURED",
        "OTHERS",
    ]
)
_INSTITUTIONS = re.compile(
    r"\b(?:ARMY|ARMED FORCES|POLICE|NAVY|AIR FORCE|GOVERNMENT|MILITARY|CARTEL|NATIONAL GUARD|BATTALION|BRIGADE|FRONT|"
    r"DEATH SQUADS?|MAFIA|REGIME|CONTRAS?)\b"
)
_AUTHORITIES = re.compile(
    r"\b(?:POLICE|ARMY|ARMED FORCES|MILITARY|GOVERNMENT|MINIST|PRESIDENT|AUTHORIT|COL|COLONEL|GENERAL|GEN|MAJOR|"
    r"OFFICIAL|"
    r"JUDGE|ATTORNEY|COMMAND|DEFENSE|SECURITY|COPREFA|DAS|SECRETARY|INTELLIGENCE|MAYOR|"
    r"GOVERNOR|STATE DEPARTMENT)"
)


@dataclass
class Case:
    """The claims of one incident, as the filter sees them."""

    claims: list[Claim]
    answer: Answer
    first: bool = False
    among: int = 1
    age: float = 0.0
    """Years between the day named and the day of the text, at most 3."""


def cases(claims: list[Claim], text: str, published: date | None) -> list[Case]:
    """Return the incidents among *claims*; *text* is the text in ordinary case."""
    by_number: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            by_number.setdefault(claim.incident, []).append(claim)
    country = _commonest([claim.place.country for claim in claims if claim.place and claim.place.country])
    line = _DATELINE.match(text)
    head = line.end() if line else 0
    found: list[Case] = []
    for members in by_number.values():
        telling = [claim for claim in members if _tells(claim)] or members
        answer = Answer(
            kind=_kind(members),
            days=_days(telling, published, head),
            country=country_of(members) or country,
            places=_places(telling),
            numbers=_numbers(members),
            perpetrators=_perpetrators(members, text),
            text=" ".join(f"{claim.text} {claim.figure.item if claim.figure else ''}" for claim in members),
        )
        last = answer.days[1]
        age = min(3.0, max(0.0, (published - last).days / 365)) if published and last else 0.0
        found.append(Case(members, answer, not found, len(by_number), age))
    return found


def _commonest(values: list[str]) -> str:
    return NAMES.get(Counter(values).most_common(1)[0][0], "") if values else ""


NAMES = {
    "SV": "EL SALVADOR", "CO": "COLOMBIA", "PE": "PERU", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA",
    "BO": "BOLIVIA", "CL": "CHILE", "EC": "ECUADOR", "NI": "NICARAGUA", "PA": "PANAMA", "VE": "VENEZUELA",
    "US": "UNITED STATES", "MX": "MEXICO", "ES": "SPAIN", "CR": "COSTA RICA", "BR": "BRAZIL", "PY": "PARAGUAY",
    "UY": "URUGUAY", "CU": "CUBA", "IL": "ISRAEL", "LB": "LEBANON", "IT": "ITALY", "FR": "FRANCE",
}  # fmt: skip
"""ISO 3166-1 codes and the names the keys use."""


def country_of(claims: list[Claim]) -> str:
    return _commonest([claim.place.country for claim in claims if claim.place and claim.place.country])


def _tells(claim: Claim) -> bool:
    """Tell whether a claim speaks of the act itself, not of what surrounds it."""
    said = plain(claim.text)
    return bool(_ATTACK.search(said)) or any(re.search(words, said) for _kind, words in _KINDS)


def _kind(claims: list[Claim]) -> str:
    said = plain(" ".join(claim.text for claim in claims))
    counts = [(len(re.findall(words, said)), kind) for kind, words in _KINDS]
    most = max(counts, key=lambda pair: pair[0])
    first = plain(claims[0].text)
    opened = next((kind for kind, words in _KINDS if re.search(words, first)), "")
    if opened and {kind: times for times, kind in counts}[opened] * 2 >= most[0]:
        return opened
    return most[1] if most[0] * 2 > len(_ATTACK.findall(said)) else "ATTACK"


def _days(claims: list[Claim], published: date | None, head: int) -> Days:
    """Return the day most claims have; a day of the week and no day are "on or before" the day of the text (7.3)."""
    named = [
        claim.date
        for claim in claims
        if claim.date
        and claim.date.start >= head
        and (not _WEEKDAY.search(plain(claim.date.text)) or re.search(r"\d", claim.date.text))
    ]
    for value, _times in Counter(one.value for one in named).most_common():
        days = _edtf(value)
        first, last = days
        if last is not None and (first is None or (last - first).days <= _LONG):
            return days
    return None, published


_LONG = 31
"""A day given as a year is as good as none."""


def _edtf(value: str) -> Days:
    first, _, last = value.partition("/")
    if last:
        start, end = _bounds(first), _bounds(last)
        return (start[0] if start else None), (end[1] if end else None)
    whole = _bounds(first)
    return whole or (None, None)


def _bounds(value: str) -> tuple[date, date] | None:
    match = _EXACT.match(value)
    if not match:
        return None
    year, month, day = int(match.group(1)), match.group(2), match.group(3)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        return None
    last = monthrange(year, int(month))[1]
    if day is None:
        return date(year, int(month), 1), date(year, int(month), last)
    return (date(year, int(month), int(day)),) * 2 if 1 <= int(day) <= last else None


def _places(claims: list[Claim]) -> tuple[str, ...]:
    """Return the place most of the claims have, if it is narrower than a country."""
    named = Counter(claim.place.text for claim in claims if claim.place and claim.place.precision != "country")
    return (named.most_common(1)[0][0],) if named else ()


def _numbers(claims: list[Claim]) -> list[Number]:
    """Return the numbers of the narrowest claims that count people, each group of people once."""
    counting = [claim for claim in claims if claim.figure and claim.figure.unit == "person" and claim.figure.high != 0]
    narrow = [
        claim
        for claim in counting
        if not any(
            other is not claim and claim.start <= other.start and other.end <= claim.end and _within(other, claim)
            for other in counting
        )
    ]
    found: list[tuple[str, set[str]]] = []
    for claim in narrow:
        value, people = _value(claim), _called(claim)
        index = next((place for place, known in enumerate(found) if _same(known, (value, people))), None)
        if index is not None:
            known, others = found[index]
            found[index] = (value if known == "PLURAL" else known, others if others > people else people | others)
        elif not (found and _anaphoric(claim, value, people)):
            found.append((value, people))
    if len(found) > 1:
        found = [one for one in found if one[0] != "PLURAL" or not one[1] <= _GENERIC] or found[:1]
    return [Number(value, " ".join(sorted(people))) for value, people in found]


def _same(known: tuple[str, set[str]], new: tuple[str, set[str]]) -> bool:
    """Tell whether two numbers count the same people: by their names, or a number of nobody in particular."""
    if known[1] <= _GENERIC or new[1] <= _GENERIC:
        return known[0] == new[0] or (known[1] == new[1] and "PLURAL" in (known[0], new[0]))
    shared = known[1] & new[1]
    least = min(len(known[1]), len(new[1]))
    return len(shared) >= min(2, least) and (known[0] == new[0] or "PLURAL" in (known[0], new[0]))


def _anaphoric(claim: Claim, value: str, people: set[str]) -> bool:
    """Tell whether one person is spoken of as known: "the officer"."""
    said = plain(claim.figure.item if claim.figure else "")
    return value == "1" and bool(re.match(r"(?:THE|THIS|THAT|HIS|ITS) ", said)) and len(people) < _FEW


_FEW = 3


def _within(other: Claim, claim: Claim) -> bool:
    figure, whole = other.figure, claim.figure
    return bool(figure and whole and (figure.low or 0) < (whole.low or 0) and "including" not in claim.text.lower())


def _called(claim: Claim) -> set[str]:
    item = claim.figure.item if claim.figure else ""
    said = set(re.findall(r"[A-Z]{3,}", plain(item.rsplit(" ", 1)[0])))
    return said - {
        "THE",
        "AND",
        "FOR",
        "HIS",
        "HER",
        "THEIR",
        "ANOTHER",
        "SEVERAL",
        "OTHER",
        "TWO",
        "THREE",
        "FOUR",
        "FIVE",
    }


_NUMERAL = re.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundred)\b"
)


def _value(claim: Claim) -> str:
    figure = claim.figure
    if figure is None or figure.low is None:
        return "PLURAL"
    explicit = _NUMERAL.search(figure.text)
    low = int(figure.low)
    if figure.high is None:
        return f"{low} -" if explicit else "PLURAL"
    if figure.high != figure.low:
        return f"{low} - {int(figure.high)}"
    return f"~{low}" if figure.quantifier == "APPROXIMATELY" else str(low)


def _perpetrators(claims: list[Claim], text: str) -> list[Perpetrator]:
    """Return each organisation accused, as the strongest of its claims has it: admitted, accused, reported."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.accused is None:
            continue
        name = organization(text[claim.accused.start : claim.accused.end])
        if not name:
            continue
        known = next((other for other in found if set(name.split()) & set(other.split())), name)
        found[known] = min(_confidence(claim, name), found.get(known, _RANKS[-1]), key=_RANKS.index)
    return [Perpetrator(name, confidence) for name, confidence in found.items()]


_RANKS = (
    "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "REPORTED AS FACT",
)  # fmt: skip
_NAME = re.compile(r"\b[A-Z][\w'-]*(?:[ -](?:of|for|the|and|[A-Z][\w'-]*))*")
_PEOPLE = re.compile(r"^(?:[A-Z][a-z]+(?:an|ese|ish|ian)s?|Two|Three|Four|Five|Six|A|The|An|Some|Several)\b ?")


def organization(accused: str) -> str:
    """Return the names among the words for whom is accused, empty if there are none and no institution."""
    names = [_PEOPLE.sub("", match.group()) for match in _NAME.finditer(accused)]
    names = [name for name in names if name]
    if names:
        return plain(" ".join(names))
    bodies = _INSTITUTIONS.findall(plain(accused))
    return bodies[0] if bodies else ""


def _confidence(claim: Claim, name: str) -> str:
    if claim.speaker is not None:
        speaker = plain(claim.speaker.text)
        if any(word in speaker for word in name.split() if len(word) > 2):
            return "CLAIMED OR ADMITTED"
        if claim.type == "accusation" or claim.publisher_stance == "hedge":
            return "SUSPECTED OR ACCUSED BY AUTHORITIES" if _AUTHORITIES.search(speaker) else "SUSPECTED OR ACCUSED"
        return "REPORTED AS FACT"
    return "SUSPECTED OR ACCUSED" if claim.publisher_stance == "hedge" else "REPORTED AS FACT"
