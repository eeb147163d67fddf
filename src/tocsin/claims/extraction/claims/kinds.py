"""The type of a clause: the first rule of the table that finds its evidence.

Each rule returns how good its evidence is (2 a word that hardly means anything else, 1 a usual sign) or 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tocsin.claims.extraction.claims.evidence import Evidence
from tocsin.claims.extraction.claims.nominals import typed
from tocsin.claims.extraction.claims.words import nouns, verbs

Rule = Callable[[Evidence], int]
_DISTANT = frozenset(("may", "might", "could", "would"))
_WILL = frozenset(("will", "wo", "'ll", "’ll", "shall"))


def kind(evidence: Evidence) -> tuple[str, int]:
    """Return the type and the strength of its evidence; an empty type where the clause tells no happening."""
    for name, rule in RULES:
        strength = rule(evidence)
        if strength:
            return name, strength
    return "", 0


def _causes(one: Evidence) -> int:
    clause = one.clause
    if clause.role == "reason":
        return 2
    if clause.modals & (_DISTANT | _WILL) or clause.lemma in verbs.INTEND:
        return 0
    told = one.verbs & verbs.CAUSE
    if told & {"lead", "result", "contribute", "stem_from"}:
        told = (
            told
            if one.prepositions() & {"to", "in", "from"} or _to_do(one)
            else told - {"lead", "result", "contribute"}
        )
    if told and (one.objects or one.complements or _to_do(one)) and not one.people:
        return 2
    return _keeps(one)


def _to_do(one: Evidence) -> bool:
    return any(c.dep_ in ("xcomp", "ccomp") for c in one.clause.head.children)


def _keeps(one: Evidence) -> int:
    """Keeps it stationary, left the city dark: a state that something brought about."""
    if one.passive or one.clause.lemma not in {"keep", "leave", "render"} or one.people:
        return 0
    return int(
        any(c.dep_ in ("oprd", "ccomp", "acomp") and c.pos_ in ("ADJ", "VERB") for c in one.clause.head.children)
    )


def _denies(one: Evidence) -> int:
    if one.clause.lemma in {"deny", "refute", "rebut", "disclaim", "disavow"}:
        return 2
    if one.clause.lemma in {"reject", "dismiss"}:
        said = {
            "claim",
            "accusation",
            "allegation",
            "report",
            "charge",
            "suggestion",
            "responsibility",
            "rumour",
            "rumor",
        }
        return 2 if any(noun.lemma_ in said for noun in one.objects) else 0
    return 0


def _accuses(one: Evidence) -> int:
    lemma = one.clause.lemma
    if lemma in {"accuse", "blame", "denounce", "implicate"}:
        return 2
    if lemma == "attribute" and any(noun.lemma_.lower() in nouns.BLOWS | nouns.HARM for noun in one.objects):
        return 2
    return 1 if lemma == "hold" and "responsible" in one.words else 0


def _schedules(one: Evidence) -> int:
    told = one.verbs
    planned = bool(told & verbs.GATHER) or any(n.lemma_ in nouns.PLANNED for n in (*one.subjects, *one.objects))
    if one.looks_ahead and one.clause.lemma in verbs.SCHEDULE:
        return 2
    if one.clause.lemma in {"schedule", "slate"} and one.passive:
        return 2
    if one.clause.modals & _WILL and told & verbs.GATHER and (one.times or one.looks_ahead) and not one.people:
        return 2
    return 1 if planned and one.looks_ahead and one.clause.head.tag_ in ("VBZ", "VBP", "VBG") else 0


def _intends(one: Evidence) -> int:
    clause = one.clause
    if any(n.lemma_ in nouns.INTENTION for n in one.subjects) and one.linking and _to_do(one):
        return 2
    if clause.lemma in _TELLING and any(n.lemma_ in nouns.INTENTION for n in one.objects):
        return 2
    if any(n.lemma_.lower() in nouns.WILLING for n in one.predicate):
        return 2
    if clause.lemma in verbs.INTEND and not clause.modals & _DISTANT:
        below = any(c.dep_ in ("xcomp", "ccomp") for c in clause.head.children)
        return 2 if below else 0
    return 0


_TELLING = frozenset(("announce", "unveil", "have", "outline", "confirm", "abandon", "reveal", "declare", "express"))


def _foresees(one: Evidence) -> int:
    clause = one.clause
    if clause.lemma in verbs.FORESEE:
        return 2
    if clause.modals & _WILL or ({"go", "to"} <= clause.words and "be" in clause.words and clause.lemma == "go"):
        return 2
    if clause.modals & _DISTANT and not _perfect(one) and not _unable(one):
        return 2
    if any(n.lemma_ in nouns.LIKELY for n in one.predicate if n.dep_ in ("acomp", "oprd")):
        return 1
    return 1 if one.linking and any(n.lemma_ in nouns.RISK for n in one.predicate) else 0


def _unable(one: Evidence) -> bool:
    """Could not, could only: what was possible, not what will be."""
    return "could" in one.clause.modals and (
        one.clause.negated or any(c.lower_ == "only" for c in one.clause.head.children)
    )


def _perfect(one: Evidence) -> bool:
    return any(token.lower_ == "have" for token in one.clause.auxiliaries)


def _counts(one: Evidence) -> int:
    if not one.figures:
        return 2 if one.clause.lemma == "number" and one.objects else 0
    near = {noun.lemma_.lower() for noun in (*one.subjects, *one.objects, *one.predicate)}
    if one.people and (one.verbs & (verbs.VIOLENCE | verbs.MEASURE) or one.linking or near & nouns.TOLL):
        return 2
    if one.linking and near & nouns.TOLL:
        return 2
    if one.clause.lemma in verbs.MEASURE or (one.linking and any(_numbered(n) for n in one.predicate)):
        return 2
    return 1 if one.people and not one.verbs & verbs.EVENT else 0


def _numbered(noun: Any) -> bool:
    return noun.like_num or any(c.dep_ in ("nummod", "quantmod") for c in noun.children)


def _controls(one: Evidence) -> int:
    if one.verbs & verbs.CONTROL and _of_place(one):
        return 2
    if one.verbs & {"take", "gain", "assume", "lose", "have", "regain", "seize"}:
        return 2 if any(n.lemma_ == "control" for n in (*one.objects, one.clause.top)) else 0
    if one.linking and {"control", "under"} <= one.words:
        return 2
    if one.clause.lemma == "fall" and one.prepositions() & {"to"}:
        return 1
    return 1 if one.clause.lemma == "hold" and any(n.ent_type_ in ("GPE", "LOC", "FAC") for n in one.objects) else 0


def _of_place(one: Evidence) -> bool:
    """What is taken is a place: named, or a city, a bridge, a hill. Not a ton of cocaine, not a suspect."""
    taken = one.subjects if one.passive else one.objects
    return any(
        noun.lemma_.lower() in nouns.KIND | nouns.GROUND
        or (noun.pos_ == "PROPN" and noun.ent_type_ not in ("PERSON", "NORP", "PRODUCT"))
        or (noun.lower_ == "it" and one.verbs & _OF_PLACES)
        for noun in taken
    )


_OF_PLACES = frozenset(("besiege", "occupy", "encircle", "surround", "liberate", "annex", "overrun"))


def _serves(one: Evidence) -> int:
    if not one.holds_service():
        return 0
    state = any(n.lemma_.lower() in nouns.STATE for n in (*one.predicate, *one.clause.head.children))
    if (
        one.verbs & (verbs.SUPPLY - {"have", "remain", "be", "depend", "leave", "stop", "lose"})
        or "without" in one.words
    ):
        return 2
    if one.lacks() and one.verbs & (verbs.SUPPLY | {"get", "receive", "work", "function"}):
        return 2
    return 1 if state and one.linking else 0


def _passes(one: Evidence) -> int:
    near = {n.lemma_.lower() for n in (*one.objects, *one.subjects, *one.complements)}
    if one.verbs & verbs.AGREEMENT:
        return 0
    if one.verbs & {"flee", "evacuate", "trap", "strand"}:
        return 2
    if near & nouns.WAY and one.verbs & {
        "block",
        "close",
        "reopen",
        "open",
        "cut",
        "cut_off",
        "seal",
        "bar",
        "seal_off",
        "reach",
    }:
        return 1
    if one.verbs & {"allow", "deny", "refuse", "prevent", "permit", "grant"} and near & {
        "access",
        "entry",
        "passage",
        "exit",
    }:
        return 2
    return 2 if one.linking and one.words & {"inaccessible", "impassable", "nowhere"} else 0


def _assesses(one: Evidence) -> int:
    clause = one.clause
    if not (one.linking or clause.lemma in {"face", "look", "seem", "appear", "get", "grow", "see", "have"}):
        return 0
    if any(n.lemma_.lower() in nouns.UNCLEAR for n in one.predicate):
        return 2
    ranked = any(token.tag_ in ("JJR", "JJS", "RBR", "RBS") for token in clause.tokens if not _at_least(token))
    if ranked or any(n.lemma_ in nouns.COMPARED for n in (*one.subjects, *one.predicate)):
        return 2 if not _is_kind(one) else 0
    return 0


def _at_least(token: Any) -> bool:
    return token.lower_ in {"least", "most", "more", "less", "latest", "last", "best"} or token.lower_ == "than"


def _is_kind(one: Evidence) -> bool:
    return any(typed(n) for n in one.predicate if n.dep_ == "attr")


def _relates(one: Evidence) -> int:
    clause = one.clause
    if one.linking and _is_kind(one) and not _there(one):
        return 2
    if clause.lemma in {"hold", "take_place", "meet"} and _definite(one) and one.prepositions() & {"in", "at"}:
        return 1
    if clause.lemma in verbs.RELATE and clause.lemma not in {"find", "call", "know"}:
        return 1 if clause.head.tag_ in ("VBZ", "VBP", "VBN") or one.passive else 0
    return 0


def _definite(one: Evidence) -> bool:
    """A meeting told of before, of which this says where: "The talks were held in Minsk"."""
    first = one.clause.subject
    return (
        first is not None
        and one.passive
        and any(c.lower_ in ("the", "this") for c in first.children)
        and all(c.dep_ in ("det", "compound", "appos", "punct") for c in first.children)
        and not one.times
        and not any(n.dep_ == "dobj" for n in one.objects)
    )


_OCCUR = frozenset(("occur", "happen", "take_place"))


def _happens(one: Evidence) -> int:
    clause = one.clause
    if one.verbs & _OCCUR and not (one.times or one.figures or one.layers.places.within(clause.stretch)):
        return 0
    if one.verbs & verbs.VIOLENCE or _undergoes(one) or _seen(one) or _lasts(one):
        return 2
    if one.verbs & verbs.EVENT:
        return 2 if clause.head.tag_ != "VBZ" else 1
    if one.linking or one.verbs <= verbs.STATIVE | {"be", "have", "do", "get"}:
        return int(clause.role == "term")
    return 1


def _there(one: Evidence) -> bool:
    first = one.clause.subject
    return first is not None and first.dep_ == "expl" and first.lower_ == "there"


def _lasts(one: Evidence) -> bool:
    """It has been a week since it began."""
    return one.linking and "since" in one.words and any(n.lemma_ in _SPANS for n in one.predicate)


_SPANS = frozenset(("hour", "day", "week", "month", "year", "decade"))


def _undergoes(one: Evidence) -> bool:
    """Came under fire, suffers under shelling: the happening is in the noun."""
    return any(n.lemma_.lower() in nouns.BLOWS for n in (*one.objects, *one.complements, *one.predicate))


def _seen(one: Evidence) -> bool:
    """There are scenes of people fleeing; there are militias that have joined."""
    return _there(one) and any(token.dep_ in ("acl", "relcl") and token.pos_ == "VERB" for token in one.clause.tokens)


RULES: tuple[tuple[str, Rule], ...] = (
    ("denial", _denies),
    ("accusation", _accuses),
    ("causation", _causes),
    ("scheduled_event", _schedules),
    ("intent", _intends),
    ("forecast", _foresees),
    ("service_status", _serves),
    ("figure", _counts),
    ("control", _controls),
    ("access", _passes),
    ("assessment", _assesses),
    ("relation", _relates),
    ("event", _happens),
)
