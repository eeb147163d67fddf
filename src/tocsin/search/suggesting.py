"""*Did you mean*: the words of a query that no text has, as the nearest words that texts do have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from tantivy import Query as Asked

from tocsin.search import analysis, query
from tocsin.search.engine import Index, record_of, schema
from tocsin.search.query import Kind
from tocsin.search.records import Record

LOOKED_AT = 5
"""Found texts in which a nearer word is looked for."""
DEPTH = 20_000
"""Code points of each that are looked through."""
ERRORS = {3: 1, 5: 2}
"""From how many letters on how many may be wrong."""
MOST, LONGEST = 4, 40
"""Words that are corrected, and letters of one."""
FIELDS = ("title", "body")


def instead(index: Index, text: str, found: Iterable[Record] = ()) -> str:
    """Return *text* with each unknown word written as a known one, or nothing where there is none to correct.

    *found* is what was found with the query as it is; only where that gives no nearer word is the index asked again.
    Words are taken from texts readers can find, never from a list of terms, which may remember what is gone.
    """
    records, better = list(found)[:LOOKED_AT], text
    for word in islice(dict.fromkeys(_unknown(index, text)), MOST):
        near = _nearest(word, records) or _nearest(word, _alike(index, word))
        if near:
            better = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, better)
    return better if better != text else ""


def _unknown(index: Index, text: str) -> Iterator[str]:
    """Yield the words of *text* that stand in no indexed text, in no form and under no spelling."""
    terms = [term for alternatives in query.read(text).wanted for term in alternatives if term.kind == Kind.WORD]
    for token in (token for term in terms for token in analysis.asked(term.text)):
        known = any(index.having(name, token.exact) for name in FIELDS)
        forms = set() if known else {analysis.stem(token.text, language) for language in index.languages}
        known = known or any(index.having(f"{name}_stem", form) for name in FIELDS for form in forms)
        if not known and _allowed(token.exact):
            yield token.text


def _allowed(word: str) -> int:
    return max((count for least, count in ERRORS.items() if LONGEST >= len(word) >= least), default=0)


def _alike(index: Index, word: str) -> Iterator[Record]:
    searcher, folded = index.searcher(), analysis.folded(word)
    for name in FIELDS:
        near = Asked.fuzzy_term_query(schema(), name, folded, distance=_allowed(folded), transposition_cost_one=True)
        for _score, address in searcher.search(near, limit=LOOKED_AT, count=False).hits:
            yield record_of(searcher.doc(address))


def _nearest(word: str, records: Iterable[Record]) -> str:
    """Return the word of *records* with the fewest letters otherwise, of several the one in most texts."""
    folded = analysis.folded(word)
    most, letters = _allowed(folded), set(folded)
    texts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for record in records:
        seen: set[str] = set()
        for one, times in Counter(analysis.words(f"{record.title} {record.body[:DEPTH]}")).items():
            exact = analysis.folded(one)
            if abs(len(exact) - len(folded)) <= most and len(letters.symmetric_difference(exact)) <= 2 * most:
                seen.add(exact)
                written.setdefault(exact, Counter())[one] += times
        texts.update(seen)
    near = [(distance(folded, one, most), -count, one) for one, count in texts.items()]
    best = min((one for one in near if one[0] <= most), default=None)
    return written[best[2]].most_common(1)[0][0] if best and best[2] != folded else ""


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to change, add, leave out or swap with their neighbour; *most* + 1 for any more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != wanted))
            if earlier and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
