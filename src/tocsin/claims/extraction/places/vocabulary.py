"""English words, by the lists the parser lemmatises with (WordNet's)."""

from __future__ import annotations

from functools import cache

from tocsin.claims.extraction import parser


@cache
def vocabulary() -> frozenset[str]:
    """Return the dictionary forms of English words, small letters; none where the parser is not installed."""
    if not parser.installed() or "lemmatizer" not in parser.pipeline().pipe_names:
        return frozenset()
    lookups = parser.pipeline().get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(word for words in lookups.get_table("lemma_index").values() for word in words)
