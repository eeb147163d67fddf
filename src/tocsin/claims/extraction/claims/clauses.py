"""Sentences cut into clauses by their parse: each verb that states something of its own, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tocsin.claims.extraction.claims.nominals import told_apart
from tocsin.claims.extraction.claims.trimming import LONGEST_DATELINE, after_dateline, trim_back, trim_front
from tocsin.claims.extraction.claims.words import verbs
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Piece
from tocsin.claims.extraction.results import Stretch

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
OBJECTS = frozenset(("dobj", "attr", "acomp", "prep", "agent", "dative", "oprd", "xcomp", "ccomp"))
VERBAL = ("VB", "MD")
INDEPENDENT = frozenset(("main", "conjoined", "content", "relative", "adverbial"))
SPLITTING = frozenset(
    ("as", "although", "though", "while", "whereas", "because", "after", "before", "when", "since", "even")
)
_OBJECT_STARTS = frozenset(("DT", "PRP$", "CD", "TO", "NNP"))
_AS_LONG = frozenset(("long", "soon", "far", "well", "much", "just"))


@dataclass(eq=False)
class Clause:
    """A verb (or a verbless root) and the tokens that belong to it and to no clause split off from it.

    *role* is main, conjoined, content (of a verb of saying), relative, adverbial, participle, reason or term.
    """

    piece: Piece
    head: Any
    role: str
    parent: Clause | None = None
    children: list[Clause] = field(default_factory=list)
    first: int = 0
    last: int = 0
    sentence: str = ""
    top: Any = None
    """Where the parser takes the verb for part of a name, the noun it hangs on; else the verb."""

    @cached_property
    def tokens(self) -> list[Any]:
        return list(self.head.doc[self.first : self.last + 1])

    @cached_property
    def stretch(self) -> Stretch:
        doc = self.head.doc
        begin, end = doc[self.first], doc[self.last]
        return self.piece.offset + begin.idx, self.piece.offset + end.idx + len(end.text)

    @cached_property
    def subject(self) -> Any:
        """The subject, its own or that of the clause it is joined to; None if there is none."""
        for child in self.head.children:
            if child.dep_ in SUBJECTS:
                return child
        return self.parent.subject if self.parent is not None and self.role == "conjoined" else None

    @cached_property
    def auxiliaries(self) -> list[Any]:
        own = [child for child in self.head.children if child.dep_ in ("aux", "auxpass")]
        if not own and self.role == "conjoined" and self.parent is not None and self.head.tag_ in ("VB", "VBN", "VBG"):
            return self.parent.auxiliaries
        return own

    @cached_property
    def lemma(self) -> str:
        return lemma(self.head)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The verb and the verbs below it in a chain: began to shell, was forced to flee, seems to have seized."""
        found = [self.lemma]
        here = self.head
        for _ in range(3):
            below = next((c for c in here.children if c.dep_ in ("xcomp", "pcomp") and c.pos_ in ("VERB", "AUX")), None)
            if below is None:
                break
            here = below
            found.append(lemma(here))
        return frozenset(found)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(token.lemma_.lower() for token in self.tokens)

    @cached_property
    def modals(self) -> frozenset[str]:
        return frozenset(token.lower_ for token in self.auxiliaries if token.tag_ == "MD")

    @cached_property
    def negated(self) -> bool:
        return any(child.dep_ == "neg" for child in self.head.children)

    def holds(self, token: Any) -> bool:
        return self.first <= token.i <= self.last


def lemma(token: Any) -> str:
    """The lemma of a verb with its particle: ``blow_up``."""
    for child in token.children:
        if child.dep_ == "prt":
            return f"{token.lemma_.lower()}_{child.lower_}"
    return str(token.lemma_.lower())


def verbal(token: Any) -> bool:
    return token.tag_.startswith(VERBAL) or token.pos_ == "AUX"


def has_subject(token: Any) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def finite(token: Any) -> bool:
    if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in token.children
    )


def split(document: Document) -> list[Clause]:
    """Return the clauses of the parsed text, in the order of the text."""
    return document.once("claims.clauses", _split)


