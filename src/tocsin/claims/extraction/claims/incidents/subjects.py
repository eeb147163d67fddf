"""Who does and who suffers what a verb says: its subjects, its objects, its agent."""

from __future__ import annotations

from typing import Any

_DEEP = 4
_BEFALLS = frozenset(("crash", "collapse", "sink", "collide", "overturn", "derail", "capsize", "fall"))
"""What happens to a thing without its doing."""


def is_passive(verb: Any) -> bool:
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if verb.dep_ in ("acl", "amod", "relcl") and verb.tag_ == "VBN":
        return not any(child.dep_ in ("dobj", "aux") for child in verb.children) or verb.dep_ == "acl"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB":
        return is_passive(verb.head) and not any(child.dep_ == "aux" for child in verb.children)
    return False


def subjects(verb: Any, depth: int = 0) -> list[Any]:
    """Return the nouns that are the subject of a verb, its own or that of the verb it is joined to."""
    found = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if found and found[0].lower_ in ("who", "that", "which", "whom") and verb.dep_ == "relcl":
        return [verb.head]
    if found:
        return found
    if verb.dep_ in ("acl", "relcl", "amod"):
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl") and depth < _DEEP and verb.head.pos_ in ("VERB", "AUX"):
        return subjects(verb.head, depth + 1)
    return []


def doers_of(verb: Any) -> list[Any]:
    """Return the subjects; of "it was shot down, killing two" who shot it down; of "it crashed" nobody."""
    own = any(child.dep_ == "nsubj" for child in verb.children)
    above = verb.head if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG" and not own else verb
    if above is not verb and above.lemma_ in _BEFALLS:
        return []
    return by(above) if above is not verb and is_passive(above) else subjects(verb)


def objects(verb: Any) -> list[Any]:
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    if verb.dep_ == "relcl" and any(one.lower_ in ("whom", "who", "that", "which") for one in found):
        return [verb.head]
    below = [one for child in verb.children if child.dep_ == "ccomp" for one in child.children if one.dep_ == "nsubj"]
    return found or (below if verb.lemma_ in ("leave", "find") else found)


def by(verb: Any) -> list[Any]:
    return [
        below
        for child in verb.children
        if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for below in child.children
        if below.dep_ == "pobj"
    ]
