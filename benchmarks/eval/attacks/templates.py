"""Turns the claims of a text into answers to MUC templates: one for each incident number that passes the filter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from benchmarks.eval.attacks.choosing import Setting, choose, countries, day, places
from benchmarks.eval.attacks.keys import plain
from benchmarks.eval.attacks.named import NAMES
from benchmarks.eval.attacks.slots import Answer, Number, Perpetrator
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
    around: Setting
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
    found: list[Case] = []
    for members in by_number.values():
        telling = [claim for claim in members if _tells(claim)] or members
        around = Setting(text, published, claims, telling)
        country = choose("country", countries(around))
        answer = Answer(
            kind=_kind(members),
            days=day(around),
            country=NAMES.get(country, ""),
            places=choose("place", places(around, country)),
            numbers=_numbers(members),
            perpetrators=_perpetrators(members, text) or _armed(members, text) or _elsewhere(claims, text),
            text=" ".join(f"{claim.text} {claim.figure.item if claim.figure else ''}" for claim in members),
        )
        last = answer.days[1]
        age = min(3.0, max(0.0, (published - last).days / 365)) if published and last else 0.0
        found.append(Case(members, answer, around, not found, len(by_number), age))
    return found


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


def _numbers(claims: list[Claim]) -> list[Number]:
    """Return the numbers of the narrowest claims that count people, each group of people once."""
    counting = [
        claim
        for claim in claims
        if claim.figure
        and claim.figure.unit == "person"
        and claim.figure.high != 0
        and claim.figure.item.rsplit(" ", 1)[-1] in _HARMS
    ]
    narrow = [claim for claim in counting if not _parted(claim, counting)]
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
    said = plain(claim.figure.text if claim.figure else "")
    return value == "1" and bool(re.match(r"(?:THE|THIS|THAT|HIS|ITS) ", said)) and len(people) < _FEW


_FEW = 3


_HARMED = re.compile(r"\b(?:DEAD|WOUNDED|INJURED|KILLED)\b")
_HARMS = frozenset(("killed", "injured", "kidnapped", "attacked"))


def _parted(claim: Claim, counting: list[Claim]) -> bool:
    """Tell whether those a claim counts are counted one by one: "a woman and her son", "two men, A and B"."""
    inside = [one for one in counting if one is not claim and claim.start <= one.start and one.end <= claim.end]
    figures = [one.figure for one in inside if one.figure]
    whole = claim.figure
    if whole is None:
        return False
    less = [one for one in figures if (one.low or 0) < (whole.low or 0)]
    if any(whole.start <= one.start and one.end <= whole.end for one in less):
        return True
    return bool(less) and all(one.low == one.high == 1 for one in less) and len(less) == whole.low


def _called(claim: Claim) -> set[str]:
    item = claim.figure.item if claim.figure else ""
    words = plain(item.rpartition(" ")[0]) or " ".join(_HARMED.findall(plain(claim.text)))
    said = set(re.findall(r"[A-Z]{3,}", words))
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


_FIGHTERS = re.compile(r"FRONT|MOVEMENT|ARMY|FORCES|UNITY|LIBERATION|GUERRILLA|COMMAND|PATH|CARTEL")
_PAIR = re.compile(
    r"\b([A-Z][A-Z0-9-]{1,7}) [\[(]([A-Z' -]{8,70})[\])]|\b((?:[A-Z']+ ){2,8})[\[(]([A-Z][A-Z0-9-]{1,7})[\])]"
)


def _armed(members: list[Claim], text: str) -> list[Perpetrator]:
    """Return the armed organisation, one with an acronym, that the claims of the incident name first."""
    groups = []
    for match in _PAIR.finditer(plain(text)):
        short, full = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
        if _FIGHTERS.search(full):
            groups.append((short, full.strip()))
    for claim in members:
        said = plain(claim.text)
        for short, full in groups:
            if re.search(rf"\b{re.escape(short)}\b", said) or full in said:
                return [Perpetrator(short, _confidence(claim, short))]
    return []


def _elsewhere(claims: list[Claim], text: str) -> list[Perpetrator]:
    """Return the organisation accused most often in the whole text."""
    every = _perpetrators(claims, text)
    return [one for one in every if _FIGHTERS.search(one.organization) or one.organization.isalpha()][:1]


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
