"""Parts of a parsed sentence: who does it, the words around a verb, a noun with what belongs to it.

Ranges are token numbers of the piece, the end excluded.
"""

from __future__ import annotations

from typing import Any

Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "preconj", "prt"})
_CLIMBING = frozenset({"xcomp", "advcl", "pcomp", "conj", "prep", "acl", "relcl", "ccomp", "dep", "acomp"})
_SETTING_OFF = frozenset({",", "-", "--", "—", "–", "(", "―"})
_LOOSE = frozenset({"dobj", "attr", "pobj", "acomp", "oprd", "advmod"})
_DEEP = 12
_SHORT = 12
"""Tokens of a relative clause that still tells who somebody is."""


def child(token: Any, *labels: str) -> Any | None:
    """Return the first child with one of the *labels*."""
    for one in token.children:
        if one.dep_ in labels:
            return one
    return None


def subject(verb: Any) -> Any | None:
    """Return the token that does what *verb* says, looked for up the tree where the verb has none of its own."""
    node = verb
    loose = False
    for _ in range(_DEEP):
        own = child(node, "nsubj", "nsubjpass", "expl", "csubj")
        if own is not None:
            return own
        head = node.head
        if head == node or node.dep_ == "ccomp" or not (node.dep_ in _CLIMBING or (loose and node.dep_ in _LOOSE)):
            return None
        infinitive = child(node, "aux") is not None and node.tag_ == "VB"
        if node.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"} and not infinitive:
            return head
        if node.dep_ == "pcomp" and head.lower_ == "as" and (other := child(head.head, "dobj")) is not None:
            return other
        loose = loose or infinitive or node.dep_ == "pcomp"
        node = head
    return None


def noun_phrase(noun: Any, *, stop: int = -1) -> Range:
    """Return the range of *noun* with what belongs to it, without relative clauses set off by commas."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    doc = noun.doc
    for one in noun.children:
        if one.i < noun.i or one.left_edge.i == 0:
            continue
        edge = one.left_edge.i
        long = one.dep_ != "relcl" or one.right_edge.i - edge > _SHORT
        loose = one.dep_ in {"relcl", "advcl", "acl"} and long and doc[edge - 1].text in _SETTING_OFF
        if (loose or one.dep_ in {"parataxis", "ccomp"} or _circumstance(one)) and edge < end:
            end = edge
    if stop > noun.i:
        end = min(end, stop)
    elif 0 <= stop < noun.i:
        start = max(start, stop + 1)
    return trimmed(doc, start, max(end, noun.i + 1), noun.i)


def _circumstance(phrase: Any) -> bool:
    """Tell whether a prepositional phrase tells when or where it was said, not who said it."""
    if phrase.dep_ != "prep":
        return False
    thing = child(phrase, "pobj")
    dated = thing is not None and thing.ent_type_ in {"DATE", "TIME"} and phrase.lower_ in {"on", "in", "at", "during"}
    return dated or phrase.lower_ == "during"


def trimmed(doc: Any, start: int, end: int, kernel: int = -1) -> Range:
    """Return the range without conjunctions and marks at its edges."""
    while start < end and start != kernel and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        if doc[start].is_quote:
            break
        start += 1
    while end > start and end - 1 != kernel and (doc[end - 1].is_space or _loose_mark(doc[end - 1])):
        end -= 1
    if kernel >= 0 and end - 1 > kernel and doc[end - 1].lower_ in {"both", "all", "each"}:
        end -= 1
    return start, end


def _loose_mark(token: Any) -> bool:
    return token.text in {",", ".", ";", ":", "-", "--", "—", "–", "("}


def verb_group(verb: Any) -> Range:
    """Return the range of *verb* with the auxiliaries, negation, adverbs and particle that stand beside it."""
    start, end = verb.i, verb.i + 1
    doc = verb.doc
    while start > 0 and _belongs(doc[start - 1], verb):
        start -= 1
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head == verb:
        end += 1
    return start, end


def _belongs(token: Any, verb: Any) -> bool:
    if token.dep_ in _GROUP and (token.head == verb or (token.head.dep_ in _GROUP and token.head.head == verb)):
        return token.tag_ not in {"WRB", "WP", "WDT"} and token.lower_ not in {"so", "then", "when", "how", "why", "as"}
    return False
