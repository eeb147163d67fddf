"""Runs of text: put together, trimmed, split."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tocsin.importers.webpage.page import Inline, Run, plain

_SPACES = re.compile(r"[ \t\n\f\r\u2000-\u200a]+")
# Signs that show nothing: places to break a word, marks of byte order. (Joiners of letters are left alone.)
_NOTHING = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
# A space that must not break means something inside numbers and beside French punctuation; elsewhere editors
# leave it behind by accident.
_FIRM = re.compile(r"(?<![\d«])[\u00a0\u202f]+(?![:;!?»%€])|(?<=\d)[\u00a0\u202f]+(?![\d:;!?»%€])")


def tidy(runs: Iterable[Run]) -> Inline:
    """Collapse white space as a browser would, join runs of the same dress, trim both ends.

    Line breaks are runs of exactly a newline; other white space counts as a space.
    """
    found: list[Run] = []
    for run in runs:
        text = run.text if run.text == "\n" else spaced(run.text)
        if found and found[-1].text[-1:] in {" ", "\n"} and text != "\n":
            text = text.lstrip(" ")
        if text == "\n" and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text:
            _append(found, replace(run, text=text))
    return _trim(found)


def spaced(text: str) -> str:
    """Return *text* with its white space as a reader sees it."""
    return _SPACES.sub(" ", _FIRM.sub(" ", _NOTHING.sub("", text)))


def _append(found: list[Run], run: Run) -> None:
    while found and not found[-1].text:
        found.pop()
    if found and not run.reference and replace(found[-1], text="") == replace(run, text=""):
        found[-1] = replace(run, text=found[-1].text + run.text)
    else:
        found.append(run)


def _trim(found: list[Run]) -> Inline:
    while found and not (text := found[0].text.lstrip(" \n")):
        found.pop(0)
    if found:
        found[0] = replace(found[0], text=text)
    while found and not (text := found[-1].text.rstrip(" \n")):
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=text)
    return tuple(found)


def cut(runs: Sequence[Run], start: int, end: int | None = None) -> Inline:
    """Return what of *runs* stands between two places of their plain text."""
    end = len(plain(runs)) if end is None else end
    found, place = [], 0
    for run in runs:
        left, right = max(start - place, 0), min(end - place, len(run.text))
        if left < right:
            found.append(replace(run, text=run.text[left:right]))
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
