"""Scores slots as the guidelines of MUC-4 do: 1 if right, 0.5 if partly right; missing and spurious templates count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from benchmarks.eval.attacks.keys import Filler, Template, plain, span, words
from benchmarks.eval.tables import f1

SLOTS = ("HUM TGT: NUMBER", "INCIDENT: DATE", "INCIDENT: LOCATION", "PERP: ORGANIZATION CONFIDENCE", "INCIDENT: TYPE")
Days = tuple[date | None, date | None]
_PARTIAL = 0.5


@dataclass(frozen=True)
class Number:
    """A number of victims as a template says it, with the words they are called by."""

    value: str
    tag: str


@dataclass(frozen=True)
class Perpetrator:
    organization: str
    confidence: str


@dataclass
class Answer:
    """What our claims of one incident say, in the terms of a template."""

    kind: str
    days: Days
    country: str
    places: tuple[str, ...]
    numbers: list[Number] = field(default_factory=list)
    perpetrators: list[Perpetrator] = field(default_factory=list)
    text: str = ""


@dataclass
class Tally:
    right: float = 0.0
    possible: int = 0
    actual: int = 0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.possible += other.possible
        self.actual += other.actual

    def rates(self) -> tuple[float, float, float]:
        """Return recall, precision and F1."""
        recall, precision = self.right / (self.possible or 1), self.right / (self.actual or 1)
        return recall, precision, f1(precision, recall)


Scores = dict[str, Tally]


def score(answers: list[Answer], templates: list[Template]) -> Scores:
    """Score the answers to one message against its templates, matched one to one."""
    keys = [template for template in templates if template.slots.get("INCIDENT: TYPE")]
    pairs = match(answers, keys)
    total = {slot: Tally() for slot in SLOTS}
    for index, answer in enumerate(answers):
        key = keys[pairs[index]] if index in pairs else None
        for slot in SLOTS:
            total[slot].add(tally(slot, answer, key))
    for place, key in enumerate(keys):
        if place not in pairs.values() and not key.optional:
            for slot in SLOTS:
                total[slot].add(tally(slot, None, key))
    return total


def match(answers: list[Answer], keys: list[Template]) -> dict[int, int]:
    """Return which key each answer goes to: best pairs first, the kind compatible and some words in common."""
    ranked = sorted(
        (
            (-sum(tally(slot, answer, key).right for slot in SLOTS), index, place)
            for index, answer in enumerate(answers)
            for place, key in enumerate(keys)
            if kind_credit(answer.kind, key) and _related(answer, key)
        )
    )
    pairs: dict[int, int] = {}
    for _credit, index, place in ranked:
        if index not in pairs and place not in pairs.values():
            pairs[index] = place
    return pairs


def _related(answer: Answer, key: Template) -> bool:
    """Tell whether a target or perpetrator of the key is named in what our claims say, or the sort of people harmed.

    The guidelines ask for a match of one of these (3.2.1); a key that names none goes with any.
    """
    named = key.strings()
    if not named or named & words(answer.text):
        return True
    sorts = {value for filler in key.slots.get("HUM TGT: TYPE", []) for value in filler.values}
    return any(human_type(one.tag) in sorts for one in answer.numbers)


_HUMAN = (
    ("LAW ENFORCEMENT", r"POLICE"),
    ("ACTIVE MILITARY", r"SOLDIER|TROOP|SERGEANT|LIEUTENANT|CAPTAIN|MAJOR|COLONEL|GENERAL|ARMY|MARINE|NAVY"),
    ("SECURITY GUARD", r"GUARD|ESCORT"),
    ("LEGAL OR JUDICIAL", r"JUDGE|MAGISTRATE|ATTORNEY|PROSECUTOR|JUSTICE|LAWYER"),
    ("DIPLOMAT", r"AMBASSADOR|CONSUL|DIPLOMAT"),
    ("GOVERNMENT OFFICIAL", r"MAYOR|MINISTER|GOVERNOR|SENATOR|DEPUTY|PRESIDENT|OFFICIAL"),
    ("POLITICAL FIGURE", r"LEADER|CANDIDATE"),
)


def human_type(tag: str) -> str:
    """Return the sort of people in the terms of a template, by the words they are called by."""
    return next((sort for sort, words_of in _HUMAN if re.search(words_of, tag)), "CIVILIAN")


def kind_credit(kind: str, key: Template) -> float:
    kinds = {value for filler in key.slots["INCIDENT: TYPE"] for value in filler.values}
    return 1.0 if kind in kinds else _PARTIAL if kind == "ATTACK" else 0.0


def tally(slot: str, answer: Answer | None, key: Template | None) -> Tally:
    """Score one slot; without *key* the answer is spurious, without *answer* the key is missing."""
    fillers = key.slots.get(slot, []) if key else []
    said = _said(slot, answer) if answer else []
    ranked = sorted(
        (
            (-credit, index, place)
            for index, one in enumerate(said)
            for place, filler in enumerate(fillers)
            if (credit := _credit(slot, one, filler))
        )
    )
    used: dict[int, int] = {}
    right = 0.0
    for credit, index, place in ranked:
        if index not in used and place not in used.values():
            used[index] = place
            right -= credit
    matched = set(used.values())
    possible = sum(place in matched or not filler.optional for place, filler in enumerate(fillers))
    return Tally(right, possible, len(said))


def _said(slot: str, answer: Answer) -> list[object]:
    if slot == "INCIDENT: DATE":
        return [answer.days] if any(answer.days) else []
    if slot == "INCIDENT: LOCATION":
        return [(answer.country, answer.places)] if answer.country or answer.places else []
    if slot == "HUM TGT: NUMBER":
        return list(answer.numbers)
    return list(answer.perpetrators) if slot == "PERP: ORGANIZATION CONFIDENCE" else [answer.kind]


def _credit(slot: str, said: object, filler: Filler) -> float:
    if isinstance(said, Number):
        return number_credit(said, filler)
    if isinstance(said, Perpetrator):
        return confidence_credit(said, filler)
    if slot == "INCIDENT: TYPE":
        return 1.0 if said in filler.values else _PARTIAL if said == "ATTACK" else 0.0
    return max(
        _date_credit(said, value) if slot == "INCIDENT: DATE" else place_credit(said, value) for value in filler.values
    )


def _date_credit(said: object, value: str) -> float:
    first, last = said if isinstance(said, tuple) else (None, None)
    key_first, key_last = span(value)
    if key_last is None or last is None:
        return 0.0
    if (first, last) == (key_first, key_last):
        return 1.0
    if first is None:
        return _PARTIAL if last == key_last else 0.0
    within = last <= key_last and (key_first is None or first >= key_first)
    return _PARTIAL if within else 0.0


_BRACKETED = re.compile(r"\s*\([^()]*\)?")


@cache
def _named(value: str) -> tuple[str, tuple[str, ...]]:
    parts = [" ".join(_BRACKETED.sub("", plain(part)).split()) for part in re.split(r":| - ", value)]
    return parts[0], tuple(part for part in parts[1:] if part)


def place_credit(said: object, value: str) -> float:
    country, places = said if isinstance(said, tuple) else ("", ())
    key_country, key_places = _named(value)
    ours = [plain(place) for place in places]
    if not key_places:
        return (_PARTIAL if ours else 1.0) if country == key_country else 0.0
    most = key_places[-1]
    if any(same_place(most, place) for place in ours):
        return 1.0 if country == key_country and " - " not in value else _PARTIAL
    return _PARTIAL if country == key_country else 0.0


def same_place(one: str, other: str) -> bool:
    """Tell whether two names agree, apart from words like "city" or "department"."""
    one_words, other_words = words(one) - _SORTS, words(other) - _SORTS
    return bool(one_words) and one_words == other_words


_SORTS = frozenset(
    ["CITY", "DEPARTMENT", "PROVINCE", "MUNICIPALITY", "TOWN", "NEIGHBORHOOD", "VILLAGE", "STATE", "REGION", "DISTRICT"]
)


def number_credit(said: Number, filler: Filler) -> float:
    """Return 1 for the number and whom it counts, 0.5 for the number alone or an end of a range."""
    named = any(words(tag) & words(said.tag) for tag in filler.tags if _counted(tag, said.tag))
    ours = re.sub(r"\s", "", said.value)
    for value in filler.values:
        key = re.sub(r"\s", "", value)
        if ours == key:
            return 1.0 if named else _PARTIAL
        if ours.isdigit() and (ours == key.lstrip("~") or ours in key.split("-")):
            return _PARTIAL
    return 0.0


def _counted(tag: str, said: str) -> bool:
    """Tell whether the last word of the key's name, its head, or a name in it stands in ours."""
    tagged = re.findall(r"[A-Z]{3,}", plain(tag))
    return bool(tagged) and (tagged[-1] in words(said) or any(word in words(said) for word in tagged[:1]))


def confidence_credit(said: Perpetrator, filler: Filler) -> float:
    if said.confidence in filler.values:
        return 1.0 if any(same_body(said.organization, tag) for tag in filler.tags) else _PARTIAL
    accused = "SUSPECTED OR ACCUSED"
    return _PARTIAL if said.confidence == accused and f"{accused} BY AUTHORITIES" in filler.values else 0.0


def same_body(ours: str, tag: str) -> bool:
    our_words, key_words = words(ours), words(tag)
    return bool(our_words & key_words) and (our_words <= key_words or key_words <= our_words)
