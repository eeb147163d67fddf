"""How many people a noun phrase counts: "a woman and her two children", "seven members of the family", names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.claims.incidents import words
from tocsin.claims.extraction.claims.layers import Row
from tocsin.claims.extraction.results import Figure

_NAMES = frozenset(("PERSON", "NORP"))
_COUNTED = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_PLURAL = frozenset(("NNS", "NNPS"))
_SO = frozenset(("this", "that", "so", "how", "as", "too"))
_TOTALS = frozenset(("number", "total", "count", "toll"))
_VAGUE = frozenset(("dozens", "several", "many", "hundreds", "others"))
_MANY = frozenset(("people", "others", "police", "personnel", "many", "several", "dead"))
_OF = frozenset(("of",))
_INCLUDING = frozenset(("including", "among", "between", "amongst"))


@dataclass(eq=False)
class Victim:
    """People counted by one noun phrase: *head* is its noun, *low* and *high* the bounds."""

    head: Any
    left: int
    right: int
    low: float | None
    high: float | None
    quantifier: str
    figure: Figure | None = None
    named: bool = False
    part: bool = False
    """Counted within another: "including three children"."""

    @property
    def explicit(self) -> bool:
        return self.figure is not None


def victims(head: Any, figures: Row[Figure], offset: int) -> list[Victim]:
    """Return those counted by *head* and by what is joined to it, then those it says are among them."""
    found: list[Victim] = []
    parts: list[Victim] = []
    for one in _joined(head):
        counted = _count(one, figures, offset)
        if counted is not None:
            found.append(counted)
            parts += _parts(one, figures, offset)
    if len(found) > 1 and _told_again(found):
        for one in found[1:]:
            one.part = True
    return found + parts


def _joined(head: Any) -> Iterator[Any]:
    """Yield *head* and the nouns joined to it: "A and B", "A, her husband and their children", "A alongside B"."""
    row = [head, *head.conjuncts]
    for one in tuple(row):
        for child in one.children:
            if (
                child.dep_ == "appos"
                and child.lemma_.lower() in words.KIN
                and any(c.dep_ == "poss" for c in child.children)
            ):
                row += [child, *child.conjuncts]
            if child.dep_ == "prep" and beside(child):
                row += [below for below in child.children if below.dep_ == "pobj"]
    seen: set[int] = set()
    for one in sorted(row, key=lambda token: token.i):
        fresh = one.i not in seen and one.i - 1 not in seen
        if fresh and (one.pos_ in _COUNTED or one.tag_ == "VBN") and one.i >= head.i:
            seen.add(one.i)
            yield one


def beside(preposition: Any) -> bool:
    """Tell whether a preposition joins people to others: "alongside", "along with", "together with"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return preposition.lower_ == "alongside" or (preposition.lower_ == "with" and before in ("along", "together"))


def _told_again(found: list[Victim]) -> bool:
    """Tell whether what follows a number of people only tells who they are: "three people, A, B and C"."""
    first, rest = found[0], found[1:]
    if not first.explicit or (first.low or 0) < len(found):
        return False
    if any(child.dep_ == "cc" and child.i < rest[0].head.i for child in first.head.children):
        return False
    if all(not one.explicit and one.high is None for one in rest):
        return True
    apart = abs(sum(one.low or 0 for one in rest) - (first.low or 0))
    return apart == 0 or (apart == 1 and len(rest) > 1)


def _parts(head: Any, figures: Row[Figure], offset: int) -> Iterator[Victim]:
    """Yield those named after a number of people ("two reporters, A and B"), and those said to be among them."""
    for child in head.children:
        below: list[Any] = []
        if child.dep_ == "appos" and head.pos_ != "PROPN" and child.i > head.i and _name(child):
            below = [one for one in (child, *child.conjuncts) if _name(one)]
        elif child.dep_ == "prep" and child.lower_ in _INCLUDING:
            below = [one for first in child.children if first.dep_ == "pobj" for one in (first, *first.conjuncts)]
        for one in below:
            found = _count(one, figures, offset)
            if found is not None:
                found.part = True
                yield found


def _name(token: Any) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in ("GPE", "LOC", "ORG", "DATE", "FAC", "NORP")


