"""Clauses laid over attributions: who says what a clause states, and which clause only says that it is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tocsin.claims.extraction.claims.clauses import Clause
from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.words.verbs import NO_SPEECH
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Stretch

_COVERED = 0.5
"""Share of a clause that is in the content for it to be what is said."""
_NEXT = 6
"""Code points between the end of a clause and a source or cue that follows it."""
_BESIDES = frozenset(("relative", "participle", "adverbial"))
"""Roles of clauses that are told beside what is denied, not denied themselves."""
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_BESIDE = 60
"""Code points between a clause and its source or cue for the claim to take them in."""


class Said:
    def __init__(self, document: Document, layers: Layers, clauses: list[Clause]) -> None:
        self._text = document.readable
        spoken = [one for one in layers.attributions if _speaks(document, one)]
        self._contents = sorted(((stretch, one) for one in spoken for stretch in one.content), key=lambda pair: pair[0])
        self._longest = max((stretch[1] - stretch[0] for stretch, _ in self._contents), default=0)
        self._starts = [stretch[0] for stretch, _ in self._contents]
        self._cues = {place: one for one in spoken for start, end in one.cue for place in range(start, end)}
        self.by_clause = {clause: self._of(clause) for clause in clauses}
        self._first: dict[int, int] = {}
        for clause, one in self.by_clause.items():
            if one is not None:
                self._first[id(one)] = min(self._first.get(id(one), clause.stretch[0]), clause.stretch[0])
        self._with_clause = {id(one) for one in self.by_clause.values() if one is not None}

    def _of(self, clause: Clause) -> Attribution | None:
        """The attribution whose content holds the clause; of several the one with the least content."""
        best: tuple[int, Attribution] | None = None
        for stretch, one in self._near(clause.stretch):
            size = stretch[1] - stretch[0]
            if one.stance == "deny" and clause.role in _BESIDES:
                continue
            if _covers(stretch, clause, one) and (best is None or size < best[0]):
                best = (size, one)
        return self._named(best[1]) if best else None

    def _named(self, one: Attribution) -> Attribution:
        """Of "the officials say that they believe" the one with the officials."""
        for _ in range(3):
            if not one.source or not one.cue or self._text[slice(*one.source[0])].casefold() not in _PRONOUNS:
                return one
            outer = next((two for part, two in self._near(one.cue[0]) if part[0] <= one.cue[0][0] < part[1]), None)
            if outer is None or outer is one:
                return one
            one = outer
        return one

    def _near(self, stretch: Stretch) -> Iterator[tuple[Stretch, Attribution]]:
        last = bisect_right(self._starts, stretch[1])
        while last and self._starts[last - 1] >= stretch[0] - self._longest:
            last -= 1
            yield self._contents[last]

    def cue_of(self, clause: Clause) -> Attribution | None:
        """The attribution whose cue is the verb of this clause."""
        return self._cues.get(clause.piece.offset + clause.head.idx)

    def only_says(self, clause: Clause) -> bool:
        """The clause is the frame of what other clauses state."""
        own = self.cue_of(clause)
        return own is not None and id(own) in self._with_clause

    def _spread(self, clause: Clause, said: Attribution) -> Stretch:
        """The clause and the clauses below it that the same words say."""
        start, end = clause.stretch
        waiting = list(clause.children)
        while waiting:
            below = waiting.pop()
            if self.by_clause.get(below) is said:
                start, end = min(start, below.stretch[0]), max(end, below.stretch[1])
                waiting += below.children
        return start, end

    def _opening(self, clause: Clause, said: Attribution, start: int) -> int:
        """Where the clause of the cue begins: "It was reported that …"."""
        above = clause.parent
        return min(start, above.stretch[0]) if above is not None and self.cue_of(above) is said else start

    def span(self, clause: Clause, said: Attribution, *, whole: bool = False) -> Stretch:
        """The clause with its source and cue, if they stand beside it in its sentence."""
        sentence = clause.head.sent
        first, last = clause.piece.offset + sentence.start_char, clause.piece.offset + sentence.end_char
        start, end = self._spread(clause, said) if whole else clause.stretch
        around = [part for part in (*said.source, *said.cue) if first <= part[0] and part[1] <= last]
        if not any(part in around for part in said.cue):
            return start, end
        before = [part for part in around if part[1] <= start + 1]
        after = [part for part in around if part[0] >= end - 1]
        later = self._first.get(id(said), start) < start
        if before and not later and max(part[1] for part in before) >= start - _BESIDE:
            start = self._opening(clause, said, min(part[0] for part in before))
        elif after and not before and min(part[0] for part in after) <= end + _NEXT:
            end = max(part[1] for part in after)
        return start, end


def _speaks(document: Document, one: Attribution) -> bool:
    """Somebody says or writes it; that somebody wants, knows or seems is no speech."""
    lemmas = set()
    for start, end in one.cue:
        covered = document.parsed.span(start, end) if document.parsed else None
        if covered is None:
            return True
        lemmas |= {token.lemma_.lower() for token in covered[1]}
    return not lemmas <= NO_SPEECH


def _covers(stretch: Stretch, clause: Clause, one: Attribution) -> bool:
    """The content holds the verb and half of the clause, which ends where its source or cue breaks into it."""
    start, end = clause.stretch
    end = min((part[0] for part in (*one.source, *one.cue) if stretch[1] <= part[0] < end), default=end)
    shared = min(end, stretch[1]) - max(start, stretch[0])
    head = clause.piece.offset + clause.head.idx
    return shared >= _COVERED * (end - start) and stretch[0] <= head < stretch[1]
