"""Which clauses are proposed, of which type, and which are refused as opinion."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.attributions.spans import balanced
from tocsin.claims.extraction.claims import opinion, phrases
from tocsin.claims.extraction.claims.clauses import Clause, split
from tocsin.claims.extraction.claims.evidence import Evidence
from tocsin.claims.extraction.claims.furniture import body
from tocsin.claims.extraction.claims.kinds import kind
from tocsin.claims.extraction.claims.layers import Layers
from tocsin.claims.extraction.claims.proposals import Proposal
from tocsin.claims.extraction.claims.quoted import Quoted
from tocsin.claims.extraction.claims.said import Said
from tocsin.claims.extraction.claims.words import verbs
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Stretch

_QUOTED = frozenset(("figure", "denial", "accusation"))
"""What direct speech can be besides a quote."""
_NOT_OWN = frozenset(("", "quote", "relation", "assessment"))
_FRAGMENT = 8
"""More tokens than so without a verb are a sentence misread, where somebody says them."""
_FRAMES = frozenset(("cite", "quote", "accord", "say", "tell"))
"""Verbs that alone, without what is said, state nothing."""
_STRONG = 2
_SPEAKERS = frozenset(("it", "he", "she", "they", "we", "i"))
_HARMS = frozenset(("target", "carry_out", "hit", "strike", "bomb", "launch"))


def propose(document: Document, found: Layers) -> tuple[list[Proposal], list[Stretch]]:
    """Return what is proposed, and the stretches refused."""
    lines = body(document)
    clauses = [clause for clause in split(document) if lines.holds(clause.stretch[0])]
    reader = _Reader(document, found, clauses)
    proposals: list[Proposal] = []
    refused: list[Stretch] = []
    for clause in clauses:
        evidence = Evidence(document, clause, found)
        name, strength = kind(evidence)
        if reader.refuses(evidence, name, strength):
            refused.append(clause.stretch)
        elif (one := reader.proposal(evidence, name, strength)) is not None:
            proposals.append(one)
    told = [one for one in phrases.find(document, found) if lines.holds(one.stretch[0])]
    return proposals + [Proposal(one.stretch, one.type, one.sort, _STRONG) for one in told], refused


class _Reader:
    def __init__(self, document: Document, found: Layers, clauses: list[Clause]) -> None:
        self._document = document
        self._said = Said(document, found, clauses)
        self._appeals = opinion.manifestos(clauses)
        self._quoted = Quoted(document)

    def refuses(self, evidence: Evidence, name: str, strength: int) -> bool:
        """A question, an opinion, or words in quotation marks that nobody is known to have said."""
        clause = evidence.clause
        by, own = self._said.by_clause[clause], self._said.cue_of(clause)
        if opinion.asks(clause):
            return True
        if by is not None:
            calls = by.kind == "direct" and opinion.appeals(clause)
            return calls or opinion.talks(self._document, by.source)
        if own is not None and own.source:
            return opinion.appeals(clause) or opinion.talks(self._document, own.source)
        return (
            (opinion.first_person(clause) and name != "assessment")
            or opinion.opinion(evidence, strength)
            or not opinion.narrated(evidence, self._appeals)
            or self._quoted.holds(clause.stretch)
        )

    def proposal(self, evidence: Evidence, name: str, strength: int) -> Proposal | None:
        clause = evidence.clause
        by, own = self._said.by_clause[clause], self._said.cue_of(clause)
        if own is not None and not _acts(clause, own, name) and not (by is not None and name == "figure"):
            return self._frame(evidence, own, name, strength)
        if by is not None and (clause.role != "fragment" or len(clause.tokens) > _FRAGMENT):
            return self._content(evidence, by, name, strength)
        if by is None and name and clause.role != "fragment" and len(clause.tokens) > 1 and not _swallowed(clause):
            return Proposal(balanced(self._document.text, clause.stretch), name, clause.role, strength, evidence)
        return None

    def _frame(self, evidence: Evidence, own: Attribution, name: str, strength: int) -> Proposal | None:
        """A clause whose verb says that something is said; a claim where what is said is no clause of its own."""
        clause = evidence.clause
        if self._said.only_says(clause) or clause.lemma in _FRAMES or not opinion.speaks_for_itself(clause):
            return None
        kind_ = _own_type(clause, own, name, strength)
        if kind_ == "quote" and clause.last == clause.head.i:
            return None
        return Proposal(balanced(self._document.text, clause.stretch), kind_, "cue", _STRONG, evidence, own)

    def _content(self, evidence: Evidence, by: Attribution, name: str, strength: int) -> Proposal | None:
        clause = evidence.clause
        kind_ = _said_type(by, "quote" if opinion.appeals(clause) else name)
        within = clause.parent is not None and self._said.by_clause.get(clause.parent) is by
        if kind_ == "quote" and within:
            return None
        stretch = self._said.span(clause, by, whole=kind_ == "quote")
        if kind_ == "event" and _denies(evidence):
            kind_, by = "denial", replace(by, stance="deny")
        return Proposal(balanced(self._document.text, stretch), kind_, clause.role, strength, evidence, by)


def _acts(clause: Clause, own: Attribution, name: str) -> bool:
    """The cue is rather a deed than speech: ordered an arrest, published a list."""
    return name == "event" and own.kind == "indirect" and clause.lemma in verbs.EVENT - verbs.SAY


def _swallowed(clause: Clause) -> bool:
    """A clause without a subject of its own inside the one it is joined to."""
    parent = clause.parent
    return (
        clause.role == "conjoined"
        and parent is not None
        and parent.first <= clause.first
        and clause.last <= parent.last
    )


def _denies(evidence: Evidence) -> bool:
    """The speaker says not to have done harm: "said it did not shell the port"."""
    first = evidence.clause.subject
    harm = evidence.verbs & verbs.VIOLENCE or evidence.clause.lemma in _HARMS
    return bool(harm) and evidence.clause.negated and first is not None and first.lower_ in _SPEAKERS


def _said_type(by: Attribution, name: str) -> str:
    if by.stance == "deny":
        return "denial"
    if by.kind != "indirect":
        return name if name in _QUOTED else "quote"
    return name or "quote"


def _own_type(clause: Clause, own: Attribution, name: str, strength: int) -> str:
    """The type of a clause whose verb is the cue."""
    if name in ("denial", "accusation"):
        return name
    if own.stance == "deny":
        return "denial"
    below = any(child.dep_ == "xcomp" for child in clause.head.children) or not own.source
    if own.kind == "indirect" and name not in _NOT_OWN and (below or (strength == _STRONG and name != "event")):
        return name
    return "quote"
