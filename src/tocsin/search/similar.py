"""Which articles are alike in what they say; supplies ``articles.ports.related``."""

from __future__ import annotations

from typing import Any

import tantivy
from django.core.cache import cache
from tantivy import Occur
from tantivy import Query as Asked

from tocsin.search import analysis, keeping
from tocsin.search.engine import Index, key_of, record_of, schema
from tocsin.search.errors import is_of_the_engine
from tocsin.search.records import Record

MOST = 40
TERMS = 24
"""Words by which a text is known: those it has more often than others have."""
RARELY, OFTEN = 2, 0.3
"""A word counts that stands in this many texts at least, and in this part of all at most."""
DEPTH = 20_000
"""Code points of a text that are read."""
FRESH = 300
"""Seconds for which an answer is kept; what may be shown of it is asked anew each time."""


class Similar:
    """Asks this machine's index; without one, and for what it does not hold, nothing is alike."""

    def alike(self, article: int) -> dict[int, float]:
        """Return other articles by how alike they are, the most alike being 1."""
        index = keeping.open_index()
        if index is None or not article:
            return {}
        key = f"similar:{index.folder.name}:{article}"
        found: dict[int, float] | None = cache.get(key)
        if found is None:
            try:
                found = similar(index, f"article:{article}")
            except BaseException as error:
                if not is_of_the_engine(error):
                    raise
                keeping.let_go(index)
                return {}
            cache.set(key, found, FRESH)
        return found


def similar(index: Index, key: str) -> dict[int, float]:
    """Return the numbers of the articles most like the one of *key*, each with how much, the most alike being 1."""
    searcher = index.searcher()
    itself = Asked.term_query(schema(), "key", key)
    own = searcher.search(itself, limit=1, count=False).hits
    if not own:
        return {}
    asked = Asked.boolean_query(
        [
            (Occur.Must, _like(searcher, record_of(searcher.doc(own[0][1])))),
            (Occur.Must, Asked.term_query(schema(), "type", "article")),
            (Occur.MustNot, itself),
        ]
    )
    hits: list[Any] = searcher.search(asked, limit=MOST, count=False).hits
    best = max((float(score) for score, _address in hits), default=0.0)
    keys = ((key_of(searcher.doc(address)), float(score)) for score, address in hits)
    return {int(one.partition(":")[2]): score / best for one, score in keys if best > 0}


def _like(searcher: tantivy.Searcher, record: Record) -> Asked:
    return Asked.more_like_this_document_fields_query(
        schema(),
        {"title_stem": [_stems(record.title, record.language)], "body_stem": [_stems(record.body, record.language)]},
        min_doc_frequency=RARELY,
        max_doc_frequency=max(RARELY + 2, int(searcher.num_docs * OFTEN)),
        min_term_frequency=1,
        max_query_terms=TERMS,
    )


def _stems(text: str, language: str) -> str:
    return " ".join(analysis.stem(token.text, language) for token in analysis.tokens(text[:DEPTH]))
