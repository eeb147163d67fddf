"""What is asked of the index: a query and a reader's choices, answered a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import pairwise
from math import log
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Asked

from tocsin.search import analysis
from tocsin.search.engine import Index, record_of, schema, spelling, threes
from tocsin.search.query import NEARNESS, Kind, Query, Term
from tocsin.search.records import Answer, Exact, Hit, Options, Order

LIMIT = 1000
"""Hits beyond which a reader is asked to narrow the search down."""
PREFIXES = 64
LEAST_WEIGHT = 0.02
LONGEST_PHRASE = 6
"""Words of a query up to which all of them in a row count for more."""
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
    tie: float = 1.0


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
        self.languages = index.languages
        self.options = options
        self.weights = weights

    def answer(self, query: Query, *, limit: int, offset: int) -> Answer:
        """Return one page of hits; see ``ask``."""
        if not (self.options.in_title or self.options.in_content):
            return Answer()
        filters = list(self._filters(query))
        groups = [_any(map(self._term, alternatives)) for alternatives in self._parted(query)]
        unwanted = [(Occur.MustNot, self._term(term)) for term in query.unwanted]
        everything = not groups and (query.unwanted or query.filters or query.after or query.before)
        if not groups and not everything:
            return Answer()
        wanted = [(Occur.Must, group) for group in groups] or [(Occur.Must, Asked.all_query())]
        near = [(Occur.Should, boost) for boost in self._together(query)]
        full = Asked.boolean_query([*wanted, *near, *unwanted, *filters])
        types = self._types(full)
        typed = self._typed(full)
        hits, count = self._hits(typed, limit, offset, full=True)
        partial = 0
        if len(groups) > 1:
            some = [(Occur.Must, _any(groups)), (Occur.MustNot, full), *near, *unwanted, *filters]
            rest = self._typed(Asked.boolean_query(some))
            more, partial = self._hits(rest, limit - len(hits), max(0, offset - count), full=False)
            hits += more
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

    def _hits(self, asked: Asked, limit: int, offset: int, *, full: bool) -> tuple[list[Hit], int]:
        if limit <= 0:
            counted: Any = self.searcher.search(asked, limit=1, count=True)
            return [], int(counted.count)
        order: dict[str, Any] = {"weight_by_field": "fresh"}
        if self.options.order != Order.RELEVANCE:
            newest = self.options.order == Order.NEWEST
            order = {"order_by_field": "date", "order": tantivy.Order.Desc if newest else tantivy.Order.Asc}
        found: Any = self.searcher.search(asked, limit=limit, offset=offset, count=True, **order)
        hits = [Hit(record_of(self.searcher.doc(address)), float(score or 0), full) for score, address in found.hits]
        return hits, int(found.count)

    def _types(self, asked: Asked) -> dict[str, int]:
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
        tokens = [token.text for token in analysis.tokens(term.text)]
        fields = self._fields(term)
        if not tokens or not fields:
            return Asked.empty_query()
        if self.options.exact is not None:
            return self._exactly(term.text, tokens, fields)
        if term.kind == Kind.NEAR:
            return self._near(tokens, [token.text for token in analysis.tokens(term.other)], fields)
        if term.kind == Kind.PHRASE or len(tokens) > 1:
            return self._best(self._boosted(name, _phrase(name, tokens)) for name in fields)
        if term.kind == Kind.PREFIX:
            return self._best(self._boosted(name, self._prefixed(name, tokens[0])) for name in fields)
        return self._word(tokens[0], fields)

    def _boosted(self, name: str, asked: Asked) -> Asked:
        return Asked.boost_query(asked, getattr(self.weights, name))

    def _best(self, queries: Iterable[Asked]) -> Asked:
        return Asked.disjunction_max_query(list(queries), self.weights.tie)

    def _word(self, word: str, fields: list[str]) -> Asked:
        folded = analysis.folded(word)
        stems = {analysis.stem(word, language) for language in self.languages} or {folded}
        queries = []
        for name in fields:
            queries.append(self._boosted(name, Asked.term_query(schema(), name, folded)))
            queries += [
                self._boosted(f"{name}_stem", Asked.term_query(schema(), f"{name}_stem", stem))
                for stem in sorted(stems)
            ]
        weight = self._rareness(folded, fields)
        sound = analysis.key_of_sound(word)
        if sound and len(fields) > 1:  # the sounds of title and body are kept together
            queries.append(Asked.boost_query(Asked.term_query(schema(), "sound", sound), self.weights.sound))
        if not any(self.searcher.doc_freq(name, folded) for name in fields):
            queries += self._mistyped(folded, fields)
        return Asked.boost_query(self._best(queries), weight)

    def _rareness(self, folded: str, fields: list[str]) -> float:
        """Return how much a word counts of what BM25 gives it: next to nothing where half of all texts have it."""
        texts = max(1, self.searcher.num_docs)
        having = min(texts, max(self.searcher.doc_freq(name, folded) for name in fields))
        odds = (texts - having + 0.5) / (having + 0.5)
        return max(LEAST_WEIGHT, log(odds) / log(1 + odds)) if odds > 1 else LEAST_WEIGHT

    def _mistyped(self, folded: str, fields: list[str]) -> Iterator[Asked]:
        wrong = max((count for least, count in TYPOS.items() if len(folded) >= least), default=0)
        for name in fields if wrong else []:
            near = Asked.fuzzy_term_query(schema(), name, folded, distance=wrong, transposition_cost_one=True)
            yield Asked.boost_query(near, self.weights.typo)

    def _prefixed(self, name: str, prefix: str) -> Asked:
        found = self.searcher.terms_with_prefix(name, analysis.folded(prefix), limit=PREFIXES)
        return _values(name, [term for term, _ in found])

    def _near(self, left: list[str], right: list[str], fields: list[str]) -> Asked:
        if not right:
            return self._word(left[0], fields)
        one, two = analysis.folded(left[0]), analysis.folded(right[0])
        return self._best(
            self._boosted(name, _row(name, pair, NEARNESS)) for name in fields for pair in ([one, two], [two, one])
        )

    def _exactly(self, text: str, tokens: list[str], fields: list[str]) -> Asked:
        position = self.options.exact or Exact.ANYWHERE
        queries = [self._boosted("title", _in_title(text, position))] if "title" in fields else []
        if "body" in fields:
            queries.append(self._boosted("body", _phrase("body", tokens)))
        return self._best(queries)

    def _together(self, query: Query) -> Iterator[Asked]:
        """Yield what makes words that stand together count for more."""
        words = [group[0] for group in query.wanted if len(group) == 1 and group[0].kind == Kind.WORD]
        tokens = [token.text for term in words for token in analysis.tokens(term.text)]
        if len(tokens) <= 1 or self.options.exact is not None:
            return
        fields = self._fields(words[0])
        language = self.options.language or (self.languages[0] if self.languages else "")
        stems = [analysis.stem(token, language) for token in tokens]
        for field in (f"{name}_stem" for name in fields):
            if len(stems) <= LONGEST_PHRASE:
                whole = _row(field, stems, 1)
                yield Asked.boost_query(whole, self.weights.phrase * getattr(self.weights, field))
            for pair in pairwise(stems):
                beside = _row(field, pair, 2)
                yield Asked.boost_query(beside, self.weights.pair * getattr(self.weights, field))


def _row(name: str, words: Iterable[str], slop: int = 0) -> Asked:
    """Return what finds *words* in this order, with at most *slop* others between them."""
    return Asked.phrase_query(schema(), name, list(words), slop)


def _phrase(name: str, tokens: list[str]) -> Asked:
    words = [analysis.folded(token) for token in tokens]
    if len(words) == 1:
        return Asked.term_query(schema(), name, words[0])
    return _row(name, words)


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


def _values(name: str, values: Iterable[str]) -> Asked:
    return _any(Asked.term_query(schema(), name, value) for value in values)


def _words(name: str, value: str) -> Asked:
    words = [analysis.folded(token.text) for token in analysis.tokens(value)]
    return Asked.boolean_query([(Occur.Must, Asked.term_query(schema(), name, word)) for word in words])
