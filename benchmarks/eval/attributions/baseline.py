"""A rule baseline for English: a list of verbs, quotation marks, and the nearest name in capitals."""

from __future__ import annotations

import re

from benchmarks.eval.attributions.scoring import Marked
from tocsin.lib.sentences import sentences

_VERBS = re.compile(
    r"\b(?:according to|said|says|say|saying|told|tells|added|adds|adding|wrote|writes|noted|notes|reported|reports"
    r"|asked|asks|announced|argued|argues|claimed|claims|explained|explains|insisted|replied|stated|suggested|tweeted"
    r"|warned|denied|believes|believe|thinks|think|wants|called|criticized|accused|acknowledged|admitted|declared"
    r"|promised|vowed|urged)\b"
)
_QUOTE = re.compile(r"[“\"][^“”\"\n]{12,}[”\"]")
_NAME = re.compile(r"\b(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|we|We)\b")


def find(text: str) -> list[Marked]:
    """Return an attribution for each sentence with a verb of the list."""
    return [one for start, end in sentences(text) if (one := _sentence(text, start, end)) is not None]


def _sentence(text: str, start: int, end: int) -> Marked | None:
    quotes = [match.span() for match in _QUOTE.finditer(text, start, end)]
    cue = next(
        (
            match.span()
            for match in _VERBS.finditer(text, start, end)
            if not any(left <= match.start() < right for left, right in quotes)
        ),
        None,
    )
    if cue is None:
        return None
    names = [match.span() for match in _NAME.finditer(text, start, end)]
    outside = [name for name in names if not any(left <= name[0] < right for left, right in quotes)]
    source = min(outside, key=lambda name: min(abs(name[0] - cue[1]), abs(cue[0] - name[1])), default=None)
    content = tuple(quotes) or ((cue[1] + 1, end - 1),)
    content = tuple(stretch for stretch in content if stretch[0] < stretch[1])
    return Marked((source,) if source else (), (cue,), content)
