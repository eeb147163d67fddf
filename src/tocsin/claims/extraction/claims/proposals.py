"""A claim while it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tocsin.claims.extraction.claims.evidence import Evidence
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Claim, Mention, Stretch


@dataclass(eq=False)
class Proposal:
    stretch: Stretch
    type: str
    sort: str
    """The role of the clause, or the sort of the phrase."""
    strength: int = 1
    evidence: Evidence | None = None
    said: Attribution | None = None
    claim: Claim | None = None
    also: list[Proposal] = field(default_factory=list)
    """Later mentions of the same fact."""


def mention(document: Document, stretch: Stretch) -> Mention:
    return Mention(document.text[stretch[0] : stretch[1]], *stretch)


def claim_of(document: Document, proposal: Proposal) -> Claim:
    """Return the bare claim: span, type, and who says it."""
    start, end = proposal.stretch
    bare = Claim(start, end, document.text[start:end], proposal.type)
    said = proposal.said
    if said is None:
        return bare
    return replace(
        bare,
        speaker=mention(document, _name(document, said.source[0])) if said.source else None,
        cue=mention(document, said.cue[0]) if said.cue else None,
        stance=said.stance if said.source else None,
        publisher_stance=said.publisher_stance,
    )


def _antecedent(document: Document, source: Stretch) -> Stretch:
    """Of "the surgeon, who said" the surgeon."""
    start, end = source
    if document.readable[start:end].casefold() not in ("who", "which"):
        return source
    covered = document.parsed.span(start, end) if document.parsed else None
    if covered is None or covered[1].root.head.dep_ != "relcl":
        return source
    noun = covered[1].root.head.head
    first, last = noun.left_edge, noun
    return covered[0].offset + first.idx, covered[0].offset + last.idx + len(last.text)


def _name(document: Document, source: Stretch) -> Stretch:
    """The source without what is told of it after a comma."""
    start, end = _antecedent(document, source)
    while start < end and not document.text[start].isalnum():
        start += 1
    comma = document.text.find(",", start, end)
    end = comma if comma > start else end
    while end > start and not (document.text[end - 1].isalnum() or document.text[end - 1] in ")."):
        end -= 1
    return (start, end) if end > start else source
