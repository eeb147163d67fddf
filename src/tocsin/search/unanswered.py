"""What readers looked for in vain, counted by day where the operator wants it (``TOCSIN_SEARCH_COUNTS``).

Nothing is known of who asked. A query is kept in memory alone until it was asked three times on one day of one process,
and never where it looks like somebody's address or number.
"""

from __future__ import annotations

import threading
import unicodedata
from collections import Counter
from datetime import date

from django.conf import settings
from django.db import DatabaseError

from tocsin.lib import clock
from tocsin.search import services

LEAST = 3
"""Times something was looked for on a day before it is written."""
DIGITS = 6
"""Digits, anywhere in a query, from which on it may be a number of somebody."""
LETTERS = 2
LONGEST = 60
REMEMBERED = 5000
"""Different queries of a day that are remembered until they were asked often enough."""


class Memory:
    """The queries of today that were asked too seldom to be written; forgotten with the day and with the process."""

    def __init__(self) -> None:
        self._day = date.min
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def times(self, query: str, day: date) -> int:
        """Take *query* in as asked once more on *day*; return how often it was, 0 where there is no room for it."""
        with self._lock:
            if day != self._day:
                self._day, self._asked = day, Counter()
            if query not in self._asked and len(self._asked) >= REMEMBERED:
                return 0
            self._asked[query] += 1
            return self._asked[query]


_memory = Memory()


def note(text: str) -> None:
    """Count *text* as looked for in vain, if the operator wants that and it may be kept."""
    query = normal(text) if settings.SEARCH_COUNTS else ""
    if not query:
        return
    day = clock.today()
    times = _memory.times(query, day)
    if times >= LEAST:
        try:
            services.count_unanswered(query, day, LEAST if times == LEAST else 1)
        except DatabaseError:  # a reader's search must not fail over a count
            return


def normal(text: str) -> str:
    """Return *text* as it is counted: case and white space folded; nothing for what must not or need not be kept.

    Left out is what has an @ or six digits (an e-mail address, a telephone number), what is longer than sixty letters
    (pasted from somewhere) and what is no word.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    digits = sum(letter.isdigit() for letter in plain)
    letters = sum(letter.isalpha() for letter in plain)
    if "@" in plain or digits >= DIGITS or letters < LETTERS or len(plain) > LONGEST:
        return ""
    return plain
