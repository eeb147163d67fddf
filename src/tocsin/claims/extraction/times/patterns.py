"""Rules as patterns over the letters of atoms: the first that fits replaces what it fits by what it builds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.times.atoms import Atom

_GROUP = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule fits: its groups give atoms and their meanings."""

    atoms: Sequence[Atom]
    match: re.Match[str]

    def has(self, group: str) -> bool:
        return self.match.re.groupindex.get(group) is not None and self.match.start(group) >= 0

    def atom(self, group: str) -> Atom:
        return self.atoms[self.match.start(group)]

    def __getitem__(self, group: str) -> Any:
        """Return the meaning of the first atom of *group*, None where it is not there."""
        if not self.has(group):
            return None
        atom = self.atom(group)
        return atom.value

    @property
    def whole(self) -> Sequence[Atom]:
        return self.atoms[self.match.start() : self.match.end()]

    def one(self, letter: str, value: Any, first: str = "", last: str = "") -> list[Atom]:
        """Return one atom in place of the match, or of the stretch from group *first* to group *last*."""
        begin = self.match.start(first) if first else self.match.start()
        end = self.match.end(last) if last else self.match.end()
        made = Atom(letter, self.atoms[begin].start, self.atoms[end - 1].end, value)
        return [*self.atoms[self.match.start() : begin], made, *self.atoms[end : self.match.end()]]


Build = Callable[[Found], list[Atom] | None]


class Grammar:
    """Rules in their order."""

    def __init__(self, rules: Sequence[tuple[str, Build]]) -> None:
        self._rules = [(re.compile(pattern), build) for pattern, build in rules]
        self._any = re.compile("|".join(f"(?:{_GROUP.sub('?:', pattern)})" for pattern, _ in rules))

    def apply(self, atoms: list[Atom]) -> list[Atom]:
        """Return *atoms* with what the rules build in place of what they fit, from left to right."""
        letters = "".join(atom.letter for atom in atoms)
        made: list[Atom] = []
        place = 0
        while match := self._any.search(letters, place):
            begin = match.start()
            made.extend(atoms[place:begin])
            place = begin
            for pattern, build in self._rules:
                fits = pattern.match(letters, begin)
                if fits and fits.end() > begin and (built := build(Found(atoms, fits))) is not None:
                    made.extend(built)
                    place = fits.end()
                    break
            else:
                made.append(atoms[begin])
                place = begin + 1
        made.extend(atoms[place:])
        return made
