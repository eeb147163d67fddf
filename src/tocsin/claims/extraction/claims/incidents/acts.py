"""Acts of harm read from the parse: what was done, to whom, by whom, each hung on one word of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tocsin.claims.extraction.caselists import listed
from tocsin.claims.extraction.claims.incidents import words
from tocsin.claims.extraction.claims.incidents.subjects import by, doers_of, is_passive, objects, subjects
from tocsin.claims.extraction.claims.incidents.victims import beside, person
from tocsin.claims.extraction.claims.negation import nobody, unnamed
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Piece

_TARGETS = frozenset(("of", "against", "on", "in", "at", "to"))
_LEFT = frozenset(("dead", "wounded", "injured", "martyred", "hurt"))
_UNREAL = frozenset(("if", "unless", "would", "could", "might", "may", "should", "will", "shall", "must"))
_TAKEN = frozenset(("killed", "died", "kidnapped"))
_PLANS = listed(
    """threaten plan want intend try attempt plot order promise vow seek prevent avoid condemn oppose prepare
    swear refuse"""
)


@dataclass(eq=False)
class Act:
    """*kind* is ATTACK, BOMBING, KIDNAPPING, ARSON, ROBBERY, HIJACKING or empty; *harm* killed, injured, … or empty."""

    piece: Piece
    head: Any
    kind: str
    harm: str
    victims: list[Any] = field(default_factory=list)
    agents: list[Any] = field(default_factory=list)
    things: list[Any] = field(default_factory=list)
    negated: bool = False
    unreal: bool = False

    @property
    def place(self) -> int:
        return self.piece.offset + int(self.head.idx)


def acts(document: Document) -> list[Act]:
    """Return the acts of a parsed text, in its order; none without a parse."""
    return document.once("acts", _acts)


def _acts(document: Document) -> list[Act]:
    if document.parsed is None:
        return []
    found: list[Act] = []
    for piece in document.parsed.pieces:
        for token in piece.doc:
            found += list(_read(piece, token))
    return found


def _read(piece: Piece, token: Any) -> Iterator[Act]:
    if token.lower_ in _LEFT and token.i > token.sent.start and _numeral(token.nbor(-1)):
        yield _toll(piece, token, "killed" if token.lower_ in ("dead", "martyred") else "injured", alone=True)
        return
    act = _verb(piece, token) if token.pos_ == "VERB" else None
    if act is None and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB"):
        act = _noun(piece, token)
    if act is not None:
        yield act


def _numeral(token: Any) -> bool:
    return token.pos_ == "NUM" or token.lower_ in ("dozens", "several", "many", "hundreds")


def _verb(piece: Piece, token: Any) -> Act | None:
    lemma = token.lemma_.lower()
    named = _named(token, lemma)
    if named is None:
        return _identified(piece, token) if lemma in ("identify", "name") else None
    kind, harm = named
    act = Act(piece, token, kind, harm, negated=_negated(token), unreal=_unreal(token))
    passive = is_passive(token)
    if harm == "died":
        act.harm, patients, doers = "killed", subjects(token), []
    elif passive:
        patients, doers = subjects(token), by(token)
    else:
        patients, doers = objects(token), doers_of(token)
    act.negated = act.negated or any(nobody(one) for one in doers)
    craft = lemma == "shoot" and any(child.lower_ == "down" for child in token.children)
    for one in patients:
        (act.victims if person(one) or (harm in _TAKEN and not craft) else act.things).append(one)
    if act.victims and act.harm:
        act.victims += [
            below for child in token.children if child.dep_ == "prep" and beside(child) for below in child.children
        ]
    act.agents = [one for one in doers if actor(one)]
    if kind == "BOMBING" and not passive and lemma in words.EXPLODE:
        act.agents = [one for one in doers if actor(one) and one.lemma_.lower() not in words.CHARGES]
    return act if _is_act(act, lemma, patients, doers) else None


def _identified(piece: Piece, token: Any) -> Act | None:
    """Read "the victims were identified as A, B and C"."""
    dead = [one for one in subjects(token) if one.lemma_.lower() in words.TOLLS]
    names = [below for child in token.children if child.dep_ in ("prep", "oprd") for below in (child, *child.children)]
    names = [one for one in names if one.pos_ == "PROPN"]
    if not dead or not names:
        return None
    harm = "injured" if dead[0].lemma_.lower() in ("wounded", "injured") else "killed"
    return Act(piece, token, "", harm, victims=names[:1])


def _named(token: Any, lemma: str) -> tuple[str, str] | None:
    """Return the kind and the harm a verb names, None if it names none."""
    particles = {child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "oprd", "acomp", "prep")}
    below = _words_below(token)
    return _harming(token, lemma, particles, below) or _attacking(lemma, particles, below)


def _harming(token: Any, lemma: str, particles: set[str], below: set[str]) -> tuple[str, str] | None:
    killing = lemma in words.KILL and not (lemma == "gun" and "down" not in particles)
    if killing or (lemma == "shoot" and particles & {"dead", "down"}):
        return "ATTACK", "killed"
    if lemma in words.DIE or (lemma in ("lose", "meet") and below & {"life", "death"}):
        return "", "died"
    if lemma in words.INJURE and not (lemma == "burn" and not _person_below(token)):
        return "", "injured"
    if lemma in words.KIDNAP or (lemma in words.SEIZE and "hostage" in below):
        return "KIDNAPPING", "kidnapped"
    return None


def _attacking(lemma: str, particles: set[str], below: set[str]) -> tuple[str, str] | None:
    kind = ""
    if lemma in words.BOMB or (lemma == "blow" and "up" in particles):
        kind = "BOMBING"
    elif lemma in words.PLACE | words.EXPLODE | {"go"} and below & words.CHARGES:
        kind = "ATTACK" if below & _FIRED else "BOMBING"
    elif lemma in words.BURN or (lemma == "set" and (below & {"fire"} or "ablaze" in particles)):
        kind = "ARSON"
    elif lemma in _SINGLE:
        kind = _SINGLE[lemma]
    elif lemma in words.ATTACK or (lemma in ("open", "fire") and ("fire" in below or particles & {"at", "on"})):
        kind = "ATTACK"
    elif lemma in words.DESTROY:
        return "ATTACK", "damaged"
    return (kind, "") if kind else None


_FIRED = frozenset(("rocket", "missile", "mortar", "shell"))
_SINGLE = dict.fromkeys(words.ROB, "ROBBERY") | dict.fromkeys(words.HIJACK, "HIJACKING")


def _words_below(token: Any) -> set[str]:
    found = set()
    for child in token.children:
        if child.dep_ in ("dobj", "nsubj", "nsubjpass", "oprd", "attr", "prep", "npadvmod", "dative", "agent"):
            found.add(child.lemma_.lower())
            found |= {one.lemma_.lower() for one in child.conjuncts}
            for below in child.children:
                if below.dep_ in ("pobj", "compound") or (below.dep_ == "prep" and child.lemma_ in ("stick", "charge")):
                    found.add(below.lemma_.lower())
                    found |= {deep.lemma_.lower() for deep in below.children if deep.dep_ in ("pobj", "compound")}
    return found


def _person_below(token: Any) -> bool:
    return any(person(one) for one in (*subjects(token), *objects(token)))


def _is_act(act: Act, lemma: str, patients: list[Any], doers: list[Any]) -> bool:
    """Leave out words that are acts of harm only with the right company: strike a deal, hit a record."""
    if act.harm == "damaged":
        return bool(act.agents or any(one.lemma_.lower() in words.WEAPONS | words.CHARGES for one in doers))
    if lemma in ("strike", "hit", "target", "beat", "burst", "storm", "intercept", "fire", "open", "raid", "shell"):
        armed = any(one.lemma_.lower() in words.WEAPONS | words.ACTORS | words.CHARGES for one in doers)
        return armed or bool(act.victims) or bool(patients and is_passive(act.head))
    if lemma in ("burn", "torch", "steal", "rob", "loot", "hurt", "set"):
        return bool(patients or doers)
    return True


def _noun(piece: Piece, token: Any) -> Act | None:
    lemma = token.lemma_.lower()
    if lemma in _LEFT and _left(token):
        return _toll(piece, token, "killed" if lemma in ("dead", "martyred") else "injured")
    if token.pos_ == "NOUN" and lemma in ("life", "live") and token.head.lemma_ in ("claim", "take", "cost"):
        return _lives(piece, token)
    if _is_toll(token, lemma):
        return _toll(piece, token, "injured" if lemma in ("injury", "wounded", "injured") else "killed")
    if lemma not in words.NOUNS or token.dep_ == "compound":
        return None
    kind, harm = words.NOUNS[lemma]
    if lemma in ("attack", "explosion", "blast", "raid", "assault") and _compounds(token) & words.BOMBED:
        kind = "BOMBING"
    act = Act(piece, token, kind, harm, negated=_negated(token) or _negated(token.head), unreal=_unreal(token.head))
    _complete(act, token)
    return act


def _lives(piece: Piece, token: Any) -> Act:
    """Read "claimed the lives of five"."""
    act = Act(piece, token, "", "killed", negated=_negated(token.head), unreal=_unreal(token.head))
    act.victims = [below for child in token.children if child.lower_ == "of" for below in child.children] or [token]
    act.agents = [one for one in subjects(token.head) if actor(one)]
    return act


def _is_toll(token: Any, lemma: str) -> bool:
    """Tell whether a noun stands for those harmed: "three casualties", "the bodies of two men"."""
    if lemma in ("toll", "casualty", "fatality"):
        return True
    if lemma in ("victim", "martyr", "dead", "wounded", "injured", "injury") and _numbered(token):
        return True
    return lemma in ("body", "corpse", "death") and (_counted(token) or (lemma != "death" and _of(token)))


def _complete(act: Act, token: Any) -> None:
    """Add who did it and to whom, from what hangs on a noun and from the verb it is the object of."""
    for child in token.children:
        if child.dep_ in ("prep", "agent"):
            _noun_prepositions(act, child)
        elif child.dep_ in ("poss", "compound", "amod", "nmod"):
            _noun_modifier(act, child)
        elif child.dep_ in ("acl", "relcl"):
            act.agents += [one for one in by(child) if actor(one)]
            act.agents += [one for one in subjects(child) if child.dep_ == "relcl" and actor(one)]
    head = token.head
    if head.lemma_ in (
        "carry",
        "stage",
        "launch",
        "perpetrate",
        "commit",
        "conduct",
        "mount",
        "make",
        "execute",
        "cause",
    ):
        doers = by(head) if is_passive(head) else subjects(head)
        act.agents += [one for one in doers if actor(one) and one is not token]
    if token.dep_ == "pobj" and head.head.lemma_ in ("responsible", "responsibility") and not _negated(head.head.head):
        act.agents += [one for one in subjects(head.head.head) if actor(one)]


def _noun_prepositions(act: Act, preposition: Any) -> None:
    for below in preposition.children:
        if below.dep_ != "pobj":
            continue
        if preposition.lower_ == "by" and actor(below):
            act.agents.append(below)
        elif preposition.lower_ in _TARGETS and (person(below) or (act.harm and preposition.lower_ == "of")):
            act.victims.append(below)
        elif preposition.lower_ in ("on", "against", "of"):
            act.things.append(below)


def _noun_modifier(act: Act, child: Any) -> None:
    if (
        act.harm
        and child.dep_ == "poss"
        and act.head.lemma_
        in ("death", "murder", "assassination", "kidnapping", "disappearance", "execution", "capture")
    ):
        act.victims.append(child)
    elif child.ent_type_ == "GPE" and child.dep_ != "poss":
        return
    elif (actor(child) and child.dep_ != "amod") or child.ent_type_ == "NORP" or child.lemma_.lower() in words.ACTORS:
        act.agents.append(child)


def _left(token: Any) -> bool:
    """Tell whether "dead" or "wounded" is what someone is left, found or shot."""
    if token.dep_ in ("oprd", "acomp", "amod", "xcomp", "ccomp", "conj", "dobj", "advcl", "acl", "relcl", "attr"):
        return token.head.lemma_ in (
            "leave",
            "find",
            "shoot",
            "dead",
            "wound",
            "injure",
            "wounded",
            "pronounce",
            "declare",
            "kill",
            "injured",
            "report",
            "claim",
            "be",
            "result",
        ) or _numbered(token)
    return _numbered(token)


def _toll(piece: Piece, token: Any, harm: str, *, alone: bool = False) -> Act:
    act = Act(piece, token, "", harm, negated=_negated(token) or _negated(token.head), unreal=_unreal(token.head))
    if alone:
        act.victims = [token]
        return act
    own = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
    verb = token.head
    if own:
        act.victims = own
    elif token.pos_ == "ADJ" and token.dep_ in ("oprd", "acomp") and not _numbered(token):
        act.victims = objects(verb) if verb.lemma_ in ("leave", "find", "shoot") else subjects(verb)
    elif token.lemma_.lower() == "toll":
        numbers = (
            [one for one in verb.subtree if one.pos_ == "NUM" and one.i > token.i]
            if verb.pos_ in ("VERB", "AUX")
            else []
        )
        act.victims = numbers[:1]
    else:
        act.victims = [token]
    act.agents = [one for one in subjects(verb) if actor(one) and verb.lemma_ in ("leave", "cause")]
    return act


def _numbered(token: Any) -> bool:
    return any(child.dep_ in ("nummod", "det", "amod", "quantmod") and child.i < token.i for child in token.children)


def _counted(token: Any) -> bool:
    return any(child.dep_ == "nummod" and child.i < token.i for child in token.children)


def _of(token: Any) -> bool:
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children)


def _compounds(token: Any) -> set[str]:
    return {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod")}


def actor(token: Any) -> bool:
    """Tell whether a noun can be whom one accuses: people, an armed body, a government; not the weapon."""
    lemma = token.lemma_.lower()
    if unnamed(token):
        return False
    if lemma in words.ACTORS or token.ent_type_ in ("ORG", "PERSON", "NORP", "GPE"):
        return lemma not in words.CHARGES
    if token.pos_ == "PRON":
        return False
    return (person(token) and token.pos_ in ("NOUN", "PROPN")) or (token.tag_ == "NNP" and token.text.isupper())


def _negated(token: Any) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in ("no", "not", "never", "without") for child in token.children
    ) or (token.dep_ == "pobj" and token.head.lower_ == "without")


def _unreal(token: Any) -> bool:
    """Tell whether a verb says what may, will or is meant to happen."""
    if any(child.lower_ in _UNREAL for child in token.children if child.dep_ in ("aux", "mark")):
        return True
    head = token.head
    return token.dep_ in ("xcomp", "pcomp", "acl") and head is not token and head.lemma_.lower() in _PLANS