def _count(head: Any, figures: Row[Figure], offset: int) -> Victim | None:
    left, right = _edges(head)
    counted = counted_by(head)
    number = _figure(figures, offset + head.doc[left].idx, offset + _end(counted if counted.i >= head.i else head))
    if counted is not head and number is None and counted.i > head.i:
        below = _count(counted, figures, offset)
        if below is not None:
            below.left = left
            if head.tag_ in _PLURAL and below.high == 1:
                below.low, below.high, below.quantifier = 2, None, "MORE_THAN"
            return below
    if number is not None and (number.low, number.high) != (None, None):
        low, high, quantifier = number.low, number.high, number.quantifier
        return Victim(counted, left, right, low, high, quantifier, number, named=False)
    determined = {child.lower_ for child in head.children if child.dep_ in ("det", "neg", "amod", "nummod", "predet")}
    if determined & _NOBODY or head.lower_ in _NOBODY:
        return Victim(head, left, right, 0, 0, "EXACT")
    if _unknown(head) or not mortal(head):
        return None
    if head.tag_ in _PLURAL or head.lower_ in _MANY:
        return Victim(head, left, right, 2, None, "MORE_THAN")
    named = head.ent_type_ == "PERSON" or (head.pos_ == "PROPN" and head.tag_ == "NNP")
    return Victim(head, left, right, 1, 1, "EXACT", named=named) if head.pos_ in ("NOUN", "PROPN") else None


def _unknown(head: Any) -> bool:
    """Tell whether words speak of a number without telling it: "the number of the dead", "this many"."""
    if head.lower_ == "many" and any(child.lower_ in _SO for child in head.children):
        return True
    above = head.head.head if head.head.lower_ == "of" else head
    return above.lemma_.lower() in _TOTALS and any(child.lower_ == "the" for child in above.children)


def counted_by(head: Any) -> Any:
    """Return the noun that says what a noun of number counts: "a group *of students*", "the bodies *of five men*"."""
    if head.lemma_.lower() in words.GROUPS or head.pos_ == "NUM":
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in _OF:
                for below in child.children:
                    if below.dep_ == "pobj" and below.pos_ in ("NOUN", "PROPN", "NUM"):
                        return below
    return head


def _figure(figures: Row[Figure], start: int, end: int) -> Figure | None:
    """Return the first quantity of things or people within *start* to *end*."""
    for figure in figures.within((start, end + 1)):
        if figure.unit in ("", "person", "household", "family"):
            return figure
    return None


def _end(token: Any) -> int:
    return int(token.idx) + len(token.text)


def _edges(head: Any) -> tuple[int, int]:
    """Return the first and the last token of the phrase of *head*, without what is joined to it or says more."""
    first = last = head.i
    for child in head.children:
        if child.dep_ in ("det", "amod", "nummod", "compound", "poss", "quantmod", "predet", "nmod", "advmod", "neg"):
            first = min(first, child.left_edge.i)
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            first_joined = next((t.i for t in child.subtree if t.dep_ in ("relcl", "acl", "appos")), None)
            last = max(last, child.right_edge.i if first_joined is None else child.i + 1)
    while first > 0 and (head.doc[first - 1].pos_ == "NUM" or head.doc[first - 1].lower_ in _VAGUE) and first == head.i:
        first -= 1
    return first, last


def mortal(token: Any) -> bool:
    """Tell whether a noun can be someone who is killed: a person, or a word that may well name one."""
    if person(token) or (token.tag_ == "VBN" and token.i and token.nbor(-1).pos_ == "NUM"):
        return True
    counted = counted_by(token)
    if counted.pos_ == "PROPN" and any(letter.isdigit() for letter in counted.text):
        return False
    if counted.ent_type_ in _ELSEWHERE or counted.pos_ not in ("NOUN", "PROPN", "PRON"):
        return counted.pos_ in ("PRON", "NUM", "ADJ", "DET")
    return counted.pos_ in ("PROPN", "PRON") or counted.lower_.endswith(_DOERS)


_ELSEWHERE = frozenset(("GPE", "LOC", "FAC", "PRODUCT", "DATE", "TIME", "EVENT", "WORK_OF_ART"))
_DOERS = ("er", "ers", "or", "ors", "ian", "ians", "eer", "eers", "ee", "ees", "ant", "ants", "mate", "mates")


def person(token: Any) -> bool:
    """Tell whether a noun can be a person or people."""
    lemma, text = token.lemma_.lower(), token.lower_
    if token.ent_type_ in _NAMES or lemma in words.PERSONS or text in words.PERSONS:
        return True
    if token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
        return True
    if token.ent_type_ in ("GPE", "LOC", "FAC", "ORG", "PRODUCT", "DATE", "TIME", "EVENT", "WORK_OF_ART"):
        return False
    counted = counted_by(token)
    if counted is not token:
        return person(counted)
    return token.pos_ in ("NOUN", "PROPN") and text.endswith(words.PERSON_ENDINGS)
