"""The desk's search on the database, safe for any input.

Wagtail hands what is typed to the engine's own query language; on SQLite one quotation mark is an error there. Here a
query is words and nothing else before it goes on.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from modelsearch.backends import database

LONGEST = 200
MOST_WORDS = 12


def words_of(query: str) -> str:
    """Return the words of *query*: letters, marks and digits of any script, at most twelve, of 200 characters."""
    kept = (one if unicodedata.category(one)[0] in "LMN" else " " for one in query[:LONGEST])
    return " ".join("".join(kept).split()[:MOST_WORDS])


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name Wagtail looks for
    """Return the backend of the database in use, behind the guard."""
    backend = database.SearchBackend(params)
    backend.__class__ = _guarded(type(backend))
    return backend


def _guarded(kind: type[Any]) -> type[Any]:
    class Guarded(kind):  # type: ignore[misc]
        """The same backend, given words alone."""

        def _search(self, compiler: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(query, str) and query:
                query = words_of(query) or "\u200b"  # nothing searchable finds nothing, as an empty query finds all
            return super()._search(compiler, query, *args, **kwargs)

    return Guarded