def _split(document: Document) -> list[Clause]:
    if document.parsed is None:
        return []
    found: list[Clause] = []
    for piece in document.parsed.pieces:
        begins = after_dateline(piece.doc.text[:LONGEST_DATELINE])
        for sentence in piece.doc.sents:
            found += _of_sentence(piece, sentence, begins)
    return found


def _of_sentence(piece: Piece, sentence: Any, begins: int) -> Iterator[Clause]:
    clauses: dict[int, Clause] = {}
    text = sentence.text
    for token in _downwards(sentence.root):
        role = _role(token, clauses)
        if role:
            parent = _parent(token, clauses)
            head = _hidden_verb(token) if role == "fragment" else None
            clause = Clause(
                piece, head or token, "main" if head is not None else role, parent, sentence=text, top=token
            )
            if parent is not None:
                parent.children.append(clause)
            clauses[token.i] = clause
    for clause in clauses.values():
        _extend(clause, clauses, begins)
    return iter(sorted((c for c in clauses.values() if c.last >= c.first), key=lambda c: (c.first, c.last)))


def _downwards(root: Any) -> Iterator[Any]:
    """The tokens of a sentence, each after its head."""
    waiting = [root]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(token.children)


def _parent(token: Any, clauses: dict[int, Clause]) -> Clause | None:
    while token.head.i != token.i:
        token = token.head
        if token.i in clauses:
            return clauses[token.i]
    return None


def _role(token: Any, clauses: dict[int, Clause]) -> str:
    rule = _RULES.get(token.dep_)
    return rule(token, clauses) if rule is not None else ""


def _root(token: Any, clauses: dict[int, Clause]) -> str:
    return "main" if verbal(token) or has_subject(token) or _misread(token) else "fragment"


def _hidden_verb(root: Any) -> Any:
    """The finite verb a parser in error took for part of a noun phrase: "The Taliban seize control of …"."""
    return next(
        (c for c in root.lefts if c.dep_ in ("compound", "amod", "nmod") and c.i > root.left_edge.i and _verblike(c)),
        None,
    )


def _verblike(token: Any) -> bool:
    """A finite verb by its tag, or a plural before a noun that may be one: "X claims responsibility"."""
    if token.tag_ in ("VBZ", "VBP", "VBD"):
        return True
    return token.tag_ == "NNS" and token.lemma_.lower() in verbs.EVENT | verbs.SAY | verbs.CONTROL


def _misread(root: Any) -> bool:
    """A verb taken for a noun: after a plural ("Clashes erupt"), or between name and object ("X bombs a base")."""
    if root.lemma_.lower() not in verbs.EVENT | verbs.SAY | verbs.CONTROL or root.i <= root.sent.start:
        return False
    before, after = root.nbor(-1), root.doc[min(root.i + 1, len(root.doc) - 1)]
    if root.tag_ == "NNS":
        return before.pos_ == "PROPN" and after.tag_ in _OBJECT_STARTS
    return root.tag_ in ("NN", "NNP") and before.tag_ in ("NNS", "NNPS")


def _conjoined(token: Any, clauses: dict[int, Clause]) -> str:
    above = clauses.get(token.head.i)
    if above is None or not verbal(token):
        return ""
    whole = has_subject(token) or any(
        child.dep_ in ("dobj", "prep", "attr", "acomp", "prt", "xcomp") for child in token.children
    )
    if above.role in INDEPENDENT:
        return "conjoined" if whole else ""
    return "participle" if above.role == "participle" and whole else ""


def _content(token: Any, clauses: dict[int, Clause]) -> str:
    """What is said; or a sentence joined by no more than a comma or a semicolon."""
    above = clauses.get(token.head.i)
    if above is None or not verbal(token) or not finite(token) or _asked(token):
        return ""
    if above.lemmas & verbs.SAY:
        return "content"
    parted = token.i < token.head.i and any(c.dep_ == "punct" and token.i < c.i for c in token.head.lefts)
    return "conjoined" if parted and has_subject(token) else ""


def _asked(token: Any) -> bool:
    """A question told: "which towns are included"."""
    first = token.left_edge
    return first.tag_ in ("WP", "WRB", "WDT", "WP$") or any(c.tag_ in ("WP", "WRB", "WDT") for c in token.lefts)


