"""What is asked of the index: a query and a reader's choices, answered a page at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import chain, islice, pairwise
from math import log
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Asked

from tocsin.search import analysis
from tocsin.search.engine import Index, record_of, schema, spelling, threes
from tocsin.search.query import MAX_TERMS, NEARNESS, Kind, Query, Term
from tocsin.search.records import Answer, Exact, Hit, Options, Order

Clause = tuple[Occur, Asked]

LIMIT = 1000
"""Hits beyond which a reader is asked to narrow the search down."""
PREFIXES = 64
"""Words that a beginning stands for, at most; fewer where there are many beginnings."""
ALL_PREFIXES = 256
LEAST_WEIGHT = 0.02
LONGEST_PHRASE = 6
"""Words of a query up to which all of them in a row count for more."""
LONGEST_QUOTE = 50
"""Words of a phrase that are looked for in a row; the rest of it is left off."""
MOST_BESIDE = 100
"""Words of a query of which two that stand side by side count for more."""
MOST_TYPOS = 6
"""Words of a query that are looked for with typing errors: each takes a walk through all terms."""
LONGEST_WORD = 40
"""Letters up to which a word may have one."""
LONGEST_RUN = 3
"""Characters of a script without spaces up to which they are one word; of more, a part is found too."""
TYPOS = {5: 1, 9: 2}
"""From how many letters on how many may be wrong."""


_JOINED = re.compile(r"[-‐‑‒–—/_+]+")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of match counts, chosen by ``make eval``."""

    title: float = 0.15
    title_stem: float = 0.3
    body: float = 0.3
    body_stem: float = 1.0
    sound: float = 0.3
    typo: float = 0.3
    phrase: float = 0.5
    pair: float = 0.05


WEIGHTS = Weights()


def ask(index: Index, query: Query, options: Options, *, limit: int = 10, offset: int = 0) -> Answer:
    """Return hits *offset* to *offset* + *limit*: those with all of *query* first, then the best with part of it.

    Raises nothing whatever the query: what cannot be found gives no hits.
    """
    return Asking(index, options).answer(query, limit=max(0, min(limit, LIMIT)), offset=max(0, offset))


