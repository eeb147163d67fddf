"""Runs of text: put together, trimmed, split."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from tocsin.importers.prose.blocks import Inline, Run, plain

_SPACES = re.compile(r"[ \t\n\f\r\u2000-\u200a]+")
# A single space is left as it is; most texts have no others.
_HTML_SPACES = re.compile(r" *+[\t\n\f\r][ \t\n\f\r]*+| {2,}")
_COLLAPSING = ("  ", "\n", "\t", "\r", "\f")
# Signs that show nothing: places to break a word, marks of byte order. (Joiners of letters are left alone.)
_NOTHING = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
# A space that must not break means something inside numbers and beside French punctuation; elsewhere editors
# leave it behind by accident.
_FIRM = re.compile(r"(?<![\d«])[\u00a0\u202f]+(?![:;!?»%€])|(?<=\d)[\u00a0\u202f]+(?![\d:;!?»%€])")


def tidy(runs: Iterable[Run], spaced: Callable[[str], str] | None = None) -> Inline:
    """Collapse white space as a browser would, join runs of the same dress, trim both ends.

    Line breaks are runs of exactly a newline; other white space counts as a space. *spaced* says what becomes of the
    white space inside a run; without it, signs that show nothing go too (``as_read``).
    """
    spaced = spaced or as_read
    found: list[Run] = []
    for run in runs:
        text = run.text if run.text == "\n" else spaced(run.text)
        if found and found[-1].text[-1:] in {" ", "\n"} and text != "\n":
            text = text.lstrip(" ")
        if text == "\n" and found and found[-1].text.endswith(" "):
            last = found.pop()
            if kept := last.text.rstrip(" "):
                found.append(last.saying(kept))
        if text:
            found.append(run.saying(text))
    return _trim(_merged(found))


def collapsed(text: str) -> str:
    """Return *text* with every stretch of white space that HTML itself takes for one as one space; all else stays."""
    return _HTML_SPACES.sub(" ", text) if any(sign in text for sign in _COLLAPSING) else text


def paragraphs(runs: list[Run]) -> Iterator[list[Run]]:
    """Split at two line breaks in a row, which is how old pages part their paragraphs."""
    part: list[Run] = []
    breaks: list[Run] = []
    for run in runs:
        if run.text == "\n":
            breaks.append(run)
        elif breaks and not run.text.strip():
            continue
        else:
            if len(breaks) > 1 and part:
                yield part
                part = []
            elif breaks:
                part.append(breaks[0])
            breaks = []
            part.append(run)
    if part:
        yield part


def as_read(text: str) -> str:
    """Return *text* with its white space as a reader sees it."""
    return _SPACES.sub(" ", _FIRM.sub(" ", _NOTHING.sub("", text)))


_DRESS = attrgetter("bold", "italic", "raised", "lowered", "struck", "link")


def _merged(found: Iterable[Run]) -> list[Run]:
    """Join neighbours of the same dress; markers stay alone."""
    merged: list[Run] = []
    for (marker, _dress), group in groupby(found, lambda run: (run.reference, _DRESS(run))):
        same = list(group)
        merged += same if marker or len(same) == 1 else [same[0].saying(plain(same))]
    return merged


def _trim(found: list[Run]) -> Inline:
    first, last = 0, len(found)
    while first < last and not found[first].text.lstrip(" \n"):
        first += 1
    while last > first and not found[last - 1].text.rstrip(" \n"):
        last -= 1
    found = found[first:last]
    if found:
        found[0] = found[0].saying(found[0].text.lstrip(" \n"))
        found[-1] = found[-1].saying(found[-1].text.rstrip(" \n"))
    return tuple(found)


def cut(runs: Sequence[Run], start: int, end: int | None = None) -> Inline:
    """Return what of *runs* stands between two places of their plain text."""
    end = len(plain(runs)) if end is None else end
    found, place = [], 0
    for run in runs:
        left, right = max(start - place, 0), min(end - place, len(run.text))
        if left < right:
            found.append(run.saying(run.text[left:right]))
        place += len(run.text)
    return _trim(found)


def joined(parts: Iterable[Inline]) -> Inline:
    """Put *parts* after one another, a line break between them."""
    found: list[Run] = []
    for part in parts:
        if found and part:
            found.append(Run("\n"))
        found.extend(part)
    return tuple(found)