def _relative(token: Any, clauses: dict[int, Clause]) -> str:
    if not verbal(token) or not finite(token):
        return ""
    noun = token.head
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(c.dep_ == "expl" for c in noun.head.children):
        return ""
    first = min((c.i for c in token.subtree), default=token.i)
    apart = first > 0 and token.doc[first - 1].text in {",", "–", "—", "("}
    modal = any(c.tag_ == "MD" for c in token.children)
    return "relative" if apart or modal or noun.pos_ == "PROPN" else ""


def _adverbial(token: Any, clauses: dict[int, Clause]) -> str:
    if not verbal(token):
        return ""
    marks = (c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i and c.lower_ in SPLITTING)
    mark = next(marks, None)
    if mark is not None and mark.i and mark.nbor(-1).lower_ in _AS_LONG:
        return ""
    if mark is not None and finite(token) and has_subject(token):
        return _subordinate(token, mark)
    bare = not any(c.dep_ == "mark" or c.tag_ == "WRB" for c in token.lefts)
    harms = token.lemma_ in verbs.VIOLENCE | verbs.CONTROL | {"leave", "force", "cause"}
    return "participle" if token.tag_ == "VBG" and harms and bare and _apart(token) else ""


def _subordinate(token: Any, mark: Any) -> str:
    """A clause of its own, unless it tells the manner, the measure or the condition of the one above."""
    word = mark.lower_
    within = (
        (word == "since" and (token.head.lemma_ == "be" or token.head.dep_ == "attr"))
        or (word == "as" and token.lemma_ in verbs.AFTERTHOUGHT)
        or (word == "even" and not any(c.lower_ == "if" for c in token.children))
    )
    if within:
        return ""
    return "reason" if word == "because" else "adverbial"


def _apart(token: Any) -> bool:
    """A comma or a dash stands before what belongs to the token."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in {",", "–", "—"}


def _participle(token: Any, clauses: dict[int, Clause]) -> str:
    told = token.tag_ in ("VBN", "VBG") and any(c.dep_ in OBJECTS for c in token.children)
    return "participle" if told and _apart(token) else ""


def _below_preposition(token: Any, clauses: dict[int, Clause]) -> str:
    """From where the army launches missiles; after which it fell."""
    asks = any(c.tag_ in ("WRB", "WDT") for c in token.children)
    return "relative" if asks and verbal(token) and finite(token) and has_subject(token) else ""


def _phrase(token: Any, clauses: dict[int, Clause]) -> str:
    """Due to attacks, because of rain; but with no guarantee."""
    if clauses.get(token.head.i) is None:
        return ""
    word = token.lower_
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if (word, after) in {("due", "to"), ("because", "of"), ("owing", "to"), ("thanks", "to")}:
        return "reason"
    before = token.nbor(-1).lower_ if token.i else ""
    return "term" if before in {"but", "though", "albeit"} and word in {"with", "without"} else ""


_RULES = {
    "ROOT": _root,
    "conj": _conjoined,
    "ccomp": _content,
    "relcl": _relative,
    "advcl": _adverbial,
    "acl": _participle,
    "pcomp": _below_preposition,
    "prep": _phrase,
}


def _extend(clause: Clause, clauses: dict[int, Clause], begins: int) -> None:
    """Find the first and the last token: those below the head, without those below another clause at either end.

    What stands before the code point *begins* of the paragraph is its dateline.
    """
    own: list[Any] = []
    waiting = [clause.top or clause.head]
    while waiting:
        token = waiting.pop()
        own.append(token)
        waiting.extend(child for child in token.children if child.i not in clauses and not told_apart(child))
    own = sorted((token for token in own if token.idx >= begins), key=lambda token: int(token.i))
    trim_front(own)
    trim_back(own)
    if own:
        clause.first, clause.last = own[0].i, own[-1].i
    else:
        clause.first, clause.last = 1, 0
    if clause.role == "relative" and clause.head.dep_ == "pcomp" and clause.head.head.i + 1 < clause.head.i:
        clause.first = min(clause.first, clause.head.head.i)
