"""What a clause holds that decides its type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tocsin.claims.extraction.claims.clauses import Clause
from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.words import nouns, verbs
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import PEOPLE, Figure, Time

_NUMBERS = frozenset(("ten", "dozen", "score", "hundred", "thousand", "million"))
_FUTURE = frozenset(("next", "tomorrow", "upcoming", "forthcoming", "coming"))


@dataclass(eq=False)
class Evidence:
    """A clause with what the lower layers found in it."""

    document: Document
    clause: Clause
    layers: Layers

    def owns(self, place: int) -> bool:
        """The place is in no clause split off from this one."""
        return not any(child.stretch[0] <= place < child.stretch[1] for child in self.clause.children)

    @cached_property
    def figures(self) -> list[Figure]:
        return [one for one in self.layers.figures.within(self.clause.stretch) if self.owns(one.start)]

    @cached_property
    def times(self) -> list[Time]:
        return [one for one in self.layers.times.within(self.clause.stretch) if self.owns(one.start)]

    @cached_property
    def people(self) -> list[Figure]:
        """Figures that count people."""
        return [one for one in self.figures if one.unit in PEOPLE or self._stands_for_people(one)]

    def _stands_for_people(self, figure: Figure) -> bool:
        """A bare number that is harmed or flees: "tens of thousands were evacuated"."""
        if figure.unit or not self.verbs & (verbs.VIOLENCE | verbs.ACCESS | {"displace", "miss", "disappear"}):
            return False
        offset = self.clause.piece.offset
        return any(
            (figure.start <= offset + noun.idx < figure.end and not noun.is_alpha) or noun.lemma_ in _NUMBERS
            for noun in (*self.subjects, *self.objects)
        )

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The verbs of the clause without those that say little (began to shell: shell)."""
        told = self.clause.lemmas - verbs.ASPECT
        return told or self.clause.lemmas

    @cached_property
    def words(self) -> frozenset[str]:
        return self.clause.words

    @cached_property
    def predicate(self) -> list[Any]:
        """What *be* links to its subject."""
        return [c for c in self.clause.head.children if c.dep_ in ("attr", "acomp", "oprd")]

    @cached_property
    def objects(self) -> list[Any]:
        """Objects of the verb and of the verbs below it in a chain, with what is joined to them."""
        found: list[Any] = []
        waiting = [self.clause.head]
        while waiting:
            token = waiting.pop()
            for child in token.children:
                if child.dep_ in ("dobj", "attr", "dative") or (child.dep_ == "conj" and token in found):
                    found.append(child)
                    waiting.append(child)
                elif child.dep_ == "xcomp":
                    waiting.append(child)
        return found

    @cached_property
    def subjects(self) -> list[Any]:
        first = self.clause.subject
        found = [first] if first is not None else []
        for token in found:
            found += [c for c in token.children if c.dep_ == "conj"]
        return found

    @cached_property
    def complements(self) -> list[Any]:
        """Heads of the noun phrases below the verb's own prepositions."""
        return [
            noun
            for child in self.clause.head.children
            if child.dep_ in ("prep", "agent")
            for noun in child.children
            if noun.dep_ == "pobj"
        ]

    @cached_property
    def linking(self) -> bool:
        return self.clause.lemma in verbs.LINK

    @cached_property
    def passive(self) -> bool:
        return any(c.dep_ in ("nsubjpass", "auxpass") for c in self.clause.head.children)

    @cached_property
    def looks_ahead(self) -> bool:
        """A time after publication, or words for one."""
        if self.words & _FUTURE:
            return True
        day = self.document.published
        return day is not None and any(
            one.value[:10] > day.isoformat() for one in self.times if one.value[:1].isdigit()
        )

    def prepositions(self) -> frozenset[str]:
        return frozenset(c.lower_ for c in self.clause.head.children if c.dep_ in ("prep", "agent", "prt"))

    def lacks(self) -> bool:
        """A negated verb, or an object or a subject that is none."""
        return self.clause.negated or any(
            c.lower_ in ("no", "neither", "few", "little")
            for noun in (*self.objects, *self.subjects)
            for c in noun.children
        )

    def named(self) -> bool:
        return any(token.pos_ == "PROPN" for token in self.clause.tokens)

    def holds_service(self) -> bool:
        near = (*self.objects, *self.subjects, *self.complements)
        return any(noun.lemma_.lower() in nouns.SERVICE for noun in near) or bool(self.words & nouns.UTILITY)