class Asking:
    """Asks one index with one reader's choices."""

    def __init__(self, index: Index, options: Options, weights: Weights = WEIGHTS) -> None:
        self.searcher = index.searcher()
        self.having = index.having
        self.languages, self.types = index.languages, index.types
        self.options = options
        self.weights = weights
        self._terms: dict[Term, Asked] = {}
        self._typos, self._prefixes = MOST_TYPOS, PREFIXES
        self._begun: set[str] = set()
        self._filtered: list[Clause] = []

    def answer(self, query: Query, *, limit: int, offset: int) -> Answer:
        """Return one page of hits; see ``ask``."""
        if not (self.options.in_title or self.options.in_content):
            return Answer()
        self._filtered = filters = list(self._filters(query))
        self._begun = {term.text for group in query.wanted for term in group if term.kind == Kind.PREFIX}
        beginnings = sum(term.kind == Kind.PREFIX for term in chain(*query.wanted, query.unwanted))
        self._prefixes = min(PREFIXES, ALL_PREFIXES // max(1, beginnings))
        parted = list(islice(self._parted(query), MAX_TERMS))
        groups = [_any(map(self._term, alternatives)) for alternatives in parted]
        unwanted = [(Occur.MustNot, self._term(term)) for term in query.unwanted]
        everything = not groups and query.narrowed
        if not groups and not everything:
            return Answer()
        wanted = [(Occur.Must, group) for group in groups] or [(Occur.Must, Asked.all_query())]
        near = [(Occur.Should, boost) for boost in self._together(query)]
        full = Asked.boolean_query([*wanted, *unwanted, *filters])  # near is left out where nothing is ranked
        hits, count = self._hits([*wanted, *unwanted, *filters], near, limit, offset, full=True)
        if len(hits) == count and not self.options.types:  # all of it is here; a walk through typing errors is long
            types = dict(Counter(hit.record.type for hit in hits))
        else:
            types = self._types(full, None if self.options.types else count)
        partial = 0
        if len(groups) > 1 or any(map(_run, chain.from_iterable(query.wanted))):
            loose = _any(_any(map(self._loosely, alternatives)) for alternatives in parted)
            some = [(Occur.Must, loose), *unwanted, *filters]
            if limit > len(hits) and not offset:  # told apart here, which is less work than leaving out what has it all
                more, found = self._hits(some, near, limit, 0, full=False)
                whole = {hit.record.key for hit in hits}
                hits += [hit for hit in more if hit.record.key not in whole][: limit - len(hits)]
                partial = found - count
            elif limit > len(hits):
                rest = [*some, (Occur.MustNot, full)]
                more, partial = self._hits(rest, near, limit - len(hits), max(0, offset - count), full=False)
                hits += more
            else:
                partial = self._count(some) - count
        return Answer(hits, count, partial, types)

    def _parted(self, query: Query) -> Iterator[tuple[Term, ...]]:
        """Yield the alternatives of *query*; words joined by a hyphen or a stroke are words of their own."""
        for alternatives in query.wanted:
            term = alternatives[0]
            parts = _JOINED.split(term.text) if len(alternatives) == 1 and term.kind == Kind.WORD else []
            if len(parts) < 2 or self.options.exact is not None:  # noqa: PLR2004 - one part is the word itself
                yield alternatives
            else:
                yield from ((replace(term, text=part),) for part in parts if any(map(str.isalnum, part)))

    def _hits(
        self, clauses: list[Clause], near: list[Clause], limit: int, offset: int, *, full: bool
    ) -> tuple[list[Hit], int]:
        """Return one page of what *clauses* find, ranked with *near*, and how much that is."""
        if limit <= 0:
            return [], self._count(clauses)
        order: dict[str, Any] = {"weight_by_field": "fresh"}
        if self.options.order != Order.RELEVANCE:
            newest = self.options.order == Order.NEWEST
            order = {"order_by_field": "date", "order": tantivy.Order.Desc if newest else tantivy.Order.Asc}
        asked = self._typed(Asked.boolean_query([*clauses, *near]))
        found: Any = self.searcher.search(asked, limit=limit, offset=offset, count=True, **order)
        hits = [Hit(record_of(self.searcher.doc(address)), float(score or 0), full) for score, address in found.hits]
        return hits, int(found.count)

    def _count(self, clauses: list[Clause]) -> int:
        """Return how much *clauses* find: by day, so that nothing is weighed."""
        asked = self._typed(Asked.boolean_query(clauses))
        counted: Any = self.searcher.search(asked, limit=1, count=True, order_by_field="date")
        return int(counted.count)

    def _types(self, asked: Asked, count: int | None) -> dict[str, int]:
        """Return how much of each type *asked* finds; *count* is how much of all, if that is known.

        Then most of it need not be looked at again: what is of no other type is of the commonest.
        """
        most, *others = self.types or [""]
        if count is None or sum(self.types[name] for name in others) > self.types.get(most, 0):
            return self._counted(asked)
        found = self._counted(_all([asked, _values("type", others)])) if others else {}
        rest = count - sum(found.values())
        return {most: rest, **found} if rest else found

    def _counted(self, asked: Asked) -> dict[str, int]:
        found = self.searcher.aggregate(asked, {"types": {"terms": {"field": "type", "size": 20}}})
        return {bucket["key"]: int(bucket["doc_count"]) for bucket in found["types"]["buckets"]}

    def _typed(self, asked: Asked) -> Asked:
        if not self.options.types:
            return asked
        return Asked.boolean_query([(Occur.Must, asked), (Occur.Must, _values("type", self.options.types))])

    def _filters(self, query: Query) -> Iterator[tuple[Occur, Asked]]:
        for name, values in query.filters.items():
            if name in {"type", "lang"}:
                yield Occur.Must, _values("language" if name == "lang" else "type", values)
            else:
                yield Occur.Must, _any(_words(name, value) for value in values)
        if self.options.language:
            yield Occur.Must, _values("language", [self.options.language])
        if query.after or query.before:
            first = datetime.combine(query.after, time.min, UTC) if query.after else None
            last = datetime.combine(query.before, time.max, UTC) if query.before else None
            yield Occur.Must, Asked.range_query(schema(), "date", tantivy.FieldType.Date, first, last)

    def _fields(self, term: Term) -> list[str]:
        wanted = [("title", self.options.in_title), ("body", self.options.in_content and term.field != "title")]
        return [name for name, chosen in wanted if chosen]

    def _term(self, term: Term) -> Asked:
        """Return what finds *term*; what cannot be found finds nothing."""
        if term not in self._terms:
            self._terms[term] = self._made(term)
        return self._terms[term]

    def _made(self, term: Term) -> Asked:
        tokens = [token.text for token in analysis.asked(term.text)]
        fields = self._fields(term)
        if not tokens or not fields:
            return Asked.empty_query()
        if self.options.exact is not None:
            return self._exactly(term.text, tokens, fields)
        if term.kind == Kind.NEAR:
            return self._near(tokens, [token.text for token in analysis.asked(term.other)], fields)
        if term.kind == Kind.PHRASE or len(tokens) > 1 or analysis.lone(tokens[0]):
            return _any(self._boosted(name, _phrase(name, tokens)) for name in fields)
        if term.kind == Kind.PREFIX:
            return _any(self._boosted(name, self._prefixed(name, tokens[0])) for name in fields)
        return self._word(tokens[0], fields)

    def _loosely(self, term: Term) -> Asked:
        """Return what finds *term* or, of a run of characters without spaces, at least half of its pairs."""
        pairs = _run(term) if self.options.exact is None else []
        if not pairs:
            return self._term(term)
        return _any(
            self._boosted(
                name,
                Asked.boolean_query(
                    [(Occur.Should, Asked.term_query(schema(), name, analysis.folded(pair))) for pair in pairs],
                    minimum_number_should_match=(len(pairs) + 1) // 2,
                ),
            )
            for name in self._fields(term)
        )

    def _boosted(self, name: str, asked: Asked) -> Asked:
        return Asked.boost_query(asked, getattr(self.weights, name))

    def _word(self, word: str, fields: list[str]) -> Asked:
        """Return what finds *word* in any form. What no text has is left out, as each segment would look for it."""
        folded = analysis.folded(word)
        stems = sorted({analysis.stem(word, language) for language in self.languages} or {folded})
        having = {name: self.having(name, folded) for name in fields}
        found = [self._weighed(name, folded) for name in fields if having[name]]
        found += [
            self._weighed(f"{name}_stem", stem)
            for name in fields
            for stem in stems
            if self.having(f"{name}_stem", stem)
        ]
        known = bool(found)
        sound = analysis.key_of_sound(word)
        # The sounds of title and body are kept together.
        if sound and len(fields) > 1 and self.having("sound", sound):
            found.append(self._weighed("sound", sound))
        if not (known or self._is_begun(word, folded, fields)):
            found += self._mistyped(folded, fields)
        return Asked.boost_query(_any(found), self._rareness(max(having.values())))

    def _weighed(self, name: str, term: str) -> Asked:
        return self._boosted(name, Asked.term_query(schema(), name, term))

    def _rareness(self, having: int) -> float:
        """Return how much a word that *having* texts have counts of what BM25 gives it.

        That is next to nothing where half of all texts have it.
        """
        texts = max(1, self.searcher.num_docs)
        having = min(texts, having)
        odds = (texts - having + 0.5) / (having + 0.5)
        return max(LEAST_WEIGHT, log(odds) / log(1 + odds)) if odds > 1 else LEAST_WEIGHT

    def _is_begun(self, word: str, folded: str, fields: list[str]) -> bool:
        """Tell whether *word* is the beginning of one that is still being typed, and that some text has."""
        return word in self._begun and any(self.searcher.terms_with_prefix(name, folded, limit=1) for name in fields)

    def _mistyped(self, folded: str, fields: list[str]) -> list[Asked]:
        """Return what finds the words nearest to *folded*: with one letter otherwise, else, of a long one, with two."""
        most = max((count for least, count in TYPOS.items() if LONGEST_WORD >= len(folded) >= least), default=0)
        if not most or not self._typos:
            return []
        self._typos -= 1
        for wrong in range(1, most + 1):
            near = [
                Asked.fuzzy_term_query(schema(), name, folded, distance=wrong, transposition_cost_one=True)
                for name in fields
            ]
            if wrong == most or self._count([(Occur.Must, _any(near)), *self._filtered]):
                break
        return [Asked.boost_query(one, self.weights.typo) for one in near]

    def _prefixed(self, name: str, prefix: str) -> Asked:
        found = self.searcher.terms_with_prefix(name, analysis.folded(prefix), limit=self._prefixes)
        return _values(name, [term for term, _ in found])

    def _near(self, left: list[str], right: list[str], fields: list[str]) -> Asked:
        if not right:
            return self._word(left[0], fields)
        one, two = analysis.folded(left[0]), analysis.folded(right[0])
        return _any(
            self._boosted(name, _row(name, pair, NEARNESS)) for name in fields for pair in ([one, two], [two, one])
        )

    def _exactly(self, text: str, tokens: list[str], fields: list[str]) -> Asked:
        position = self.options.exact or Exact.ANYWHERE
        queries = [self._boosted("title", _in_title(text, position))] if "title" in fields else []
        if "body" in fields:
            queries.append(self._boosted("body", _phrase("body", tokens)))
        return _any(queries)

    def _together(self, query: Query) -> Iterator[Asked]:
        """Yield what makes words that stand together count for more."""
        words = [group[0] for group in query.wanted if len(group) == 1 and group[0].kind == Kind.WORD]
        tokens = [token.text for term in words for token in analysis.asked(term.text)]
        if len(tokens) <= 1 or self.options.exact is not None:
            return
        fields = self._fields(words[0])
        language = self.options.language or (self.languages[0] if self.languages else "")
        stems = [analysis.stem(token, language) for token in tokens[:MOST_BESIDE]]
        for field in (f"{name}_stem" for name in fields):
            if len(stems) <= LONGEST_PHRASE:
                whole = _row(field, stems, 1)
                yield Asked.boost_query(whole, self.weights.phrase * getattr(self.weights, field))
            for pair in pairwise(stems):
                beside = _row(field, pair, 2)
                yield Asked.boost_query(beside, self.weights.pair * getattr(self.weights, field))


def _run(term: Term) -> list[str]:
    """Return the pairs of a word that is a run of several characters without spaces; of any other nothing."""
    if term.kind != Kind.WORD or len(term.text) <= LONGEST_RUN or term.text.isascii():
        return []
    pairs = [token.text for token in analysis.asked(term.text)]
    return pairs if all(map(analysis.unspaced, pairs)) else []


def _row(name: str, words: Iterable[str], slop: int = 0) -> Asked:
    """Return what finds *words* in this order, with at most *slop* others between them."""
    return Asked.phrase_query(schema(), name, list(words), slop)


def _phrase(name: str, tokens: list[str]) -> Asked:
    """Return what finds *tokens* in a row; a last character of a script without spaces may go on."""
    words = [analysis.folded(token) for token in tokens[:LONGEST_QUOTE]]
    begun = [_beginning(name, words.pop())] if analysis.lone(words[-1]) else []
    row = [Asked.term_query(schema(), name, words[0]) if len(words) == 1 else _row(name, words)] if words else []
    return _all([*row, *begun]) if row and begun else (row or begun)[0]


def _beginning(name: str, character: str) -> Asked:
    """Return what finds the pairs that begin with *character*."""
    return Asked.regex_query(schema(), name, f"{analysis.folded(character)}.?")


def _in_title(text: str, position: Exact) -> Asked:
    """Return what finds *text* in a title, also inside a word: its letters three by three, one after the other."""
    wanted = spelling(text)
    marked = ("^" if position in {Exact.START, Exact.WHOLE} else "") + wanted
    marked += "$" if position in {Exact.END, Exact.WHOLE} else ""
    grams = threes(marked)
    if not grams:
        return Asked.regex_query(schema(), "letters", _escaped(marked) + ".*")
    if len(grams) == 1:
        return Asked.term_query(schema(), "letters", grams[0])
    return _row("letters", grams)


def _escaped(text: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" if letter.isascii() else letter for letter in text)


def _any(queries: Iterable[Asked]) -> Asked:
    """Return what finds whatever one of *queries* finds; nothing where there are none."""
    found = list(queries)
    if len(found) == 1:
        return found[0]
    return Asked.boolean_query([(Occur.Should, query) for query in found]) if found else Asked.empty_query()


def _all(queries: Iterable[Asked]) -> Asked:
    return Asked.boolean_query([(Occur.Must, query) for query in queries])


def _values(name: str, values: Iterable[str]) -> Asked:
    return _any(Asked.term_query(schema(), name, value) for value in values)


def _words(name: str, value: str) -> Asked:
    return _all(Asked.term_query(schema(), name, token.exact) for token in analysis.asked(value))
